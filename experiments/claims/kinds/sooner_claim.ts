import type { Factors, FurtherTables, RunRow } from "../../experiment.ts";
import { PERCENT } from "../../format.ts";
import { judgeHigher, shareFirst } from "../../statistics/statistics.ts";
import { type Arms, armsOf } from "../arms.ts";
import { type Kind, stated } from "../kind.ts";

/** Comparison: the first arm is there sooner, seed by seed. */
export interface SoonerClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** On which share of the seeds the first arm is ahead. */
  readonly kind: "sooner";
  /** When a run is there, such as its `solved_epoch`; undefined where it never gets there. */
  readonly value: (run: RunRow<F>) => number | undefined;
}

/** Whether the whole interval of the share of seeds with the first arm ahead lies above one half. */
export const sooner: Kind<SoonerClaim<Factors, FurtherTables>> = {
  style: PERCENT,
  judge: (claim, tables, level) => {
    const [first, second] = armsOf(claim, tables);
    const interval = shareFirst(first.map(claim.value), second.map(claim.value), level);
    return {
      verdict: judgeHigher(interval, 0.5),
      interval,
      rule:
        `comparison: supported where the ${stated(level)} interval of the share of seeds with the first arm ahead ` +
        "(ties half) lies above 50 %, refuted where below",
    };
  },
};
