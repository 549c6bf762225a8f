/** Suggestions for misspelt words. */
import { distance } from "fastest-levenshtein";

/** The known word closest to `word` by edit distance, ignoring case; undefined if none is close enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const sortedLetters = (text: string) => [...text].sort().join(""), given = word.toLowerCase();
  const edits = (name: string) => {
    const candidate = name.toLowerCase(), count = distance(given, candidate);
    // Transposed letters are one mistake; the Levenshtein distance counts them as two.
    return count > 1 && name.length > 1 && sortedLetters(candidate) === sortedLetters(given) ? 1 : count;
  };
  const [first] = known.map((name) => ({ name, count: edits(name) })).sort((a, b) => a.count - b.count);
  return first && first.count <= Math.max(2, word.length / 3) && first.count < word.length ? first.name : undefined;
}
