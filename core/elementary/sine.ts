import { type Bits, SHIFTER } from "../arithmetic.ts";

const QUARTERS_PER_UNIT = 0.6366197723675814; // 2 / π
const QUARTER = 1.570796326734126; // π / 2 in three parts, the first two of 33 bits, so that small multiples are exact
const QUARTER_REST = 6.077100506303966e-11;
const QUARTER_LAST = 2.0222662487959506e-21;
const S = [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800, 1 / 6227020800];
const C = [1 / 24, -1 / 720, 1 / 40320, -1 / 3628800, 1 / 479001600, -1 / 87178291200];

/** The sine of an angle in radians: odd, −0 for −0, NaN for ±∞. */
export function sin<T>(m: Bits<T>, x: T): T {
  return m.ifEqual(x, m.constant(0), x, turned(m, x, 0));
}

/** The cosine of an angle in radians: even, NaN for ±∞. */
export function cos<T>(m: Bits<T>, x: T): T {
  return turned(m, x, 1);
}

function turned<T>(m: Bits<T>, x: T, quarters: number): T {
  const zero = m.constant(0), one = m.constant(1), shifter = m.constant(SHIFTER);
  const nearest = (value: T): T => m.sub(m.add(value, shifter), shifter);
  const k = nearest(m.mul(x, m.constant(QUARTERS_PER_UNIT)));
  const near = m.sub(m.sub(x, m.mul(k, m.constant(QUARTER))), m.mul(k, m.constant(QUARTER_REST)));
  const exactly = m.sub(near, m.mul(k, m.constant(QUARTER_LAST)));
  const r = m.min(m.max(exactly, m.constant(-0.79)), m.constant(0.79)); // beyond 10^9 nothing is left but the bounds
  const square = m.mul(r, r),
    series = (terms: readonly number[]) =>
      terms.reduceRight((sum, term) => m.add(m.constant(term), m.mul(square, sum)), zero);
  const sine = m.add(r, m.mul(m.mul(r, square), series(S)));
  const half = m.mul(square, m.constant(0.5));
  const cosine = m.sub(one, m.sub(half, m.mul(m.mul(square, square), series(C))));
  // q: how many quarters of a turn before r, 0 to 3
  const turn = m.add(k, m.constant(quarters)), four = m.constant(4);
  const whole = nearest(m.sub(m.div(turn, four), m.constant(0.375))), q = m.sub(turn, m.mul(whole, four));
  const parity = m.ifLess(one, q, m.sub(q, m.constant(2)), q);
  const size = m.ifEqual(parity, zero, sine, cosine);
  return m.ifLess(one, q, m.sub(zero, size), size);
}
