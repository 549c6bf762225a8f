/** Reads a stored result whose files match their digests. */
import { readTrustedData, type TrustedData } from "../../experiments/store/read_result.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type PlannedResult, readPlannedResult } from "./results_folder.ts";

/** A stored result with its tables. */
export interface TrustedResult extends PlannedResult, TrustedData {}

/** A result with its tables; throws an InputError if one does not match its digest. */
export async function readTrustedResult(
  folder: string,
  suiteFolder: string | undefined,
  experiments: readonly Experiment[],
): Promise<TrustedResult> {
  const result = await readPlannedResult(folder, suiteFolder, experiments);
  return { ...result, ...await readTrustedData(folder, result.manifest, result.plan) };
}
