import { demand, demandCount } from "./check_inputs.ts";

/**
 * The probabilities of 0 … n successes in n trials.
 *
 * Each is its neighbour times the ratio of the two, outward from the likeliest count; so nothing overflows, and
 * only what is below 1e-300 becomes 0. For p = ½ and up to 50 trials they are exact. Throws a RangeError unless n is a
 * whole number and 0 < p < 1.
 */
export function binomial(n: number, p: number): Float64Array {
  demandCount("binomial", "n", n);
  demand(p > 0 && p < 1, "binomial", "p", "a number between 0 and 1", p);
  const odds = p / (1 - p), likeliest = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Float64Array(n + 1);
  // any weight would do; the number of ways is whole, and so are its neighbours
  weights[likeliest] = Math.min(ways(n, likeliest), LARGE);
  for (let k = likeliest; k > 0; k--) weights[k - 1] = weights[k]! * k / (n - k + 1) / odds;
  for (let k = likeliest; k < n; k++) weights[k + 1] = weights[k]! * (n - k) / (k + 1) * odds;
  const total = sum(weights, n);
  return weights.map((weight) => weight / total);
}

/** A weight that may be summed and multiplied by a count. */
const LARGE = 1e280;

/** How many ways there are to choose k of n; ∞ where that is no double. */
function ways(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k && ways < Infinity; i++) ways = ways * (n - i) / (i + 1);
  return ways;
}

/** The sum of the entries 0 … last. */
export function sum(values: ArrayLike<number>, last: number): number {
  let total = 0;
  for (let i = 0; i <= last; i++) total += values[i]!;
  return total;
}
