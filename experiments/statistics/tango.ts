import { demandCount, demandPairs } from "./check_inputs.ts";
import { CONFIDENCE, type Interval, withoutData } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

/** The discordant pairs of two arms: those in which one arm alone succeeded. */
export interface DiscordantPairs {
  /** Pairs in which the first arm alone succeeded. */
  readonly onlyA: number;
  /** Pairs in which the second arm alone succeeded. */
  readonly onlyB: number;
}

/**
 * Counts the discordant pairs of two arms.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.countDiscordant([true, true, false], [true, false, false]), { onlyA: 1, onlyB: 0 });
 * ```
 *
 * Throws a RangeError unless both have the same length.
 */
export function countDiscordant(a: readonly boolean[], b: readonly boolean[]): DiscordantPairs {
  demandPairs("countDiscordant", a, b);
  const count = (inA: boolean) => a.filter((success, pair) => success === inA && b[pair] === !inA).length;
  return { onlyA: count(true), onlyB: count(false) };
}

/**
 * The difference of two paired proportions, A − B, from the discordant counts, with its score interval.
 *
 * The interval contains the differences that the score test does not reject; it excludes 0 exactly if McNemar's test
 * without correction rejects. [−1, 1] for n = 0.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const { estimate, lower, upper } = statistics.tango(20, 5, 100);
 * assertEquals([estimate, lower > 0, upper < 0.3], [0.15, true, true]);
 * ```
 *
 * Throws a RangeError unless the counts are whole numbers with onlyA + onlyB ≤ n. Source: Tango 1998, "Equivalence test
 * and confidence interval for the difference in proportions for the paired-sample design", Statistics in Medicine 17,
 * 891–908.
 */
export function tango(onlyA: number, onlyB: number, n: number, confidence = CONFIDENCE): Interval {
  demandCount("tango", "n", n);
  demandCount("tango", "onlyA", onlyA, n);
  demandCount("tango", "onlyB", onlyB, n - onlyA);
  const z = normalQuantile(confidence);
  if (n === 0) return withoutData(-1, 1);
  return { estimate: (onlyA - onlyB) / n, lower: -upper(onlyB, onlyA, n, z), upper: upper(onlyA, onlyB, n, z), n };
}

/** The largest difference not rejected, by bisection: above the estimate the score falls from 0 to below −z. */
function upper(onlyA: number, onlyB: number, n: number, z: number): number {
  let inside = (onlyA - onlyB) / n;
  let outside = 1;
  for (let bisection = 0; bisection < 60; bisection++) {
    const middle = (inside + outside) / 2;
    if (score(onlyA, onlyB, n, middle) > -z) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Tango's z for a difference δ, its variance estimated under δ. */
function score(onlyA: number, onlyB: number, n: number, delta: number): number {
  const linear = (2 * n - onlyA + onlyB) * delta - onlyA - onlyB;
  const root = Math.sqrt(Math.max(0, linear * linear + 8 * n * onlyB * delta * (1 - delta)));
  const onlyBUnderDelta = (root - linear) / (4 * n);
  return (onlyA - onlyB - n * delta) / Math.sqrt(n * (2 * onlyBUnderDelta + delta * (1 - delta)));
}
