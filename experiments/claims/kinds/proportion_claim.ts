import type { Factors, RunRow, Where } from "../../experiment.ts";
import { PERCENT, percent } from "../../format.ts";
import { judgeHigher, judgeLower, wilson } from "../../statistics/statistics.ts";
import { type Kind, stated } from "../kind.ts";
import { select } from "../rows.ts";

/** Comparison: the share of runs of which something holds lies above or below a number. */
export interface ShareClaim<F extends Factors> {
  /** The share of runs of which something holds. */
  readonly kind: "share";
  /** Which runs: all where absent. */
  readonly where?: Where<F>;
  /** What holds of a run. */
  readonly holds: (run: RunRow<F>) => boolean;
  /** On which side of `than` the share lies. */
  readonly is: "above" | "below";
  /** A share, from 0 to 1. */
  readonly than: number;
}

/** On which side of a number the whole Wilson interval lies. */
export const share: Kind<ShareClaim<Factors>> = {
  style: PERCENT,
  judge: ({ where, holds, is, than }, tables, level) => {
    const runs = select(tables.runs, where), count = runs.filter(holds).length;
    const interval = wilson(count, runs.length, level);
    return {
      verdict: is === "above" ? judgeHigher(interval, than) : judgeLower(interval, than),
      interval,
      count,
      rule:
        `comparison: supported where the Wilson ${stated(level)} interval of the share lies ${is} ${percent(than)}, ` +
        "refuted where on the other side",
    };
  },
};
