import { binomial, sum } from "./binomial.ts";
import { demandCount } from "./check_inputs.ts";
import type { Pairs } from "./pairs.ts";

/**
 * How probable a split at least this uneven is where either side is equally likely: the exact two-sided p; 1
 * without any.
 *
 * Ties belong to neither count. Source: Arbuthnott 1710; Conover 1999, "Practical Nonparametric Statistics", 3.4.
 */
export function signTest(first: number, second: number): number {
  demandCount("signTest", "first", first);
  demandCount("signTest", "second", second);
  return Math.min(1, 2 * sum(binomial(first + second, 0.5), Math.min(first, second)));
}

/**
 * How probable such a difference is where two arms succeed equally often on the same seeds: the exact two-sided p.
 *
 * Only discordant seeds tell. Source: McNemar 1947, Psychometrika 12, in its exact form.
 */
export function mcnemar(pairs: Pairs): number {
  return signTest(pairs.onlyA, pairs.onlyB);
}
