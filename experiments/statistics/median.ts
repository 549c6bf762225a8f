import { binomial } from "./binomial.ts";
import { type Costs, demandConfidence, rankUnsolvedLast } from "./check_inputs.ts";
import { CONFIDENCE, type OrderInterval } from "./interval.ts";
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

/** A rank counted from either end, and the probability that the true value lies between the two. */
interface OrderRank {
  /** From 1; 0 if even the outermost values do not attain the confidence. */
  readonly rank: number;
  readonly coverage: number;
}

/**
 * The innermost rank whose interval still attains the confidence.
 *
 * `probabilities` are those of a symmetric count T ≥ 0: the interval between the rank-th values from either end
 * misses to one side when T < rank.
 */
function orderRank(probabilities: Float64Array, confidence: number): OrderRank {
  demandConfidence(confidence);
  let rank = 0;
  let below = 0;
  while (below + probabilities[rank]! <= (1 - confidence) / 2) below += probabilities[rank++]!;
  return { rank, coverage: 1 - 2 * below };
}
