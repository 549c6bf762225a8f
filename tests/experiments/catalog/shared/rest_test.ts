import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { parseConfig, type TrainConfig } from "../../../../core/config/config.ts";
import { prepare } from "../../../../core/train_network.ts";
import { restOf } from "../../../../experiments/catalog/shared/rest.ts";

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
  return restOf(training, training.start);
}

Deno.test("restOf finds level ground where all weights are 0", () => {
  // answers of ½ whose errors cancel; only the output weights bend: Σ (¼ · ½)² = 1/16 an entry, 2/16 for two units
  const rest = at([[0, 0, 0], [0, 0, 0]], [0, 0], 10000, "full");
  assertAlmostEquals(rest.gradient, 0, 1e-17);
  assertAlmostEquals(rest.step, 0, 1e-17);
  assertAlmostEquals(rest.largestEigenvalue, 1 / 8, 1e-15);
  assertAlmostEquals(rest.smallestEigenvalue, 0, 1e-15);
  assertEquals(rest.kind, "plateau");
});

Deno.test("restOf calls a saddle what the epochs would let it leave, and falling what still sinks", () => {
  // units that ignore x1 and x2 and cancel each other: answers of ½ and no gradient, but the weights of x1 can leave
  const a = 1 / (1 + Math.exp(-1)), W = [[0, 0, 1], [0, 0, -1]], output = [2 - 2 * a, -2 * a];
  const rest = at(W, output, 10000, "full");
  assert(rest.smallestEigenvalue < -0.01, `${rest.smallestEigenvalue}`);
  assertAlmostEquals(rest.gradient, 0, 1e-16);
  assertEquals(rest.kind, "saddle");
  assertEquals(at(W, output, 10, "full").kind, "plateau"); // too few epochs to leave
  assertEquals(at([[0.5, -0.3, 0.8], [-0.2, 0.9, 0.1]], [0.7, -0.4], 10000, "online").kind, "falling");
});

Deno.test("restOf calls a flat tail what sinks ever more slowly as the weights grow", () => {
  // one unit answers x1 or x2 sharply, the other 1: 00 is right, and the other rows share ⅔, an error of 1/6
  const third = Math.log(2) + 20; // σ(third − 20) = ⅔
  const rest = at([[40, 40, -20], [0, 0, 40]], [third, -20], 10000, "full");
  assert(rest.gradient < 1e-6, `${rest.gradient}`);
  assertEquals(rest.kind, "flat tail");
});
