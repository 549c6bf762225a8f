/** How the error surface lies at a point: its slope, its second derivatives, and their eigenvalues. */
import { gradientOf } from "../../../core/backprop.ts";
import { along, duals } from "../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Training } from "../../../core/training.ts";

/** Eigenvalues in ascending order, and a unit vector for each. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** ∂²L/∂wᵢ∂wⱼ of the loss summed over all rows: the gradient in dual numbers, a column at a time; exact to rounding. */
export function hessianOf({ network, loss, rows }: Training, parameters: readonly number[]): number[][] {
  const m = duals(NUMBERS), given = (values: readonly number[]) => values.map((value) => m.constant(value));
  const examples = rows.map(({ inputs, targets }) => ({ inputs: given(inputs), targets: given(targets) }));
  return parameters.map((_, direction) =>
    gradientOf(m, network, loss, 1, along(parameters, direction), examples).map(({ slope }) => slope)
  );
}

/** Beyond so many sweeps only rounding would keep it going; a handful suffices. */
const MOST_SWEEPS = 30;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, of which the upper half counts.
 *
 * Jacobi's method: rotations, each making one entry off the diagonal 0, until nothing is left there. Source: Jacobi
 * 1846; Golub & Van Loan 2013, "Matrix Computations", 8.5.
 */
export function eigenOf(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length, a = matrix.map((row, i) => row.map((_, j) => i <= j ? matrix[i]![j]! : matrix[j]![i]!));
  const vectors = a.map((row, i) => row.map((_, j) => i === j ? 1 : 0));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) turned = rotate(a, vectors, p, q) || turned;
    }
    if (!turned) break;
  }
  const rising = a.map((_, i) => i).sort((i, j) => a[i]![i]! - a[j]![j]!);
  return { values: rising.map((i) => a[i]![i]!), vectors: rising.map((i) => vectors[i]!) };
}

/** Turns rows and columns p and q so that the entry where they cross becomes 0; tells whether it was not already. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): boolean {
  const off = a[p]![q]!, size = Math.abs(a[p]![p]!) + Math.abs(a[q]![q]!);
  if (off === 0 || size + Math.abs(off) === size) {
    a[p]![q] = a[q]![p] = 0;
    return false;
  }
  const tau = (a[q]![q]! - a[p]![p]!) / (2 * off), root = Math.sqrt(1 + tau * tau);
  const tangent = tau >= 0 ? 1 / (tau + root) : 1 / (tau - root);
  const cosine = 1 / Math.sqrt(1 + tangent * tangent), sine = tangent * cosine;
  for (const row of a) {
    const x = row[p]!, y = row[q]!;
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  for (const rows of [a, vectors]) {
    const first = rows[p]!, second = rows[q]!;
    for (let k = 0; k < first.length; k++) {
      const x = first[k]!, y = second[k]!;
      first[k] = cosine * x - sine * y;
      second[k] = sine * x + cosine * y;
    }
  }
  return true;
}

/** √(Σ v²) */
export function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(dot(vector, vector));
}

/** Σ a·b */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
