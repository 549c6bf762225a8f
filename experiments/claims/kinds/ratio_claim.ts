import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Factors, FurtherTables, RunRow } from "../../experiment.ts";
import { PLAIN } from "../../format.ts";
import { hodgesLehmann, judgeBetween } from "../../statistics/statistics.ts";
import { type Arms, armsOf } from "../arms.ts";
import { type Kind, stated } from "../kind.ts";

/**
 * Equivalence: the second arm's value is so many times the first's, by the typical ratio over the seeds that have both.
 *
 * `between: [3, Infinity]` says "at least three times".
 */
export interface RatioClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** How many times the first arm's value the second one's is. */
  readonly kind: "ratio";
  /** A value above 0, or undefined where the run has none. */
  readonly value: (run: RunRow<F>) => number | undefined;
  /** Within which two numbers the ratio lies. */
  readonly between: readonly [number, number];
}

/** Whether the whole interval of the typical ratio lies between two numbers. */
export const ratio: Kind<RatioClaim<Factors, FurtherTables>> = {
  style: PLAIN,
  judge: (claim, tables, level) => {
    const [first, second] = armsOf(claim, tables), value = (run: RunRow<Factors>) => claim.value(run) ?? 0;
    const both = first.map((run, i) => [value(run), value(second[i]!)] as const).filter(([a, b]) => a > 0 && b > 0);
    const logs = hodgesLehmann(both.map(([, b]) => NUMBERS.log(b)), both.map(([a]) => NUMBERS.log(a)), level);
    const interval = {
      estimate: NUMBERS.exp(logs.estimate),
      lower: NUMBERS.exp(logs.lower),
      upper: NUMBERS.exp(logs.upper),
      n: logs.n,
    };
    const [from, to] = claim.between;
    return {
      verdict: judgeBetween(interval, from, to),
      interval,
      rule:
        `equivalence: supported where the ${
          stated(level)
        } signed-rank interval (Hodges & Lehmann) of the typical ratio, over the ` +
        `seeds that have both values, lies ${to === Infinity ? `above ${from}` : `between ${from} and ${to}`}, ` +
        "refuted where outside",
    };
  },
};
