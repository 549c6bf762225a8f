import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { ERF_SLOPE } from "./coefficients.ts";
import * as pair from "./pair.ts";
import { polynomial } from "./polynomial.ts";

/** Rows in one unit. */
const ROWS = 256;
/** From here on the error function is 1 to the last bit; there the table ends. */
const FLAT = 6;
/** Added to x, it rounds x to a whole number of rows; times ROWS, the sum is the row plus SHIFTER. */
const ROUNDER = SHIFTER / ROWS + FLAT;

/** Row (c + FLAT) · ROWS: erf(c) and its derivative there. */
const ERRORS: Table = errors();

/**
 * The error function: within 1.6 units in the last place, odd to the last bit, −0 for −0, ±1 beyond ±5.93.
 *
 * With x = c + d: erf(x) = erf(c) + erf′(c) d ∫₀¹ exp(−2 p t − s t²) dt, where p = c d and s = d²; the integral is the
 * sum over j and n of (−s)^j / j! · (−2p)^n / n! / (2j + n + 1), of which the terms below are needed.
 */
export function erf<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, min, max, lookup, constant: c } = m;
  const bounded = min(max(x, c(-FLAT)), c(FLAT));
  const sum = add(bounded, c(ROUNDER)), index = mul(sum, c(ROWS));
  const node = sub(sum, c(ROUNDER)), d = sub(bounded, node), p = mul(node, d), s = mul(d, d);
  const second = add(polynomial(m, p, S1), mul(s, c(1 / 10)));
  const integral = add(polynomial(m, p, S0), mul(s, second));
  const rise = mul(lookup(ERRORS, 1, index), mul(d, integral));
  return add(lookup(ERRORS, 0, index), rise);
}

const S0 = [1, -1, 2 / 3, -1 / 3, 2 / 15];
const S1 = [-1 / 3, 1 / 2, -2 / 5];

/** erf(x) = 2 / √π exp(−x²) Σ x (2x²)^n / (1 · 3 · … · (2n + 1)), in which nothing cancels. */
function errors(): Table {
  const table = new Float64Array(4 * ROWS * FLAT + 2), zero = 2 * ROWS * FLAT;
  const step = pair.exponential([-2 / ROWS / ROWS, 0]);
  let ratio = pair.exponential([-1 / ROWS / ROWS, 0]), slope: pair.Pair = ERF_SLOPE;
  for (let k = 0; k <= zero; k += 2) {
    const c = k / 2 / ROWS;
    let series: pair.Pair = [1, 0];
    for (let n = 30 + 16 * Math.floor(c * c); n > 0; n--) {
      series = pair.add([1, 0], pair.multiply(pair.divide([2 * c * c, 0], [2 * n + 1, 0]), series));
    }
    const [high] = pair.multiply(pair.multiply(slope, [c, 0]), series);
    table.set([high, slope[0]], zero + k);
    table.set([-high, slope[0]], zero - k);
    slope = pair.multiply(slope, ratio); // exp(−(c + h)²) = exp(−c²) exp(−h² − 2ch)
    ratio = pair.multiply(ratio, step);
  }
  return table;
}
