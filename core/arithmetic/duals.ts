/** Dual numbers: forward-mode derivatives along one direction, exact up to rounding. */
import type { Arithmetic } from "./arithmetic.ts";

/** A value with its derivative. */
export interface Dual<T = number> {
  readonly value: T;
  readonly derivative: T;
}

const TWO_OVER_ROOT_PI = 1.1283791670955126; // 2/√π

/**
 * Creates the arithmetic of dual numbers over another arithmetic; nested, it gives second derivatives.
 *
 * The variable has derivative 1; values that do not depend on it have derivative 0. At a kink the derivative is
 * one-sided: `abs` takes the right one, `min` and `max` that of their first argument at a tie, `ifLess` and `ifEqual`
 * that of the chosen branch.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { duals } from "./duals.ts";
 * import { NUMBERS } from "./elementary.ts";
 *
 * const m = duals(NUMBERS), x = { value: 3, derivative: 1 };
 * assertEquals(m.mul(x, x), { value: 9, derivative: 6 });
 * ```
 */
export function duals<T>(inner: Arithmetic<T>): Arithmetic<Dual<T>> {
  const { constant, add, sub, mul, div, ifLess, ifEqual } = inner;
  const zero = constant(0), one = constant(1), two = constant(2);
  const chain = (value: T, inner: T, outer: T): Dual<T> => ({ value, derivative: mul(inner, outer) });
  return {
    constant: (value) => ({ value: constant(value), derivative: zero }),
    add: (a, b) => ({ value: add(a.value, b.value), derivative: add(a.derivative, b.derivative) }),
    sub: (a, b) => ({ value: sub(a.value, b.value), derivative: sub(a.derivative, b.derivative) }),
    mul: (a, b) => ({
      value: mul(a.value, b.value),
      derivative: add(mul(a.derivative, b.value), mul(a.value, b.derivative)),
    }),
    div: (a, b) => {
      const value = div(a.value, b.value);
      return { value, derivative: div(sub(a.derivative, mul(value, b.derivative)), b.value) };
    },
    sqrt: (a) => {
      const value = inner.sqrt(a.value);
      return { value, derivative: div(a.derivative, mul(two, value)) };
    },
    abs: (a) => ({
      value: inner.abs(a.value),
      derivative: ifLess(a.value, zero, sub(zero, a.derivative), a.derivative),
    }),
    min: (a, b) => ({
      value: inner.min(a.value, b.value),
      derivative: ifLess(b.value, a.value, b.derivative, a.derivative),
    }),
    max: (a, b) => ({
      value: inner.max(a.value, b.value),
      derivative: ifLess(a.value, b.value, b.derivative, a.derivative),
    }),
    ifLess: (a, b, yes, no) => ({
      value: ifLess(a.value, b.value, yes.value, no.value),
      derivative: ifLess(a.value, b.value, yes.derivative, no.derivative),
    }),
    ifEqual: (a, b, yes, no) => ({
      value: ifEqual(a.value, b.value, yes.value, no.value),
      derivative: ifEqual(a.value, b.value, yes.derivative, no.derivative),
    }),
    exp: (a) => {
      const value = inner.exp(a.value);
      return chain(value, a.derivative, value);
    },
    expm1: (a) => chain(inner.expm1(a.value), a.derivative, inner.exp(a.value)),
    sigmoid: (a) => {
      const value = inner.sigmoid(a.value);
      return chain(value, a.derivative, mul(value, sub(one, value)));
    },
    log: (a) => ({ value: inner.log(a.value), derivative: div(a.derivative, a.value) }),
    log1p: (a) => ({ value: inner.log1p(a.value), derivative: div(a.derivative, add(one, a.value)) }),
    tanh: (a) => {
      const value = inner.tanh(a.value);
      return chain(value, a.derivative, sub(one, mul(value, value)));
    },
    erf: (a) => {
      const bell = mul(constant(TWO_OVER_ROOT_PI), inner.exp(sub(zero, mul(a.value, a.value))));
      return chain(inner.erf(a.value), a.derivative, bell);
    },
    sin: (a) => chain(inner.sin(a.value), a.derivative, inner.cos(a.value)),
    cos: (a) => chain(inner.cos(a.value), a.derivative, sub(zero, inner.sin(a.value))),
  };
}

/** Makes dual numbers of a point, with one coordinate as the variable. */
export function seedDuals(values: readonly number[], variable: number): Dual[] {
  return values.map((value, i) => ({ value, derivative: i === variable ? 1 : 0 }));
}
