/** Sums of two doubles, some 106 bits, for the tables that are made when the suite is loaded. */

/** A number as the sum of two doubles, the second less than a unit in the last place of the first. */
export type Pair = readonly [high: number, low: number];

/** a + b exactly, where |a| ≥ |b| or a = 0 (Dekker 1971). */
export function sum(a: number, b: number): Pair {
  const high = a + b;
  return [high, b - (high - a)];
}

/** a · b exactly, barring overflow and underflow (Dekker 1971). */
export function product(a: number, b: number): Pair {
  const [a1, a2] = halves(a), [b1, b2] = halves(b), high = a * b;
  return [high, a2 * b2 - (((high - a1 * b1) - a2 * b1) - a1 * b2)];
}

/** x + y to some 104 bits, or what is left of them where the two cancel (Knuth 1969). */
export function add(x: Pair, y: Pair): Pair {
  const high = x[0] + y[0], back = high - x[0];
  return sum(high, (x[0] - (high - back)) + (y[0] - back) + (x[1] + y[1]));
}

/** x · y to some 104 bits. */
export function multiply(x: Pair, y: Pair): Pair {
  const [high, low] = product(x[0], y[0]);
  return sum(high, low + (x[0] * y[1] + x[1] * y[0]));
}

/** x ÷ y to some 104 bits. */
export function divide(x: Pair, y: Pair): Pair {
  const q = x[0] / y[0], [high, low] = product(q, y[0]);
  return sum(q, ((x[0] - high) - low + x[1] - q * y[1]) / y[0]);
}

/** √x to some 104 bits. */
export function root(x: Pair): Pair {
  const q = Math.sqrt(x[0]), [high, low] = product(q, q);
  return sum(q, ((x[0] - high) - low + x[1]) / (2 * q));
}

/** e to the x to some 100 bits, for |x| < 0.1: its series, least terms first. */
export function exponential(x: Pair): Pair {
  let total: Pair = [1, 0];
  for (let n = 20; n > 0; n--) total = add([1, 0], divide(multiply(x, total), [n, 0]));
  return total;
}

/** Veltkamp's splitting: 26 bits and the rest. */
function halves(x: number): Pair {
  const high = 134217729 * x - (134217729 * x - x);
  return [high, x - high];
}
