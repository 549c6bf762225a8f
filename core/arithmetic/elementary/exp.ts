import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { EXP, EXPM1, STEP, STEPS_PER_UNIT } from "./coefficients.ts";
import * as pair from "./pair.ts";
import { polynomial } from "./polynomial.ts";

/** Steps in one doubling: exp(x) = 2^(k/64) · exp(r), where k = round(64 x / ln 2) and |r| ≤ ln 2 / 128. */
const STEPS = 64;
/** Below the first argument the result is 0, above the second ∞. */
const LOWEST = -745.5, HIGHEST = 710;
/** Here e^x is still a number, and the sigmoid 1. */
const NEARLY_HIGHEST = 700;
/** From the logarithm of 2^-1022 to somewhat above it, exp takes care. */
const SMALLEST_NORMAL = -708.3964185322641, SMALL = -700, TWO_64 = 18446744073709551616;
/** The steps of the table, which reach a little beyond those arguments. */
const FIRST = -1076 * STEPS, LAST = 1025 * STEPS, INFINITE = 1024 * STEPS;

/** Added to k, it makes the index of k's row. */
const ROW_ZERO = SHIFTER - FIRST;
const [STEP_SIZE, STEP_REST] = STEP, [PER_UNIT] = STEPS_PER_UNIT, [A, B, C, D] = EXP;

/** Row k − FIRST: 2^(k/64) as a double, and what r lacks: the log of exact power / double, less k · STEP_REST. */
const POWERS: Table = powersOfTwo();

/**
 * e to the x: within 0.53 units in the last place, with gradual underflow, overflow to ∞, and NaN for NaN.
 *
 * Table and short polynomial, after P. T. P. Tang, ACM TOMS 15 (1989) 144. Just above 2^-1022, where a product has
 * fewer digits than the sum that it goes into, both are formed 2^64 times as large.
 */
export function exp<T>(m: Bits<T>, x: T): T {
  const { mul, ifLess, constant: c } = m;
  const { power, growth } = grown(m, reduced(m, x, HIGHEST));
  const plain = grow(m, power, growth), scaled = mul(grow(m, mul(power, c(TWO_64)), growth), c(1 / TWO_64));
  return ifLess(x, c(SMALL), ifLess(x, c(SMALLEST_NORMAL), plain, scaled), plain);
}

/**
 * 1/(1 + e^−x), as e/(1 + e) with e = exp(x), which needs no change of sign: within 2.3 units in the last place, no
 * overflow at either end.
 */
export function sigmoid<T>(m: Bits<T>, x: T): T {
  const { power, growth } = grown(m, reduced(m, x, NEARLY_HIGHEST)), e = grow(m, power, growth);
  return m.div(e, m.add(m.constant(1), e));
}

/** exp(x) − 1 without cancellation: within 0.6 units in the last place; −1 at −∞, −0 for −0. */
export function expm1<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, min, ifEqual, constant: c } = m;
  const parts = reduced(m, x, HIGHEST), { exact, rest } = parts, one = c(1);
  const r = add(exact, rest), bend = mul(mul(r, r), polynomial(m, r, EXPM1));
  const power = min(parts.power, c(Number.MAX_VALUE)); // for ∞ − ∞ would be NaN
  // power − 1 = base + lost (Knuth's sum), base + exact = total + missed (Dekker's)
  const base = sub(power, one), back = sub(base, power);
  const lost = sub(sub(power, sub(base, back)), add(one, back));
  const total = add(base, exact), missed = add(sub(base, total), exact);
  const small = add(mul(base, exact), mul(power, add(rest, bend)));
  return ifEqual(x, c(0), x, add(total, add(add(lost, missed), small)));
}

/** What an argument is reduced to: exp(x) = power · exp(exact + rest). */
interface Reduced<T> {
  readonly power: T;
  /** Without rounding error. */
  readonly exact: T;
  /** Small where the power is normal. */
  readonly rest: T;
}

/** The reduced argument; above `highest` it counts as that. */
function reduced<T>(m: Bits<T>, x: T, highest: number): Reduced<T> {
  const { add, sub, mul, min, max, lookup, constant: c } = m;
  const bounded = min(max(x, c(LOWEST)), c(highest));
  // the sum rounds to an integer: the row of POWERS nearest to x, plus SHIFTER
  const index = add(mul(bounded, c(PER_UNIT)), c(ROW_ZERO)), k = sub(index, c(ROW_ZERO));
  const exact = sub(bounded, mul(k, c(STEP_SIZE)));
  return { power: lookup(POWERS, 0, index), exact, rest: lookup(POWERS, 1, index) };
}

/** growth = exp(exact + rest) − 1, by a short polynomial. */
function grown<T>(m: Bits<T>, { power, exact, rest }: Reduced<T>): { readonly power: T; readonly growth: T } {
  const { add, mul, constant: c } = m;
  const r = add(exact, rest), square = mul(r, r);
  const cubic = add(mul(add(r, c(B)), add(square, c(C))), c(D));
  return { power, growth: add(r, mul(mul(square, c(A)), cubic)) };
}

/** power · (1 + growth), with one rounding of the sum. */
function grow<T>({ add, mul }: Bits<T>, power: T, growth: T): T {
  return add(power, mul(power, growth));
}

/** Made with + − × ÷ and square roots alone, in pairs of doubles, so that every engine makes the same table. */
function powersOfTwo(): Table {
  let step: pair.Pair = [2, 0];
  for (let steps = 1; steps < STEPS; steps *= 2) step = pair.root(step);
  const mantissas: pair.Pair[] = [[1, 0]];
  while (mantissas.length < STEPS) mantissas.push(pair.multiply(mantissas.at(-1)!, step));
  const table: Table = new Float64Array(2 * (LAST - FIRST + 1));
  // unit: 2^52, below 2^-1022 less, for a double has fewer bits there; the second column makes up for that
  let unit = 0.25, scale = Number.MIN_VALUE;
  for (let k = FIRST; k < INFINITE; k++) {
    const j = (k - FIRST) % STEPS, [high, low] = mantissas[j]!;
    const whole = Math.max(1, Math.floor(high * unit + 0.5)), kept = whole / unit;
    table[2 * (k - FIRST)] = whole * scale;
    table[2 * (k - FIRST) + 1] = logarithm(((high - kept) + low) / kept) - k * STEP_REST;
    if (j === STEPS - 1) unit < 4503599627370496 ? unit *= 2 : scale *= 2;
  }
  // in place of 2^1024 the largest double, 2^-53 less; beyond it ∞, with a correction that makes the growth positive
  table.set([Number.MAX_VALUE, Number.EPSILON / 2 - INFINITE * STEP_REST], 2 * (INFINITE - FIRST));
  for (let k = INFINITE + 1; k <= LAST; k++) table.set([Infinity, 1], 2 * (k - FIRST));
  return table;
}

/** ln(1 + x), by its series: x is tiny except where few bits are wanted. */
function logarithm(x: number): number {
  let total = 0;
  for (let n = 1, power = x; Math.abs(power) > 1e-20 || n === 1; n++, power *= -x) total += power / n;
  return total;
}
