import { type Bits, lazy, type LookupTable, polynomial, SHIFTER } from "../arithmetic.ts";
import { TANH } from "./coefficients.ts";
import * as pair from "./pair.ts";

/** Rows per unit. */
const ROWS = 128;
/** Beyond this the hyperbolic tangent rounds to 1; end of the table. */
const LIMIT = 20;
/** Adding it rounds x to a multiple of 1/ROWS; ROWS times the sum is the row number plus SHIFTER. */
const ROUNDER = SHIFTER / ROWS + LIMIT;

/** Row (c + LIMIT) · ROWS: tanh(c) as a double, and its rounding error. */
const tangents = lazy(createTable);

/**
 * The hyperbolic tangent: within 0.6 units in the last place, odd to the last bit, −0 for −0, ±1 beyond ±19.1.
 *
 * With x = c + d, T = tanh(c) and t = tanh(d): tanh(x) = (T + t) / (1 + T t) = T + t − T t (T + t) / (1 + T t).
 */
export function tanh<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, div, min, max, lookup, constant: c } = m;
  const clamped = min(max(x, c(-LIMIT)), c(LIMIT));
  const sum = add(clamped, c(ROUNDER)), index = mul(sum, c(ROWS));
  const d = sub(clamped, sub(sum, c(ROUNDER))), square = mul(d, d);
  const cubic = mul(mul(d, square), polynomial(m, square, TANH)), t = add(d, cubic);
  const tangent = lookup(tangents(), 0, index), product = mul(tangent, t);
  const correction = div(mul(product, add(tangent, t)), add(c(1), product));
  const total = add(tangent, d), excess = sub(sub(total, tangent), d);
  // Subtracted in this order so that the result for −0 is −0 − (… + 0) = −0.
  return sub(total, add(excess, sub(sub(correction, lookup(tangents(), 1, index)), cubic)));
}

function createTable(): LookupTable {
  const table = new Float64Array(4 * ROWS * LIMIT + 2), zero = 2 * ROWS * LIMIT;
  const step = pair.exp([2 / ROWS, 0]);
  let e: pair.Pair = [1, 0]; // exp(2c)
  for (let k = 0; k <= zero; k += 2, e = pair.multiply(e, step)) {
    const [high, low] = pair.divide(pair.add(e, [-1, 0]), pair.add(e, [1, 0]));
    table.set([high, low], zero + k);
    table.set([-high, -low], zero - k); // The row of 0 holds −0, for the result of −0.
  }
  return table;
}
