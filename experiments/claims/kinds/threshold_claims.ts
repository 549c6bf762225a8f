/** Claims that a quantity of runs lies on one side of a number. */
import { type Factors, select, type Where } from "../../define/factors.ts";
import type { RunRow } from "../../define/tables.ts";
import { formatPercent, PERCENT, PLAIN } from "../../format.ts";
import { type Interval, judgeHigher, judgeLower, median as medianOf, wilson } from "../../statistics/statistics.ts";
import { type ClaimKind, intervalRule, type Judgement } from "../kind.ts";

/** A selection of runs, a number, and the side of it that is claimed. */
export interface Threshold<F extends Factors> {
  /** Which runs; all by default. */
  readonly where?: Where<F>;
  /** The side of `than` on which the quantity lies. */
  readonly is: "above" | "below";
  /** A number in the unit of the quantity. */
  readonly than: number;
}

/** Comparison: the proportion of runs that satisfy a condition lies above or below a number from 0 to 1. */
export interface ProportionClaim<F extends Factors> extends Threshold<F> {
  /** The condition. */
  readonly holds: (run: RunRow<F>) => boolean;
}

/** Comparison: the median of a value lies above or below a number; runs without the value rank last. */
export interface MedianClaim<F extends Factors> extends Threshold<F> {
  /** The value; undefined if the run has none. */
  readonly value: (run: RunRow<F>) => number | undefined;
}

/** Supported if the whole Wilson interval lies on the side claimed. */
export const proportion: ClaimKind<ProportionClaim<Factors>> = {
  numberFormat: PERCENT,
  cells: ({ where = {} }) => [where],
  judge: (claim, tables, confidence) => {
    const runs = select(tables.runs, claim.where);
    const count = runs.filter(claim.holds).length;
    const interval = wilson(count, runs.length, confidence);
    const name = "Wilson interval of the proportion";
    return { ...judgeSide(claim, interval, confidence, name, formatPercent(claim.than)), count };
  },
};

/** Supported if the whole interval of the median lies on the side claimed. */
export const median: ClaimKind<MedianClaim<Factors>> = {
  numberFormat: PLAIN,
  cells: ({ where = {} }) => [where],
  judge: (claim, tables, confidence) => {
    const interval = medianOf(select(tables.runs, claim.where).map(claim.value), confidence);
    return judgeSide(claim, interval, confidence, "order-statistic interval of the median", String(claim.than));
  },
};

function judgeSide(
  { is, than }: Threshold<Factors>,
  interval: Interval,
  confidence: number,
  intervalName: string,
  thanText: string,
): Judgement {
  return {
    verdict: is === "above" ? judgeHigher(interval, than) : judgeLower(interval, than),
    interval,
    rule: intervalRule("comparison", confidence, intervalName, `${is} ${thanText}`, "on the other side"),
  };
}
