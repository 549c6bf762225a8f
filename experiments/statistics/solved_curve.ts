import { type Costs, demand, rankUnsolvedLast } from "./check_inputs.ts";
import { CONFIDENCE, type Interval } from "./interval.ts";
import { wilson } from "./proportions.ts";

/** The proportion of runs that have solved their task, from `epoch` to that of the next step. */
export interface SolvedStep extends Interval {
  /** The epoch at which the step begins. */
  readonly epoch: number;
  /** The number of runs that have solved it. */
  readonly solved: number;
}

/**
 * The proportion of all runs solved by each epoch, from epoch 0 on; it stays below 1 if runs failed.
 *
 * This is the empirical distribution function of the epochs to solve. The band is pointwise, Wilson's interval at each
 * epoch, so a whole curve leaves it more often than its confidence suggests. Without runs there is one step, [0, 1].
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const steps = statistics.solvedCurve([200, undefined, 50, 200]);
 * assertEquals(steps.map(({ epoch, estimate }) => [epoch, estimate]), [[0, 0], [50, 0.25], [200, 0.75]]);
 * ```
 *
 * Throws a RangeError on NaN or negative epochs.
 */
export function solvedCurve(epochs: Costs, confidence = CONFIDENCE): SolvedStep[] {
  const sorted = rankUnsolvedLast("solvedCurve", epochs).sort();
  const n = sorted.length;
  demand(!(sorted[0]! < 0), "solvedCurve", "an epoch", "at least 0", sorted[0]);
  const steps = new Map([[0, 0]]);
  sorted.forEach((epoch, before) => epoch < Infinity && steps.set(epoch, before + 1));
  return Array.from(steps, ([epoch, solved]) => ({ epoch, solved, ...wilson(solved, n, confidence) }));
}
