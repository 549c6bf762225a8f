import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { parseConfig } from "../../../../core/config/parse_config.ts";
import { prepare } from "../../../../core/train_network.ts";
import { endPointOf } from "../../../../experiments/catalog/analysis/end_point.ts";

const sigmoid = { activation: "sigmoid", bias: false } as const;

/** The lecture's net with so many hidden units on XOR, at given weights. */
function at(W: readonly (readonly number[])[], output: readonly number[], epochs: number, batch: "online" | "full") {
  const config: TrainConfig = {
    data: { name: "xor", constant: true },
    network: { inputs: 3, layers: [{ units: W.length, ...sigmoid }, { units: 1, ...sigmoid }] },
    parameters: [{ W }, { W: [output] }],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    batch,
    epochs,
  };
  const training = prepare(parseConfig(config).config);
  return endPointOf(training, training.start);
}

Deno.test("endPointOf finds a plateau where all weights are 0", () => {
  // outputs of ½ whose errors cancel; only the output weights have curvature: Σ (¼ · ½)² = 1/16 an entry, 2/16 for two
  const endPoint = at([[0, 0, 0], [0, 0, 0]], [0, 0], 10000, "full");
  assertAlmostEquals(endPoint.gradient, 0, 1e-17);
  assertAlmostEquals(endPoint.step, 0, 1e-17);
  assertAlmostEquals(endPoint.largestEigenvalue, 1 / 8, 1e-15);
  assertAlmostEquals(endPoint.smallestEigenvalue, 0, 1e-15);
  assertEquals(endPoint.kind, "plateau");
});

Deno.test("endPointOf distinguishes saddles that the epochs suffice to leave, and runs that still fall", () => {
  // units that ignore x1 and x2 and cancel each other: outputs of ½ and no gradient, but the weights of x1 can grow
  const a = 1 / (1 + Math.exp(-1)), W = [[0, 0, 1], [0, 0, -1]], output = [2 - 2 * a, -2 * a];
  const endPoint = at(W, output, 10000, "full");
  assert(endPoint.smallestEigenvalue < -0.01, `${endPoint.smallestEigenvalue}`);
  assertAlmostEquals(endPoint.gradient, 0, 1e-16);
  assertEquals(endPoint.kind, "saddle");
  assertEquals(at(W, output, 10, "full").kind, "plateau"); // too few epochs to leave
  assertEquals(at([[0.5, -0.3, 0.8], [-0.2, 0.9, 0.1]], [0.7, -0.4], 10000, "online").kind, "falling");
});

Deno.test("endPointOf finds a flat tail where the loss decreases ever more slowly as the weights grow", () => {
  // one unit computes x1 or x2, the other 1: row 00 is right, and the output for all others is ⅔, an error of 1/6
  const third = Math.log(2) + 20; // σ(third − 20) = ⅔
  const endPoint = at([[40, 40, -20], [0, 0, 40]], [third, -20], 10000, "full");
  assert(endPoint.gradient < 1e-6, `${endPoint.gradient}`);
  assertEquals(endPoint.kind, "flat tail");
});
