/** Draws the runs that a sample of results reproduces. */
import { InputError } from "../../core/input/input_error.ts";
import { permutation } from "../../core/orders.ts";
import { type Stream, stream } from "../../core/random.ts";
import { countIn, type Range, rangesOfIndices } from "../../experiments/training/ranges.ts";

/** Most runs from which a sample is drawn by a permutation of all, and most that are drawn of more. */
export const MAX_PERMUTED = 10_000_000;

/**
 * A random sample of the runs of all results, by result: `size` of them, or all if there are no more.
 *
 * It takes memory for the drawn runs, or for 10 million. Throws an InputError if it is to draw more, but not all.
 */
export function sampleRuns(runs: readonly (readonly Range[])[], size: number, seed: string): Range[][] {
  const counts = runs.map(countIn);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (size >= total) return runs.map((ranges) => [...ranges]);
  const drawn = Float64Array.from(drawIndices(stream(seed, "verify"), size, total)).sort();
  let before = 0;
  return counts.map((count) => {
    const own = drawn.filter((index) => index >= before && index < before + count).map((index) => index - before);
    before += count;
    return rangesOfIndices(own);
  });
}

/** Draws `size` different indices below `total`. */
function drawIndices(random: Stream, size: number, total: number): Iterable<number> {
  if (total <= MAX_PERMUTED) return permutation(random, total).slice(0, size);
  if (size > MAX_PERMUTED) {
    throw new InputError({ field: "--sample", rule: `must be at most ${MAX_PERMUTED} of ${total} runs`, value: size });
  }
  // Floyd: of the indices up to each of the last ones, one that is not drawn yet
  const drawn = new Set<number>();
  for (let last = total - size; last < total; last++) {
    const index = Math.floor(random.double() * (last + 1));
    drawn.add(drawn.has(index) ? last : index);
  }
  return drawn;
}
