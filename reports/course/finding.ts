/** What a lesson quotes of the suite's results. */
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { CLAIMS_SCHEMA } from "../../experiments/define/tables.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { rowsOf } from "../../experiments/store/csv.ts";
import { readFile, sha256Hex } from "../../experiments/store/files.ts";
import type { Manifest } from "../../experiments/store/manifest.ts";
import { numeral } from "../chart/scales.ts";
import type { FindingValues } from "./lesson.ts";

/** A judged claim, as a lesson quotes it. */
export interface Finding {
  readonly verdict: Verdict;
  readonly values: FindingValues;
}

/** The claim that a lesson quotes. */
export interface QuotedClaim {
  readonly experiment: string;
  readonly claim: string;
}

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
export function findingOf({ verdict, n, estimate }: Row): Finding | undefined {
  const known = VERDICTS.find((each) => each === verdict);
  if (!known || typeof n !== "number" || n === 0 || typeof estimate !== "number") return undefined;
  const count = Math.round(estimate * n);
  return { verdict: known, values: { starts: numeral(n), count: numeral(count), others: numeral(n - count) } };
}
