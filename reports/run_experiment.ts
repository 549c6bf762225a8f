/** One experiment from question to page, for programs of one's own. */
import type { EngineName } from "../core/config/config.ts";
import type { Experiment } from "../experiments/experiment.ts";
import { planOf, type Settings, SUITE_SEED } from "../experiments/plan.ts";
import { runPlan } from "../experiments/training/run_plan.ts";
import { writeFiles } from "../experiments/store/files.ts";
import { trainerHere } from "../experiments/training/trainer.ts";
import { publish, reportOf } from "./publish.ts";
import type { Report } from "./experiment_report.ts";

/** What a run of one experiment may be told. */
export interface RunOptions extends Partial<Settings> {
  /** The folder for the files; none are written without it. */
  readonly out?: string;
  /** What computes; every engine gives the same bits. */
  readonly engine?: EngineName;
}

/**
 * Runs an experiment in this thread and, where `out` names a folder, writes its CSV files and its page there.
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
 * Throws an InputError where the experiment or the settings make no sense.
 */
export async function runExperiment(experiment: Experiment, options: RunOptions = {}): Promise<Report> {
  const { out, engine = "auto", ...settings } = options;
  const plan = planOf(experiment, { suiteSeed: SUITE_SEED, ...settings });
  const tables = await runPlan(plan, trainerHere(), { engine });
  if (out !== undefined) writeFiles(out, await publish(plan, tables));
  return reportOf(plan, tables);
}
