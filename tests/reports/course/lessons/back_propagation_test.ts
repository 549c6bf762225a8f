/** The lesson on back-propagation, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../../core/config/config.ts";
import type { LayerParameters } from "../../../../core/network.ts";
import type { Values } from "../../../../reports/course/formula/expression.ts";
import { decimal } from "../../../../reports/course/lesson.ts";
import { backPropagation } from "../../../../reports/course/lessons/back_propagation/back_propagation.ts";
import { updatedWeights, valuesWith } from "../../../../reports/course/lessons/back_propagation/net_of_three.ts";
import { assertUpdates, endOf } from "./checks.ts";

/** The parameters of two hidden units and an output unit, all with biases. */
function netOf(weights: Values): LayerParameters[] {
  const of = (...names: string[]) => names.map((name) => weights[name]!);
  return [{ W: [of("w_11", "w_12"), of("w_21", "w_22")], b: of("b_1", "b_2") }, { W: [of("u_1", "u_2")], b: of("c") }];
}

const SIGMOID = { activation: "sigmoid", bias: true } as const;
const THREE_UNITS: Omit<TrainConfig, "data"> = {
  network: { inputs: 2, layers: [{ units: 2, ...SIGMOID }, { units: 1, ...SIGMOID }] },
  loss: { name: "halfSquaredError", reduction: "sum" },
  optimizer: { name: "gradientDescent", learningRate: 0.9 },
  batch: "online",
  epochs: 1,
};

Deno.test("back-propagation: the update by hand is that of the core", () => {
  const { parameters } = endOf({
    ...THREE_UNITS,
    data: { inputs: [[1, 1]], targets: [0] },
    parameters: netOf(backPropagation.model!.given),
  });
  const updated = netOf(updatedWeights());
  assertEquals(rounded(parameters), rounded(updated));
  assertUpdates(backPropagation.update, updatedWeights());
});

function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) => typeof each === "number" ? Number(each.toFixed(12)) : each);
}

Deno.test("back-propagation: the answers to the exercises, and the tables, are computed right", () => {
  const { numbers } = backPropagation;
  const half = Object.fromEntries(Object.keys(updatedWeights()).map((name) => [name, 0.5]));
  const { δ_1, δ_2 } = valuesWith(half);
  assertEquals([decimal(δ_1!, 5), δ_1], [numbers.equalDelta, δ_2!]);
  const trained = endOf({
    ...THREE_UNITS,
    epochs: 50,
    data: { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [0, 1, 1, 0] },
    parameters: netOf(half),
  });
  const [hidden] = rounded(trained.parameters) as [{ W: number[][]; b: number[] }];
  assertEquals([hidden.W[0], hidden.b[0]], [hidden.W[1], hidden.b[1]], "they stay alike");
  const before = valuesWith({}).δ_1!;
  const doubled = valuesWith({ u_1: 2 });
  assert(doubled.δ_1! / before > 2, "it more than doubles");
  assertEquals(numbers.doubled.hidden, decimal(doubled.δ_1!, 4));
  assertEquals(valuesWith({ u_1: 0 }).δ_1, 0);
  const { parameters } = endOf({
    ...THREE_UNITS,
    data: { inputs: [[1, 1]], targets: [0] },
    parameters: netOf({ ...backPropagation.model!.given, u_1: 0 }),
  });
  assertEquals(numbers.cut, decimal(parameters[1]!.W[0]![0]!, 4));
  const { nudge } = numbers;
  assertAlmostEquals((Number(nudge.after) - Number(nudge.before)) / Number(nudge.by), Number(nudge.ratio), 1e-4);
  assertAlmostEquals(Number(nudge.ratio.replace("−", "-")), Number(nudge.derivative.replace("−", "-")), 1e-3);
});

Deno.test("back-propagation: the program learns XOR", () => {
  assertEquals(backPropagation.prints().split(" ").map(Number).map(Math.round), [0, 1, 1, 0]);
});
