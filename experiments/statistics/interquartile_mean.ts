import { bootstrap, type Draws } from "./bootstrap.ts";
import { demandFinite } from "./check_inputs.ts";
import type { Interval } from "./interval.ts";

/**
 * The mean of the middle half: the n/4 smallest and n/4 largest values, rounded down, are left out; NaN for none.
 *
 * Throws a RangeError unless all are finite: a mean cannot hold unsolved runs. Source: Agarwal et al. 2021, "Deep
 * reinforcement learning at the edge of the statistical precipice", NeurIPS.
 */
export function interquartileMean(values: readonly number[]): number {
  demandFinite("interquartileMean", "values", values);
  const trim = Math.floor(values.length / 4);
  const middle = Float64Array.from(values).sort().subarray(trim, values.length - trim);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** The interquartile mean of all strata together, with its stratified bootstrap interval (Agarwal et al. 2021). */
export function interquartileMeanInterval(strata: readonly (readonly number[])[], draws: Draws): Interval {
  return bootstrap(strata, interquartileMean, draws);
}
