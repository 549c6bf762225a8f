/** The interface of a kind of claim. */
import type { NumberFormat } from "../format.ts";
import type { Interval, Verdict } from "../statistics/statistics.ts";
import { type ColumnTable, numbersOf } from "./column_table.ts";
import type { AnyCondition } from "./condition.ts";

/** How a claim is decided: by looking at every case, by one counterexample, or by an interval. */
export type Category = "proof" | "exact" | "comparison" | "equivalence";

/** The rows that a claim is about. */
export interface ClaimRows {
  /** The claim's table. */
  readonly table: ColumnTable;
  /** For each arm the indices of its rows. */
  readonly arms: readonly Int32Array[];
  /** Gives uniform numbers in [0, 1) from the claim's own stream, from its beginning. */
  readonly random: () => () => number;
}

/** The result of judging a claim, before it is put into words. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Absent for a proof. */
  readonly interval?: Interval;
  /** What the verdict is based on: starts, pairs of runs, or rows of a proof. */
  readonly n: number;
  /** How the verdict was reached. */
  readonly rule: string;
  /** Further numbers and words for the wording, by placeholder. */
  readonly values?: Readonly<Record<string, number | string>>;
  /** The index of the row that refutes the claim. */
  readonly counterexample?: number;
}

/** Judges a claim with the given confidence. */
export type Judge = (confidence: number) => Judgement;

/** The fields of a rule that any kind may have, without their types. */
export interface AnyRule {
  readonly kind: string;
  readonly condition?: AnyCondition;
  readonly value?: string;
  readonly category?: string;
  readonly is?: "above" | "below";
  readonly than?: number;
  readonly margin?: number;
  readonly near?: number;
  readonly between?: readonly [number, number];
}

/** A kind of claim. */
export interface ClaimKind {
  /** The format of its estimates. */
  readonly numberFormat: NumberFormat;
  /** Whether an interval decides, so that its claims belong to the family of their experiment. */
  readonly hasRegion: boolean;
  /** The category of its claims, where the rule's region does not determine it. */
  readonly category?: Category;
  /** The columns that it reads besides those that the rule names. */
  readonly columns?: readonly string[];
  /** Does all that is independent of the confidence. */
  readonly prepare: (rule: AnyRule, rows: ClaimRows) => Judge;
}

/** The column that identifies a start. */
export const START = "replicate";

/** The rows of two arms that have the same start, paired by index. */
export function pairStarts({ table, arms }: ClaimRows): [first: Int32Array, second: Int32Array] {
  const starts = numbersOf(table, START);
  const partners = new Map(Array.from(arms[1]!, (row) => [starts[row]!, row]));
  const first = arms[0]!.filter((row) => partners.has(starts[row]!));
  return [first, first.map((row) => partners.get(starts[row]!)!)];
}
