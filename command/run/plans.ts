/** Plans from operands and options; every mistake in them is found here, before anything runs. */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Run } from "../../experiments/define/run.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Plan, planOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import type { Options } from "../cli/options.ts";
import { findExperiment, selectExperiments } from "./select_experiments.ts";

/** The options that change a plan's settings. */
export const SETTING_OPTIONS = ["seeds", "epochs", "set", "suite-seed"] as const;

/** The plans of all experiments that match the patterns; `verb` appears in error messages. */
export function planSelected(verb: string, patterns: readonly string[], options: Options): Plan[] {
  const settings = settingsFromOptions(options);
  return selectExperiments(verb, patterns, CATALOG).map((experiment) => planExperiment(verb, experiment, settings));
}

function settingsFromOptions({ seeds, epochs, set, "suite-seed": suiteSeed = SUITE_SEED }: Options): Settings {
  return { suiteSeed, ...(seeds && { seeds }), ...(epochs && { epochs }), ...(set && { set }) };
}

/** The plan of an experiment; its errors name `verb` and the experiment. */
export function planExperiment(verb: string, experiment: Experiment, settings: Settings): Plan {
  return mapInputErrors(
    (error) => error.during({ verb, object: experiment.id }),
    () => planOf(experiment, settings),
  );
}

/** The single run that `--set` and `--replicate` select; throws an InputError if several remain. */
export function selectRun(verb: string, id: string, options: Options): Run {
  const experiment = findExperiment(verb, id, CATALOG);
  const settings = settingsFromOptions(options);
  const ambiguous = ambiguousFactors(planExperiment(verb, experiment, { ...settings, seeds: 1 }));
  if (ambiguous.length > 0) {
    throw new InputError({
      action: { verb: "select one run of", object: id },
      field: "--set",
      rule: `must pick one level of ${ambiguous.join(" and of ")}`,
    });
  }
  const { replicate = 0 } = options;
  return planExperiment(verb, experiment, { ...settings, seeds: replicate + 1 }).runs[replicate]!;
}

/** The factors with several levels, and those levels. */
function ambiguousFactors({ levels }: Plan): string[] {
  return Object.entries(levels)
    .filter(([, names]) => names.length > 1)
    .map(([factor, names]) => `${factor} (${names.join(", ")})`);
}
