/** The command that reproduces several results at once. */
import type { Experiment } from "../../experiments/experiment.ts";
import { planOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import type { ProvenanceSettings } from "../../experiments/store/provenance.ts";
import { settingOptions } from "../page/command_line.ts";

/** An experiment and the settings of its result. */
export interface ExperimentResult {
  readonly experiment: Experiment;
  readonly settings: ProvenanceSettings;
}

/** The command that reproduces the results, of the whole suite or of a part; undefined where no single command does. */
export function suiteCommand(results: readonly ExperimentResult[], isWholeSuite: boolean): string | undefined {
  const seeds = results.find(({ experiment, settings }) => settings.replicates !== experiment.replicates)?.settings
    .replicates;
  const epochs = results.find(({ settings }) => settings.epochs !== null)?.settings.epochs;
  const settings: Settings = {
    suiteSeed: results[0]?.settings.suiteSeed ?? SUITE_SEED,
    ...(seeds !== undefined && { seeds }),
    ...(typeof epochs === "number" && { epochs }),
  };
  if (!results.every((result) => leadsTo(settings, result))) return undefined;
  const ids = isWholeSuite ? [] : results.map(({ experiment }) => experiment.id);
  const words = [...ids, ...settingOptions(settings)];
  return ["deno task experiment", ...(words.length > 0 ? ["run", ...words] : [])].join(" ");
}

/** Whether a run with some settings leads to those of a result. */
function leadsTo(given: Settings, { experiment, settings }: ExperimentResult): boolean {
  const { suiteSeed, replicates, epochs, levels } = settings;
  if (given.suiteSeed !== suiteSeed || (given.seeds ?? experiment.replicates) !== replicates) return false;
  // epochs and levels do not depend on the number of seeds
  const plan = planOf(experiment, { ...given, seeds: 1 });
  return (plan.epochs ?? null) === epochs && JSON.stringify(plan.levels) === JSON.stringify(levels);
}
