import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { TANH } from "./coefficients.ts";
import * as pair from "./pair.ts";
import { polynomial } from "./polynomial.ts";

/** Rows in one unit. */
const ROWS = 128;
/** From here on the hyperbolic tangent is 1 to the last bit; there the table ends. */
const FLAT = 20;
/** Added to x, it rounds x to a whole number of rows; times ROWS, the sum is the row plus SHIFTER. */
const ROUNDER = SHIFTER / ROWS + FLAT;

/** Row (c + FLAT) · ROWS: tanh(c), as a double and the rest. */
const TANGENTS: Table = tangents();

/**
 * The hyperbolic tangent: within 0.6 units in the last place, odd to the last bit, −0 for −0, ±1 beyond ±19.1.
 *
 * With x = c + d, T = tanh(c) and t = tanh(d): tanh(x) = (T + t) / (1 + T t) = T + t − T t (T + t) / (1 + T t).
 */
export function tanh<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, div, min, max, lookup, constant: c } = m;
  const bounded = min(max(x, c(-FLAT)), c(FLAT));
  const sum = add(bounded, c(ROUNDER)), index = mul(sum, c(ROWS));
  const d = sub(bounded, sub(sum, c(ROUNDER))), square = mul(d, d);
  const bend = mul(mul(d, square), polynomial(m, square, TANH)), t = add(d, bend);
  const tangent = lookup(TANGENTS, 0, index), product = mul(tangent, t);
  const drop = div(mul(product, add(tangent, t)), add(c(1), product));
  const total = add(tangent, d), excess = sub(sub(total, tangent), d);
  // subtracted, and added up in this order, for then the result for −0 is −0: −0 − (… + 0)
  return sub(total, add(excess, sub(sub(drop, lookup(TANGENTS, 1, index)), bend)));
}

function tangents(): Table {
  const table = new Float64Array(4 * ROWS * FLAT + 2), zero = 2 * ROWS * FLAT;
  const step = pair.exponential([2 / ROWS, 0]);
  let e: pair.Pair = [1, 0]; // exp(2c)
  for (let k = 0; k <= zero; k += 2, e = pair.multiply(e, step)) {
    const [high, low] = pair.divide(pair.add(e, [-1, 0]), pair.add(e, [1, 0]));
    table.set([high, low], zero + k);
    table.set([-high, -low], zero - k); // the row of 0 is −0, as the sum for −0 needs it
  }
  return table;
}
