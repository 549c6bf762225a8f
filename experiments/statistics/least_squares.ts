import { NUMBERS } from "../../core/arithmetic/elementary.ts";

/**
 * The exponent p of y ≈ c·xᵖ: the slope of the least-squares line through the points on log-log axes.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.logLogSlope([[1, 1], [2, 4], [4, 16]]), 2);
 * ```
 *
 * Undefined if a point has no y or a coordinate has no finite logarithm, and with fewer than two points; NaN if x does
 * not vary. Source: Draper & Smith 1998, "Applied Regression Analysis", 1.2.
 */
export function logLogSlope(points: readonly (readonly [x: number, y: number | undefined])[]): number | undefined {
  const log = (value: number | undefined) => NUMBERS.log(value ?? NaN);
  const xs = points.map(([x]) => log(x));
  const ys = points.map(([, y]) => log(y));
  if (points.length < 2 || ![...xs, ...ys].every(Number.isFinite)) return undefined;
  const meanX = mean(xs);
  const meanY = mean(ys);
  let squares = 0;
  let products = 0;
  xs.forEach((x, i) => {
    squares += (x - meanX) * (x - meanX);
    products += (x - meanX) * (ys[i]! - meanY);
  });
  // the mean of equal values may differ from them by rounding
  return squares > 0 && xs.some((x) => x !== xs[0]) ? products / squares : NaN;
}

/** The arithmetic mean; NaN without values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
