import type { Factors } from "../../define/factors.ts";
import type { FurtherTables, RunRow } from "../../define/tables.ts";
import { PERCENT } from "../../format.ts";
import { judgeHigher, winProportion } from "../../statistics/statistics.ts";
import { type Arms, cellsOfArms, pairArms } from "../arms.ts";
import { type ClaimKind, intervalRule } from "../kind.ts";

/** Comparison: in more than half of the replicates the first arm has the smaller value, such as fewer epochs. */
export interface SoonerClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** The value, such as `solved_epoch`; undefined if the run never gets there. */
  readonly value: (run: RunRow<F>) => number | undefined;
}

/** Supported if the whole interval of the first arm's win proportion lies above one half. */
export const sooner: ClaimKind<SoonerClaim<Factors, FurtherTables>> = {
  numberFormat: PERCENT,
  cells: cellsOfArms,
  judge: (claim, tables, confidence) => {
    const [first, second] = pairArms(claim, tables);
    const interval = winProportion(first.map(claim.value), second.map(claim.value), confidence);
    return {
      verdict: judgeHigher(interval, 0.5),
      interval,
      rule: intervalRule(
        "comparison",
        confidence,
        "interval of the proportion of replicates in which the first arm is sooner (ties count half)",
        "above 50 %",
        "below",
      ),
    };
  },
};
