/** The lesson on one layer, against the core. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { decimal } from "../../../../reports/course/lesson.ts";
import { fixedPointWeights, oneLayer, outputsOfUnit } from "../../../../reports/course/lessons/one_layer/one_layer.ts";
import { assertUpdates, endOf, ONE_UNIT } from "./checks.ts";

/** One unit that learns a table with a constant third input, as in the lecture. */
function oneUnit(learningRate: number, order: TrainConfig["order"], epochs: number): readonly number[] {
  const { outputs } = endOf({
    data: { name: "xor", encoding: "binary", constant: true },
    ...ONE_UNIT,
    optimizer: { name: "gradientDescent", learningRate },
    order: order!,
    seed: 1,
    epochs,
  });
  return outputs as readonly number[];
}

Deno.test("one-layer: training ends at the derived outputs, in either order and at a small rate", () => {
  const { numbers } = oneLayer;
  const ends = (outputs: readonly number[], derived: readonly number[]) =>
    outputs.forEach((output, row) => assertAlmostEquals(output, derived[row]!, 1e-9));
  const asText = (outputs: readonly number[], places: number) => outputs.map((y) => decimal(y, places)).join(" ");
  const forward = oneUnit(0.9, "fixed", 10_000);
  ends(forward, outputsOfUnit(fixedPointWeights(0.9)));
  assertEquals([asText(forward, 2), asText(forward, 5)], [numbers.printed, numbers.precise]);
  assertEquals(numbers.printed, "0.53 0.50 0.47 0.44");
  assertEquals(asText(oneUnit(0.9, [3, 2, 1, 0], 10_000), 2), numbers.backwardOutputs);
  const slow = oneUnit(0.1, "fixed", 40_000);
  ends(slow, outputsOfUnit(fixedPointWeights(0.1)));
  assertEquals(asText(slow, 3), numbers.smallRateOutputs);
});

Deno.test("one-layer: the sums of the AND exercise, and the update by hand", () => {
  const { numbers, update } = oneLayer;
  const sums = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => decimal(a! + b! - 1.5, 1));
  assertEquals(numbers.andSums, sums);
  const { parameters } = endOf({
    data: { inputs: [[0, 1, 1]], targets: [1] },
    ...ONE_UNIT,
    parameters: [{ W: [[0.2, -0.4, 0.1]] }],
  });
  const [w_1, w_2, w_3] = parameters[0]!.W[0] as [number, number, number];
  assertUpdates(update, { w_1, w_2, w_3 });
});
