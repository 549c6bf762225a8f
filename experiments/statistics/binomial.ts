import { demand, demandCount } from "./inputs.ts";

/**
 * The probabilities of 0 … n successes in n trials.
 *
 * Each is its neighbour times the ratio of the two, outward from the likeliest count; so nothing overflows, and
 * only what is below 1e-300 becomes 0. Throws a RangeError unless n is a whole number and 0 < p < 1.
 */
export function binomial(n: number, p: number): Float64Array {
  demandCount("binomial", "n", n);
  demand(p > 0 && p < 1, "binomial", "p", "a number between 0 and 1", p);
  const odds = p / (1 - p), likeliest = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Float64Array(n + 1);
  weights[likeliest] = 1;
  for (let k = likeliest; k > 0; k--) weights[k - 1] = weights[k]! * (k / (n - k + 1)) / odds;
  for (let k = likeliest; k < n; k++) weights[k + 1] = weights[k]! * ((n - k) / (k + 1)) * odds;
  const total = sum(weights, n);
  return weights.map((weight) => weight / total);
}

/** The sum of the entries 0 … last. */
export function sum(values: ArrayLike<number>, last: number): number {
  let total = 0;
  for (let i = 0; i <= last; i++) total += values[i]!;
  return total;
}
