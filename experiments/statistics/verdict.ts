import { demand } from "./check_inputs.ts";
import type { Interval } from "./interval.ts";

/** What the data say about a claim; undecided without data. */
export type Verdict = "supported" | "refuted" | "undecided";

/** The verdict on a claim about every run. */
export interface ExactVerdict<Run> {
  /** Undecided without runs. */
  readonly verdict: Verdict;
  /** The first run that contradicts the claim. */
  readonly counterexample?: Run;
}

/**
 * Judges the claim that a value is above another; decided if the whole interval lies on one side of it.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.judgeHigher(statistics.wilson(18, 20), 0.5), "supported");
 * assertEquals(statistics.judgeHigher(statistics.wilson(11, 20), 0.5), "undecided");
 * ```
 */
export function judgeHigher(interval: Interval, than = 0): Verdict {
  return judgeBetween(interval, than, Infinity);
}

/** Judges the claim that a value is below another; decided if the whole interval lies on one side of it. */
export function judgeLower(interval: Interval, than = 0): Verdict {
  return judgeBetween(interval, -Infinity, than);
}

/**
 * Judges the claim that a value differs from another by less than a margin.
 *
 * Decided if the whole interval lies within the margin, or outside. Throws a RangeError unless the margin is above 0.
 */
export function judgeEquivalent(interval: Interval, margin: number, to = 0): Verdict {
  demand(margin > 0, "judgeEquivalent", "margin", "a number above 0", margin);
  return judgeBetween(interval, to - margin, to + margin);
}

/** Judges the claim that a value lies between two numbers, either of which may be infinite. */
export function judgeBetween({ lower, upper, n }: Interval, from: number, to: number): Verdict {
  if (n === 0) return "undecided";
  if ((lower > from || from === -Infinity) && (upper < to || to === Infinity)) return "supported";
  return lower > to || upper < from ? "refuted" : "undecided";
}

/** Judges the claim that a condition holds for every run; one counterexample refutes it. */
export function judgeEvery<Run>(runs: readonly Run[], holds: (run: Run) => boolean): ExactVerdict<Run> {
  const counterexample = runs.find((run) => !holds(run));
  if (counterexample !== undefined) return { verdict: "refuted", counterexample };
  return { verdict: runs.length > 0 ? "supported" : "undecided" };
}

/** Judges the claim that a condition holds for no run; one counterexample refutes it. */
export function judgeNone<Run>(runs: readonly Run[], holds: (run: Run) => boolean): ExactVerdict<Run> {
  return judgeEvery(runs, (run) => !holds(run));
}
