import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { demandConfidence } from "./check_inputs.ts";
import { CONFIDENCE } from "./interval.ts";

const NORMAL_95 = 1.9599639845400542;
const SQRT_HALF = Math.sqrt(0.5);
/** √(2/π), the derivative of erf(z/√2) at 0. */
const SLOPE_AT_0 = 0.79788456080286536;

/**
 * The number of standard deviations to either side that contain a normal variable with the given probability.
 *
 * This is the z with P(|Z| ≤ z) = erf(z/√2) = confidence, the quantile (1 + confidence)/2, by Newton's method from 0:
 * erf is concave there, so its tangents lie above it and no step overshoots. Throws a RangeError unless
 * 0 < confidence < 1.
 */
export function normalQuantile(confidence: number): number {
  demandConfidence(confidence);
  if (confidence === CONFIDENCE) return NORMAL_95;
  for (let z = 0;;) {
    const density = SLOPE_AT_0 * NUMBERS.exp(-z * z / 2);
    const next = z + (confidence - NUMBERS.erf(z * SQRT_HALF)) / density;
    if (!(next > z)) return z; // the first step that does not ascend is rounding
    z = next;
  }
}
