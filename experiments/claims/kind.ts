/** The interface of a kind of claim. */
import type { Row } from "../define/columns.ts";
import type { AnyWhere, Factors } from "../define/factors.ts";
import type { FurtherTables, Tables, TablesOf } from "../define/tables.ts";
import { formatSignificant, type NumberFormat } from "../format.ts";
import type { Interval, Verdict } from "../statistics/statistics.ts";

/** The sentence for each verdict; `{estimate}`, `{interval}`, `{n}`, `{count}` and so on are replaced by the judgement. */
export type Wording = Readonly<Record<Verdict, string>>;

/** The fields of every claim. */
export interface ClaimBase {
  /** What is claimed, before the run. */
  readonly statement: string;
  /** What the data show, by verdict. */
  readonly wording: Wording;
  /** Claims of one family answer one question; Holm's correction makes their verdicts hold jointly at 95 %. */
  readonly family?: string;
}

/** The result of judging a claim, before it is put into words. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly interval: Interval;
  /** How the verdict was reached. */
  readonly rule: string;
  /** The number of rows that satisfy the claim's condition; `{others}` is the number of the rest. */
  readonly count?: number;
  /** The categories of the rows counted, each with its number of rows. */
  readonly categories?: string;
  /** The row that refutes the claim, by its levels and replicate. */
  readonly counterexample?: string;
}

/** The tables of any experiment, by name. */
export type AnyTables = TablesOf<Factors, FurtherTables>;

/** A kind of claim. */
export interface ClaimKind<C> {
  /** The format of its estimates. */
  readonly numberFormat: NumberFormat;
  /** The rows that the claim is about, as selections; it can be judged only if all their cells were run. */
  cells(claim: C): readonly AnyWhere[];
  /** Judges a claim from the tables, by intervals with the given confidence. */
  judge(claim: C, tables: AnyTables, confidence: number): Judgement;
  /** The first row that refutes the claim by itself; the kind has no such method if no single row can. */
  counterexample?(claim: C, tables: Tables): Row | undefined;
}

/** The rule of a claim that is decided by an interval: `region` supports the claim, `opposite` refutes it. */
export function intervalRule(
  category: "comparison" | "equivalence",
  confidence: number,
  interval: string,
  region: string,
  opposite = "outside",
): string {
  const percent = formatSignificant(100 * confidence);
  return `${category}: supported if the ${percent} % ${interval} lies ${region}, refuted if ${opposite}`;
}
