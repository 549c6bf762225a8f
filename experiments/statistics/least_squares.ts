import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { demandFinite, demandLevel, demandPairs } from "./check_inputs.ts";
import { type Interval, LEVEL } from "./interval.ts";
import { studentQuantile } from "./student.ts";

/** The slope of a straight line through points. */
export interface Slope extends Interval {
  /** The line's y at x = 0. */
  readonly intercept: number;
}

/**
 * The slope of the line of least squares, with its interval from Student's t with n − 2 degrees of freedom.
 *
 * The interval supposes independent errors; points along one learning curve are not, so take it over runs where it
 * matters. Without two different x the estimate is NaN, with two points only the interval is (−∞, ∞).
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const { estimate, intercept } = statistics.slope([0, 1, 2], [1, 3, 5]);
 * assertEquals([estimate, intercept], [2, 1]);
 * ```
 *
 * Throws a RangeError on NaN or unequal lengths. Source: Draper & Smith 1998, "Applied Regression Analysis", 1.4.
 */
export function slope(xs: readonly number[], ys: readonly number[], level = LEVEL): Slope {
  demandLevel(level);
  demandPairs("slope", xs, ys);
  demandFinite("slope", "xs", xs);
  demandFinite("slope", "ys", ys);
  const n = xs.length, meanX = mean(xs), meanY = mean(ys);
  let squares = 0, products = 0, residuals = 0;
  for (let i = 0; i < n; i++) {
    squares += (xs[i]! - meanX) * (xs[i]! - meanX);
    products += (xs[i]! - meanX) * (ys[i]! - meanY);
  }
  const isUpright = squares === 0 || xs.every((x) => x === xs[0]), estimate = isUpright ? NaN : products / squares;
  for (let i = 0; i < n; i++) {
    const residual = ys[i]! - meanY - estimate * (xs[i]! - meanX);
    residuals += residual * residual;
  }
  const intercept = meanY - estimate * meanX;
  if (n < 3 || isUpright) return { estimate, lower: -Infinity, upper: Infinity, n, intercept };
  const half = studentQuantile(level, n - 2) * Math.sqrt(residuals / (n - 2) / squares);
  return { estimate, lower: estimate - half, upper: estimate + half, n, intercept };
}

/**
 * The exponent p of y ≈ c·xᵖ: the slope of the least-squares line through the points on log-log axes.
 *
 * Undefined where a point has no y, or one that has no logarithm, and where there are fewer than two points.
 */
export function logLogSlope(points: readonly (readonly [x: number, y: number | undefined])[]): number | undefined {
  const log = (value: number | undefined) => NUMBERS.log(value ?? NaN);
  const xs = points.map(([x]) => log(x)), ys = points.map(([, y]) => log(y));
  return points.length > 1 && [...xs, ...ys].every(Number.isFinite) ? slope(xs, ys).estimate : undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
