import { type Bits, SHIFTER, type Table } from "../arithmetic.ts";
import { add, divide, multiply, type Pair } from "./pair.ts";

/** Rows in one unit. With k = round(64 |x|), d = |x| − k/64: tanh(c + d) = T + (1 − T²) t / (1 + T t), t = tanh(d). */
const ROWS = 64;
/** From here on the hyperbolic tangent is 1 to the last bit. */
const FLAT = 20;
const T3 = -0.3333333333333333; // tanh(d) ≈ d + d³ (T3 + T5 d² + T7 d⁴)
const T5 = 0.13333333333333333;
const T7 = -0.05396825396825397;

/** Row k: tanh(k/64), as a double and the rest. */
export const TANGENTS: Table = tangents();

/** The hyperbolic tangent: odd to the last bit, −0 for −0, ±1 from ±20 on. */
export function tanh<T>(m: Bits<T>, x: T): T {
  const zero = m.constant(0), one = m.constant(1), bounded = m.min(m.abs(x), m.constant(FLAT));
  const index = m.add(m.mul(bounded, m.constant(ROWS)), m.constant(SHIFTER));
  const d = m.sub(bounded, m.mul(m.sub(index, m.constant(SHIFTER)), m.constant(1 / ROWS)));
  const square = m.mul(d, d);
  const series = m.add(m.constant(T3), m.mul(square, m.add(m.constant(T5), m.mul(square, m.constant(T7)))));
  const t = m.add(d, m.mul(m.mul(d, square), series));
  const tangent = m.lookup(TANGENTS, 0, index), slope = m.sub(one, m.mul(tangent, tangent));
  const rise = m.div(m.mul(slope, t), m.add(one, m.mul(tangent, t)));
  const size = m.add(tangent, m.add(m.lookup(TANGENTS, 1, index), rise));
  return m.ifLess(x, zero, m.sub(zero, size), m.ifLess(zero, x, size, x));
}

function tangents(): Table {
  const table = new Float64Array(2 * ROWS * FLAT + 2);
  const step = exponential([2 / ROWS, 0]);
  let e: Pair = [1, 0];
  for (let k = 0; k <= ROWS * FLAT; k++) {
    table.set(divide(add(e, [-1, 0]), add(e, [1, 0])), 2 * k);
    e = multiply(e, step);
  }
  return table;
}

/** e to the x by its series, for small x */
function exponential(x: Pair): Pair {
  let total: Pair = [1, 0];
  for (let n = 20; n > 0; n--) total = add([1, 0], divide(multiply(x, total), [n, 0]));
  return total;
}
