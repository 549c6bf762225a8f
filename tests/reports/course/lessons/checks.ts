/** What the tests of lessons share: short trainings by the core, and updates by hand. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { trainNetwork } from "../../../../core/train_network.ts";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { evaluate, type Values } from "../../../../reports/course/formula/expression.ts";
import type { Line } from "../../../../reports/course/formula/mathml.ts";

/** One sigmoid unit with three inputs, online at the rate 0.9: the unit of the first lessons. */
export const ONE_UNIT: Omit<TrainConfig, "data"> = {
  network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] },
  loss: { name: "halfSquaredError", reduction: "sum" },
  optimizer: { name: "gradientDescent", learningRate: 0.9 },
  batch: "online",
  epochs: 1,
};

/** The net at the end of a training. */
export function endOf(config: TrainConfig) {
  return trainNetwork(config).checkpoints.at(-1)!;
}

/** Both notations give these weights. */
export function assertUpdates(
  { lines, values }: { readonly lines: readonly Line[]; readonly values: Values },
  after: Values,
) {
  const updates = lines.filter(({ relation }) => relation === "←");
  assertEquals(updates.length, 2 * Object.keys(after).length);
  for (const { chain: [weight, next] } of updates) {
    assert(weight?.kind === "symbol");
    assertAlmostEquals(evaluate(next!, values), after[weight.name]!, 1e-12, weight.name);
  }
}
