/** From what a person asked to what is trained: every mistake shows here, before anything runs. */
import { mapInputErrors } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Plan, planOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import type { Options } from "../cli/options.ts";
import { select } from "./select.ts";

/** The options that `settingsFrom` reads. */
export const SETTING_OPTIONS = ["seeds", "epochs", "set", "suite-seed"] as const;

/** The plans of all experiments that the words name. */
export function plansFrom(act: string, words: readonly string[], options: Options): Plan[] {
  const settings = settingsFrom(options);
  return select(act, words, CATALOG).map((experiment) => planFrom(act, experiment, settings));
}

/** The settings that the options amount to. */
export function settingsFrom({ seeds, epochs, set, "suite-seed": suiteSeed = SUITE_SEED }: Options): Settings {
  return { suiteSeed, ...(seeds && { seeds }), ...(epochs && { epochs }), ...(set && { set }) };
}

/** Lays out an experiment; a complaint about one of its configs is told with its name. */
export function planFrom(act: string, experiment: Experiment, settings: Settings): Plan {
  return mapInputErrors(
    (error) => error.during({ verb: act, object: experiment.id }),
    () => planOf(experiment, settings),
  );
}
