import type { Stream } from "../../core/random.ts";
import { DECIMALS } from "./decimals.ts";
import { PAIRS } from "./pairs.ts";
import type { Reals } from "./reals.ts";

/** Arguments from … to; `log` spreads them evenly over the orders of magnitude. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly spread?: "log";
  /** A power of two, by which `exact` is larger than the function, so that pairs of doubles do not underflow. */
  readonly scale?: number;
}

/** A function of the core, its true value, and how far the one may be from the other. */
export interface Entry {
  readonly name: string;
  readonly value: (x: number) => number;
  readonly exact: <T>(m: Reals<T>, x: T) => T;
  readonly ranges: readonly Range[];
  /** In units of the true value's last place, or absolute: divided by the larger of 1 and the true value. */
  readonly unit: "ulp" | "absolute";
  readonly bound: number;
}

/** How one range came out. */
export interface Measured {
  readonly largest: number;
  /** The argument with the largest error. */
  readonly at: number;
}

/** At how many points, and at that of the largest error, the pair of doubles is compared with decimals. */
const CHECKS = 10;
/** How near pairs and decimals must be: 2^-90 or 27 digits, when a double's last place is 2^-52. */
const AGREEMENT = 2 ** -90;

/**
 * The largest error of the function in the range. True values are pairs of doubles, some 100 bits; a RangeError tells
 * where one is not what decimals give.
 */
export function measured(entry: Entry, range: Range, points: number, random: Stream): Measured {
  let largest = -1, at = NaN;
  for (let i = 0; i < points; i++) {
    const x = drawn(range, random);
    if (i % Math.ceil(points / CHECKS) === 0) check(entry, x);
    const error = errorAt(entry, range, x);
    if (error <= largest) continue;
    largest = error; // a NaN too, and it stays
    at = x;
    if (Number.isNaN(error)) break;
  }
  check(entry, at);
  return { largest, at };
}

function drawn({ from, to, spread }: Range, random: Stream): number {
  if (spread !== "log") return random.uniform(from, to);
  const size = Math.exp(random.uniform(Math.log(Math.abs(from)), Math.log(Math.abs(to))));
  return from < 0 ? -size : size;
}

function errorAt({ value, exact, unit }: Entry, { scale = 1 }: Range, x: number): number {
  const [high, low] = exact(PAIRS, PAIRS.of(x));
  const error = Math.abs((value(x) * scale - high) - low);
  return error / (unit === "ulp" ? lastPlace(high / scale, low) * scale : Math.max(1, Math.abs(high)));
}

const double = new Float64Array(1), bits = new BigUint64Array(double.buffer);

/** The distance of the doubles around high + low. */
function lastPlace(high: number, low: number): number {
  const size = Math.abs(high), nearer0 = size > 0 && low !== 0 && low < 0 === high > 0;
  double[0] = size;
  bits[0] = bits[0]! + (nearer0 ? -1n : 1n);
  return Math.abs(double[0] - size);
}

function check({ name, exact, unit }: Entry, x: number): void {
  const [high, low] = exact(PAIRS, PAIRS.of(x)), truth = exact(DECIMALS, DECIMALS.of(x));
  const difference = DECIMALS.of(high).add(DECIMALS.of(low)).sub(truth).abs();
  const size = Math.max(unit === "ulp" ? 0 : 1, Math.abs(DECIMALS.near(truth)));
  if (difference.lte(DECIMALS.of(size * AGREEMENT))) return;
  throw new RangeError(`Cannot measure "${name}": pairs must agree with decimals at ${x}, but are ${difference} off`);
}
