/** Which experiments a person means. */
import { InputError, suggestion } from "../../core/input/reading.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { matchesGlob } from "../cli/glob.ts";

/** The experiments that any of the words names (an id, or a pattern with * and ?), in the catalogue's order; all where there are no words. */
export function select(act: string, words: readonly string[], catalog: readonly Experiment[]): Experiment[] {
  const ids = catalog.map(({ id }) => id);
  for (const word of words) {
    if (ids.some((id) => matchesGlob(word, id))) continue;
    const why = /[*?]/.test(word) ? "no experiment matches it" : `no experiment has this name${suggestion(word, ids)}`;
    throw new InputError(`Cannot ${act} "${word}": ${why}`);
  }
  return catalog.filter(({ id }) => words.length === 0 || words.some((word) => matchesGlob(word, id)));
}

/** The one experiment that is called so. */
export function experimentOf(act: string, id: string, catalog: readonly Experiment[]): Experiment {
  const found = catalog.find((experiment) => experiment.id === id);
  if (found) return found;
  const hint = suggestion(id, catalog.map((experiment) => experiment.id));
  throw new InputError(`Cannot ${act} "${id}": no experiment has this name${hint}`);
}
