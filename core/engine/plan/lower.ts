/** Lowering: from a program for one run to vector instructions for a group of pairs of runs. */
import type { LookupTable } from "../../arithmetic/arithmetic.ts";
import { getOrAdd } from "../maps.ts";
import type { Operation, OperationName, Program } from "./tracer.ts";

/**
 * A vector instruction: an operation on both lanes of one pair.
 *
 * A table lookup becomes three: `tableRow0` and `tableRow1` load the two columns of the row that each lane indexes, and
 * `lowHalves` (column 0) or `highHalves` (column 1) combines the lanes. Numbers of a data row are loaded in the same
 * way, two at a time, by `dataRow0` and `dataRow1`. Conditions are all ones or all zeros, so a choice may become `and`,
 * `or` and `andNot`: the first operand where the second is zero.
 */
export interface Instruction extends Pick<Operation, "operands" | "value" | "table"> {
  readonly name:
    | Exclude<OperationName, "lookup" | "row">
    | `${"data" | "table"}Row${0 | 1}`
    | `${"low" | "high"}Halves`
    | "and"
    | "andNot"
    | "or";
  /** The pair, counted within its group. Constants are shared and belong to the first pair that uses them. */
  readonly pair: number;
}

/** Results of one pair, as indices of instructions. */
type PairResults = Pick<Program, "nextState" | "checkBefore" | "checkDuring">;

/** Lowers a program for a group of pairs: the instructions, each after its operands, and the results of each pair. */
export function lower(program: Program, groupSize: number): { instructions: Instruction[]; pairs: PairResults[] } {
  const instructions: Instruction[] = [], constants = new Map<number, number>();
  const pairs = Array.from({ length: groupSize }, (_, pair) => lowerPair(program, pair, instructions, constants));
  return { instructions, pairs };
}

/** Appends the instructions of one pair; `constants` maps operations to instructions that pairs share. */
function lowerPair(
  { operations, nextState, checkBefore, checkDuring }: Program,
  pair: number,
  instructions: Instruction[],
  constants: Map<number, number>,
): PairResults {
  const emit = (name: Instruction["name"], operands: readonly number[], value = 0, table?: LookupTable): number =>
    instructions.push({ name, operands, value, pair, ...(table && { table }) }) - 1;
  const emitted = new Map<LookupTable | undefined, Map<string, number>>();
  const emitOnce = (name: Instruction["name"], operands: readonly number[], value = 0, table?: LookupTable): number => {
    const known = getOrAdd(emitted, table, () => new Map<string, number>());
    return getOrAdd(known, `${name} ${operands} ${value}`, () => emit(name, operands, value, table));
  };
  const combine = (column: number, rows: readonly number[]) =>
    emit(column % 2 === 0 ? "lowHalves" : "highHalves", rows);
  const lookup = (table: LookupTable, column: number, index: number) =>
    combine(column, [emitOnce("tableRow0", [index], 0, table), emitOnce("tableRow1", [index], 0, table)]);
  const loadFromRow = (column: number) => {
    const first = column - column % 2;
    return combine(column, [emitOnce("dataRow0", [], first), emitOnce("dataRow1", [], first)]);
  };
  const and = (a: number, condition: number) => emitOnce("and", [a, condition]);
  const isZero = (a: number) => instructions[a]!.name === "constant" && Object.is(instructions[a]!.value, 0);
  const choose = (yes: number, no: number, condition: number): number => {
    if (isZero(no)) return and(yes, condition);
    if (isZero(yes)) return emit("andNot", [no, condition]);
    if (instructions[yes]!.name !== "constant") return emit("choose", [yes, no, condition]);
    return emit("or", [emit("andNot", [no, condition]), and(yes, condition)]);
  };

  const lowered: number[] = [];
  operations.forEach(({ name, operands: originals, value, table }, i) => {
    const operands = originals.map((a) => lowered[a]!), [a, b, c] = operands as [number, number, number];
    if (name === "constant") lowered[i] = getOrAdd(constants, i, () => emit(name, operands, value));
    else if (name === "lookup") lowered[i] = lookup(table!, value, a);
    else if (name === "row") lowered[i] = loadFromRow(value);
    else if (name === "choose") lowered[i] = choose(a, b, c);
    else lowered[i] = emit(name, operands, value);
  });
  const all = (indices: readonly number[]) => indices.map((i) => lowered[i]!);
  return { nextState: all(nextState), checkBefore: all(checkBefore), checkDuring: all(checkDuring) };
}

/** Whether an instruction loads from a lane's data row. */
export function isDataRow({ name }: Pick<Instruction, "name">): boolean {
  return name === "dataRow0" || name === "dataRow1";
}

/** Whether each instruction is loop-invariant: it depends on constants and run constants alone. */
export function loopInvariants(instructions: readonly Instruction[]): boolean[] {
  const isInvariant: boolean[] = [];
  for (const { name, operands } of instructions) {
    const isConstant = name === "constant" || name === "runConstant";
    isInvariant.push(operands.length === 0 ? isConstant : operands.every((a) => isInvariant[a]));
  }
  return isInvariant;
}
