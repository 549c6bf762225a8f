/** The elementary functions, each written once over `Bits<T>`: equal bits for every engine and every `T`. */
import { type Arithmetic, type Bits, NUMBER_BITS } from "./arithmetic.ts";
import { erf } from "./elementary/erf.ts";
import { exp, expm1 } from "./elementary/exp.ts";
import { log, log1p } from "./elementary/log.ts";
import { cos, sin } from "./elementary/sine.ts";
import { tanh } from "./elementary/tanh.ts";

export { cos, erf, exp, expm1, log, log1p, sin, tanh };

/** An arithmetic from operations on bits: those it has, and the elementary functions made of them. */
export function withElementary<T>(bits: Bits<T>): Arithmetic<T> {
  return {
    constant: bits.constant,
    add: bits.add,
    sub: bits.sub,
    mul: bits.mul,
    div: bits.div,
    sqrt: bits.sqrt,
    abs: bits.abs,
    min: bits.min,
    max: bits.max,
    ifLess: bits.ifLess,
    ifEqual: bits.ifEqual,
    exp: (x) => exp(bits, x),
    expm1: (x) => expm1(bits, x),
    log: (x) => log(bits, x),
    log1p: (x) => log1p(bits, x),
    tanh: (x) => tanh(bits, x),
    erf: (x) => erf(bits, x),
    sin: (x) => sin(bits, x),
    cos: (x) => cos(bits, x),
  };
}

/** The plain numbers. */
export const NUMBERS: Arithmetic<number> = withElementary(NUMBER_BITS);
