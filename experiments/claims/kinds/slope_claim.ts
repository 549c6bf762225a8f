import { type Factors, select, type Where } from "../../define/factors.ts";
import { type CurveRow, runKey } from "../../define/tables.ts";
import { formatSignificant, PLAIN } from "../../format.ts";
import { judgeEquivalent, logLogSlope, median } from "../../statistics/statistics.ts";
import { type ClaimKind, intervalRule } from "../kind.ts";

/** Equivalence: the median slope of learning curves on log-log axes is within a margin of a number. */
export interface SlopeClaim<F extends Factors> {
  /** Which curves; all by default. */
  readonly where?: Where<F>;
  /** The quantity on the y axis, such as the training loss; a curve on which it is undefined ranks last. */
  readonly value: (point: CurveRow<F>) => number | undefined;
  /** The first epoch of the fit. */
  readonly from: number;
  /** The last epoch of the fit. */
  readonly to: number;
  /** The slope claimed. */
  readonly near: number;
  /** The largest deviation from `near`. */
  readonly margin: number;
}

/** Supported if the whole interval of the median slope lies within the margin. */
export const slope: ClaimKind<SlopeClaim<Factors>> = {
  numberFormat: PLAIN,
  cells: ({ where = {} }) => [where],
  judge: ({ where, value, from, to, near, margin }, tables, confidence) => {
    const rows = select(tables.curves, where).filter(({ epoch }) => epoch! >= from && epoch! <= to);
    const curves = [...Map.groupBy(rows, (row) => runKey(row)).values()];
    const slopes = curves.map((curve) => logLogSlope(curve.map((row) => [row.epoch!, value(row)] as const)));
    const interval = median(slopes, confidence);
    return {
      verdict: judgeEquivalent(interval, margin, near),
      interval,
      rule: intervalRule(
        "equivalence",
        confidence,
        `order-statistic interval of the curves' median slope (least squares, log-log, epochs ${from} to ${to})`,
        `within ${formatSignificant(near)} ± ${margin}`,
      ),
    };
  },
};
