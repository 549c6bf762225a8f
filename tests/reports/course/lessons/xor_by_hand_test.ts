/** The lesson on XOR by hand, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { LayerParameters } from "../../../../core/network.ts";
import type { Values } from "../../../../reports/course/formula/expression.ts";
import { forwardValues, ROWS } from "../../../../reports/course/formula/two_hidden_units.ts";
import { decimal } from "../../../../reports/course/lesson.ts";
import { xorByHand } from "../../../../reports/course/lessons/xor_by_hand/xor_by_hand.ts";
import {
  orAndNet,
  orNandNet,
  parityOfThree,
  step,
  STEP_NET,
  tentAt,
} from "../../../../reports/course/lessons/xor_by_hand/xor_nets.ts";
import { endOf } from "./checks.ts";

const XOR = [0, 1, 1, 0];

/** The outputs of a net of two hidden units in the core, untrained. */
function outputsOf(
  hidden: "sigmoid" | "relu" | "step",
  output: "sigmoid" | "identity",
  parameters: readonly LayerParameters[],
): readonly number[] {
  const { outputs } = endOf({
    data: { inputs: ROWS.map((row) => [...row]), targets: XOR },
    network: {
      inputs: 2,
      layers: [{ units: 2, activation: hidden, bias: true }, { units: 1, activation: output, bias: true }],
    },
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 0,
    parameters,
  });
  return outputs as readonly number[];
}

/** The weights of a lesson's net, as the core takes them. */
function parametersOf(weights: Values): LayerParameters[] {
  const of = (...names: string[]) => names.map((name) => weights[name]!);
  return [{ W: [of("w_11", "w_12"), of("w_21", "w_22")], b: of("b_1", "b_2") }, { W: [of("u_1", "u_2")], b: of("c") }];
}

Deno.test("xor-by-hand: the step net is OR and not AND, and its output is XOR", () => {
  assertEquals(STEP_NET.map(({ h_1 }) => h_1), [0, 1, 1, 1]);
  assertEquals(STEP_NET.map(({ h_2 }) => h_2), [0, 0, 0, 1]);
  assertEquals(STEP_NET.map(({ y }) => y), XOR);
  const sums = outputsOf("step", "identity", parametersOf(orAndNet(1)));
  assertEquals(STEP_NET.map(({ v }) => v), sums);
  assertEquals(STEP_NET.map(({ x_1, x_2 }) => 0.5 < x_1 + x_2 && x_1 + x_2 < 1.5), XOR.map(Boolean));
});

Deno.test("xor-by-hand: the sigmoid nets have the core's outputs, close to XOR only for a large factor", () => {
  for (const factor of [4, 10]) {
    for (const net of [orAndNet(factor), orNandNet(factor)]) {
      const outputs = ROWS.map((row) => forwardValues(net, row).y!);
      outputsOf("sigmoid", "sigmoid", parametersOf(net)).forEach((y, row) =>
        assertAlmostEquals(y, outputs[row]!, 1e-12)
      );
      const errors = outputs.map((y, row) => Math.abs(y - XOR[row]!));
      assert(
        factor === 4 ? errors.every((error) => error > 0.1 && error < 0.5) : errors.every((error) => error < 0.01),
      );
      assertEquals(outputs.map((y) => decimal(y, 2)).join(" ") === xorByHand.numbers.softer, factor === 4);
    }
  }
});

Deno.test("xor-by-hand: the ReLU net is the core's, and three steps give the parity of three bits", () => {
  const relu = outputsOf("relu", "identity", [{ W: [[1, 1], [1, 1]], b: [0, -1] }, { W: [[1, -2]], b: [0] }]);
  assertEquals(ROWS.map(([x_1, x_2]) => tentAt(x_1 + x_2).y), relu);
  assertEquals(relu, XOR);
  assertEquals([0, 1, 2, 3].map(parityOfThree), [0, 1, 0, 1]);
  assertEquals(xorByHand.numbers.parity, "0 1 0 1");
  const nand = ROWS.map(([x_1, x_2]) => step(step(x_1 + x_2 - 0.5) + step(1.5 - x_1 - x_2) - 1.5));
  assertEquals(nand, XOR);
});
