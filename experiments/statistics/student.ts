import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { reach } from "./concave.ts";
import { demand, demandLevel } from "./check_inputs.ts";

const TWO_OVER_PI = 0.63661977236758134;

/**
 * How many standard errors to either side hold a share `level` of Student's t with a whole number of degrees of
 * freedom.
 *
 * With t = √ν·tan θ the share is a finite sum of powers of cos θ (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4),
 * concave in θ, so neither a gamma function nor an arc tangent is needed. The cost grows with ν.
 */
export function studentQuantile(level: number, degrees: number): number {
  demandLevel(level);
  demand(Number.isInteger(degrees) && degrees >= 1, "studentQuantile", "degrees", "a whole number above 0", degrees);
  const theta = reach(level, (theta) => share(theta, degrees), (theta) => density(theta, degrees));
  return Math.sqrt(degrees) * NUMBERS.sin(theta) / NUMBERS.cos(theta);
}

/** P(|T| ≤ √ν·tan θ) */
function share(theta: number, degrees: number): number {
  const odd = degrees % 2, cosine = NUMBERS.cos(theta);
  let term = odd ? cosine : 1, sum = degrees > 1 ? term : 0;
  for (let power = 2 + odd; power <= degrees - 2; power += 2) {
    term *= (power - 1) / power * cosine * cosine;
    sum += term;
  }
  const sines = NUMBERS.sin(theta) * sum;
  return odd ? TWO_OVER_PI * (theta + sines) : sines;
}

/** The derivative of `share` by θ, c·cos^(ν−1) θ: c is 2/π for ν = 1, 1 for ν = 2, (ν + 1)/ν times that for ν + 2. */
function density(theta: number, degrees: number): number {
  const odd = degrees % 2, cosine = NUMBERS.cos(theta);
  let result = odd ? TWO_OVER_PI : cosine;
  for (let nu = 2 - odd; nu <= degrees - 2; nu += 2) result *= (nu + 1) / nu * cosine * cosine;
  return result;
}
