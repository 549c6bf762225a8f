import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { add, divide, multiply, type Pair } from "./pair.ts";

/** Rows in one unit. With k = round(128 |x|), c = k/128, d = |x| − c: erf(c + d) = erf(c) + erf′(c) ∫₀ᵈ exp(−2ct − t²) dt. */
const ROWS = 128;
/** From here on the error function is 1 to the last bit. */
const FLAT = 6;

/** Row k: erf(k/128) and its derivative there. */
export const ERRORS: Table = errors();

/** The error function: odd to the last bit, −0 for −0, ±1 from ±6 on. */
export function erf<T>(m: Bits<T>, x: T): T {
  const zero = m.constant(0), bounded = m.min(m.abs(x), m.constant(FLAT));
  const index = m.add(m.mul(bounded, m.constant(ROWS)), m.constant(SHIFTER));
  const c = m.mul(m.sub(index, m.constant(SHIFTER)), m.constant(1 / ROWS)), d = m.sub(bounded, c);
  const p = m.mul(c, d), s = m.mul(d, d);
  const series = (terms: readonly number[]) =>
    terms.map((term) => m.constant(term)).reduceRight((sum, term) => m.add(term, m.mul(p, sum)));
  // the integral over d, in powers of p = c d and s = d²
  const integral = m.add(
    series([1, -1, 2 / 3, -1 / 3, 2 / 15, -2 / 45]),
    m.mul(s, m.add(series([-1 / 3, 1 / 2, -2 / 5, 2 / 9]), m.mul(s, series([1 / 10, -1 / 6])))),
  );
  const rise = m.mul(m.lookup(ERRORS, 1, index), m.mul(d, integral));
  const size = m.add(m.lookup(ERRORS, 0, index), rise);
  return m.ifLess(x, zero, m.sub(zero, size), m.ifLess(zero, x, size, x));
}

/** Row by row with the same integral in pairs of doubles, from erf(0) = 0 and erf′(0) = 2 / √π. */
function errors(): Table {
  const table = new Float64Array(2 * ROWS * FLAT + 2);
  const PER_ROOT_PI: Pair = [1.1283791670955126, 1.533545961316588e-17];
  for (let k = 0; k <= ROWS * FLAT; k++) {
    const square = multiply([k / ROWS, 0], [k / ROWS, 0]);
    // erf x = 2 / √π exp(−x²) Σ x (2x²)^n / (1 · 3 · … (2n + 1)): no cancellation
    let total: Pair = [1, 0];
    for (let n = 200; n > 0; n--) {
      total = add([1, 0], divide(multiply(multiply([2, 0], square), total), [2 * n + 1, 0]));
    }
    const slope = multiply(PER_ROOT_PI, exponential(square));
    const size = multiply(multiply(slope, [k / ROWS, 0]), total);
    table.set([size[0], slope[0]], 2 * k);
  }
  return table;
}

/** e to the −x */
function exponential(x: Pair): Pair {
  let total: Pair = [1, 0];
  const part = divide(x, [-256, 0]);
  for (let n = 20; n > 0; n--) total = add([1, 0], divide(multiply(part, total), [n, 0]));
  for (let i = 0; i < 8; i++) total = multiply(total, total);
  return total;
}
