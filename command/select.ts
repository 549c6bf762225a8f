/** Which experiments a person means. */
import { InputError, suggestion } from "../core/reading.ts";
import type { Experiment } from "../experiments/experiment.ts";

/** The experiments that any of the words names (an id, or a pattern with * and ?), in the catalogue's order; all where there are no words. */
export function select(act: string, words: readonly string[], catalog: readonly Experiment[]): Experiment[] {
  const ids = catalog.map(({ id }) => id);
  const patterns = words.map(patternOf);
  words.forEach((word, i) => {
    if (ids.some((id) => patterns[i]!.test(id))) return;
    const why = /[*?]/.test(word) ? "no experiment matches it" : `no experiment has this name${suggestion(word, ids)}`;
    throw new InputError(`Cannot ${act} "${word}": ${why}`);
  });
  return catalog.filter(({ id }) => words.length === 0 || patterns.some((pattern) => pattern.test(id)));
}

/** The one experiment that is called so. */
export function experimentOf(act: string, id: string, catalog: readonly Experiment[]): Experiment {
  const found = catalog.find((experiment) => experiment.id === id);
  if (found) return found;
  const hint = suggestion(id, catalog.map((experiment) => experiment.id));
  throw new InputError(`Cannot ${act} "${id}": no experiment has this name${hint}`);
}

function patternOf(word: string): RegExp {
  const source = word.replaceAll(/[\\^$.|+()[\]{}]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s");
}
