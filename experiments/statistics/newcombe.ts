import { CONFIDENCE, type Interval, withoutData } from "./interval.ts";
import { wilson } from "./wilson.ts";

/** Successes among n independent runs. */
export interface Successes {
  /** The number of successes. */
  readonly successes: number;
  /** The number of runs. */
  readonly n: number;
}

/**
 * The difference of two proportions from independent runs, A − B, with its hybrid score interval.
 *
 * [−1, 1] if either has no runs; n counts the runs of both. Source: Newcombe 1998, "Interval estimation for the
 * difference between independent proportions", Statistics in Medicine 17, 873–890, method 10 (without continuity
 * correction).
 */
export function newcombe(a: Successes, b: Successes, confidence = CONFIDENCE): Interval {
  const ofA = wilson(a.successes, a.n, confidence);
  const ofB = wilson(b.successes, b.n, confidence);
  if (a.n === 0 || b.n === 0) return withoutData(-1, 1);
  const margin = (x: number, y: number) => Math.sqrt(x * x + y * y);
  const estimate = ofA.estimate - ofB.estimate;
  return {
    estimate,
    lower: estimate - margin(ofA.estimate - ofA.lower, ofB.upper - ofB.estimate),
    upper: estimate + margin(ofA.upper - ofA.estimate, ofB.estimate - ofB.lower),
    n: a.n + b.n,
  };
}
