import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { reach } from "./concave.ts";
import { demandLevel } from "./check_inputs.ts";
import { LEVEL } from "./interval.ts";

/** How many standard deviations to either side hold 95 % of a normal distribution. */
export const NORMAL_95 = 1.9599639845400542;

const SQRT_HALF = Math.sqrt(0.5);
/** √(2/π), the slope of erf(z/√2) at 0. */
const STEEPEST = 0.79788456080286536;

/**
 * How many standard deviations to either side hold a share `level` of a normal distribution.
 *
 * The z with P(|Z| ≤ z) = erf(z/√2) = level, that is the quantile (1 + level)/2. Throws a RangeError unless 0 <
 * level < 1.
 */
export function normalQuantile(level: number): number {
  demandLevel(level);
  if (level === LEVEL) return NORMAL_95;
  return reach(level, (z) => NUMBERS.erf(z * SQRT_HALF), (z) => STEEPEST * NUMBERS.exp(-z * z / 2));
}
