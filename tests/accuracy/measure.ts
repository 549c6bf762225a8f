import type { Stream } from "../../core/random.ts";
import { DECIMALS } from "./decimals.ts";
import { PAIRS } from "./pairs.ts";
import type { Reals } from "./reals.ts";

/** A range of arguments; `log` spreads them evenly over the orders of magnitude. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly spread?: "log";
  /** A power of two by which `exact` is larger than the function, so that double-doubles do not underflow. */
  readonly scale?: number;
}

/** A function of the core, its exact value, and the bound of its error. */
export interface Entry {
  readonly name: string;
  readonly value: (x: number) => number;
  readonly exact: <T>(m: Reals<T>, x: T) => T;
  readonly ranges: readonly Range[];
  /** Unit of the error: last place of the exact value, or the larger of 1 and the exact value. */
  readonly unit: "ulp" | "absolute";
  readonly bound: number;
}

/** The error in one range. */
export interface ErrorMeasurement {
  readonly largest: number;
  /** The argument with the largest error. */
  readonly at: number;
}

/** Number of points at which double-doubles are compared with decimals, besides the point of the largest error. */
const CHECKED_POINTS = 10;
/** Required agreement of double-doubles with decimals: 27 digits. */
const AGREEMENT = 2 ** -90;

/**
 * Measures the largest error of a function in a range, against exact values in double-doubles of about 100 bits.
 *
 * Throws a RangeError if an exact value does not agree with decimals.
 */
export function measureError(entry: Entry, range: Range, points: number, random: Stream): ErrorMeasurement {
  let largest = -1, at = NaN;
  for (let i = 0; i < points; i++) {
    const x = drawArgument(range, random);
    if (i % Math.ceil(points / CHECKED_POINTS) === 0) checkAgainstDecimals(entry, x);
    const error = errorAt(entry, range, x);
    if (error <= largest) continue;
    largest = error; // also NaN, which ends the loop
    at = x;
    if (Number.isNaN(error)) break;
  }
  checkAgainstDecimals(entry, at);
  return { largest, at };
}

function drawArgument({ from, to, spread }: Range, random: Stream): number {
  if (spread !== "log") return random.uniform(from, to);
  const size = Math.exp(random.uniform(Math.log(Math.abs(from)), Math.log(Math.abs(to))));
  return from < 0 ? -size : size;
}

function errorAt({ value, exact, unit }: Entry, { scale = 1 }: Range, x: number): number {
  const [high, low] = exact(PAIRS, PAIRS.of(x));
  const error = Math.abs((value(x) * scale - high) - low);
  return error / (unit === "ulp" ? unitInLastPlace(high / scale, low) * scale : Math.max(1, Math.abs(high)));
}

const double = new Float64Array(1), bits = new BigUint64Array(double.buffer);

/** The distance between the doubles around high + low. */
function unitInLastPlace(high: number, low: number): number {
  const size = Math.abs(high), isTowardZero = size > 0 && low !== 0 && low < 0 === high > 0;
  double[0] = size;
  bits[0] = bits[0]! + (isTowardZero ? -1n : 1n);
  return Math.abs(double[0] - size);
}

function checkAgainstDecimals({ name, exact, unit }: Entry, x: number): void {
  const [high, low] = exact(PAIRS, PAIRS.of(x)), decimal = exact(DECIMALS, DECIMALS.of(x));
  const difference = DECIMALS.of(high).add(DECIMALS.of(low)).sub(decimal).abs();
  const size = Math.max(unit === "ulp" ? 0 : 1, Math.abs(DECIMALS.toNumber(decimal)));
  if (difference.lte(DECIMALS.of(size * AGREEMENT))) return;
  throw new RangeError(`Cannot measure "${name}": pairs must agree with decimals at ${x}, but are ${difference} off`);
}
