import { type Factors, select, type Where } from "../../define/factors.ts";
import type { RunRow } from "../../define/tables.ts";
import { formatPercent, PERCENT } from "../../format.ts";
import { wilson } from "../../statistics/statistics.ts";
import { type ClaimKind, formatConfidence } from "../kind.ts";
import { judgeThreshold, type Threshold } from "../threshold.ts";

/** Comparison: the proportion of runs that satisfy a condition lies above or below a number from 0 to 1. */
export interface ProportionClaim<F extends Factors> extends Threshold {
  /** Selects this kind of claim. */
  readonly kind: "proportion";
  /** Which runs; all by default. */
  readonly where?: Where<F>;
  /** The condition. */
  readonly holds: (run: RunRow<F>) => boolean;
}

/** Supported if the whole Wilson interval lies on the side claimed. */
export const proportion: ClaimKind<ProportionClaim<Factors>> = {
  numberFormat: PERCENT,
  cells: ({ where = {} }) => [where],
  judge: (claim, tables, confidence) => {
    const runs = select(tables.runs, claim.where);
    const count = runs.filter(claim.holds).length;
    const interval = wilson(count, runs.length, confidence);
    return {
      verdict: judgeThreshold(claim, interval),
      interval,
      count,
      rule: `comparison: supported if the ${formatConfidence(confidence)} Wilson interval of the proportion lies ` +
        `${claim.is} ${formatPercent(claim.than)}, refuted if on the other side`,
    };
  },
};
