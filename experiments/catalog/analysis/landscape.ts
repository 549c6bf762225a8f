/** The plane that contains most of a training's path through the error surface, and errors along the path. */
import { standardNormal, type Stream } from "../../../core/random.ts";
import { meanSquaredError, outputsOf } from "../../../core/train_network.ts";
import type { Training } from "../../../core/training.ts";
import { dot, eigenDecomposition, norm } from "./curvature.ts";

/** A plane through the end of a path along its first two principal components. */
export interface Plane {
  readonly centre: readonly number[];
  /** Two orthogonal unit vectors. */
  readonly directions: readonly [readonly number[], readonly number[]];
  /** The fractions of the path's squared distances from its end along the first direction, and in the plane. */
  readonly explainedFractions: readonly [number, number];
}

/**
 * The plane of a path's principal components relative to its end; the start has negative coordinates.
 *
 * Source: Li, Xu, Taylor, Studer & Goldstein 2018, "Visualizing the loss landscape of neural nets", NeurIPS, 7.2.
 */
export function planeOf(path: readonly (readonly number[])[]): Plane {
  const centre = path.at(-1)!;
  const offsets = path.map((point) => point.map((w, i) => w - centre[i]!));
  const { values, vectors } = eigenDecomposition(scatterOf(offsets));
  const total = values.reduce((sum, value) => sum + value, 0);
  const oriented = (vector: readonly number[]) => dot(vector, offsets[0]!) > 0 ? vector.map((v) => -v) : vector;
  const [first, second] = [values.at(-1)!, values.at(-2)!];
  return {
    centre,
    directions: [oriented(vectors.at(-1)!), oriented(vectors.at(-2)!)],
    explainedFractions: [first / total, (first + second) / total],
  };
}

/** The upper triangle of the sum of the vectors' outer products; the entries below it are 0. */
function scatterOf(vectors: readonly (readonly number[])[]): number[][] {
  const scatter = vectors[0]!.map((_, __, { length }) => new Array<number>(length).fill(0));
  for (const vector of vectors) {
    for (const [i, row] of scatter.entries()) {
      for (let j = i; j < row.length; j++) row[j]! += vector[i]! * vector[j]!;
    }
  }
  return scatter;
}

/** The coordinates of a point's projection onto a plane. */
export function projectOnto({ centre, directions }: Plane, point: readonly number[]): [number, number] {
  const offset = point.map((w, i) => w - centre[i]!);
  return [dot(directions[0], offset), dot(directions[1], offset)];
}

/** The parameters at the given coordinates of a plane. */
export function pointInPlane({ centre, directions: [u, v] }: Plane, x: number, y: number): number[] {
  return centre.map((w, i) => w + x * u[i]! + y * v[i]!);
}

/** A random walk with the start and the step lengths of a path; every direction is equally likely. */
export function randomWalk(random: Stream, path: readonly (readonly number[])[]): number[][] {
  const walk = [[...path[0]!]];
  for (const [i, point] of path.slice(1).entries()) {
    const length = norm(point.map((w, k) => w - path[i]![k]!));
    const direction = point.map(() => standardNormal(random));
    const scale = length / norm(direction);
    walk.push(walk[i]!.map((w, k) => w + scale * direction[k]!));
  }
  return walk;
}

/** The mean squared error of a net with the given parameters. */
export function errorAt(training: Training, parameters: readonly number[]): number {
  return meanSquaredError(training, outputsOf(training, parameters));
}

/** The largest increase from any value to a later one; 0 if there is none. */
export function largestRise(values: readonly number[]): number {
  let lowest = Infinity, rise = 0;
  for (const value of values) {
    lowest = Math.min(lowest, value);
    rise = Math.max(rise, value - lowest);
  }
  return rise;
}

/** `count` equidistant positions that cover the range of the values and a fifth of it on either side. */
export function axisPositions(values: readonly number[], count: number): number[] {
  const low = values.reduce((a, b) => Math.min(a, b)), high = values.reduce((a, b) => Math.max(a, b));
  const margin = 0.2 * (high - low), width = high - low + 2 * margin;
  return Array.from({ length: count }, (_, i) => low - margin + width * i / (count - 1));
}
