import { demandPairs } from "./check_inputs.ts";
import { type Interval, LEVEL } from "./interval.ts";
import { signTest } from "./sign_test.ts";
import { tango } from "./tango.ts";
import { type Costs, rankUnsolvedLast } from "./unsolved.ts";

/** Who was first, seed by seed. */
export interface ShareFirst extends Interval {
  /** Seeds on which A was first. */
  readonly first: number;
  /** Seeds on which B was. */
  readonly second: number;
  /** Seeds on which neither was. */
  readonly ties: number;
  /** The exact two-sided p of the sign test, which leaves ties out. */
  readonly p: number;
}

/**
 * The share of seeds on which A was first, ties counted half; both unsolved is a tie.
 *
 * The share is ½ + (first − second)/2n, so its interval is that of Tango's paired difference, halved and moved to
 * ½. (Wilson's interval would treat a tie as if it had been won or lost, and be too wide by √2 where half of
 * the seeds are ties.) An interval above ½ says that A tends to be first. [0, 1] without seeds.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const { estimate, first, ties } = statistics.shareFirst([10, 20, 30, undefined], [15, undefined, 30, undefined]);
 * assertEquals([estimate, first, ties], [0.75, 2, 2]);
 * ```
 *
 * Throws a RangeError on NaN or unequal lengths.
 */
export function shareFirst(a: Costs, b: Costs, level = LEVEL): ShareFirst {
  demandPairs("shareFirst", a, b);
  const costA = rankUnsolvedLast("shareFirst", a), costB = rankUnsolvedLast("shareFirst", b), n = a.length;
  const first = costA.filter((cost, seed) => cost < costB[seed]!).length;
  const second = costA.filter((cost, seed) => cost > costB[seed]!).length;
  const difference = tango(first, second, n, level);
  return {
    estimate: (1 + difference.estimate) / 2,
    lower: (1 + difference.lower) / 2,
    upper: (1 + difference.upper) / 2,
    n,
    first,
    second,
    ties: n - first - second,
    p: signTest(first, second),
  };
}
