/** Dual numbers: each value with its derivative along one direction, exact to rounding (forward mode). */
import type { Arithmetic } from "./arithmetic.ts";

/** A value, and how fast it changes. */
export interface Dual<T = number> {
  /** What it is. */
  readonly value: T;
  /** Its derivative. */
  readonly slope: T;
}

const TWO_OVER_ROOT_PI = 1.1283791670955126; // 2/√π

/**
 * The dual numbers over an arithmetic; over dual numbers, they give second derivatives.
 *
 * A variable has the slope 1, everything that does not depend on it the slope 0. At a kink the slope is that of one
 * side: `abs` the right one, `min` and `max` at a tie their first argument's, `ifLess` and `ifEqual` the chosen branch's.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { duals } from "./duals.ts";
 * import { NUMBERS } from "./elementary.ts";
 *
 * const m = duals(NUMBERS), x = { value: 3, slope: 1 };
 * assertEquals(m.mul(x, x), { value: 9, slope: 6 });
 * ```
 */
export function duals<T>(inner: Arithmetic<T>): Arithmetic<Dual<T>> {
  const { constant, add, sub, mul, div, ifLess, ifEqual } = inner;
  const zero = constant(0), one = constant(1), two = constant(2);
  const steeper = (value: T, slope: T, by: T): Dual<T> => ({ value, slope: mul(slope, by) });
  return {
    constant: (value) => ({ value: constant(value), slope: zero }),
    add: (a, b) => ({ value: add(a.value, b.value), slope: add(a.slope, b.slope) }),
    sub: (a, b) => ({ value: sub(a.value, b.value), slope: sub(a.slope, b.slope) }),
    mul: (a, b) => ({
      value: mul(a.value, b.value),
      slope: add(mul(a.slope, b.value), mul(a.value, b.slope)),
    }),
    div: (a, b) => {
      const value = div(a.value, b.value);
      return { value, slope: div(sub(a.slope, mul(value, b.slope)), b.value) };
    },
    sqrt: (a) => {
      const value = inner.sqrt(a.value);
      return { value, slope: div(a.slope, mul(two, value)) };
    },
    abs: (a) => ({ value: inner.abs(a.value), slope: ifLess(a.value, zero, sub(zero, a.slope), a.slope) }),
    min: (a, b) => ({ value: inner.min(a.value, b.value), slope: ifLess(b.value, a.value, b.slope, a.slope) }),
    max: (a, b) => ({ value: inner.max(a.value, b.value), slope: ifLess(a.value, b.value, b.slope, a.slope) }),
    ifLess: (a, b, yes, no) => ({
      value: ifLess(a.value, b.value, yes.value, no.value),
      slope: ifLess(a.value, b.value, yes.slope, no.slope),
    }),
    ifEqual: (a, b, yes, no) => ({
      value: ifEqual(a.value, b.value, yes.value, no.value),
      slope: ifEqual(a.value, b.value, yes.slope, no.slope),
    }),
    exp: (a) => {
      const value = inner.exp(a.value);
      return steeper(value, a.slope, value);
    },
    expm1: (a) => steeper(inner.expm1(a.value), a.slope, inner.exp(a.value)),
    sigmoid: (a) => {
      const value = inner.sigmoid(a.value);
      return steeper(value, a.slope, mul(value, sub(one, value)));
    },
    log: (a) => ({ value: inner.log(a.value), slope: div(a.slope, a.value) }),
    log1p: (a) => ({ value: inner.log1p(a.value), slope: div(a.slope, add(one, a.value)) }),
    tanh: (a) => {
      const value = inner.tanh(a.value);
      return steeper(value, a.slope, sub(one, mul(value, value)));
    },
    erf: (a) => {
      const bell = mul(constant(TWO_OVER_ROOT_PI), inner.exp(sub(zero, mul(a.value, a.value))));
      return steeper(inner.erf(a.value), a.slope, bell);
    },
    sin: (a) => steeper(inner.sin(a.value), a.slope, inner.cos(a.value)),
    cos: (a) => steeper(inner.cos(a.value), a.slope, sub(zero, inner.sin(a.value))),
  };
}

/** Numbers of which one is the variable: its slope is 1, that of all others 0. */
export function along(values: readonly number[], variable: number): Dual[] {
  return values.map((value, i) => ({ value, slope: i === variable ? 1 : 0 }));
}
