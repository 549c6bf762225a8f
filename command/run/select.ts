/** Which experiments a person means. */
import { InputError } from "../../core/input/input_error.ts";
import { nearest } from "../../core/input/suggestion.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { matchesGlob } from "../cli/glob.ts";

/** The experiments that any of the words names (an id, or a pattern with * and ?), in the catalogue's order; all where there are no words. */
export function select(act: string, words: readonly string[], catalog: readonly Experiment[]): Experiment[] {
  const ids = catalog.map(({ id }) => id);
  for (const word of words) {
    if (ids.some((id) => matchesGlob(word, id))) continue;
    throw /[*?]/.test(word)
      ? new InputError({ action: { verb: act, object: word }, rule: "no experiment matches it" })
      : unknownExperiment(act, word, ids);
  }
  return catalog.filter(({ id }) => words.length === 0 || words.some((word) => matchesGlob(word, id)));
}

/** The one experiment that is called so. */
export function experimentOf(act: string, id: string, catalog: readonly Experiment[]): Experiment {
  const found = catalog.find((experiment) => experiment.id === id);
  if (found) return found;
  throw unknownExperiment(act, id, catalog.map((experiment) => experiment.id));
}

function unknownExperiment(act: string, id: string, known: readonly string[]): InputError {
  const action = { verb: act, object: id };
  return new InputError({ action, rule: "no experiment has this name", suggestion: nearest(id, known) });
}
