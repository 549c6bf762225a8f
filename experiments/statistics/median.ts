import { binomial } from "./binomial.ts";
import { type Costs, rankUnsolvedLast } from "./check_inputs.ts";
import { CONFIDENCE, type OrderInterval } from "./interval.ts";
import { orderRank } from "./order_rank.ts";
import { quantile } from "./quantile.ts";

/**
 * The median with its distribution-free interval; unsolved runs rank after every number.
 *
 * Infinity means "unsolved", as estimate (half of the runs or more) or as bound. The interval runs from the k-th
 * smallest to the k-th largest value, where k is the largest rank that attains the confidence; below 6 runs no rank
 * attains 95 %, and it is (−∞, ∞).
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const { estimate, lower, upper } = statistics.median([10, 20, 30, 40, 50, undefined]);
 * assertEquals([estimate, lower, upper], [35, 10, Infinity]);
 * ```
 *
 * Throws a RangeError on NaN. Source: David & Nagaraja 2003, "Order Statistics", 7.1.
 */
export function median(costs: Costs, confidence = CONFIDENCE): OrderInterval {
  const sorted = rankUnsolvedLast("median", costs).sort();
  const n = sorted.length;
  const { rank, coverage } = orderRank(binomial(n, 0.5), confidence);
  return {
    estimate: quantile(sorted, 0.5),
    lower: sorted[rank - 1] ?? -Infinity,
    upper: sorted[n - rank] ?? Infinity,
    n,
    coverage,
  };
}
