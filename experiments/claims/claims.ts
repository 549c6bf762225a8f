/** Judging a claim: its kind, its verdict, and the sentence that states it. */
import type { CsvValue, Row } from "../define/columns.ts";
import { formatInterval, formatWithUnit, groupDigits, type NumberFormat } from "../format.ts";
import type { Verdict } from "../statistics/statistics.ts";
import type { Claim } from "./claim.ts";
import { rowAt } from "./column_table.ts";
import { type AnyRule, type Category, type ClaimKind, type ClaimRows, type Judgement, START } from "./kind.ts";
import { difference } from "./kinds/difference_claim.ts";
import { effort } from "./kinds/effort_claim.ts";
import { exact } from "./kinds/exact_claim.ts";
import { median } from "./kinds/median_claim.ts";
import { proof } from "./kinds/proof_claim.ts";
import { proportion } from "./kinds/proportion_claim.ts";
import { ratio } from "./kinds/ratio_claim.ts";
import { sooner } from "./kinds/sooner_claim.ts";
import { categoryOfRegion } from "./region.ts";
import { isNumeric } from "../define/factors.ts";
import { levelName, settingName } from "../words/display_names.ts";

/** The kinds of claims by name. */
export const KINDS: Readonly<Record<Claim["kind"], ClaimKind>> = {
  proof,
  every: exact,
  none: exact,
  proportion,
  difference,
  sooner,
  ratio,
  effort,
  median,
};

/** The kind of a claim. */
export function kindOf({ kind }: Pick<Claim, "kind">): ClaimKind {
  return KINDS[kind];
}

/** How a claim is decided. */
export function categoryOf(claim: Claim): Category {
  return kindOf(claim).category ?? categoryOfRegion(claim);
}

/** A claim that has been judged. */
export interface JudgedClaim {
  /** Its name. */
  readonly claim: string;
  /** What was claimed. */
  readonly statement: string;
  /** Whether the data support it. */
  readonly verdict: Verdict;
  /** The measured value that the rule judges; undefined if it is not finite, and for a proof. */
  readonly estimate: number | undefined;
  /** Lower end of its interval; undefined if unbounded, and for a proof. */
  readonly lower: number | undefined;
  /** Upper end of its interval; undefined if unbounded, and for a proof. */
  readonly upper: number | undefined;
  /** The number of starts, pairs of runs or rows of a proof that the verdict is based on. */
  readonly n: number;
  /** How the verdict was reached. */
  readonly rule: string;
  /** How the claim is decided. */
  readonly kind: Category;
  /** The confidence of the interval, as applied; undefined for a proof. */
  readonly confidence: number | undefined;
  /** What the data show, in a sentence. */
  readonly finding: string;
  /** The values that sentences fill in, by placeholder; none where nothing was judged. */
  readonly values: Readonly<Record<string, string>>;
  /** The row that refutes the claim by itself. */
  readonly counterexample?: Row;
}

/** Prepares to judge a claim on rows with any confidence. */
export function prepareClaim(name: string, claim: Claim, rows: ClaimRows): (confidence: number) => JudgedClaim {
  const judge = kindOf(claim).prepare(claim as AnyRule, rows);
  return (confidence) => {
    const judgement = judge(confidence);
    const row = judgement.counterexample === undefined ? undefined : rowAt(rows.table, judgement.counterexample);
    const words = row && describeRow(row, rows.table.key);
    return { ...judgedClaim(name, claim, judgement, confidence, words), ...(row && { counterexample: row }) };
  };
}

function judgedClaim(
  name: string,
  claim: Claim,
  judgement: Judgement,
  confidence: number,
  counterexample: string | undefined,
): JudgedClaim {
  const { verdict, interval, n, rule } = judgement;
  // an interval of no data is the whole range, which says nothing
  const finite = (value: number | undefined) => n > 0 && Number.isFinite(value) ? value : undefined;
  const values = valuesOf(judgement, kindOf(claim).numberFormat, counterexample);
  return {
    claim: name,
    statement: claim.statement,
    verdict,
    estimate: finite(interval?.estimate),
    lower: finite(interval?.lower),
    upper: finite(interval?.upper),
    n,
    rule,
    kind: categoryOf(claim),
    confidence: interval && confidence,
    finding: n === 0
      ? `Nothing was run that could decide this: ${claim.statement}`
      : fillWording(claim.wording[verdict], values),
    values,
  };
}

/** A claim that was not judged, for the reason given. */
export function undecidedClaim(name: string, claim: Claim, reason: string): JudgedClaim {
  return {
    claim: name,
    statement: claim.statement,
    verdict: "undecided",
    estimate: undefined,
    lower: undefined,
    upper: undefined,
    n: 0,
    rule: `undecided ${reason}`,
    kind: categoryOf(claim),
    confidence: undefined,
    finding: `Not everything was run that could decide this: ${claim.statement}`,
    values: {},
  };
}

function valuesOf(
  { interval, n, values: counts = {} }: Judgement,
  format: NumberFormat,
  counterexample: string | undefined,
): Readonly<Record<string, string>> {
  const { estimate = NaN, lower = NaN, upper = NaN } = interval ?? {};
  return {
    estimate: formatWithUnit(format, estimate, upper - lower),
    interval: formatInterval(format, lower, upper),
    n: countText(n),
    counterexample: counterexample ?? "none",
    ...Object.fromEntries(
      Object.entries(counts).map(([name, value]) => [name, typeof value === "number" ? countText(value) : value]),
    ),
  };
}

function countText(count: number): string {
  return groupDigits(String(count));
}

function fillWording(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replaceAll(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}

/** A row by its key columns, or else by its texts and start: “full batch, learning rate 0.9, start 3”. */
function describeRow(row: Row, key: readonly string[]): string {
  const isNamed = (name: string) =>
    key.length > 0 ? key.includes(name) : name === START || typeof row[name] === "string";
  return Object.entries(row)
    .filter(([name, value]) => isNamed(name) && value !== undefined)
    .map(([name, value]) => (isSelfExplanatory(value) ? levelName : settingName)(name, String(value)))
    .join(", ");
}

/** Whether a level needs no column name before it: a word, not a number or truth value. */
function isSelfExplanatory(value: CsvValue): boolean {
  return typeof value === "string" && !isNumeric(value) && value !== "true" && value !== "false";
}
