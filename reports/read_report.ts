/** Reads the report on a stored result. */
import { InputError } from "../core/input/input_error.ts";
import { CATALOG } from "../experiments/catalog.ts";
import type { Experiment } from "../experiments/experiment.ts";
import { planOf } from "../experiments/plan.ts";
import { planSettings } from "../experiments/store/provenance.ts";
import { readManifest, readTrustedData } from "../experiments/store/read_result.ts";
import type { Report } from "./experiment_report.ts";
import { reportOf } from "./publish.ts";

/**
 * Reads the result in a folder and judges its claims from the CSV files; trains nothing.
 *
 * `experiments` are those whose results can be read: the suite's by default.
 *
 * Throws an InputError if a file is missing, malformed or does not match its digest, or if the result is of no such
 * experiment.
 */
export async function readReport(folder: string, experiments: readonly Experiment[] = CATALOG): Promise<Report> {
  const manifest = await readManifest(folder);
  const experiment = experiments.find(({ id }) => id === manifest.experiment);
  if (!experiment) {
    const rule = "must be one of the experiments that are given";
    throw new InputError({ file: `${folder}/manifest.json`, field: "experiment", rule, value: manifest.experiment });
  }
  const plan = planOf(experiment, planSettings(manifest));
  const { tables, replication } = await readTrustedData(folder, manifest, plan);
  return { ...reportOf(plan, tables), ...(replication && { replication }) };
}
