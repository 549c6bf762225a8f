/**
 * The elementary functions, each written once over `Bits<T>`: the same bits on every engine and for every `T`.
 *
 * Languages leave these functions to their libraries, which differ in the last digit; these are built from what
 * IEEE 754 fixes. None branches: a choice is a select, and a table is entered at a bounded row. The functions of an
 * arithmetic need no `this`.
 */
import { type Arithmetic, type Bits, NUMBER_BITS } from "./arithmetic.ts";
import { erf } from "./elementary/erf.ts";
import { exp, expm1, sigmoid } from "./elementary/exp.ts";
import { log, log1p } from "./elementary/log.ts";
import { cos, sin } from "./elementary/sine.ts";
import { tanh } from "./elementary/tanh.ts";

export { cos, erf, exp, expm1, log, log1p, sigmoid, sin, tanh };

/** The arithmetic that operations on bits make: theirs, and the elementary functions. */
export function withElementary<T>(bits: Bits<T>): Arithmetic<T> {
  return {
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
}

// a variable of this module alone, which V8 knows to be constant, as it does not know of an import
const bits = NUMBER_BITS;

/**
 * The plain numbers: `withElementary(NUMBER_BITS)`, written out. A function of its own for each entry lets V8 put the
 * operations in line; functions made where those for other `T` are made would take 20 times as long.
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
