/** Double-double arithmetic (about 106 bits), for the tables that are computed at start-up. */

/** The unevaluated sum of two doubles; the second is less than a unit in the last place of the first. */
export type Pair = readonly [high: number, low: number];

/** a + b exactly, where |a| ≥ |b| or a = 0 (Dekker 1971). */
function exactSum(a: number, b: number): Pair {
  const high = a + b;
  return [high, b - (high - a)];
}

/** a · b exactly, without overflow or underflow (Dekker 1971). */
function exactProduct(a: number, b: number): Pair {
  const [a1, a2] = split(a), [b1, b2] = split(b), high = a * b;
  return [high, a2 * b2 - (((high - a1 * b1) - a2 * b1) - a1 * b2)];
}

/** x + y to about 104 bits, fewer under cancellation (Knuth 1969). */
export function add(x: Pair, y: Pair): Pair {
  const high = x[0] + y[0], back = high - x[0];
  return exactSum(high, (x[0] - (high - back)) + (y[0] - back) + (x[1] + y[1]));
}

/** x · y to about 104 bits. */
export function multiply(x: Pair, y: Pair): Pair {
  const [high, low] = exactProduct(x[0], y[0]);
  return exactSum(high, low + (x[0] * y[1] + x[1] * y[0]));
}

/** x ÷ y to about 104 bits. */
export function divide(x: Pair, y: Pair): Pair {
  const q = x[0] / y[0], [high, low] = exactProduct(q, y[0]);
  return exactSum(q, ((x[0] - high) - low + x[1] - q * y[1]) / y[0]);
}

/** √x to about 104 bits. */
export function sqrt(x: Pair): Pair {
  const q = Math.sqrt(x[0]), [high, low] = exactProduct(q, q);
  return exactSum(q, ((x[0] - high) - low + x[1]) / (2 * q));
}

/** e^x to about 100 bits for |x| < 0.1, by its series from the smallest term. */
export function exp(x: Pair): Pair {
  let total: Pair = [1, 0];
  for (let n = 20; n > 0; n--) total = add([1, 0], divide(multiply(x, total), [n, 0]));
  return total;
}

/** Veltkamp's splitting into 26 bits and the remainder. */
function split(x: number): Pair {
  const high = 134217729 * x - (134217729 * x - x);
  return [high, x - high];
}
