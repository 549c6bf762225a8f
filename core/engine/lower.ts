/** From a program for one run to instructions for pairs of runs. */
import type { Table } from "../arithmetic/arithmetic.ts";
import type { Operation, OperationName, Program } from "./tracer.ts";

/**
 * An operation of one of the pairs.
 *
 * A look-up takes three: fetch the row for each lane, and put a column of both together. So does a number of the rows,
 * of which two columns are fetched at a time. A choice from a condition, which is all ones or all zeros, may be a matter
 * of `and`, `or`, and `andNot`: the first operand where the second is zero.
 */
export interface Instruction extends Pick<Operation, "operands" | "value" | "table"> {
  /** What it does. */
  readonly name:
    | Exclude<OperationName, "lookup" | "row">
    | "row 0"
    | "row 1"
    | "lane 0"
    | "lane 1"
    | "column 0"
    | "column 1"
    | "and"
    | "andNot"
    | "or";
  /** Whose it is; constants are those of the first. */
  readonly pair: number;
}

/** What one of the pairs tells and becomes, as places in the list of instructions. */
export type Results = Pick<Program, "next" | "before" | "during">;

/** Instructions for some pairs, and each pair's results. */
export interface Lowered {
  /** Those of all pairs. */
  readonly list: readonly Instruction[];
  /** The results of each. */
  readonly pairs: readonly Results[];
}

/** The operations of some pairs, which share constants. */
export function lower({ list, next, before, during }: Program, copies: number): Lowered {
  const lowered: Instruction[] = [], constants = new Map<number, number>();
  const pairs = Array.from({ length: copies }, (_, pair): Results => {
    const place: number[] = [],
      rows = new Map<Table, Map<number, readonly number[]>>(),
      ands = new Map<string, number>(),
      taken = new Map<number, readonly number[]>();
    const emit = (name: Instruction["name"], operands: readonly number[], value = 0, table?: Table): number =>
      lowered.push({ name, operands, value, pair, ...(table && { table }) }) - 1;
    const fetched = (index: number, table: Table): readonly number[] => {
      const known = rows.get(table) ?? new Map<number, readonly number[]>();
      const lanes = known.get(index) ?? [emit("lane 0", [index], 0, table), emit("lane 1", [index], 0, table)];
      rows.set(table, known.set(index, lanes));
      return lanes;
    };
    const takenFrom = (value: number): readonly number[] => {
      const lanes = taken.get(value) ?? [emit("row 0", [], value), emit("row 1", [], value)];
      taken.set(value, lanes);
      return lanes;
    };
    const and = (a: number, condition: number): number => {
      const key = `${a} ${condition}`, known = ands.get(key) ?? emit("and", [a, condition]);
      ands.set(key, known);
      return known;
    };
    const isZero = (a: number) => lowered[a]!.name === "constant" && Object.is(lowered[a]!.value, 0);
    const choose = (yes: number, no: number, condition: number): number => {
      if (isZero(no)) return and(yes, condition);
      if (isZero(yes)) return emit("andNot", [no, condition]);
      if (lowered[yes]!.name !== "constant") return emit("choose", [yes, no, condition]);
      return emit("or", [emit("andNot", [no, condition]), and(yes, condition)]);
    };
    list.forEach(({ name, operands: names, value, table }, i) => {
      const operands = names.map((a) => place[a]!), [a, b, c] = operands as [number, number, number];
      if (name === "constant") constants.set(i, place[i] = constants.get(i) ?? emit(name, operands, value));
      else if (name === "lookup") place[i] = emit(value === 0 ? "column 0" : "column 1", fetched(a, table!));
      else if (name === "row") place[i] = emit(value % 2 === 0 ? "column 0" : "column 1", takenFrom(value - value % 2));
      else if (name === "choose") place[i] = choose(a, b, c);
      else place[i] = emit(name, operands, value);
    });
    const at = (i: number) => place[i]!;
    return { next: next.map(at), before: before.map(at), during: during.map(at) };
  });
  return { list: lowered, pairs };
}

/** Whether it fetches from a lane's own rows. */
export function isRow({ name }: Pick<Instruction, "name">): boolean {
  return name === "row 0" || name === "row 1";
}

/** Which values stay the same from time to time. */
export function steadyIn(list: readonly Instruction[]): boolean[] {
  const steady: boolean[] = [];
  for (const { name, operands } of list) {
    steady.push(operands.length === 0 ? name === "constant" || name === "setting" : operands.every((a) => steady[a]));
  }
  return steady;
}
