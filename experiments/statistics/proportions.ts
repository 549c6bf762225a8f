import { demandCount } from "./check_inputs.ts";
import { CONFIDENCE, type Interval, withoutData } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

/**
 * A proportion with its score interval.
 *
 * The lower end is exactly 0 without successes, the upper end exactly 1 without failures; [0, 1] for n = 0.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const { estimate, lower, upper } = statistics.wilson(18, 20);
 * assertEquals([estimate, lower.toFixed(4), upper.toFixed(4)], [0.9, "0.6990", "0.9721"]);
 * ```
 *
 * Throws a RangeError unless both are whole numbers with successes ≤ n. Source: Wilson 1927, "Probable inference,
 * the law of succession, and statistical inference", JASA 22.
 */
export function wilson(successes: number, n: number, confidence = CONFIDENCE): Interval {
  demandCount("wilson", "n", n);
  demandCount("wilson", "successes", successes, n);
  const z = normalQuantile(confidence);
  if (n === 0) return withoutData(0, 1);
  const p = successes / n;
  const shrink = 1 + z * z / n;
  const centre = (p + z * z / (2 * n)) / shrink;
  const half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink;
  return {
    estimate: p,
    lower: successes === 0 ? 0 : centre - half,
    upper: successes === n ? 1 : centre + half,
    n,
  };
}
