import type { CurveRow, Factors, Where } from "../../experiment.ts";
import { PLAIN, significant } from "../../format.ts";
import { judgeEquivalent, logLogSlope, median } from "../../statistics/statistics.ts";
import { type Kind, stated } from "../kind.ts";
import { runKey, select } from "../rows.ts";

/** Equivalence: on log-log axes, the learning curves between two epochs have a slope near a number, by their median. */
export interface SlopeClaim<F extends Factors> {
  /** The slope of learning curves. */
  readonly kind: "slope";
  /** Which curves: all where absent. */
  readonly where?: Where<F>;
  /** What the curve is of, such as the training loss. */
  readonly value: (point: CurveRow<F>) => number | undefined;
  /** The first epoch that counts. */
  readonly from: number;
  /** The last. */
  readonly to: number;
  /** The slope that is claimed. */
  readonly near: number;
  /** How far off it may be. */
  readonly margin: number;
}

/** Whether the whole interval of the curves' median slope lies near a number. */
export const slope: Kind<SlopeClaim<Factors>> = {
  style: PLAIN,
  judge: ({ where, value, from, to, near, margin }, tables, level) => {
    const points = select(tables.curves, where).flatMap((point) => {
      const epoch = point.epoch!;
      return epoch >= from && epoch <= to ? [{ run: runKey(point), at: [epoch, value(point)] as const }] : [];
    });
    const curves = [...Map.groupBy(points, ({ run }) => run).values()];
    const interval = median(curves.map((curve) => logLogSlope(curve.map(({ at }) => at))), level);
    return {
      verdict: judgeEquivalent(interval, margin, near),
      interval,
      rule:
        `equivalence: supported where the ${
          stated(level)
        } order-statistic interval of the curves' median slope (least squares, ` +
        `log-log, epochs ${from} to ${to}) lies within ${significant(near)} ± ${margin}, refuted where outside`,
    };
  },
};
