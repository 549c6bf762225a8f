import { demandConfidence } from "./check_inputs.ts";

/** A rank counted from either end, and the probability that the true value lies between the two. */
export interface OrderRank {
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
export function orderRank(probabilities: Float64Array, confidence: number): OrderRank {
  demandConfidence(confidence);
  let rank = 0;
  let below = 0;
  while (below + probabilities[rank]! <= (1 - confidence) / 2) below += probabilities[rank++]!;
  return { rank, coverage: 1 - 2 * below };
}
