import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { multiply, type Pair, root } from "./pair.ts";

/** Steps in one doubling. exp(x) = 2^(k/64) · exp(r), where k = round(64 x / ln 2) and |r| ≤ ln 2 / 128. */
const STEPS = 64;
/** The largest x of interest is here: exp of it is infinite. And the least: exp of it is 0. */
const HIGHEST = 710, LOWEST = -745.5;
const LAST = 1025 * STEPS, FIRST = -1076 * STEPS; // their steps, and a few more
const STEP = 0.010830424696223417; // ln 2 / 64 in 36 bits, so that k · STEP is exact
const STEP_REST = 2.572804622327669e-14; // and what is missing
const STEPS_PER_UNIT = 92.33248261689366; // 64 / ln 2
const C2 = 0.4999999999998504; // exp(r) ≈ 1 + r + r² (C2 + C3 r + C4 r² + C5 r³)
const C3 = 0.16666666666664529;
const C4 = 0.041666707435930685;
const C5 = 0.008333339157513314;

/** Row k - FIRST: 2^(k/64) as a double, and the correction of r: −k · STEP_REST + ln(exact power / double). */
export const POWERS: Table = powersOfTwo();

/**
 * e to the x: within 0.53 units in the last place (0.6 next to 2^-1022), gradual underflow, overflow to ∞, NaN for NaN.
 * Table and short polynomial, after P. T. P. Tang, ACM TOMS 15 (1989) 144.
 */
export function exp<T>(m: Bits<T>, x: T): T {
  const { power, r, bend } = reduced(m, x);
  return m.add(power, m.mul(power, m.add(r, bend)));
}

/** exp(x) − 1 without cancellation: within 0.6 units in the last place; −1 at −∞, −0 for −0. */
export function expm1<T>(m: Bits<T>, x: T): T {
  const one = m.constant(1), { power: whole, exact, rest: correction, bend } = reduced(m, x);
  const power = m.min(whole, m.constant(Number.MAX_VALUE)); // for ∞ − ∞ would be NaN
  // power − 1 = base + lost (Knuth's sum); base + exact = total + missed (Dekker's sum)
  const base = m.sub(power, one), back = m.sub(base, power);
  const lost = m.sub(m.sub(power, m.sub(base, back)), m.add(one, back));
  const total = m.add(base, exact), missed = m.add(m.sub(base, total), exact);
  const small = m.mul(power, m.add(correction, bend));
  const rest = m.add(m.add(lost, missed), m.add(m.mul(base, exact), small));
  return m.ifEqual(x, m.constant(0), x, m.add(total, rest));
}

/** exp(x) = power · (1 + r + bend), where r = exact + rest; exact has no rounding error, rest and bend are small. */
function reduced<T>(m: Bits<T>, x: T): { power: T; r: T; exact: T; rest: T; bend: T } {
  const bounded = m.min(m.max(x, m.constant(LOWEST)), m.constant(HIGHEST));
  // the sum rounds to an integer: the row of POWERS nearest to x, plus SHIFTER
  const index = m.add(m.mul(bounded, m.constant(STEPS_PER_UNIT)), m.constant(SHIFTER - FIRST));
  const k = m.sub(index, m.constant(SHIFTER - FIRST));
  const exact = m.sub(bounded, m.mul(k, m.constant(STEP))), rest = m.lookup(POWERS, 1, index);
  const r = m.add(exact, rest), square = m.mul(r, r);
  const low = m.add(m.constant(C2), m.mul(m.constant(C3), r));
  const high = m.add(m.constant(C4), m.mul(m.constant(C5), r));
  const bend = m.mul(square, m.add(low, m.mul(square, high)));
  return { power: m.lookup(POWERS, 0, index), r, exact, rest, bend };
}

/** Made with + − × ÷ and square roots alone, in pairs of doubles, so that every engine makes the same table. */
function powersOfTwo(): Table {
  let step: Pair = [2, 0];
  for (let steps = 1; steps < STEPS; steps *= 2) step = root(step);
  const mantissas: Pair[] = [[1, 0]];
  while (mantissas.length < STEPS) mantissas.push(multiply(mantissas.at(-1)!, step));
  const table: Table = new Float64Array(2 * (LAST - FIRST + 1));
  // unit: 2^52, below 2^-1022 less, for a double has fewer bits there; the second column makes up for that
  let unit = 0.25, scale = Number.MIN_VALUE;
  for (let k = FIRST; k < 1024 * STEPS; k++) {
    const j = (k - FIRST) % STEPS, [high, low] = mantissas[j]!;
    const whole = Math.max(1, Math.floor(high * unit + 0.5)), kept = whole / unit;
    table[2 * (k - FIRST)] = whole * scale;
    table[2 * (k - FIRST) + 1] = logarithm(((high - kept) + low) / kept) - k * STEP_REST;
    if (j === STEPS - 1) unit < 4503599627370496 ? unit *= 2 : scale *= 2;
  }
  // in place of 2^1024 the largest double, 2^-53 less; beyond it ∞, with a correction that makes the growth positive
  table.set([Number.MAX_VALUE, Number.EPSILON / 2 - 1024 * STEPS * STEP_REST], 2 * (1024 * STEPS - FIRST));
  for (let k = 1024 * STEPS + 1; k <= LAST; k++) table.set([Infinity, 1], 2 * (k - FIRST));
  return table;
}

/** ln(1 + x), by its series: x is tiny except where few bits are wanted. */
function logarithm(x: number): number {
  let total = 0;
  for (let n = 1, power = x; Math.abs(power) > 1e-20 || n === 1; n++, power *= -x) total += power / n;
  return total;
}
