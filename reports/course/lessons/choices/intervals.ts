/** Intervals for proportions: their formula step by step, and repeated trials with a known truth. */
import { stream } from "../../../../core/random.ts";
import { wilson } from "../../../../experiments/statistics/statistics.ts";
import {
  type Definitions,
  fraction,
  minus,
  product,
  root,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";

/** How many standard deviations hold 95 % of a normal distribution. */
const Z = 1.96;

/** From a fraction f of n starts to the ends of its interval. */
export const INTERVAL_DEFINITIONS: Definitions = [
  ["a", fraction(square("z"), "n")],
  ["m", fraction(sum("f", fraction("a", 2)), sum(1, "a"))],
  [
    "r",
    fraction(
      product("z", root(sum(fraction(product("f", minus(1, "f")), "n"), fraction("a", product(4, "n"))))),
      sum(1, "a"),
    ),
  ],
  ["l", minus("m", "r")],
  ["u", sum("m", "r")],
];

/** The interval for a count of solved starts, with its steps. */
export function intervalValues(count: number, starts: number): Values {
  return withDefinitions({ z: Z, n: starts, f: count / starts }, INTERVAL_DEFINITIONS);
}

/** The trials of the figure: their number, the starts in each, and the probability that a start is solved. */
export const TRIALS = { trials: 40, starts: 200, truth: 0.9 } as const;

/** The intervals of the trials. */
export function trialIntervals() {
  const random = stream("course", "trials"); // two of its 40 intervals miss, as many as to be expected
  return Array.from({ length: TRIALS.trials }, () => {
    const solved = Array.from({ length: TRIALS.starts }, () => random.double() < TRIALS.truth);
    return wilson(solved.filter(Boolean).length, TRIALS.starts);
  });
}

/** Whether an interval holds the truth of the trials. */
export function holdsTruth({ lower, upper }: { readonly lower: number; readonly upper: number }): boolean {
  return lower <= TRIALS.truth && TRIALS.truth <= upper;
}
