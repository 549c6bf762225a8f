import { type Costs, demandPairs, rankUnsolvedLast } from "./check_inputs.ts";
import { CONFIDENCE, type Interval } from "./interval.ts";
import { tango } from "./tango.ts";

/**
 * The proportion of pairs in which A costs less than B, ties counted half; two unsolved runs are a tie.
 *
 * The proportion is ½ + (wins − losses)/2n, so its interval is that of Tango's paired difference, halved and shifted to
 * ½. (Wilson's interval would treat a tie as won or lost, and be too wide by √2 if half of the pairs are ties.) [0, 1]
 * without pairs.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.winProportion([10, 20, 30, undefined], [15, undefined, 30, undefined]).estimate, 0.75);
 * ```
 *
 * Throws a RangeError on NaN or unequal lengths.
 */
export function winProportion(a: Costs, b: Costs, confidence = CONFIDENCE): Interval {
  demandPairs("winProportion", a, b);
  const costsA = rankUnsolvedLast("winProportion", a);
  const costsB = rankUnsolvedLast("winProportion", b);
  const wins = costsA.filter((cost, pair) => cost < costsB[pair]!).length;
  const losses = costsA.filter((cost, pair) => cost > costsB[pair]!).length;
  const difference = tango(wins, losses, a.length, confidence);
  return {
    estimate: (1 + difference.estimate) / 2,
    lower: (1 + difference.lower) / 2,
    upper: (1 + difference.upper) / 2,
    n: a.length,
  };
}
