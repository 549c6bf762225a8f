import { add, divide, multiply, type Pair, sqrt } from "../../core/arithmetic/elementary/pair.ts";
import { DECIMALS } from "./decimals.ts";
import type { Reals } from "./reals.ts";

const ONE: Pair = [1, 0];
const LN2 = tripleOf(DECIMALS.ln2.toString()), HALF_PI = tripleOf(DECIMALS.pi.div(2).toString());
/** Number of times that expm1 halves its argument. */
const HALVINGS = 6;

/** The first three doubles of a decimal number's expansion. */
function tripleOf(digits: string): [number, number, number] {
  let rest = DECIMALS.of(0).add(digits);
  const next = () => {
    const part = rest.toNumber();
    rest = rest.sub(DECIMALS.of(part));
    return part;
  };
  return [next(), next(), next()];
}

function negative([high, low]: Pair): Pair {
  return [-high, -low];
}

function scaled([high, low]: Pair, factor: number): Pair {
  return [high * factor, low * factor];
}

/** x − k · c, c in three parts */
function subtractMultiple(x: Pair, k: number, c: readonly [number, number, number]): Pair {
  const part = (value: number): Pair => negative(multiply([k, 0], [value, 0]));
  return add(add(add(x, part(c[0])), part(c[1])), part(c[2]));
}

/** exp(x) − 1 for |x| < 0.4, by doubling: E(2x) = 2 E(x) + E(x)² */
function expm1Near0(x: Pair): Pair {
  const small = scaled(x, 2 ** -HALVINGS);
  let e: Pair = [0, 0];
  for (let n = 14; n > 0; n--) e = divide(multiply(small, add(ONE, e)), [n, 0]);
  for (let i = 0; i < HALVINGS; i++) e = add(scaled(e, 2), multiply(e, e));
  return e;
}

function exp(x: Pair): Pair {
  const k = Math.round(x[0] / LN2[0]), half = Math.trunc(k / 2), e = add(ONE, expm1Near0(subtractMultiple(x, k, LN2)));
  return scaled(scaled(e, 2 ** half), 2 ** (k - half));
}

function expm1(x: Pair): Pair {
  return Math.abs(x[0]) < 0.4 ? expm1Near0(x) : add(exp(x), [-1, 0]);
}

/** One step of Newton's method from the double, with a correction of second order. */
function log1p(x: Pair): Pair {
  const start: Pair = [Math.log1p(x[0]), 0], e = expm1(start);
  const d = divide(add(x, negative(e)), add(ONE, e));
  return add(start, add(d, scaled(multiply(d, d), -0.5)));
}

function log(x: Pair): Pair {
  const normal = x[0] < 2 ** -1000 ? scaled(x, 2 ** 100) : x;
  const k = Math.floor(Math.log2(normal[0]) + 0.5), half = Math.trunc(k / 2);
  const near1 = scaled(scaled(normal, 2 ** -half), 2 ** (half - k));
  return subtractMultiple(log1p(add(near1, [-1, 0])), x === normal ? -k : 100 - k, LN2);
}

/** sin(x + quarters · π/2) */
function shiftedSine(quarters: number, x: Pair): Pair {
  const k = Math.round(x[0] / HALF_PI[0]), r = subtractMultiple(x, k, HALF_PI), square = multiply(r, r);
  const turn = (((k + quarters) % 4) + 4) % 4, first = turn % 2 === 0 ? 1 : 0;
  let series: Pair = [0, 0];
  for (let n = 28 + first; n > 1; n -= 2) {
    series = divide(multiply(square, add(ONE, series)), [-n * (n - 1), 0]);
  }
  const sum = add(ONE, series), value = first ? multiply(r, sum) : sum;
  return turn > 1 ? negative(value) : value;
}

/** Double-double arithmetic: about 100 bits, fast enough for millions of values. */
export const PAIRS: Reals<Pair> = {
  of: (value) => [value, 0],
  pi: [2 * HALF_PI[0], 2 * HALF_PI[1]],
  ln2: [LN2[0], LN2[1]],
  add,
  sub: (a, b) => add(a, negative(b)),
  mul: multiply,
  div: divide,
  sqrt,
  exp,
  expm1,
  log,
  log1p,
  sin: (a) => shiftedSine(0, a),
  cos: (a) => shiftedSine(1, a),
  isNegative: (a) => a[0] < 0,
  toNumber: (a) => a[0],
};
