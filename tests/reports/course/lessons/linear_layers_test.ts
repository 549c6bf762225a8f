/** The lesson on linear layers, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { evaluate, withDefinitions } from "../../../../reports/course/formula/expression.ts";
import { matrix, matrixLine, matrixProduct, matrixValues } from "../../../../reports/course/formula/matrix.ts";
import { linearLayers } from "../../../../reports/course/lessons/linear_layers/linear_layers.ts";
import {
  bentValues,
  DEFINITIONS,
  GIVEN,
  linearValues,
  ROWS,
} from "../../../../reports/course/lessons/linear_layers/linear_net.ts";
import { plainText } from "../../html_text.ts";
import { endOf } from "./checks.ts";

/** The outputs of the lesson's net in the core, untrained. */
function outputsOf(activation: "identity" | "relu"): readonly number[] {
  const { w_11, w_12, w_21, w_22, u_1, u_2, c } = GIVEN as Record<string, number>;
  const { outputs } = endOf({
    data: { inputs: ROWS.map((row) => [...row]), targets: [0, 1, 1, 0] },
    network: {
      inputs: 2,
      layers: [{ units: 2, activation, bias: false }, { units: 1, activation: "identity", bias: true }],
    },
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 0,
    parameters: [{ W: [[w_11!, w_12!], [w_21!, w_22!]] }, { W: [[u_1!, u_2!]], b: [c!] }],
  });
  return outputs as readonly number[];
}

Deno.test("linear-layers: the core gives the lesson's sums, and only ReLU solves XOR", () => {
  const linear = ROWS.map(([x_1, x_2]) => linearValues(x_1, x_2));
  assertEquals(linear.map(({ v }) => v!), outputsOf("identity"));
  linear.forEach((values) => {
    const { p_1, p_2, c, x_1, x_2, v } = values as Record<string, number>;
    assertEquals(p_1! * x_1! + p_2! * x_2! + c!, v);
  });
  const bent = ROWS.map(([x_1, x_2]) => bentValues(x_1, x_2).v!);
  assertEquals(bent, outputsOf("relu"));
  assertEquals(bent.map((v) => Number(v > 0)), [0, 1, 1, 0]);
  assert(linear.every(({ v }) => v! < 0));
});

Deno.test("linear-layers: any two linear layers are the single unit, also with weights that are not symmetric", () => {
  const weights = { w_11: 1, w_12: 2, w_21: 3, w_22: 5, u_1: 7, u_2: 11, c: 13 };
  for (const [x_1, x_2] of [[17, 19], [-1, 0.5]] as const) {
    const { v, p_1, p_2 } = withDefinitions({ ...weights, x_1, x_2 }, DEFINITIONS) as Record<string, number>;
    assertEquals(v, p_1! * x_1 + p_2! * x_2 + 13);
    assertEquals([p_1, p_2], [7 * 1 + 11 * 3, 7 * 2 + 11 * 5]);
  }
});

Deno.test("linear-layers: the answers to the exercises are computed right", () => {
  const { numbers } = linearLayers;
  assertAlmostEquals(Number(numbers.shrunk), 0.5 ** 10, 1e-5);
  assertEquals([numbers.chain, numbers.absolute], ["24", "3"]);
  const multiply = (a: number[][], b: number[][]) =>
    a.map((row) => [0, 1].map((j) => String(row[0]! * b[0]![j]! + row[1]! * b[1]![j]!).replace("-", "−")).join(", "));
  const [first, second] = [[[1, -2], [-2, 1]], [[1, 0], [1, 1]]];
  assertEquals(numbers.product, multiply(second, first).join(" | "));
  assertEquals(numbers.reversed, multiply(first, second).join(" | "));
});

Deno.test("matrixProduct multiplies lines by columns, and matrixLine shows every entry", () => {
  const [left, right] = [matrix(["a", 2]), matrix([3, "b"], [5, 6])];
  const product = matrixProduct(left, right);
  assertEquals(product.map((row) => row.map((entry) => evaluate(entry, { a: 10, b: 4 }))), [[40, 52]]);
  const values = matrixValues(product, { a: 10, b: 4 });
  assertEquals(plainText(matrixLine(left, right, "=", values).html), "(a2) (3b56) = (4052)");
});
