import { type Factors, select, type Where } from "../../define/factors.ts";
import type { RunRow } from "../../define/tables.ts";
import { PLAIN } from "../../format.ts";
import { median as medianOf } from "../../statistics/statistics.ts";
import { type ClaimKind, formatConfidence } from "../kind.ts";
import { judgeThreshold, type Threshold } from "../threshold.ts";

/** Comparison: the median of a value lies above or below a number; runs without the value rank last. */
export interface MedianClaim<F extends Factors> extends Threshold {
  /** Selects this kind of claim. */
  readonly kind: "median";
  /** Which runs; all by default. */
  readonly where?: Where<F>;
  /** The value; undefined if the run has none. */
  readonly value: (run: RunRow<F>) => number | undefined;
}

/** Supported if the whole interval of the median lies on the side claimed. */
export const median: ClaimKind<MedianClaim<Factors>> = {
  numberFormat: PLAIN,
  cells: ({ where = {} }) => [where],
  judge: (claim, tables, confidence) => {
    const interval = medianOf(select(tables.runs, claim.where).map(claim.value), confidence);
    return {
      verdict: judgeThreshold(claim, interval),
      interval,
      rule:
        `comparison: supported if the ${formatConfidence(confidence)} order-statistic interval of the median lies ` +
        `${claim.is} ${claim.than}, refuted if on the other side`,
    };
  },
};
