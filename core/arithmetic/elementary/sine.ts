import { type Bits, polynomial, SHIFTER } from "../arithmetic.ts";
import { ONE_OVER_PI, PI, SIN } from "./coefficients.ts";

const [PER_UNIT] = ONE_OVER_PI, [PI_HIGH, PI_MIDDLE, PI_LOW] = PI;

/**
 * The sine of an angle in radians: within 2.8 units in the last place up to ±1000; −0 for −0, NaN for ±∞.
 * Odd to the last bit up to ±10^15.
 */
export function sin<T>(m: Bits<T>, x: T): T {
  const { mul, constant: c } = m;
  const k = round(m, mul(x, c(PER_UNIT)));
  return withParity(m, k, sineOfRemainder(m, x, k));
}

/**
 * The cosine of an angle in radians: within 2.8 units in the last place up to ±1000; NaN for ±∞.
 * Even to the last bit.
 */
export function cos<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, abs, constant: c } = m;
  const angle = abs(x), half = c(0.5), k = add(round(m, sub(mul(angle, c(PER_UNIT)), half)), half);
  return withParity(m, add(k, half), sineOfRemainder(m, angle, k));
}

/** sin(x − kπ). Accuracy decreases beyond a million; the result stays within ±1. */
function sineOfRemainder<T>(m: Bits<T>, x: T, k: T): T {
  const { add, sub, mul, min, max, constant: c } = m;
  const high = sub(x, mul(k, c(PI_HIGH))), middle = sub(high, mul(k, c(PI_MIDDLE)));
  const remainder = sub(middle, mul(k, c(PI_LOW)));
  const r = min(max(remainder, c(-1.6)), c(1.6)), square = mul(r, r);
  const sine = mul(r, add(c(1), mul(square, polynomial(m, square, SIN))));
  return min(max(sine, c(-1)), c(1));
}

/** y for even k, −y for odd k. */
function withParity<T>(m: Bits<T>, k: T, y: T): T {
  const { sub, mul, abs, min, constant: c } = m;
  const two = c(2), one = c(1);
  const odd = min(abs(sub(k, mul(two, round(m, mul(k, c(0.5)))))), one);
  return mul(y, sub(one, mul(two, odd)));
}

/** Rounds to the nearest integer: the sum with SHIFTER has no fraction bits. */
function round<T>(m: Bits<T>, x: T): T {
  const { add, sub, constant: c } = m;
  return sub(add(x, c(SHIFTER)), c(SHIFTER));
}
