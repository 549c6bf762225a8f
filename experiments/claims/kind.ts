/** What all kinds of claims have in common. */
import type { Factors, FurtherTables, TablesOf } from "../experiment.ts";
import { significant, type Style } from "../format.ts";
import type { Interval, Verdict } from "../statistics/statistics.ts";

/** What a page says for each verdict; `{estimate}`, `{interval}`, `{n}` and what judging counted are filled in. */
export type Wording = Readonly<Record<Verdict, string>>;

/** What all claims have in common. */
export interface ClaimBase {
  /** What is claimed, before the run. */
  readonly statement: string;
  /** What the data say then. */
  readonly says: Wording;
  /** Claims of one family answer one question; Holm's correction lets their verdicts hold together at 95 %. */
  readonly family?: string;
}

/** What judging gives, before it is put into words. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly interval: Interval;
  /** How the verdict was reached. */
  readonly rule: string;
  /** Of how many rows it holds; `{others}` are those of which it does not. */
  readonly count?: number;
  /** The sorts of these rows, each with its number. */
  readonly sorts?: string;
  /** The row that refutes, by its levels and replicate. */
  readonly counterexample?: string;
}

/** The tables of any experiment, as a claim looks at them. */
export type AnyTables = TablesOf<Factors, FurtherTables>;

/** A kind of claim. */
export interface Kind<C> {
  /** How estimates of this kind are written. */
  readonly style: Style;
  /** Judges a claim from the tables, by intervals of a level. */
  judge(claim: C, tables: AnyTables, level: number): Judgement;
}

/** A level as rules write it: 95 %. */
export function stated(level: number): string {
  return `${significant(100 * level)} %`;
}
