/** Slices through the error surface: a path of training, the plane that holds most of it, and the straight line. */
import { answersOf, meanSquaredError } from "../../../core/train_network.ts";
import type { Training } from "../../../core/training.ts";
import { dot, eigenOf } from "./curvature.ts";

/** A plane through the end of a path, along the two directions in which the path reaches furthest. */
export interface Plane {
  readonly centre: readonly number[];
  /** Two unit vectors, at right angles. */
  readonly directions: readonly [readonly number[], readonly number[]];
  /** The shares of the squared distances from the end that lie along the first direction, and in the plane. */
  readonly shares: readonly [number, number];
}

/**
 * The plane of a path by its principal components, seen from the path's end; the start lies on the negative side.
 *
 * Source: Li, Xu, Taylor, Studer & Goldstein 2018, "Visualizing the loss landscape of neural nets", NeurIPS, 7.2.
 */
export function planeOf(path: readonly (readonly number[])[]): Plane {
  const centre = path.at(-1)!, offsets = path.map((point) => point.map((w, i) => w - centre[i]!));
  const scatter = centre.map((_, i) => centre.map((_, j) => offsets.reduce((sum, o) => sum + o[i]! * o[j]!, 0)));
  const { values, vectors } = eigenOf(scatter), total = values.reduce((sum, value) => sum + value, 0);
  const facing = (vector: readonly number[]) => dot(vector, offsets[0]!) > 0 ? vector.map((v) => -v) : vector;
  const [first, second] = [values.at(-1)!, values.at(-2)!];
  return {
    centre,
    directions: [facing(vectors.at(-1)!), facing(vectors.at(-2)!)],
    shares: [first / total, (first + second) / total],
  };
}

/** Where a point stands in a plane: its two coordinates, the rest left out. */
export function projected({ centre, directions }: Plane, point: readonly number[]): [number, number] {
  const offset = point.map((w, i) => w - centre[i]!);
  return [dot(directions[0], offset), dot(directions[1], offset)];
}

/** The parameters at a place in a plane. */
export function placed({ centre, directions: [u, v] }: Plane, x: number, y: number): number[] {
  return centre.map((w, i) => w + x * u[i]! + y * v[i]!);
}

/** Mean squared errors on the straight line between two points, both included, in so many steps. */
export function errorsOnLine(
  training: Training,
  from: readonly number[],
  to: readonly number[],
  steps: number,
): { readonly share: number; readonly error: number }[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = i / steps;
    return { share, error: errorAt(training, from.map((w, k) => w + share * (to[k]! - w))) };
  });
}

/** The mean squared error with these parameters. */
export function errorAt(training: Training, parameters: readonly number[]): number {
  return meanSquaredError(training, answersOf(training, parameters));
}

/** The largest rise from any value to a later one; 0 where none is larger than one before. */
export function largestRise(values: readonly number[]): number {
  let lowest = Infinity, rise = 0;
  for (const value of values) {
    lowest = Math.min(lowest, value);
    rise = Math.max(rise, value - lowest);
  }
  return rise;
}

/** Equally spaced places that cover some values and a fifth of their range on either side. */
export function spread(values: readonly number[], count: number): number[] {
  const low = values.reduce((a, b) => Math.min(a, b)), high = values.reduce((a, b) => Math.max(a, b));
  const margin = 0.2 * (high - low), width = high - low + 2 * margin;
  return Array.from({ length: count }, (_, i) => low - margin + width * i / (count - 1));
}
