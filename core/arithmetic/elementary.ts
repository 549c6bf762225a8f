/**
 * The elementary functions, each written once over `Bits<T>`: the same bits on every engine and for every `T`.
 *
 * Library functions differ in the last digit; these use only operations that IEEE 754 defines. They are free of
 * branches: choices are selects, and table rows are clamped. The functions of an arithmetic need no `this`.
 */
import { type Arithmetic, type Bits, type Elementary, NUMBER_BITS } from "./arithmetic.ts";
import { erf } from "./elementary/erf.ts";
import { exp, expm1, sigmoid } from "./elementary/exp.ts";
import { log, log1p } from "./elementary/log.ts";
import { cos, sin } from "./elementary/sine.ts";
import { tanh } from "./elementary/tanh.ts";

const FUNCTIONS = { exp, expm1, sigmoid, log, log1p, tanh, erf, sin, cos };

/** All elementary functions of an arithmetic, each created from its name. */
export function elementaryOf<T>(create: (name: keyof Elementary<T>) => (x: T) => T): Elementary<T> {
  const names = Object.keys(FUNCTIONS) as (keyof Elementary<T>)[];
  return Object.fromEntries(names.map((name) => [name, create(name)])) as unknown as Elementary<T>;
}

/** Completes an arithmetic by the elementary functions. */
export function withElementary<T>(bits: Bits<T>): Arithmetic<T> {
  return { ...bits, ...elementaryOf<T>((name) => (x) => FUNCTIONS[name](bits, x)) };
}

// V8 treats a module's own variable as constant, but not an import.
const bits = NUMBER_BITS;

/**
 * The arithmetic of plain numbers: `withElementary(NUMBER_BITS)`, written out.
 *
 * Separate functions let V8 inline the operations; functions shared with other `T` take 20 times as long.
 */
export const NUMBERS: Arithmetic<number> = {
  ...bits,
  exp: (x) => exp(bits, x),
  expm1: (x) => expm1(bits, x),
  sigmoid: (x) => sigmoid(bits, x),
  log: (x) => log(bits, x),
  log1p: (x) => log1p(bits, x),
  tanh: (x) => tanh(bits, x),
  erf: (x) => erf(bits, x),
  sin: (x) => sin(bits, x),
  cos: (x) => cos(bits, x),
};
