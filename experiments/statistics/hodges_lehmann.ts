import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { demandFinite, demandLevel, demandPairs } from "./check_inputs.ts";
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
 * their centre; below 6 pairs nothing attains 95 %, and it is (−∞, ∞). Time grows with n log n, space with n.
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
  const differences = Float64Array.from(a, (value, pair) => value - b[pair]!).sort(), averages = n * (n + 1) / 2;
  const middle = [Math.ceil(averages / 2), Math.floor(averages / 2) + 1].map((rank) => average(differences, rank));
  return {
    estimate: quantile(middle, 0.5),
    lower: rank > 0 ? average(differences, rank) : -Infinity,
    upper: rank > 0 ? average(differences, averages + 1 - rank) : Infinity,
    n,
    coverage,
  };
}

/**
 * The average with a rank, from 1, among those of every two of some sorted values, and of each with itself (Walsh
 * averages): the smallest number that so many of them do not exceed, found by halving.
 */
function average(values: Float64Array, rank: number): number {
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

/** How many averages do not exceed a number. */
function countUpTo(values: Float64Array, most: number): number {
  let count = 0, last = values.length - 1;
  for (let first = 0; first <= last; first++) {
    while (last >= first && (values[first]! + values[last]!) / 2 > most) last--;
    count += Math.max(0, last + 1 - first);
  }
  return count;
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
