import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Factors } from "../../define/factors.ts";
import type { FurtherTables, RunRow } from "../../define/tables.ts";
import { PLAIN } from "../../format.ts";
import { hodgesLehmann, judgeBetween } from "../../statistics/statistics.ts";
import { type Arms, cellsOfArms, pairArms } from "../arms.ts";
import { type ClaimKind, intervalRule } from "../kind.ts";

/**
 * Equivalence: the typical ratio of the second arm's value to the first's lies between two numbers.
 *
 * Only replicates count in which both arms have the value. `between: [3, Infinity]` claims "at least three times".
 */
export interface RatioClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** A value above 0; undefined if the run has none. */
  readonly value: (run: RunRow<F>) => number | undefined;
  /** The two numbers. */
  readonly between: readonly [number, number];
}

/** Supported if the whole interval of the typical ratio lies between the two numbers. */
export const ratio: ClaimKind<RatioClaim<Factors, FurtherTables>> = {
  numberFormat: PLAIN,
  cells: cellsOfArms,
  judge: (claim, tables, confidence) => {
    const [first, second] = pairArms(claim, tables);
    const valueOf = (run: RunRow<Factors>) => claim.value(run) ?? 0;
    const both = first.map((run, i) => [valueOf(run), valueOf(second[i]!)] as const).filter(([a, b]) => a > 0 && b > 0);
    const logs = hodgesLehmann(both.map(([, b]) => NUMBERS.log(b)), both.map(([a]) => NUMBERS.log(a)), confidence);
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
      rule: intervalRule(
        "equivalence",
        confidence,
        "signed-rank interval (Hodges & Lehmann) of the typical ratio, over the replicates in which both arms have " +
          "the value,",
        to === Infinity ? `above ${from}` : `between ${from} and ${to}`,
      ),
    };
  },
};
