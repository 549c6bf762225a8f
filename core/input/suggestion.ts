/** The known word that a misspelt one was probably meant to be. */
import { distance } from "fastest-levenshtein";

/** The known word closest to `word` by edit distance, ignoring case; undefined where none is close enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const letters = (text: string) => [...text].sort().join(""), written = word.toLowerCase();
  const edits = (name: string) => {
    const wanted = name.toLowerCase(), count = distance(written, wanted);
    // Swapped letters are one mistake; Levenshtein's distance counts them as two.
    return count > 1 && name.length > 1 && letters(wanted) === letters(written) ? 1 : count;
  };
  const [first] = known.map((name) => ({ name, count: edits(name) })).sort((a, b) => a.count - b.count);
  return first && first.count <= Math.max(2, word.length / 3) && first.count < word.length ? first.name : undefined;
}
