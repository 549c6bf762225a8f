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
  /** The chain rule for y = f(x), with f′ as a function of x and y. */
  const unary = (f: (x: T) => T, derivative: (x: T, y: T) => T) => (a: Dual<T>): Dual<T> => {
    const value = f(a.value);
    return { value, derivative: mul(a.derivative, derivative(a.value, value)) };
  };
  const choose = (choice: Arithmetic<T>["ifLess"], a: Dual<T>, b: Dual<T>, yes: Dual<T>, no: Dual<T>): Dual<T> => ({
    value: choice(a.value, b.value, yes.value, no.value),
    derivative: choice(a.value, b.value, yes.derivative, no.derivative),
  });
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
    min: (a, b) => choose(ifLess, b, a, b, a),
    max: (a, b) => choose(ifLess, a, b, b, a),
    ifLess: (a, b, yes, no) => choose(ifLess, a, b, yes, no),
    ifEqual: (a, b, yes, no) => choose(ifEqual, a, b, yes, no),
    exp: unary(inner.exp, (_x, y) => y),
    expm1: unary(inner.expm1, inner.exp),
    sigmoid: unary(inner.sigmoid, (_x, y) => mul(y, sub(one, y))),
    log: (a) => ({ value: inner.log(a.value), derivative: div(a.derivative, a.value) }),
    log1p: (a) => ({ value: inner.log1p(a.value), derivative: div(a.derivative, add(one, a.value)) }),
    tanh: unary(inner.tanh, (_x, y) => sub(one, mul(y, y))),
    erf: unary(inner.erf, (x) => mul(constant(TWO_OVER_ROOT_PI), inner.exp(sub(zero, mul(x, x))))),
    sin: unary(inner.sin, inner.cos),
    cos: unary(inner.cos, (x) => sub(zero, inner.sin(x))),
  };
}

/** Makes dual numbers of a point, with one coordinate as the variable. */
export function seedDuals(values: readonly number[], variable: number): Dual[] {
  return values.map((value, i) => ({ value, derivative: i === variable ? 1 : 0 }));
}
