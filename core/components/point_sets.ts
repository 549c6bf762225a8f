/** Sets of random points in the plane, in two classes: made from a seed, the same on every engine. */
import { NUMBERS } from "../arithmetic/elementary.ts";
import { standardNormal, type Stream, stream } from "../random.ts";

/** An entry of POINT_SETS. */
export interface PointSet {
  /** Where the points of each class lie without noise. */
  readonly description: string;
  /** Default standard deviation of the noise. */
  readonly noise: number;
  /** Draws a point of a class without noise; every call draws equally many numbers. */
  draw(random: Stream, target: 0 | 1): readonly [x: number, y: number];
}

/** A set of points by name, with all options. */
export interface GeneratedData {
  /** One of POINT_SETS. */
  readonly name: PointSetName;
  /** Number of points, from 2 to 1000: training and test set together. */
  readonly points: number;
  /** Standard deviation of the normal noise that is added to both coordinates. */
  readonly noise: number;
  /** The fraction of points for training, above 0 and at most 1; the rest is the test set. */
  readonly split: number;
  /** The fraction of points with target 1, from 0 to 1. */
  readonly balance: number;
  /** The seed of the points, independent of the seed of a run: by default all runs share their data. */
  readonly seed: number | string;
  /** Whether each row ends in a constant 1, which acts as a bias. */
  readonly constant: boolean;
}

/** Upper bound on the number of points. */
export const MAX_POINTS = 1000;

const PI = 3.141592653589793, TAU = 6.283185307179586;

/** The point at an angle and a distance from the origin. */
function polar(angle: number, radius: number): readonly [number, number] {
  return [radius * NUMBERS.cos(angle), radius * NUMBERS.sin(angle)];
}

/**
 * The sets of points by name. Without noise, all points lie within −1 … 1.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { POINT_SETS, stream } from "../core.ts";
 *
 * assertEquals(POINT_SETS.gaussians.draw(stream("1", "data"), 1), [0.5, 0.5]);
 * ```
 */
export const POINT_SETS = {
  circles: {
    description: "two circles around the origin: radius 1 for target 0, ½ for target 1",
    noise: 0.1,
    draw: (random, target) => polar(TAU * random.double(), target === 0 ? 1 : 0.5),
  } as PointSet,
  /** scikit-learn's `make_moons`, centred and scaled: its points lie within −1 … 2 and −½ … 1. */
  moons: {
    description: "two interlocking half circles: the upper one for target 0, the lower one for target 1",
    noise: 0.1,
    draw: (random, target) => {
      const [x, y] = polar(PI * random.double(), 1);
      return target === 0 ? [(x - 0.5) / 1.5, (y - 0.25) / 1.5] : [(0.5 - x) / 1.5, (0.25 - y) / 1.5];
    },
  } as PointSet,
  spirals: {
    description: "two arms around the origin with 1¾ turns each, half a turn apart",
    noise: 0.02,
    draw: (random, target) => {
      const radius = random.double(), [x, y] = polar(1.75 * TAU * radius, radius);
      return target === 0 ? [x, y] : [-x, -y];
    },
  } as PointSet,
  gaussians: {
    description: "one point for each class: (−½, −½) for target 0, (½, ½) for target 1",
    noise: 0.25,
    draw: (_, target) => target === 0 ? [-0.5, -0.5] : [0.5, 0.5],
  } as PointSet,
  xorClouds: {
    description: "the rows of the XOR table with inputs −1 and 1",
    noise: 0.25,
    draw: (random, target) => {
      const x = random.double() < 0.5 ? -1 : 1;
      return [x, target === 0 ? x : -x];
    },
  } as PointSet,
} as const satisfies Readonly<Record<string, PointSet>>;

/** The name of a set of points. */
export type PointSetName = keyof typeof POINT_SETS;

/** A point and its class. */
export interface LabelledPoint {
  /** The coordinates. */
  readonly inputs: readonly [x: number, y: number];
  /** The class. */
  readonly target: 0 | 1;
}

/**
 * Draws the points of a set, training set first.
 *
 * From the `data` stream of its seed, point by point: where the point lies, then the noise of x and of y. A point
 * depends only on the seed, its index, its class and the noise: more points extend the set, and more noise moves each
 * point further in the same direction. Classes alternate as evenly as `balance` allows, so training and test set have
 * about the same mixture.
 */
export function drawPoints(
  { name, points, noise, balance, seed }: Pick<GeneratedData, "name" | "points" | "noise" | "balance" | "seed">,
): LabelledPoint[] {
  const random = stream(String(seed), "data"), set: PointSet = POINT_SETS[name];
  return Array.from({ length: points }, (_, i) => {
    const target = roundedTo(i + 1, balance) > roundedTo(i, balance) ? 1 : 0;
    const [x, y] = set.draw(random, target);
    const right = noise * standardNormal(random), up = noise * standardNormal(random);
    return { inputs: [x + right, y + up], target };
  });
}

/** How many of `points` points are for training: at least one. */
export function trainingCountOf({ points, split }: Pick<GeneratedData, "points" | "split">): number {
  return Math.max(1, roundedTo(points, split));
}

/** The number of items closest to a fraction of `count`. */
function roundedTo(count: number, fraction: number): number {
  return Math.floor(count * fraction + 0.5);
}
