import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { demandConfidence, demandFinite, demandPairs } from "./check_inputs.ts";
import { CONFIDENCE, type OrderInterval } from "./interval.ts";
import { normalQuantile } from "./normal.ts";
import { type OrderRank, orderRank } from "./order_rank.ts";
import { quantile } from "./quantile.ts";

/** Up to this many pairs the signed-rank distribution is exact; beyond, the normal approximation is used. */
const MAX_EXACT_PAIRS = 200;

/**
 * The typical difference A − B of pairs: the median of all pairwise averages of differences (Walsh averages), with its
 * distribution-free interval.
 *
 * It needs finite numbers; if runs may be unsolved, use `winProportion`. The interval inverts Wilcoxon's signed-rank
 * test and assumes that the differences are symmetric about their centre. Below 6 pairs no rank attains 95 %, and it is
 * (−∞, ∞). Time O(n log n), space O(n).
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.hodgesLehmann([3, 5, 9], [2, 3, 5]).estimate, 2.25);
 * ```
 *
 * Throws a RangeError on NaN or unequal lengths. Source: Hodges & Lehmann 1963, Annals of Mathematical Statistics 34;
 * Hollander, Wolfe & Chicken 2014, "Nonparametric Statistical Methods", 3.2 and 3.3.
 */
export function hodgesLehmann(a: readonly number[], b: readonly number[], confidence = CONFIDENCE): OrderInterval {
  demandPairs("hodgesLehmann", a, b);
  demandFinite("hodgesLehmann", "a", a);
  demandFinite("hodgesLehmann", "b", b);
  const n = a.length;
  const { rank, coverage } = n <= MAX_EXACT_PAIRS ? orderRank(signedRank(n), confidence) : normalRank(n, confidence);
  const differences = Float64Array.from(a, (value, pair) => value - b[pair]!).sort();
  const averages = n * (n + 1) / 2;
  const middle = [Math.ceil(averages / 2), Math.floor(averages / 2) + 1].map((rank) => walshAverage(differences, rank));
  return {
    estimate: quantile(middle, 0.5),
    lower: rank > 0 ? walshAverage(differences, rank) : -Infinity,
    upper: rank > 0 ? walshAverage(differences, averages + 1 - rank) : Infinity,
    n,
    coverage,
  };
}

/** The Walsh average of a given rank, from 1: the averages of every two sorted values, and of each with itself, by bisection. */
function walshAverage(values: Float64Array, rank: number): number {
  if (values.length === 0) return NaN;
  let low = values[0]!, high = values.at(-1)!;
  if (countUpTo(values, low) >= rank) return low;
  while (true) {
    const middle = low / 2 + high / 2;
    if (middle <= low || middle >= high) return high;
    if (countUpTo(values, middle) < rank) low = middle;
    else high = middle;
  }
}

/** The number of Walsh averages that do not exceed a limit. */
function countUpTo(values: Float64Array, limit: number): number {
  let count = 0;
  let last = values.length - 1;
  for (let first = 0; first <= last; first++) {
    while (last >= first && (values[first]! + values[last]!) / 2 > limit) last--;
    count += Math.max(0, last + 1 - first);
  }
  return count;
}

/** The distribution of the sum of a random subset of the ranks 1 … n. */
function signedRank(n: number): Float64Array {
  const probabilities = new Float64Array(n * (n + 1) / 2 + 1);
  probabilities[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let total = rank * (rank + 1) / 2; total >= 0; total--) {
      probabilities[total] = (probabilities[total]! + (probabilities[total - rank] ?? 0)) / 2;
    }
  }
  return probabilities;
}

/** `orderRank(signedRank(n), confidence)` by the normal approximation with continuity correction. */
function normalRank(n: number, confidence: number): OrderRank {
  demandConfidence(confidence);
  const mean = n * (n + 1) / 4;
  const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
  const rank = Math.floor(mean + 0.5 - normalQuantile(confidence) * deviation);
  return { rank, coverage: NUMBERS.erf((mean + 0.5 - rank) / deviation * Math.sqrt(0.5)) };
}
