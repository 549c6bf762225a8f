import { type Bits, lazy, type LookupTable, polynomial, SHIFTER } from "../arithmetic.ts";
import { EXP, EXPM1, STEP, STEPS_PER_UNIT } from "./coefficients.ts";
import * as pair from "./pair.ts";

/** Table rows per factor of 2: exp(x) = 2^(k/64) · exp(r), where k = round(64 x / ln 2) and |r| ≤ ln 2 / 128. */
const STEPS = 64;
/** The result is 0 below LOWEST and ∞ above HIGHEST. */
const LOWEST = -745.5, HIGHEST = 710;
/** Here e^x is still finite and the sigmoid is 1. */
const HIGHEST_FOR_SIGMOID = 700;
/** `exp` rescales from the logarithm of 2^-1022 to slightly above it. */
const SMALLEST_NORMAL = -708.3964185322641, RESCALE_BELOW = -700, TWO_64 = 18446744073709551616;
/** Range of k in the table, slightly more than LOWEST to HIGHEST; 2^(k/64) overflows at INFINITE. */
const FIRST = -1076 * STEPS, LAST = 1025 * STEPS, INFINITE = 1024 * STEPS;

/** Adding it to k gives the index of k's row. */
const ROW_ZERO = SHIFTER - FIRST;
const [STEP_HIGH, STEP_LOW] = STEP, [PER_UNIT] = STEPS_PER_UNIT, [A, B, C, D] = EXP;

/** Row k − FIRST: 2^(k/64) as a double, and the correction of r: log(exact power / double) − k · STEP_LOW. */
const powers = lazy(createPowerTable);

/**
 * e to the x: within 0.53 units in the last place, with gradual underflow, overflow to ∞, and NaN for NaN.
 *
 * Table and short polynomial, after P. T. P. Tang, ACM TOMS 15 (1989) 144. Just above 2^-1022, where a product
 * has fewer digits than the sum it is added to, both are computed 2^64 times as large.
 */
export function exp<T>(m: Bits<T>, x: T): T {
  const { mul, ifLess, constant: c } = m;
  const { power, growth } = growthOf(m, reduceArgument(m, x, HIGHEST));
  const plain = applyGrowth(m, power, growth);
  const scaled = mul(applyGrowth(m, mul(power, c(TWO_64)), growth), c(1 / TWO_64));
  return ifLess(x, c(RESCALE_BELOW), ifLess(x, c(SMALLEST_NORMAL), plain, scaled), plain);
}

/**
 * 1/(1 + e^−x), as e/(1 + e) with e = exp(x), which needs no case for the sign: within 2.3 units in the last
 * place, without overflow.
 */
export function sigmoid<T>(m: Bits<T>, x: T): T {
  const { power, growth } = growthOf(m, reduceArgument(m, x, HIGHEST_FOR_SIGMOID)), e = applyGrowth(m, power, growth);
  return m.div(e, m.add(m.constant(1), e));
}

/** exp(x) − 1 without cancellation: within 0.6 units in the last place; −1 at −∞, −0 for −0. */
export function expm1<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, min, ifEqual, constant: c } = m;
  const parts = reduceArgument(m, x, HIGHEST), { exact, rest } = parts, one = c(1);
  const r = add(exact, rest), quadratic = mul(mul(r, r), polynomial(m, r, EXPM1));
  const power = min(parts.power, c(Number.MAX_VALUE)); // because ∞ − ∞ would be NaN
  // power − 1 = base + error1 (Knuth's sum), base + exact = total + error2 (Dekker's sum)
  const base = sub(power, one), back = sub(base, power);
  const error1 = sub(sub(power, sub(base, back)), add(one, back));
  const total = add(base, exact), error2 = add(sub(base, total), exact);
  const small = add(mul(base, exact), mul(power, add(rest, quadratic)));
  return ifEqual(x, c(0), x, add(total, add(add(error1, error2), small)));
}

/** A reduced argument: exp(x) = power · exp(exact + rest). */
interface ReducedArgument<T> {
  readonly power: T;
  /** Without rounding error. */
  readonly exact: T;
  /** Small if the power is normal. */
  readonly rest: T;
}

/** Reduces an argument, clamped to `highest`. */
function reduceArgument<T>(m: Bits<T>, x: T, highest: number): ReducedArgument<T> {
  const { add, sub, mul, min, max, lookup, constant: c } = m;
  const clamped = min(max(x, c(LOWEST)), c(highest));
  // The sum rounds to an integer: the nearest row of the table, plus SHIFTER.
  const index = add(mul(clamped, c(PER_UNIT)), c(ROW_ZERO)), k = sub(index, c(ROW_ZERO));
  const exact = sub(clamped, mul(k, c(STEP_HIGH)));
  return { power: lookup(powers(), 0, index), exact, rest: lookup(powers(), 1, index) };
}

/** growth = exp(exact + rest) − 1, by a short polynomial. */
function growthOf<T>(m: Bits<T>, { power, exact, rest }: ReducedArgument<T>): { power: T; growth: T } {
  const { add, mul, constant: c } = m;
  const r = add(exact, rest), square = mul(r, r);
  const cubic = add(mul(add(r, c(B)), add(square, c(C))), c(D));
  return { power, growth: add(r, mul(mul(square, c(A)), cubic)) };
}

/** power · (1 + growth), with one rounding of the sum. */
function applyGrowth<T>({ add, mul }: Bits<T>, power: T, growth: T): T {
  return add(power, mul(power, growth));
}

/** Computes the table with + − × ÷ and square roots of double-doubles, so that it is the same on every engine. */
function createPowerTable(): LookupTable {
  let step: pair.Pair = [2, 0];
  for (let steps = 1; steps < STEPS; steps *= 2) step = pair.sqrt(step);
  const mantissas: pair.Pair[] = [[1, 0]];
  while (mantissas.length < STEPS) mantissas.push(pair.multiply(mantissas.at(-1)!, step));
  const table: LookupTable = new Float64Array(2 * (LAST - FIRST + 1));
  // unit: 2^52, less below 2^-1022, where doubles have fewer bits; the second column corrects for that.
  let unit = 0.25, scale = Number.MIN_VALUE, rows = roundedMantissas(mantissas, unit);
  for (let first = FIRST; first < INFINITE; first += STEPS) {
    for (let j = 0, at = 2 * (first - FIRST); j < STEPS; j++, at += 2) {
      const { rounded, correction } = rows[j]!;
      table[at] = rounded * scale;
      table[at + 1] = correction - (first + j) * STEP_LOW;
    }
    if (unit < 4503599627370496) rows = roundedMantissas(mantissas, unit *= 2);
    else scale *= 2;
  }
  // The largest double replaces 2^1024 (relative difference 2^-53), and ∞ all beyond; its correction makes growth > 0.
  table.set([Number.MAX_VALUE, Number.EPSILON / 2 - INFINITE * STEP_LOW], 2 * (INFINITE - FIRST));
  for (let k = INFINITE + 1; k <= LAST; k++) table.set([Infinity, 1], 2 * (k - FIRST));
  return table;
}

/** Mantissas as multiples of 1 / unit, and the logarithms of what that leaves out. */
function roundedMantissas(mantissas: readonly pair.Pair[], unit: number) {
  return mantissas.map(([high, low]) => {
    const rounded = Math.max(1, Math.floor(high * unit + 0.5)), kept = rounded / unit;
    return { rounded, correction: log1pSeries(((high - kept) + low) / kept) };
  });
}

/** ln(1 + x) by its series; x is tiny except where few bits are needed. */
function log1pSeries(x: number): number {
  let total = 0;
  for (let n = 1, power = x; Math.abs(power) > 1e-20 || n === 1; n++, power *= -x) total += power / n;
  return total;
}
