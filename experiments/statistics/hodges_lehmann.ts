import { NUMBERS } from "../../core/elementary.ts";
import { demandFinite, demandLevel, demandPairs } from "./inputs.ts";
import { LEVEL, type OrderInterval } from "./interval.ts";
import { normalQuantile } from "./normal.ts";
import { type OrderRank, orderRank } from "./order_rank.ts";
import { quantile } from "./quantile.ts";

/** Up to so many pairs the signed-rank distribution is computed; beyond, the normal distribution stands in. */
const EXACT = 200;

/**
 * How much A lies above B, pair by pair: the median of all averages of two differences, with its distribution-free
 * interval.
 *
 * It needs finite numbers: where runs may be unsolved, use `shareFirst`, or say that only seeds solved by both
 * count. The interval inverts Wilcoxon's signed-rank test and supposes that the differences spread evenly about
 * their centre; below 6 pairs nothing attains 95 %, and it is (−∞, ∞). Time and space grow with n²/2.
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
export function hodgesLehmann(a: readonly number[], b: readonly number[], level = LEVEL): OrderInterval {
  demandPairs("hodgesLehmann", a, b);
  demandFinite("hodgesLehmann", "a", a);
  demandFinite("hodgesLehmann", "b", b);
  const n = a.length;
  const { rank, coverage } = n <= EXACT ? orderRank(signedRank(n), level) : normalRank(n, level);
  const sorted = averages(a.map((value, pair) => value - b[pair]!));
  return {
    estimate: quantile(sorted, 0.5),
    lower: sorted[rank - 1] ?? -Infinity,
    upper: sorted[sorted.length - rank] ?? Infinity,
    n,
    coverage,
  };
}

/** The averages of every two values, and of each with itself, in order (Walsh averages). */
function averages(values: readonly number[]): Float64Array {
  const result = new Float64Array(values.length * (values.length + 1) / 2);
  let at = 0;
  values.forEach((value, i) => {
    for (let j = i; j < values.length; j++) result[at++] = (value + values[j]!) / 2;
  });
  return result.sort();
}

/** The probabilities of the sums of ranks 1 … n, each taken or left with probability ½. */
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

/** `orderRank(signedRank(n), level)` by the normal distribution, corrected for continuity. */
function normalRank(n: number, level: number): OrderRank {
  demandLevel(level);
  const mean = n * (n + 1) / 4, deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
  const rank = Math.floor(mean + 0.5 - normalQuantile(level) * deviation);
  return { rank, coverage: NUMBERS.erf((mean + 0.5 - rank) / deviation * Math.sqrt(0.5)) };
}
