import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { add, divide, multiply, type Pair } from "./pair.ts";

/** Rows in one doubling. With s the significand and k = round(128 s), log(s) = log(c) + log(1 + r), c = 1 / RECIPROCALS. */
const ROWS = 128;
const LN2 = 0.6931471805598903; // ln 2 in 43 bits, so that a multiple by an exponent is exact
const LN2_REST = 5.497923018708371e-14; // and what is missing
const L2 = -0.5;
const L3 = 0.3333333333333333;
const L4 = -0.25;
const L5 = 0.2;
const L6 = -0.16666666666666666;
const L7 = 0.14285714285714285;
const L8 = -0.125;

/** Row k − ROWS: about ROWS / k in 9 bits, divided by ROWS; so that products with the significand are exact. */
export const RECIPROCALS: Table = new Float64Array(2 * ROWS + 2);
/** Row k − ROWS: the logarithm of one over that, a multiple of 2^-43 and the rest. */
export const LOGARITHMS: Table = new Float64Array(2 * ROWS + 2);
for (let row = 0; row <= ROWS; row++) {
  const reciprocal = Math.floor(4 * ROWS * ROWS / (ROWS + row) + 0.5) / (4 * ROWS);
  const [high, low] = logarithm(divide([1, 0], [reciprocal, 0]));
  const coarse = Math.floor(high * 8796093022208 + 0.5) / 8796093022208;
  RECIPROCALS.set([reciprocal / ROWS, 0], 2 * row);
  LOGARITHMS.set([coarse, (high - coarse) + low], 2 * row);
}

/** The natural logarithm: −∞ for ±0, NaN below. */
export function log<T>(m: Bits<T>, x: T): T {
  const zero = m.constant(0), tiny = m.constant(2.2250738585072014e-308);
  const normal = m.mul(x, m.ifLess(x, tiny, m.constant(18014398509481984), m.constant(1)));
  const shift = m.ifLess(x, tiny, m.constant(-54), zero);
  const inside = logOf(m, m.add(m.exponent(normal), shift), m.significand(normal), zero);
  const outside = m.ifEqual(x, zero, m.constant(-Infinity), m.constant(NaN));
  return m.ifLess(zero, x, m.ifLess(x, m.constant(Infinity), inside, x), outside);
}

/** log(1 + x) without cancellation: −∞ at −1, NaN below, −0 for −0. */
export function log1p<T>(m: Bits<T>, x: T): T {
  const one = m.constant(1), whole = m.add(one, x);
  // whole + lost = 1 + x (Knuth's sum)
  const back = m.sub(whole, one);
  const lost = m.add(m.sub(one, m.sub(whole, back)), m.sub(x, back));
  const s = m.significand(whole);
  const inside = logOf(m, m.exponent(whole), s, m.div(m.mul(lost, s), whole));
  const outside = m.ifEqual(whole, m.constant(0), m.constant(-Infinity), m.constant(NaN));
  const large = m.ifLess(m.constant(0), whole, m.ifLess(whole, m.constant(Infinity), inside, x), outside);
  return m.ifLess(m.abs(x), m.constant(5.551115123125783e-17), x, large);
}

/** log((s + lost) · 2^e), for 1 ≤ s < 2 and |lost| < 2^-52 */
function logOf<T>(m: Bits<T>, e: T, s: T, lost: T): T {
  const rows = m.mul(s, m.constant(ROWS)), index = m.add(rows, m.constant(SHIFTER - ROWS));
  const k = m.sub(index, m.constant(SHIFTER - ROWS)), reciprocal = m.lookup(RECIPROCALS, 0, index);
  const head = m.add(m.mul(m.sub(rows, k), reciprocal), m.sub(m.mul(k, reciprocal), m.constant(1)));
  const tail = m.mul(m.mul(lost, m.constant(ROWS)), reciprocal);
  const r = m.add(head, tail), square = m.mul(r, r);
  const a = m.add(m.constant(L2), m.mul(m.constant(L3), r)), b = m.add(m.constant(L4), m.mul(m.constant(L5), r));
  const c = m.add(m.constant(L6), m.mul(m.constant(L7), r));
  const high = m.add(b, m.mul(square, m.add(c, m.mul(square, m.constant(L8)))));
  const bend = m.mul(square, m.add(a, m.mul(square, high)));
  const base = m.add(m.mul(e, m.constant(LN2)), m.lookup(LOGARITHMS, 0, index));
  const rest = m.add(m.mul(e, m.constant(LN2_REST)), m.lookup(LOGARITHMS, 1, index));
  const total = m.add(base, r), missed = m.add(m.add(m.sub(base, total), r), m.add(m.sub(head, r), tail));
  return m.add(total, m.add(m.add(rest, missed), bend));
}

/** ln x to some 100 bits, for 1 ≤ x ≤ 2: 2 artanh((x − 1) / (x + 1)) by its series, least terms first. */
function logarithm(x: Pair): Pair {
  const z = divide(add(x, [-1, 0]), add(x, [1, 0])), square = multiply(z, z);
  let series: Pair = [0, 0];
  for (let n = 67; n > 0; n -= 2) series = add(divide([2, 0], [n, 0]), multiply(square, series));
  return multiply(z, series);
}
