/** The curvature of the error surface at a point: the Hessian and its eigenvalues. */
import type { Arithmetic } from "../../../core/arithmetic/arithmetic.ts";
import { type Example, gradientOf } from "../../../core/backprop.ts";
import { duals, seedDuals } from "../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Training } from "../../../core/training.ts";

/** The Hessian ∂²L/∂wᵢ∂wⱼ of the loss summed over all rows, column by column in dual numbers; exact to rounding. */
export function hessianOf({ network, loss, rows }: Training, parameters: readonly number[]): number[][] {
  const m = duals(NUMBERS), total = { network, loss, reduction: "sum" } as const;
  const examples = constantExamples(m, rows);
  return parameters.map((_, direction) =>
    gradientOf(m, total, seedDuals(parameters, direction), examples).map(({ derivative }) => derivative)
  );
}

/** Rows of data as constants of another arithmetic. */
export function constantExamples<T>(m: Arithmetic<T>, rows: readonly Example<number>[]): Example<T>[] {
  const constants = (values: readonly number[]) => values.map((value) => m.constant(value));
  return rows.map(({ inputs, targets }) => ({ inputs: constants(inputs), targets: constants(targets) }));
}

/** Usually about five sweeps suffice; the limit is for cases that rounding would keep going. */
const MAX_SWEEPS = 30;

/**
 * The eigenvalues of a symmetric matrix in ascending order, with unit eigenvectors; only its upper triangle is read.
 *
 * Jacobi's method: each rotation makes one off-diagonal entry 0, until all are. Source: Jacobi 1846; Golub & Van Loan
 * 2013, "Matrix Computations", 8.5.
 */
export function eigenDecomposition(matrix: readonly (readonly number[])[]) {
  const n = matrix.length;
  const a = matrix.map((row, i) => row.map((_, j) => i <= j ? matrix[i]![j]! : matrix[j]![i]!));
  const vectors = a.map((row, i) => row.map((_, j) => i === j ? 1 : 0));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isChanged = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) isChanged = rotate(a, vectors, p, q) || isChanged;
    }
    if (!isChanged) break;
  }
  const ascending = a.map((_, i) => i).sort((i, j) => a[i]![i]! - a[j]![j]!);
  return { values: ascending.map((i) => a[i]![i]!), vectors: ascending.map((i) => vectors[i]!) };
}

/** Rotates rows and columns p and q so that entry (p, q) becomes 0; returns whether it was not negligible already. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): boolean {
  const offDiagonal = a[p]![q]!;
  const size = Math.abs(a[p]![p]!) + Math.abs(a[q]![q]!);
  if (offDiagonal === 0 || size + Math.abs(offDiagonal) === size) {
    a[p]![q] = a[q]![p] = 0;
    return false;
  }
  const tau = (a[q]![q]! - a[p]![p]!) / (2 * offDiagonal);
  const root = Math.sqrt(1 + tau * tau);
  const tangent = tau >= 0 ? 1 / (tau + root) : 1 / (tau - root);
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (const row of a) rotatePair(row, p, row, q, cosine, sine);
  const ap = a[p]!, aq = a[q]!, vp = vectors[p]!, vq = vectors[q]!;
  for (let k = 0; k < a.length; k++) rotatePair(ap, k, aq, k, cosine, sine);
  for (let k = 0; k < a.length; k++) rotatePair(vp, k, vq, k, cosine, sine);
  return true;
}

/** Rotates the pair of an entry of one row and an entry of another (or of the same row). */
function rotatePair(first: number[], i: number, second: number[], j: number, cosine: number, sine: number): void {
  const x = first[i]!, y = second[j]!;
  first[i] = cosine * x - sine * y;
  second[j] = sine * x + cosine * y;
}

/** The Euclidean norm. */
export function norm(vector: readonly number[]): number {
  return Math.sqrt(dot(vector, vector));
}

/** The dot product. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
