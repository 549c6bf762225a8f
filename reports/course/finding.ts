/** What a lesson quotes of the suite's results. */
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { CLAIMS_SCHEMA } from "../../experiments/define/tables.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { rowsOf } from "../../experiments/store/csv.ts";
import { readFile, sha256Hex } from "../../experiments/store/files.ts";
import type { Manifest } from "../../experiments/store/manifest.ts";
import { formatSignificant } from "../../experiments/format.ts";
import { numeral } from "../chart/scales.ts";
import type { FindingValues, QuotedClaim } from "./lesson.ts";

/** A judged claim, as a lesson quotes it. */
export interface Finding {
  readonly verdict: Verdict;
  readonly values: FindingValues;
}

/** Looks up a claim; undefined where its experiment was not run. */
export type Quote = (quoted: QuotedClaim) => Finding | undefined;

/**
 * Reads a claim from the result in a folder.
 *
 * Undefined if claims.csv is missing, differs from the manifest's digest, or decides nothing about the claim.
 */
export function readFinding(folder: string, { files }: Manifest, claim: string): Finding | undefined {
  const file = "claims.csv";
  try {
    const text = readFile(folder, file);
    if (sha256Hex(text) !== files[file]) return undefined;
    const row = rowsOf(text, CLAIMS_SCHEMA).find((each) => each.claim === claim);
    return row && findingOf(row);
  } catch (error) {
    inputErrorMessage(error); // verify and report say what is wrong with a result
  }
}

const VERDICTS: readonly Verdict[] = ["supported", "refuted", "undecided"];

/** The finding of a row of claims.csv; undefined if nothing was judged. */
export function findingOf({ verdict, n, estimate, lower, upper }: Row): Finding | undefined {
  const known = VERDICTS.find((each) => each === verdict);
  if (!known || typeof n !== "number" || n === 0 || typeof estimate !== "number") return undefined;
  const count = Math.round(estimate * n);
  const [starts, holds, others] = [n, count, n - count].map(numeral) as [string, string, string];
  const [exact, percent] = [estimate, 100 * estimate].map((value) => formatSignificant(value, 3)) as [string, string];
  const [interval, percentInterval] = [1, 100].map((scale) => intervalText(lower, upper, scale)) as [string, string];
  const values = { starts, count: holds, others, estimate: exact, percent, interval, percentInterval };
  return { verdict: known, values };
}

/** The interval of a row, scaled; an end that is missing is unbounded, both mean that there is none. */
function intervalText(lower: Row[string], upper: Row[string], scale: number): string {
  if (typeof lower !== "number" && typeof upper !== "number") return "";
  const [from, to] = [lower ?? -Infinity, upper ?? Infinity].map((end) => formatSignificant(Number(end) * scale, 3));
  return ` [${from}, ${to}]`;
}
