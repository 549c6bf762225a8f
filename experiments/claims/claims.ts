/** Claims: sentences that code judges from the CSV. */
import type { Factors } from "../define/factors.ts";
import type { FurtherTables, Tables } from "../define/tables.ts";
import { formatInterval, formatWithUnit, type NumberFormat } from "../format.ts";
import { CONFIDENCE, type Verdict } from "../statistics/statistics.ts";
import type { AnyTables, ClaimBase, ClaimKind, Judgement, Wording } from "./kind.ts";
import { difference, type DifferenceClaim, equivalence, type EquivalenceClaim } from "./kinds/difference_claim.ts";
import { exact, type ExactClaim } from "./kinds/exact_claim.ts";
import { ratio, type RatioClaim } from "./kinds/ratio_claim.ts";
import { slope, type SlopeClaim } from "./kinds/slope_claim.ts";
import { sooner, type SoonerClaim } from "./kinds/sooner_claim.ts";
import { median, type MedianClaim, proportion, type ProportionClaim } from "./kinds/threshold_claims.ts";

/** A claim of an experiment with factors F and further tables T. */
export type Claim<F extends Factors = Factors, T extends FurtherTables = FurtherTables> =
  & ClaimBase
  & (
    | ExactClaim<F, T>
    | ({ readonly kind: "proportion" } & ProportionClaim<F>)
    | ({ readonly kind: "difference" } & DifferenceClaim<F, T>)
    | ({ readonly kind: "equivalence" } & EquivalenceClaim<F, T>)
    | ({ readonly kind: "sooner" } & SoonerClaim<F, T>)
    | ({ readonly kind: "ratio" } & RatioClaim<F, T>)
    | ({ readonly kind: "median" } & MedianClaim<F>)
    | ({ readonly kind: "slope" } & SlopeClaim<F>)
  );

/** The kinds of claims by name. */
export const KINDS: { readonly [K in Claim["kind"]]: ClaimKind<Claim & { readonly kind: K }> } = {
  every: exact,
  none: exact,
  proportion,
  difference,
  equivalence,
  sooner,
  ratio,
  median,
  slope,
};

/** The kind of a claim. */
export function kindOf({ kind }: Claim): ClaimKind<Claim> {
  return KINDS[kind] as ClaimKind<Claim>;
}

/** A claim that has been judged. */
export interface JudgedClaim {
  /** Its name. */
  readonly claim: string;
  /** What was claimed, before the run. */
  readonly statement: string;
  /** The verdict. */
  readonly verdict: Verdict;
  /** The measured value that the rule judges; undefined if it is not finite, such as a median that is never reached. */
  readonly estimate: number | undefined;
  /** Lower end of its interval; undefined if unbounded. */
  readonly lower: number | undefined;
  /** Upper end of its interval; undefined if unbounded. */
  readonly upper: number | undefined;
  /** The number of runs, rows or pairs of runs that the verdict is based on. */
  readonly n: number;
  /** How the verdict was reached. */
  readonly rule: string;
  /** What the data show, in a sentence. */
  readonly finding: string;
}

/** Judges a claim from the tables as read back from the CSV, by intervals with the given confidence. */
export function judgeClaim(name: string, claim: Claim, tables: Tables, confidence = CONFIDENCE): JudgedClaim {
  const { numberFormat, judge } = kindOf(claim);
  const judgement = judge(claim, tables as AnyTables, confidence);
  const { verdict, interval, rule } = judgement;
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
      ? `Nothing was run that could decide this: ${claim.statement}`
      : fillWording(claim.wording, judgement, numberFormat),
  };
}

function fillWording(
  wording: Wording,
  { verdict, interval, count = 0, categories = "", counterexample = "none" }: Judgement,
  format: NumberFormat,
): string {
  const { estimate, lower, upper, n } = interval;
  const values: Readonly<Record<string, string>> = {
    estimate: formatWithUnit(format, estimate, upper - lower),
    interval: formatInterval(format, lower, upper),
    n: String(n),
    count: String(count),
    others: String(n - count),
    categories,
    counterexample,
  };
  return wording[verdict].replaceAll(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}
