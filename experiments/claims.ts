/** Claims: sentences that code judges from the CSV. */
import { type Judgement, KINDS } from "./claims/kinds.ts";
import type { CurveRow, Factors, FurtherTables, RunRow, Tables, TablesOf, Where } from "./experiment.ts";
import { interval as bracketed, written } from "./format.ts";
import { LEVEL, type Verdict } from "./statistics.ts";

export { select } from "./claims/rows.ts";

/** What a page says for each verdict. `{estimate}`, `{interval}`, `{count}`, `{n}` and `{counterexample}` are filled in. */
export type Wording = Readonly<Record<Verdict, string>>;

interface Stated {
  /** What is claimed, before the run. */
  readonly statement: string;
  readonly says: Wording;
  /** Claims of one family answer one question; Holm's correction lets their verdicts hold together at 95 %. */
  readonly family?: string;
}

/** Exact: something holds of every row, or of none; one counterexample refutes. */
type ExactClaim<F extends Factors, T extends FurtherTables> = {
  readonly [N in keyof TablesOf<F, T>]: {
    readonly kind: "every" | "none";
    readonly table: N;
    /** Which rows: all where absent. */
    readonly where?: N extends "runs" | "curves" ? Where<F> : Readonly<Record<string, string | readonly string[]>>;
    readonly holds: (row: TablesOf<F, T>[N][number], tables: TablesOf<F, T>) => boolean;
  };
}[keyof TablesOf<F, T>];

/** Comparison: the share of runs of which something holds lies above or below a number. */
interface ShareClaim<F extends Factors> {
  readonly kind: "share";
  readonly where?: Where<F>;
  readonly holds: (run: RunRow<F>) => boolean;
  readonly is: "above" | "below";
  readonly than: number;
}

/** Two arms on the same seeds. */
export interface Paired<F extends Factors, T extends FurtherTables> {
  readonly first: Where<F>;
  readonly second: Where<F>;
  /** Which runs of the arms count, told by the tables; all where absent. */
  readonly among?: (run: RunRow<F>, tables: TablesOf<F, T>) => boolean;
}

/** Comparison: something holds more often in the first arm, seed by seed. */
interface DifferenceClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "difference";
  readonly holds: (run: RunRow<F>) => boolean;
}

/** Equivalence: something holds equally often in both arms, within a margin. */
interface EquivalenceClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "equivalence";
  readonly holds: (run: RunRow<F>) => boolean;
  readonly margin: number;
}

/** Comparison: the first arm is there sooner, seed by seed; where `value` is undefined, a run never gets there. */
interface SoonerClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "sooner";
  readonly value: (run: RunRow<F>) => number | undefined;
}

/**
 * Equivalence: the second arm's value is so many times the first's, by the typical ratio over the seeds that have both.
 *
 * From … to; `[3, Infinity]` says "at least three times".
 */
interface RatioClaim<F extends Factors, T extends FurtherTables> extends Paired<F, T> {
  readonly kind: "ratio";
  readonly value: (run: RunRow<F>) => number | undefined;
  readonly between: readonly [number, number];
}

/** Comparison: the median of a value lies above or below a number; runs without the value rank last. */
interface MedianClaim<F extends Factors> {
  readonly kind: "median";
  readonly where?: Where<F>;
  readonly value: (run: RunRow<F>) => number | undefined;
  readonly is: "above" | "below";
  readonly than: number;
}

/** Equivalence: on log-log axes, the learning curves between two epochs have a slope near a number, by their median. */
interface SlopeClaim<F extends Factors> {
  readonly kind: "slope";
  readonly where?: Where<F>;
  readonly value: (point: CurveRow<F>) => number | undefined;
  readonly from: number;
  readonly to: number;
  readonly near: number;
  readonly margin: number;
}

/** A claim of an experiment with factors F and further tables T. */
export type Claim<F extends Factors = Factors, T extends FurtherTables = FurtherTables> =
  & Stated
  & (
    | ExactClaim<F, T>
    | ShareClaim<F>
    | DifferenceClaim<F, T>
    | EquivalenceClaim<F, T>
    | SoonerClaim<F, T>
    | RatioClaim<F, T>
    | MedianClaim<F>
    | SlopeClaim<F>
  );

/** A claim that has been judged. */
export interface Judged {
  readonly claim: string;
  readonly statement: string;
  readonly verdict: Verdict;
  readonly estimate: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly n: number;
  /** How the verdict was reached. */
  readonly rule: string;
  /** What the data say, in a sentence. */
  readonly finding: string;
}

/** Judges a claim from the tables as read back from the CSV, by intervals of a level. */
export function judgeClaim(name: string, claim: Claim, tables: Tables, level = LEVEL): Judged {
  const judge = KINDS[claim.kind] as (claim: Claim, tables: Tables, level: number) => Judgement;
  const judgement = judge(claim, tables, level), { verdict, interval, rule } = judgement;
  const finite = (value: number) => Number.isFinite(value) ? value : undefined;
  return {
    claim: name,
    statement: claim.statement,
    verdict,
    estimate: finite(interval.estimate),
    lower: finite(interval.lower),
    upper: finite(interval.upper),
    n: interval.n,
    rule,
    finding: interval.n === 0 ? `Nothing was run that could tell: ${claim.statement}` : say(claim.says, judgement),
  };
}

function say(says: Wording, { verdict, interval, style, count, counterexample }: Judgement): string {
  const { estimate, lower, upper, n } = interval;
  const words: Readonly<Record<string, string>> = {
    estimate: written(style, estimate),
    interval: bracketed(style, lower, upper),
    n: String(n),
    count: String(count),
    counterexample: counterexample ?? "none",
  };
  return says[verdict].replaceAll(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
}
