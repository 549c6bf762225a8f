/** From a program for one run to instructions for pairs of runs: a look-up takes three of them. */
import type { Table } from "../arithmetic.ts";
import { neededFor, timesOf } from "./schedule.ts";
import type { Operation, OperationName, Program } from "./trace.ts";

/** An operation of one of the pairs. */
export interface Instruction extends Pick<Operation, "operands" | "value" | "table"> {
  /** Of a look-up: the row in the first lane, the row in the second, and the columns of both put together. */
  readonly name: OperationName | "lane 0" | "lane 1" | "column 0" | "column 1";
  readonly pair: number;
}

/** The operations of all pairs; constants are shared, and a look-up fetches a whole row for each lane. */
export function lower({ list, next, before, during }: Program, copies: number) {
  const lowered: Instruction[] = [], constants = new Map<number, number>();
  const pairs = Array.from({ length: copies }, (_, pair) => {
    const place: number[] = [], rows = new Map<Table, Map<number, readonly number[]>>();
    const emit = (name: Instruction["name"], operands: readonly number[], value: number, table?: Table): number =>
      lowered.push({ name, operands, value, pair, ...(table && { table }) }) - 1;
    const rowsAt = (index: number, table: Table): readonly number[] => {
      const known = rows.get(table) ?? new Map<number, readonly number[]>();
      const lanes = known.get(index) ?? [emit("lane 0", [index], 0, table), emit("lane 1", [index], 0, table)];
      rows.set(table, known.set(index, lanes));
      return lanes;
    };
    list.forEach(({ name, operands: names, value, table }, i) => {
      const operands = names.map((a) => place[a]!);
      if (name === "constant") place[i] = constants.get(i) ?? emit(name, operands, value);
      else if (name === "lookup") {
        place[i] = emit(value === 0 ? "column 0" : "column 1", rowsAt(operands[0]!, table!), 0);
      } else place[i] = emit(name, operands, value);
      if (name === "constant") constants.set(i, place[i]!);
    });
    const at = (i: number) => place[i]!;
    return { next: next.map(at), before: before.map(at), during: during.map(at) };
  });
  return {
    list: lowered,
    next: pairs.map(({ next }) => next),
    before: pairs.map(({ before }) => before),
    during: pairs.map(({ during }) => during),
  };
}

/** How many instructions a program comes to for one pair. */
export function operationsOf(program: Program): number {
  const { list, next, before, during } = lower(program, 1);
  const needed = neededFor(list, [...next, ...before, ...during].flat());
  return list.filter(({ operands }, i) => needed[i] && operands.length > 0).length;
}

/** How many pairs of runs to interleave: enough to fill the waits of one, few enough for the instruction cache. */
export function copiesFor(program: Program): number {
  const { list, next, during } = lower(program, 1), { path, work } = timesOf(list, [...next, ...during].flat());
  if ((globalThis as any).COPIES) return (globalThis as any).COPIES;
  return Math.max(1, Math.min(Math.round(1 + path / work), Math.floor(MOST_OPERATIONS / operationsOf(program))));
}

/** A kernel of more operations leaves the processor's instruction cache, and takes two to four times as long. */
export const MOST_OPERATIONS = 2300;

/** Which values stay the same from time to time. */
export function steadyIn(list: readonly Instruction[]): boolean[] {
  const steady: boolean[] = [];
  for (const { name, operands } of list) {
    steady.push(operands.length === 0 ? name === "constant" || name === "setting" : operands.every((a) => steady[a]));
  }
  return steady;
}
