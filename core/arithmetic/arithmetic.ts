/**
 * The interface in which all formulas of the suite are written.
 *
 * A formula never inspects the value of a `T`; choices are operations as well. With `T = number` it runs directly;
 * other `T` turn the same code into an op list (`engine/plan/tracer.ts`), exact derivatives (`duals.ts`) or a worked
 * calculation (`labelled.ts`).
 */

/** A table of two columns, stored row by row. */
export type LookupTable = Float64Array;

/** Computes a value when it is first needed: the larger tables take longer than a page may take to open. */
export function lazy<V>(compute: () => V): () => V {
  let value: V | undefined;
  return () => value ??= compute();
}

/** Operations whose result IEEE 754 defines to the last bit, and choices between values. */
export interface Basics<T> {
  /** Converts a number. */
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

/** Operations that elementary functions need in addition: table look-up, exponent and significand. */
export interface Bits<T> extends Basics<T> {
  /** Reads a table; `index` is the row number + SHIFTER, and NaN reads row 0. */
  lookup(table: LookupTable, column: 0 | 1, index: T): T;
  /** The e of a = s·2^e with 1 ≤ s < 2, for a positive normal `a`. */
  exponent(a: T): T;
  /** The s of a = s·2^e with 1 ≤ s < 2, for a positive normal `a`. */
  significand(a: T): T;
}

/** Elementary functions, whose last digits differ between libraries; this suite defines its own. */
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

/** The operations available to formulas. */
export interface Arithmetic<T> extends Basics<T>, Elementary<T> {}

/** Adding 1.5 × 2^52 to a small integer moves that integer into the low bits of the sum. */
export const SHIFTER = 6755399441055744;

const double = new Float64Array(1);
/** The 32-bit word of `double` with the exponent: the second one on little-endian machines. */
const highWord = new Int32Array(double.buffer, new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 4 : 0, 1);

/** The operations on plain numbers. */
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
    return (highWord[0]! >>> 20) - 1023;
  },
  significand(a) {
    double[0] = a;
    highWord[0] = highWord[0]! & 0xfffff | 0x3ff00000;
    return double[0];
  },
};

/** c₀ + x (c₁ + x (c₂ + …)) */
export function polynomial<T>(m: Bits<T>, x: T, coefficients: readonly number[]): T {
  const { add, mul, constant: c } = m;
  let sum = c(coefficients[coefficients.length - 1]!);
  for (let i = coefficients.length - 2; i >= 0; i--) sum = add(c(coefficients[i]!), mul(x, sum));
  return sum;
}
