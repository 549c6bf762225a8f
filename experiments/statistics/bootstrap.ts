import { demand, demandConfidence } from "./check_inputs.ts";
import { CONFIDENCE, type Interval } from "./interval.ts";
import { quantile } from "./quantile.ts";

/** How a bootstrap draws its samples; the same random numbers give the same distribution. */
export interface Draws {
  /** Gives uniform numbers in [0, 1), such as `stream("1", "bootstrap").double`. */
  readonly random: () => number;
  /** The number of samples; 2,000 by default. */
  readonly repeats?: number;
}

/**
 * A statistic of bootstrap samples, sorted; empty without values.
 *
 * There are n values in all, in strata (such as cells) of the given sizes. Each stratum is resampled with replacement at
 * its own size, in order; `statistic` receives the indices of a sample's values, in an array that is used again. Throws
 * a RangeError if the statistic of a sample is NaN. Source: Efron & Tibshirani 1993, "An Introduction to the Bootstrap",
 * 13.3.
 */
export function bootstrapDistribution(
  sizes: readonly number[],
  statistic: (indices: Int32Array) => number,
  { random, repeats = 2000 }: Draws,
): Float64Array {
  demand(Number.isInteger(repeats) && repeats > 0, "bootstrap", "repeats", "a whole number above 0", repeats);
  const indices = new Int32Array(sizes.reduce((sum, size) => sum + size, 0));
  if (indices.length === 0) return new Float64Array();
  const results = new Float64Array(repeats);
  for (let repeat = 0; repeat < repeats; repeat++) {
    let first = 0;
    for (const size of sizes) {
      for (let i = 0; i < size; i++) indices[first + i] = first + Math.floor(random() * size);
      first += size;
    }
    results[repeat] = statistic(indices);
  }
  results.sort();
  demand(!Number.isNaN(results[repeats - 1]), "bootstrap", "the statistic of every sample", "a number", NaN);
  return results;
}

/** The percentile interval of a bootstrap distribution; unbounded if the distribution is empty. */
export function percentileInterval(
  distribution: Float64Array,
  estimate: number,
  n: number,
  confidence = CONFIDENCE,
): Interval {
  demandConfidence(confidence);
  if (distribution.length === 0) return { estimate, lower: -Infinity, upper: Infinity, n };
  const lower = quantile(distribution, (1 - confidence) / 2);
  const upper = quantile(distribution, (1 + confidence) / 2);
  return { estimate, lower, upper, n };
}

/**
 * A statistic of all values with its stratified percentile-bootstrap interval.
 *
 * A statistic that is the same in every sample gets an interval of zero width.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { stream } from "../../core/core.ts";
 * import { statistics } from "../../mod.ts";
 *
 * const largest = (values: readonly number[]) => Math.max(...values);
 * const { estimate, upper, n } = statistics.bootstrap([[1, 2, 3], [4, 5]], largest, {
 *   random: stream("1", "bootstrap").double,
 * });
 * assertEquals([estimate, upper, n], [5, 5, 5]);
 * ```
 *
 * Throws a RangeError if the statistic of a sample is NaN.
 */
export function bootstrap<T>(
  strata: readonly (readonly T[])[],
  statistic: (values: readonly T[]) => number,
  { confidence, ...draws }: Draws & { readonly confidence?: number },
): Interval {
  const all = strata.flat() as T[];
  const ofSample = (indices: Int32Array) => statistic(Array.from(indices, (i) => all[i]!));
  const distribution = bootstrapDistribution(strata.map(({ length }) => length), ofSample, draws);
  return percentileInterval(distribution, statistic(all), all.length, confidence);
}
