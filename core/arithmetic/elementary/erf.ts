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

/** Terms of the series from row to row, for errors far below those of the second column. */
const TERMS = 10;

/** Row (c + FLAT) · ROWS: erf(c), as a double and the rest. */
const ERRORS: Table = new Float64Array(4 * ROWS * FLAT + 2);
/** Row (c + FLAT) · ROWS: erf′(c) and erf′(c) − 1. */
const SLOPES: Table = new Float64Array(4 * ROWS * FLAT + 2);
fillTables();

/** The terms of the integral without s, those with one s, and the one with s². */
const S0 = [-1, 2 / 3, -1 / 3, 2 / 15], S1 = [-1 / 3, 1 / 2, -2 / 5], S2 = 1 / 10;

/**
 * The error function: within 0.8 units in the last place, odd to the last bit, −0 for −0, ±1 beyond ±5.93.
 *
 * With x = c + d: erf(x) = erf(c) + erf′(c) d ∫₀¹ exp(−2 p t − s t²) dt, where p = c d and s = d²; the integral is the
 * sum over j and n of (−s)^j / j! · (−2p)^n / n! / (2j + n + 1): 1 and a little, of which the first few terms do.
 */
export function erf<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, min, max, lookup, constant: c } = m;
  const bounded = min(max(x, c(-FLAT)), c(FLAT));
  const sum = add(bounded, c(ROUNDER)), index = mul(sum, c(ROWS));
  const node = sub(sum, c(ROUNDER)), d = sub(bounded, node), p = mul(node, d), s = mul(d, d);
  const withS = mul(s, add(polynomial(m, p, S1), mul(s, c(S2))));
  const little = add(mul(p, polynomial(m, p, S0)), withS);
  // the slope's part beyond 1, for d itself needs no rounding: erf(c) + d = total + missed (Dekker's sum)
  const steepness = add(lookup(SLOPES, 1, index), mul(lookup(SLOPES, 0, index), little));
  const value = lookup(ERRORS, 0, index), total = add(value, d), missed = sub(d, sub(total, value));
  return add(total, add(missed, add(lookup(ERRORS, 1, index), mul(d, steepness))));
}

/** From row to row by the Taylor series of erf′, whose derivative is −2x erf′. */
function fillTables(): void {
  const step = 1 / ROWS, zero = 2 * ROWS * FLAT;
  const reciprocals = Array.from({ length: TERMS + 1 }, (_, n) => pair.divide([1, 0], [n || 1, 0]));
  let value: pair.Pair = [0, 0], slope: pair.Pair = ERF_SLOPE;
  for (let row = 0; row <= ROWS * FLAT; row++) {
    ERRORS.set(value, zero + 2 * row);
    ERRORS.set([-value[0], -value[1]], zero - 2 * row); // row 0 is −0: so −0 + −0 is the result for −0
    for (const at of [zero + 2 * row, zero - 2 * row]) SLOPES.set([slope[0], slope[0] - 1 + slope[1]], at);
    // term: the n-th of erf′(c + step), Σ gₙ stepⁿ with n gₙ = −2 (c gₙ₋₁ + gₙ₋₂)
    let before: pair.Pair = [0, 0], term = slope, rise = slope;
    for (let n = 1; n < TERMS; n++) {
      const both = pair.add(
        pair.multiply([-2 * row * step * step, 0], term),
        pair.multiply([-2 * step * step, 0], before),
      );
      [before, term] = [term, pair.multiply(both, reciprocals[n]!)];
      slope = pair.add(slope, term);
      rise = pair.add(rise, pair.multiply(term, reciprocals[n + 1]!));
    }
    value = pair.add(value, pair.multiply(rise, [step, 0]));
  }
}
