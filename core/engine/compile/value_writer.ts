/** Instruction selection: emits the WebAssembly code of instructions, whose values have a local each. */
import type { LookupTable } from "../../arithmetic/arithmetic.ts";
import { ADDRESS_BYTES, PAIR_BYTES, type PairLayout } from "../memory.ts";
import { type Instruction, isDataRow } from "../plan/lower.ts";
import type { Assembler, SimdOpcodes } from "./assembler.ts";

/** Instructions that WebAssembly has, with the same operands in the same order. */
const DIRECT: { readonly [N in Instruction["name"]]?: keyof SimdOpcodes } = {
  add: "f64x2.add",
  sub: "f64x2.sub",
  mul: "f64x2.mul",
  div: "f64x2.div",
  sqrt: "f64x2.sqrt",
  abs: "f64x2.abs",
  min: "f64x2.pmin",
  max: "f64x2.pmax",
  less: "f64x2.lt",
  equal: "f64x2.eq",
  choose: "v128.bitselect",
  and: "v128.and",
  andNot: "v128.andnot",
  or: "v128.or",
};

/** Shuffle patterns: bytes 0 to 15 are the first operand, 16 to 31 the second. */
const LOW_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const HIGH_HALVES = LOW_HALVES.map((byte) => byte + 8);

const TWO_TO_52 = 4503599627370496;
const SIGNIFICAND_MASK = 0xfffffffffffffn;

/** The address of each table in memory. */
export type TableAddressOf = (table: LookupTable) => number;

/**
 * A writer of loads, operations and stores; values are indices of instructions.
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
  const pushScratch = (address: number) => a.i32Const(0).v128("load", address);
  /** Pushes a vector of a pair; `start` is a local with the address of the first pair. */
  const pushFromPair = (start: number, pair: number, offset: number) =>
    a.localGet(start).v128("load", pair * layout.pairBytes + offset);
  const pushLoad = (instruction: Instruction) => {
    const { name, pair, value } = instruction;
    if (name === "constant") a.v128Const(value);
    else if (name === "state") pushFromPair(base.state, pair, PAIR_BYTES * value);
    else if (isDataRow(instruction)) {
      pushRowAddress(pair, name === "dataRow0" ? 0 : 1, Math.floor(value / layout.rowWidth));
      a.v128("load", 8 * (value % layout.rowWidth));
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
      push(value).v128("store", address);
    },
    /** Stores a value in a pair; `start` is a local with the address of the first pair. */
    storeInPair(start: number, pair: number, offset: number, value: number): void {
      a.localGet(start);
      push(value).v128("store", pair * layout.pairBytes + offset);
    },
  };
}

/** A function that pushes the address of a data row, loading it once; rows count from the next one of the list. */
function rowAddressPusher(a: Assembler, layout: PairLayout, listLocal: number) {
  const locals = new Map<number, number>();
  return (pair: number, lane: 0 | 1, row: number): void => {
    const entry = pair * layout.pairBytes + lane * layout.listBytes + ADDRESS_BYTES * row, known = locals.get(entry);
    if (known !== undefined) a.localGet(known);
    else {
      const local = a.newLocal("i32");
      locals.set(entry, local);
      a.localGet(listLocal).i32("load", entry).localTee(local);
    }
  };
}

/** Emits the instruction for the operands on the stack. */
function emitInstruction(a: Assembler, { name, table }: Instruction, tableAddressOf: TableAddressOf): void {
  const direct = DIRECT[name];
  if (direct) a.simd(direct);
  else if (name === "tableRow0" || name === "tableRow1") {
    // the low half of the double is the row index as an integer, and a table row has 16 bytes
    a.simd("i32x4.extract_lane", [name === "tableRow0" ? 0 : 2]);
    a.i32Const(4).scalar("i32.shl").v128("load", tableAddressOf(table!));
  } else if (name === "lowHalves" || name === "highHalves") {
    a.simd("i8x16.shuffle", name === "lowHalves" ? LOW_HALVES : HIGH_HALVES);
  } else if (name === "exponent") {
    // sign and exponent become the last digits of a number between 2^52 and 2^53
    a.i32Const(52).simd("i64x2.shr_u").v128Const(TWO_TO_52).simd("v128.or");
    a.v128Const(TWO_TO_52 + 1023).simd("f64x2.sub");
  } else {
    // significand: the lower 52 bits with the sign and exponent of 1
    a.v128Const(SIGNIFICAND_MASK).simd("v128.and").v128Const(1).simd("v128.or");
  }
}
