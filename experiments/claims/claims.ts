/** Claims: sentences that code judges from the CSV. */
import { difference, type DifferenceClaim, equivalence, type EquivalenceClaim } from "./kinds/difference_claim.ts";
import { exact, type ExactClaim } from "./kinds/exact_claim.ts";
import type { AnyTables, ClaimBase, Judgement, Kind, Wording } from "./kind.ts";
import { median, type MedianClaim } from "./kinds/median_claim.ts";
import { ratio, type RatioClaim } from "./kinds/ratio_claim.ts";
import { share, type ShareClaim } from "./kinds/proportion_claim.ts";
import { slope, type SlopeClaim } from "./kinds/slope_claim.ts";
import { sooner, type SoonerClaim } from "./kinds/sooner_claim.ts";
import type { Factors, FurtherTables, Tables } from "../experiment.ts";
import { interval as bracketed, type Style, written } from "../format.ts";
import { LEVEL, type Verdict } from "../statistics/statistics.ts";

export { tried } from "./kinds/exact_claim.ts";
export { select } from "./rows.ts";

/** A claim of an experiment with factors F and further tables T. */
export type Claim<F extends Factors = Factors, T extends FurtherTables = FurtherTables> =
  & ClaimBase
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

/** The kinds of claims by name. */
export const KINDS: { readonly [K in Claim["kind"]]: Kind<Claim & { readonly kind: K }> } = {
  every: exact,
  none: exact,
  share,
  difference,
  equivalence,
  sooner,
  ratio,
  median,
  slope,
};

/** A claim that has been judged. */
export interface Judged {
  /** Its name. */
  readonly claim: string;
  /** What was claimed, before the run. */
  readonly statement: string;
  /** What became of it. */
  readonly verdict: Verdict;
  /** What the rule judges, as measured; undefined where it is no number, such as a median that is never reached. */
  readonly estimate: number | undefined;
  /** Lower end of its interval; undefined where there is none. */
  readonly lower: number | undefined;
  /** Upper end of its interval; undefined where there is none. */
  readonly upper: number | undefined;
  /** How many runs, rows or pairs of runs the verdict rests on. */
  readonly n: number;
  /** How the verdict was reached. */
  readonly rule: string;
  /** What the data say, in a sentence. */
  readonly finding: string;
}

/** How a claim of some kind writes its estimate. */
export function styleOf({ kind }: Claim): Style {
  return KINDS[kind].style;
}

/** Judges a claim from the tables as read back from the CSV, by intervals of a level. */
export function judgeClaim(name: string, claim: Claim, tables: Tables, level = LEVEL): Judged {
  const { style, judge } = KINDS[claim.kind] as Kind<Claim>;
  const judgement = judge(claim, tables as AnyTables, level), { verdict, interval, rule } = judgement;
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
    finding: interval.n === 0
      ? `Nothing was run that could tell: ${claim.statement}`
      : say(claim.says, judgement, style),
  };
}

function say(
  says: Wording,
  { verdict, interval, count = 0, sorts = "", counterexample }: Judgement,
  style: Style,
): string {
  const { estimate, lower, upper, n } = interval;
  const words: Readonly<Record<string, string>> = {
    estimate: written(style, estimate, upper - lower),
    interval: bracketed(style, lower, upper),
    n: String(n),
    count: String(count),
    others: String(n - count),
    sorts,
    counterexample: counterexample ?? "none",
  };
  return says[verdict].replaceAll(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
}
