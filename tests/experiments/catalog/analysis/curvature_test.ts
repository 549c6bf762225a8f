import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { lossOf } from "../../../../core/backprop.ts";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { parseConfig } from "../../../../core/config/parse_config.ts";
import { type Dual, duals } from "../../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { prepare } from "../../../../core/train_network.ts";
import type { Training } from "../../../../core/training.ts";
import { dot, eigenDecomposition, hessianOf } from "../../../../experiments/catalog/analysis/curvature.ts";

/** Some dozen operations on numbers of about 1. */
const ROUNDING = 1e-13;

function trainingOf(loss: "halfSquaredError" | "crossEntropy", hidden: number): Training {
  const layers = [{ units: hidden, activation: "sigmoid", bias: true }, {
    units: 1,
    activation: "sigmoid",
    bias: true,
  }];
  const config = {
    data: "xor",
    network: { inputs: 2, layers: hidden > 0 ? layers : layers.slice(1) },
    seed: "curvature",
    loss,
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 0,
  };
  return prepare(parseConfig(config as TrainConfig).config);
}

Deno.test("eigenDecomposition finds the eigenvalues of the Hilbert matrix", () => {
  const matrix = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => 1 / (i + j + 1)));
  const { values, vectors } = eigenDecomposition(matrix);
  // mpmath 1.3.0 with 30 digits: eigsy(matrix(…), eigvals_only=True)
  const exact = [
    0.00000328792877217186295711500479271,
    0.000305898040151191726879497840677,
    0.0114074916234198065594514588666,
    0.208534218611013335905002510069,
    1.56705069109823079553301100552,
  ];
  values.forEach((value, k) => assertAlmostEquals(value, exact[k]!, 1e-15)); // some roundings of the largest, 1.57
  vectors.forEach((vector, k) => {
    vectors.forEach((other, l) => assertAlmostEquals(dot(vector, other), k === l ? 1 : 0, 1e-14));
    matrix.forEach((row, i) => assertAlmostEquals(dot(row, vector), values[k]! * vector[i]!, 1e-15));
  });
});

Deno.test("eigenDecomposition accepts matrices that are empty, diagonal, or of one entry", () => {
  assertEquals(eigenDecomposition([]), { values: [], vectors: [] });
  assertEquals(eigenDecomposition([[0, 0], [0, 0]]).values, [0, 0]);
  assertEquals(eigenDecomposition([[3, 0], [0, -1]]), { values: [-1, 3], vectors: [[0, 1], [1, 0]] });
  assertEquals(eigenDecomposition([[7]]), { values: [7], vectors: [[1]] });
});

Deno.test("hessianOf agrees with the formulas for one sigmoid unit", () => {
  // with p = σ(w·x + b): Σ p(1−p) xxᵀ for cross entropy; Σ [(p(1−p))² + (p−d) p(1−p)(1−2p)] xxᵀ for ½ Σ (p−d)²
  const curvatures = {
    crossEntropy: (p: number) => p * (1 - p),
    halfSquaredError: (p: number, d: number) => p * (1 - p) * (p * (1 - p) + (p - d) * (1 - 2 * p)),
  };
  for (const [loss, curvature] of Object.entries(curvatures)) {
    const training = trainingOf(loss as keyof typeof curvatures, 0), w = [0.7, -1.1, 0.4];
    const hessian = hessianOf(training, w);
    const expected = w.map((_, i) =>
      w.map((_, j) =>
        training.rows.reduce((sum, { inputs, targets }) => {
          const x = [...inputs, 1], p = 1 / (1 + Math.exp(-dot(w, x)));
          return sum + curvature(p, targets[0]!) * x[i]! * x[j]!;
        }, 0)
      )
    );
    hessian.forEach((row, i) => row.forEach((entry, j) => assertAlmostEquals(entry, expected[i]![j]!, ROUNDING)));
  }
});

Deno.test("hessianOf of back-propagation agrees with nested dual numbers of the loss", () => {
  const inner = duals(NUMBERS), m = duals(inner);
  for (const loss of ["halfSquaredError", "crossEntropy"] as const) {
    const training = trainingOf(loss, 2), { start, rows } = training, hessian = hessianOf(training, start);
    const given = (values: readonly number[]) => values.map(m.constant);
    const examples = rows.map(({ inputs, targets }) => ({ inputs: given(inputs), targets: given(targets) }));
    start.forEach((_, i) =>
      start.forEach((_, j) => {
        const point = start.map((value, k): Dual<Dual> => ({
          value: { value, derivative: k === i ? 1 : 0 },
          derivative: inner.constant(k === j ? 1 : 0),
        }));
        const second = lossOf(m, { ...training, reduction: "sum" }, point, examples).derivative.derivative;
        assertAlmostEquals(hessian[i]![j]!, second, ROUNDING);
        assertAlmostEquals(hessian[i]![j]!, hessian[j]![i]!, ROUNDING);
      })
    );
    assert(hessian.flat().some((entry) => Math.abs(entry) > 0.01), "it is not all nothing");
  }
});
