import { demandCount } from "./check_inputs.ts";
import { type Interval, LEVEL, withoutData } from "./interval.ts";
import type { Pairs } from "./pairs.ts";
import { wilson } from "./wilson.ts";

/** Successes among n independent runs. */
export interface Successes {
  /** How many of them. */
  readonly successes: number;
  /** How many runs. */
  readonly n: number;
}

/**
 * The difference of two proportions from independent runs, A − B, with its hybrid score interval; n counts the
 * runs of both.
 *
 * [−1, 1] if either has no runs. Source: Newcombe 1998, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, 873–890, method 10 (without continuity correction).
 */
export function newcombe(a: Successes, b: Successes, level = LEVEL): Interval {
  return squareAndAdd(wilson(a.successes, a.n, level), wilson(b.successes, b.n, level), 0, a.n + b.n);
}

/**
 * The difference of two proportions on the same seeds, A − B, with its hybrid score interval; n counts the seeds.
 *
 * [−1, 1] without seeds. Source: Newcombe 1998, "Improved confidence intervals for the difference between binomial
 * proportions based on paired data", Statistics in Medicine 17, 2635–2650, method 10.
 */
export function newcombePaired(pairs: Pairs, level = LEVEL): Interval {
  for (const [name, count] of Object.entries(pairs)) demandCount("newcombePaired", name, count);
  const n = pairs.both + pairs.onlyA + pairs.onlyB + pairs.neither;
  const a = wilson(pairs.both + pairs.onlyA, n, level), b = wilson(pairs.both + pairs.onlyB, n, level);
  return squareAndAdd(a, b, correlation(pairs), n);
}

/** The two Wilson intervals' margins, joined like the sides of a triangle. */
function squareAndAdd(a: Interval, b: Interval, phi: number, n: number): Interval {
  if (a.n === 0 || b.n === 0) return withoutData(-1, 1);
  const margin = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  const estimate = a.estimate - b.estimate;
  return {
    estimate,
    lower: estimate - margin(a.estimate - a.lower, b.upper - b.estimate),
    upper: estimate + margin(a.upper - a.estimate, b.estimate - b.lower),
    n,
  };
}

/** The arms' correlation φ, a positive one corrected for continuity; 0 where an arm is constant. */
function correlation({ both, onlyA, onlyB, neither }: Pairs): number {
  const spread = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
  if (spread === 0) return 0;
  const excess = both * neither - onlyA * onlyB, half = (both + onlyA + onlyB + neither) / 2;
  return (excess > 0 ? Math.max(0, excess - half) : excess) / Math.sqrt(spread);
}
