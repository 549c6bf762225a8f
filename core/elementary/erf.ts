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

/** Row (c + FLAT) · ROWS: erf(c), as a double and the rest. */
const ERRORS: Table = new Float64Array(4 * ROWS * FLAT + 2);
/** Row (c + FLAT) · ROWS: erf′(c); unused. */
const SLOPES: Table = new Float64Array(4 * ROWS * FLAT + 2);
fillTables();

/** The terms of the integral without s, and those with one s. */
const S0 = [1, -1, 2 / 3, -1 / 3, 2 / 15], S1 = [-1 / 3, 1 / 2, -2 / 5];

/**
 * The error function: within 1.7 units in the last place, odd to the last bit, −0 for −0, ±1 beyond ±5.93.
 *
 * With x = c + d: erf(x) = erf(c) + erf′(c) d ∫₀¹ exp(−2 p t − s t²) dt, where p = c d and s = d²; the integral is the
 * sum over j and n of (−s)^j / j! · (−2p)^n / n! / (2j + n + 1), of which the first few terms are enough.
 */
export function erf<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, min, max, lookup, constant: c } = m;
  const bounded = min(max(x, c(-FLAT)), c(FLAT));
  const sum = add(bounded, c(ROUNDER)), index = mul(sum, c(ROWS));
  const node = sub(sum, c(ROUNDER)), d = sub(bounded, node), p = mul(node, d), s = mul(d, d);
  const withS = mul(s, add(polynomial(m, p, S1), mul(s, c(1 / 10))));
  const integral = add(polynomial(m, p, S0), withS);
  const rise = mul(lookup(SLOPES, 0, index), mul(d, integral));
  return add(lookup(ERRORS, 0, index), add(lookup(ERRORS, 1, index), rise));
}

/** From row to row by the Taylor series of erf′, whose derivative is −2x erf′. */
function fillTables(): void {
  const step = 1 / ROWS, zero = 2 * ROWS * FLAT;
  let value: pair.Pair = [0, 0], slope: pair.Pair = ERF_SLOPE;
  for (let row = 0; row <= ROWS * FLAT; row++) {
    ERRORS.set([value[0], value[1]], zero + 2 * row);
    ERRORS.set([-value[0], -value[1]], zero - 2 * row); // row 0 is −0: so −0 + −0 is the result for −0
    SLOPES[zero + 2 * row] = SLOPES[zero - 2 * row] = slope[0];
    // term: the n-th of erf′(c + step), Σ gₙ stepⁿ with (n + 1) gₙ₊₁ = −2 (c gₙ + gₙ₋₁)
    let before: pair.Pair = [0, 0], term = slope, rise = slope;
    for (let n = 1; n < 14; n++) {
      const both = pair.add(pair.multiply([row * step, 0], term), pair.multiply([step, 0], before));
      [before, term] = [term, pair.multiply(pair.divide([-2 * step, 0], [n, 0]), both)];
      slope = pair.add(slope, term);
      rise = pair.add(rise, pair.divide(term, [n + 1, 0]));
    }
    value = pair.add(value, pair.multiply(rise, [step, 0]));
  }
}
