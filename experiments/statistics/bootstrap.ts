import { demand, demandLevel } from "./check_inputs.ts";
import { type Interval, LEVEL } from "./interval.ts";
import { quantile } from "./quantile.ts";

/** How to draw: `random` gives uniform numbers in [0, 1), and the same numbers give the same interval. */
export interface Draws {
  /** Such as `stream("1", "bootstrap").double`. */
  readonly random: () => number;
  /** How many samples to draw: 2,000 unless told otherwise. */
  readonly repeats?: number;
  /** The probability of the interval: 0.95 unless told otherwise. */
  readonly level?: number;
}

/**
 * A statistic of all values with its stratified percentile-bootstrap interval.
 *
 * Each stratum (such as a cell) is drawn anew with replacement from itself, as large as it is, in order. A
 * statistic that varies in no sample gets an interval without width: the bootstrap knows only what was seen.
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
 * Throws a RangeError where the statistic is NaN. Source: Efron & Tibshirani 1993, "An Introduction to the
 * Bootstrap", 13.3.
 */
export function bootstrap<T>(
  strata: readonly (readonly T[])[],
  statistic: (values: readonly T[]) => number,
  { random, repeats = 2000, level = LEVEL }: Draws,
): Interval {
  demandLevel(level);
  demand(Number.isInteger(repeats) && repeats > 0, "bootstrap", "repeats", "a whole number above 0", repeats);
  const all = strata.flat() as T[], estimate = statistic(all), n = all.length;
  if (n === 0) return { estimate, lower: -Infinity, upper: Infinity, n };
  const draw = () => strata.flatMap((values) => values.map(() => values[Math.floor(random() * values.length)]!));
  const results = new Float64Array(repeats);
  for (let repeat = 0; repeat < repeats; repeat++) results[repeat] = statistic(draw());
  results.sort();
  demand(!Number.isNaN(results[repeats - 1]), "bootstrap", "the statistic of every sample", "a number", NaN);
  return { estimate, lower: quantile(results, (1 - level) / 2), upper: quantile(results, (1 + level) / 2), n };
}
