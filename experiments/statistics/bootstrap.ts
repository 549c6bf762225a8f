import { demand, demandConfidence } from "./check_inputs.ts";
import { CONFIDENCE, type Interval } from "./interval.ts";
import { quantile } from "./quantile.ts";

/** How a bootstrap draws its samples; the same random numbers give the same interval. */
export interface Draws {
  /** Gives uniform numbers in [0, 1), such as `stream("1", "bootstrap").double`. */
  readonly random: () => number;
  /** The number of samples; 2,000 by default. */
  readonly repeats?: number;
  /** The confidence of the interval; 0.95 by default. */
  readonly confidence?: number;
}

/**
 * A statistic of all values with its stratified percentile-bootstrap interval.
 *
 * Each stratum (such as a cell) is resampled with replacement at its own size, in order. A statistic that is the same in
 * every sample gets an interval of zero width.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics, stream } from "../../mod.ts";
 *
 * const largest = (values: readonly number[]) => Math.max(...values);
 * const { estimate, upper, n } = statistics.bootstrap([[1, 2, 3], [4, 5]], largest, {
 *   random: stream("1", "bootstrap").double,
 * });
 * assertEquals([estimate, upper, n], [5, 5, 5]);
 * ```
 *
 * Throws a RangeError if the statistic of a sample is NaN. Source: Efron & Tibshirani 1993, "An Introduction to the
 * Bootstrap", 13.3.
 */
export function bootstrap<T>(
  strata: readonly (readonly T[])[],
  statistic: (values: readonly T[]) => number,
  { random, repeats = 2000, confidence = CONFIDENCE }: Draws,
): Interval {
  demandConfidence(confidence);
  demand(Number.isInteger(repeats) && repeats > 0, "bootstrap", "repeats", "a whole number above 0", repeats);
  const all = strata.flat() as T[];
  const n = all.length;
  const estimate = statistic(all);
  if (n === 0) return { estimate, lower: -Infinity, upper: Infinity, n };
  const sample = () => strata.flatMap((values) => values.map(() => values[Math.floor(random() * values.length)]!));
  const results = new Float64Array(repeats);
  for (let repeat = 0; repeat < repeats; repeat++) results[repeat] = statistic(sample());
  results.sort();
  demand(!Number.isNaN(results[repeats - 1]), "bootstrap", "the statistic of every sample", "a number", NaN);
  const lower = quantile(results, (1 - confidence) / 2);
  const upper = quantile(results, (1 + confidence) / 2);
  return { estimate, lower, upper, n };
}
