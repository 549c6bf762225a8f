/** Runs one experiment from another program. */
import type { EngineName } from "../core/config/config.ts";
import { readExperiment } from "../experiments/define/read_experiment.ts";
import type { Experiment } from "../experiments/experiment.ts";
import { planOf, type Settings, SUITE_SEED } from "../experiments/plan.ts";
import { runPlan } from "../experiments/training/run_plan.ts";
import { removeFile, writeFiles } from "../experiments/store/files.ts";
import { REPLICATION_FILE } from "../experiments/store/manifest.ts";
import { singleThreadTrainer } from "../experiments/training/trainer.ts";
import { pageScript } from "./page_script.ts";
import { publish, reportOf } from "./publish.ts";
import type { Report } from "./experiment_report.ts";

/** Settings of a run of one experiment. */
export interface RunOptions extends Partial<Settings> {
  /** The folder for the files; none are written without it. */
  readonly out?: string;
  /** Every engine gives the same bits. */
  readonly engine?: EngineName;
}

/** The warning where the script of pages has not been bundled. */
const WITHOUT_SCRIPT = 'Nothing runs in the page: "deno task scripts" in the folder of xorlab makes its script';

/**
 * Trains an experiment in this thread, judges its claims from the CSV text and, if `out` names a folder, writes the
 * files of the result there, the page with its script among them.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CATALOG, runExperiment } from "../mod.ts";
 *
 * const course = CATALOG.find(({ id }) => id === "forward-pass")!;
 * const { plan, judged } = await runExperiment(course, { seeds: 2 });
 * assertEquals([plan.replicates, judged.length], [2, Object.keys(course.claims).length]);
 * ```
 *
 * Throws an InputError if the experiment or the settings are invalid.
 */
export async function runExperiment(experiment: Experiment, options: RunOptions = {}): Promise<Report> {
  const { out, engine = "auto", ...settings } = options;
  // a program that nobody has compiled may hold mistakes, which are better found before the training
  const plan = planOf(readExperiment(experiment, "experiment"), { suiteSeed: SUITE_SEED, ...settings });
  const tables = await runPlan(plan, singleThreadTrainer(), { engine });
  if (out === undefined) return reportOf(plan, tables);
  const script = await pageScript();
  if (script === undefined) console.warn(WITHOUT_SCRIPT);
  const { report, files, large } = await publish(plan, tables, { script });
  writeFiles(out, files, { isNamed: true }, large);
  removeFile(`${out}/${REPLICATION_FILE}`); // it was that of an earlier result
  return report;
}
