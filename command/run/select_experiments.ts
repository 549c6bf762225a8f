/** Finds experiments by the words of a command line. */
import { InputError } from "../../core/input/input_error.ts";
import { nearest } from "../../core/input/suggestion.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { matchesGlob } from "../cli/glob.ts";

/**
 * The experiments that match any of the patterns, in the catalog's order; all experiments without a pattern.
 *
 * A pattern is an id, with * and ? as wildcards. Throws an InputError that names `verb` for a pattern without a match.
 */
export function selectExperiments(
  verb: string,
  patterns: readonly string[],
  catalog: readonly Experiment[],
): Experiment[] {
  const ids = catalog.map(({ id }) => id);
  for (const pattern of patterns) {
    if (ids.some((id) => matchesGlob(pattern, id))) continue;
    throw /[*?]/.test(pattern)
      ? new InputError({ action: { verb, object: pattern }, rule: "no experiment matches it" })
      : unknownExperiment(verb, pattern, ids);
  }
  return catalog.filter(({ id }) => patterns.length === 0 || patterns.some((pattern) => matchesGlob(pattern, id)));
}

/** The experiment with this id; throws an InputError that names `verb` if there is none. */
export function findExperiment(verb: string, id: string, catalog: readonly Experiment[]): Experiment {
  const found = catalog.find((experiment) => experiment.id === id);
  if (found) return found;
  throw unknownExperiment(verb, id, catalog.map((experiment) => experiment.id));
}

function unknownExperiment(verb: string, id: string, known: readonly string[]): InputError {
  const action = { verb, object: id };
  return new InputError({ action, rule: "no experiment has this name", suggestion: nearest(id, known) });
}
