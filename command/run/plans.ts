/** Selects and plans experiments by operands and options; every mistake in these is found before anything runs. */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { nearest } from "../../core/input/readers.ts";
import type { Run } from "../../experiments/define/run.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Plan, planOf, runOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import type { Options } from "../cli/options.ts";
import { type KnownExperiments, SUITE_EXPERIMENTS } from "./known_experiments.ts";

/** The plans of all experiments that match the patterns; `verb` appears in error messages. */
export function planSelected(
  verb: string,
  patterns: readonly string[],
  options: Options,
  known = SUITE_EXPERIMENTS,
): Plan[] {
  const settings = settingsFromOptions(options);
  return selectExperiments(verb, patterns, known).map((experiment) => planExperiment(verb, experiment, settings));
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
export function selectRun(verb: string, id: string, options: Options, known = SUITE_EXPERIMENTS): Run {
  const experiment = findExperiment(verb, id, known.all);
  const settings = settingsFromOptions(options);
  const { levels } = planExperiment(verb, experiment, { ...settings, seeds: 1 });
  const ambiguous = Object.entries(levels)
    .filter(([, names]) => names.length > 1)
    .map(([factor, names]) => `${factor} (${names.join(", ")})`);
  if (ambiguous.length > 0) {
    throw new InputError({
      action: { verb: "select one run of", object: id },
      field: "--set",
      rule: `must pick one level of ${ambiguous.join(" and of ")}`,
    });
  }
  const { replicate = 0 } = options;
  return runOf(planExperiment(verb, experiment, { ...settings, seeds: replicate + 1 }), 0, replicate);
}

/**
 * The experiments that match any of the patterns, in the order in which they are known; without a pattern, those that
 * are meant where none is named.
 *
 * A pattern is an id, with * and ? as wildcards. Throws an InputError that names `verb` for a pattern without a match.
 */
export function selectExperiments(
  verb: string,
  patterns: readonly string[],
  { all, meant }: KnownExperiments = SUITE_EXPERIMENTS,
): readonly Experiment[] {
  if (patterns.length === 0) return meant;
  const ids = all.map(({ id }) => id);
  for (const pattern of patterns) {
    if (ids.some((id) => matchesGlob(pattern, id))) continue;
    throw /[*?]/.test(pattern)
      ? new InputError({ action: { verb, object: pattern }, rule: "no experiment matches it" })
      : unknownExperiment(verb, pattern, ids);
  }
  return all.filter(({ id }) => patterns.some((pattern) => matchesGlob(pattern, id)));
}

/** The experiment with this id; throws an InputError that names `verb` if there is none. */
export function findExperiment(
  verb: string,
  id: string,
  experiments: readonly Experiment[] = SUITE_EXPERIMENTS.all,
): Experiment {
  const found = experiments.find((experiment) => experiment.id === id);
  if (found) return found;
  throw unknownExperiment(verb, id, experiments.map((experiment) => experiment.id));
}

function unknownExperiment(verb: string, id: string, known: readonly string[]): InputError {
  const containing = known.filter((each) => each.includes(id));
  const suggestion = nearest(id, known) ?? (containing.length === 1 ? containing[0] : undefined);
  const hint = suggestion === undefined ? "; the sub-command list shows all" : "";
  return new InputError({ action: { verb, object: id }, rule: `no experiment has this name${hint}`, suggestion });
}

/** Whether a pattern with wildcards matches a whole name; its time is at most the product of their lengths. */
export function matchesGlob(pattern: string, name: string): boolean {
  const positions = Array.from({ length: name.length + 1 }, (_, position) => position);
  // where in the name a match of the pattern so far can end
  let ends = [0];
  for (const character of pattern.split("")) {
    ends = character === "*"
      ? positions.filter((position) => position >= ends[0]!)
      : ends.filter((end) => end < name.length && [name[end], "?"].includes(character)).map((end) => end + 1);
  }
  return ends.includes(name.length);
}
