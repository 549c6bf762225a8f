import { demand } from "./check_inputs.ts";
import { type Interval, LEVEL } from "./interval.ts";
import { type Costs, rankUnsolvedLast } from "./unsolved.ts";
import { wilson } from "./wilson.ts";

/** From `epoch` to the next step's, this share of the runs has solved its task. */
export interface SolvedStep extends Interval {
  /** Where the step begins. */
  readonly epoch: number;
  /** How many runs have solved it. */
  readonly solved: number;
}

/**
 * The share of all runs solved by each epoch, from epoch 0 on: it never reaches 1 where runs failed.
 *
 * The empirical distribution function of the epochs to solve. The band is pointwise: Wilson's interval at each
 * epoch by itself, so a whole curve may leave it more often than the level says. No runs give one step of which
 * nothing is known.
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
export function solvedCurve(epochs: Costs, level = LEVEL): SolvedStep[] {
  const sorted = rankUnsolvedLast("solvedCurve", epochs).sort(), n = sorted.length;
  demand(!(sorted[0]! < 0), "solvedCurve", "an epoch", "at least 0", sorted[0]);
  const steps = new Map([[0, 0]]);
  sorted.forEach((epoch, before) => epoch < Infinity && steps.set(epoch, before + 1));
  return Array.from(steps, ([epoch, solved]) => ({ epoch, solved, ...wilson(solved, n, level) }));
}
