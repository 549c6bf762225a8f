import type { Factors, RunRow, Where } from "../../experiment.ts";
import { PLAIN } from "../../format.ts";
import { judgeHigher, judgeLower, median as medianOf } from "../../statistics/statistics.ts";
import { type Kind, stated } from "../kind.ts";
import { select } from "../rows.ts";

/** Comparison: the median of a value lies above or below a number; runs without the value rank last. */
export interface MedianClaim<F extends Factors> {
  /** The median of a value. */
  readonly kind: "median";
  /** Which runs: all where absent. */
  readonly where?: Where<F>;
  /** Undefined where the run has none. */
  readonly value: (run: RunRow<F>) => number | undefined;
  /** On which side of `than` the median lies. */
  readonly is: "above" | "below";
  /** In the unit of the value. */
  readonly than: number;
}

/** On which side of a number the whole interval of the median lies. */
export const median: Kind<MedianClaim<Factors>> = {
  style: PLAIN,
  judge: ({ where, value, is, than }, tables, level) => {
    const interval = medianOf(select(tables.runs, where).map(value), level);
    return {
      verdict: is === "above" ? judgeHigher(interval, than) : judgeLower(interval, than),
      interval,
      rule:
        `comparison: supported where the ${stated(level)} order-statistic interval of the median lies ${is} ${than}, ` +
        "refuted where on the other side",
    };
  },
};
