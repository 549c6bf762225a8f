/**
 * What every rule of the suite is written in.
 *
 * A rule never asks for the value of a `T`: choices are operations too. With `T = number` a rule runs as it stands;
 * with other `T` the same text gives an op list (`engine/trace.ts`), exact derivatives (`duals.ts`) or an update
 * worked by hand (`labelled.ts`).
 */

/** A table of pairs of numbers, row after row. */
export type Table = Float64Array;

/** Operations that IEEE 754 fixes to the last bit, and choices between values. */
export interface Basics<T> {
  /** A number as a `T`. */
  constant(value: number): T;
  /** a + b */
  add(a: T, b: T): T;
  /** a − b */
  sub(a: T, b: T): T;
  /** a · b */
  mul(a: T, b: T): T;
  /** a ÷ b */
  div(a: T, b: T): T;
  /** √a */
  sqrt(a: T): T;
  /** |a| */
  abs(a: T): T;
  /** `b < a ? b : a`, so a NaN in `a` stays. */
  min(a: T, b: T): T;
  /** `a < b ? b : a`, so a NaN in `a` stays. */
  max(a: T, b: T): T;
  /** `a < b ? yes : no` */
  ifLess(a: T, b: T, yes: T, no: T): T;
  /** `a === b ? yes : no`, where 0 equals −0 */
  ifEqual(a: T, b: T, yes: T, no: T): T;
}

/** What the elementary functions need besides: table look-up and the two halves of a double. */
export interface Bits<T> extends Basics<T> {
  /** One entry of a table; `index` is the row's number + SHIFTER, and NaN finds row 0. */
  lookup(table: Table, column: 0 | 1, index: T): T;
  /** The e of a = s·2^e with 1 ≤ s < 2, for a positive normal `a`. */
  exponent(a: T): T;
  /** The s of a = s·2^e with 1 ≤ s < 2, for a positive normal `a`. */
  significand(a: T): T;
}

/** The functions that languages leave to their libraries, each engine to its own last digit; here they are defined. */
export interface Elementary<T> {
  /** e^a */
  exp(a: T): T;
  /** e^a − 1, also where a is small */
  expm1(a: T): T;
  /** 1/(1 + e^−a) */
  sigmoid(a: T): T;
  /** ln a */
  log(a: T): T;
  /** ln(1 + a), also where a is small */
  log1p(a: T): T;
  /** tanh a */
  tanh(a: T): T;
  /** 2/√π ∫₀ᵃ e^−t² dt */
  erf(a: T): T;
  /** sin a, in radians */
  sin(a: T): T;
  /** cos a, in radians */
  cos(a: T): T;
}

/** The operations that rules are written in. */
export interface Arithmetic<T> extends Basics<T>, Elementary<T> {}

/** Added to a small integer, it moves that integer into the low bits of the sum: 1.5 × 2^52. */
export const SHIFTER = 6755399441055744;

const double = new Float64Array(1);
/** The word of it that holds the exponent: the second on a little-endian machine. */
const high = new Int32Array(double.buffer, new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 4 : 0, 1);

/** The plain numbers' operations, down to their bits. */
export const NUMBER_BITS: Bits<number> = {
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: (a) => Math.sqrt(a),
  abs: (a) => Math.abs(a),
  min: (a, b) => b < a ? b : a,
  max: (a, b) => a < b ? b : a,
  ifLess: (a, b, yes, no) => a < b ? yes : no,
  ifEqual: (a, b, yes, no) => a === b ? yes : no,
  lookup: (table, column, index) => table[2 * ((index - SHIFTER) | 0) + column]!,
  exponent(a) {
    double[0] = a;
    return (high[0]! >>> 20) - 1023;
  },
  significand(a) {
    double[0] = a;
    high[0] = high[0]! & 0xfffff | 0x3ff00000;
    return double[0];
  },
};
