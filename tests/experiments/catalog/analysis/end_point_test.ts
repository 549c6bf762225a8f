import { assert, assertAlmostEquals } from "@std/assert";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { parseConfig } from "../../../../core/config/parse_config.ts";
import { prepare } from "../../../../core/train_network.ts";
import { endPointOf } from "../../../../experiments/catalog/analysis/end_point.ts";

const sigmoid = { activation: "sigmoid", bias: false } as const;

/** The end point of a net with the given weights on XOR, in full batch. */
function at(W: readonly (readonly number[])[], output: readonly number[]) {
  const config: TrainConfig = {
    data: { name: "xor", constant: true },
    network: { inputs: 3, layers: [{ units: W.length, ...sigmoid }, { units: 1, ...sigmoid }] },
    parameters: [{ W }, { W: [output] }],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    batch: "full",
    epochs: 1,
  };
  const training = prepare(parseConfig(config).config);
  return endPointOf(training, training.start);
}

Deno.test("endPointOf finds no gradient, no step and no downward direction where all weights are 0", () => {
  // outputs of ½ whose errors cancel; only the output weights have curvature: Σ (¼ · ½)² = 1/16 an entry, 2/16 for two
  const endPoint = at([[0, 0, 0], [0, 0, 0]], [0, 0]);
  assertAlmostEquals(endPoint.gradient, 0, 1e-17);
  assertAlmostEquals(endPoint.step, 0, 1e-17);
  assertAlmostEquals(endPoint.largestEigenvalue, 1 / 8, 1e-15);
  assertAlmostEquals(endPoint.smallestEigenvalue, 0, 1e-15);
});

Deno.test("endPointOf finds the downward direction of a saddle", () => {
  // units that ignore x1 and x2 and cancel each other: outputs of ½ and no gradient, but the weights of x1 can grow
  const a = 1 / (1 + Math.exp(-1));
  const endPoint = at([[0, 0, 1], [0, 0, -1]], [2 - 2 * a, -2 * a]);
  assert(endPoint.smallestEigenvalue < -0.01, `${endPoint.smallestEigenvalue}`);
  assertAlmostEquals(endPoint.gradient, 0, 1e-16);
});

Deno.test("endPointOf measures the step of one epoch of gradient descent: rate times mean gradient", () => {
  const endPoint = at([[0.5, -0.3, 0.8], [-0.2, 0.9, 0.1]], [0.7, -0.4]);
  assertAlmostEquals(endPoint.step, 0.9 / 4 * endPoint.gradient, 1e-15);
});
