/** Emits code for values, each of which has a local of its own. */
import { ADDRESS_BYTES, PAIR_BYTES, type PairLayout } from "../memory.ts";
import { type Instruction, isDataRow } from "../plan/lower.ts";
import type { Assembler } from "./assembler.ts";
import { emitConstant, emitInstruction, type TableAddressOf } from "./instruction_selection.ts";

/** Emits loads, operations and stores; values are indices of instructions. */
export type ValueWriter = ReturnType<typeof createValueWriter>;

/**
 * A writer with no locals yet.
 *
 * `base` names locals that hold addresses: of the state to read, the first pair of the group, and the next entry of its
 * row list.
 */
export function createValueWriter(
  a: Assembler,
  instructions: readonly Instruction[],
  layout: PairLayout,
  base: { readonly state: number; readonly pair: number; readonly row: number },
  tableAddressOf: TableAddressOf,
) {
  const locals: (number | undefined)[] = [], pushRowAddress = rowAddressPusher(a, layout, base.row);
  const push = (value: number) => a.localGet(locals[value]!);
  const pop = (value: number) => a.localSet(locals[value] ??= a.newLocal("v128"));
  /** Pushes a vector from scratch memory. */
  const pushScratch = (address: number) => {
    a.i32Const(0);
    a.v128Access("v128.load", address);
  };
  /** Pushes a vector of a pair; `start` is a local with the address of the first pair. */
  const pushFromPair = (start: number, pair: number, offset: number) => {
    a.localGet(start);
    a.v128Access("v128.load", pair * layout.pairBytes + offset);
  };
  const pushLoad = (instruction: Instruction) => {
    const { name, pair, value } = instruction;
    if (name === "constant") emitConstant(a, value);
    else if (name === "state") pushFromPair(base.state, pair, PAIR_BYTES * value);
    else if (isDataRow(instruction)) {
      pushRowAddress(pair, name === "dataRow0" ? 0 : 1, Math.floor(value / layout.rowWidth));
      a.v128Access("v128.load", 8 * (value % layout.rowWidth));
    } else pushFromPair(base.pair, pair, layout.runConstantsOffset + PAIR_BYTES * value);
  };
  return {
    pushScratch,
    pushFromPair,
    /** Computes a value from its operands, or loads it from a pair. */
    compute(value: number): void {
      const instruction = instructions[value]!;
      if (instruction.operands.length === 0) pushLoad(instruction);
      else {
        instruction.operands.forEach(push);
        emitInstruction(a, instruction, tableAddressOf);
      }
      pop(value);
    },
    /** Loads a value from scratch memory. */
    reload(value: number, address: number): void {
      pushScratch(address);
      pop(value);
    },
    /** Stores a value in scratch memory. */
    spill(value: number, address: number): void {
      a.i32Const(0);
      push(value);
      a.v128Access("v128.store", address);
    },
    /** Stores a value in a pair; `start` is a local with the address of the first pair. */
    storeInPair(start: number, pair: number, offset: number, value: number): void {
      a.localGet(start);
      push(value);
      a.v128Access("v128.store", pair * layout.pairBytes + offset);
    },
  };
}

/** A function that pushes the address of a data row, loading it once; rows count from the next one of the list. */
function rowAddressPusher(a: Assembler, layout: PairLayout, listLocal: number) {
  const locals = new Map<number, number>();
  return (pair: number, lane: 0 | 1, row: number): void => {
    const entry = pair * layout.pairBytes + lane * layout.listBytes + ADDRESS_BYTES * row, known = locals.get(entry);
    if (known !== undefined) return a.localGet(known);
    a.localGet(listLocal);
    a.i32Load(entry);
    const local = a.newLocal("i32");
    locals.set(entry, local);
    a.localTee(local);
  };
}
