import { demand, demandCount } from "./check_inputs.ts";

/**
 * The probabilities of 0 … n successes in n trials.
 *
 * Each is computed from its neighbour by the ratio of the two, outward from the mode; so nothing overflows, and only
 * probabilities below 1e-300 become 0. For p = ½ and up to 50 trials they are exact. Throws a RangeError unless n is a
 * whole number and 0 < p < 1.
 */
export function binomial(n: number, p: number): Float64Array {
  demandCount("binomial", "n", n);
  demand(p > 0 && p < 1, "binomial", "p", "a number between 0 and 1", p);
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Float64Array(n + 1);
  // any positive weight would do; the binomial coefficient and its neighbours are whole numbers, so they are exact
  weights[mode] = Math.min(coefficient(n, mode), LARGE);
  for (let k = mode; k > 0; k--) weights[k - 1] = weights[k]! * k / (n - k + 1) / odds;
  for (let k = mode; k < n; k++) weights[k + 1] = weights[k]! * (n - k) / (k + 1) * odds;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** A weight that can be multiplied by a count and summed without overflow. */
const LARGE = 1e280;

/** The binomial coefficient n over k; ∞ if it exceeds the range of a double. */
function coefficient(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k && result < Infinity; i++) result = result * (n - i) / (i + 1);
  return result;
}
