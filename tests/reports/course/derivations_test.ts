/** The derivations of the course, their numbers and exercises, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { trainNetwork } from "../../../core/train_network.ts";
import type { TrainConfig } from "../../../core/config/config.ts";
import type { LayerParameters } from "../../../core/network.ts";
import {
  derivative,
  derivativeName,
  evaluate,
  product,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
  withNumbers,
} from "../../../reports/course/formula/expression.ts";
import { computed, type Line, lineHtml } from "../../../reports/course/formula/mathml.ts";
import { decimal, type Lesson, type LessonId, type Step } from "../../../reports/course/lesson.ts";
import { LESSONS } from "../../../reports/course/lessons.ts";
import { OR_AND, OR_NAND, updatedWeights, valuesWith } from "../../../reports/course/lessons/back_propagation.ts";
import { deltaOf } from "../../../reports/course/lessons/delta_rule_lesson.ts";
import { fixedPointWeights, outputsOfUnit } from "../../../reports/course/lessons/one_layer.ts";

const lessons: readonly Lesson[] = Object.values(LESSONS);
const NET = LESSONS["back-propagation"].model!;

for (const lesson of lessons) {
  Deno.test(`${lesson.id}: every line of every step holds for its numbers`, () => {
    const steps: readonly Step[] = [
      ...Object.values(lesson.parts).flatMap((part) => Object.values(part)),
      lesson.update,
    ];
    let lines = 0;
    for (const { lines: all = [], values = {} } of steps) {
      for (const line of all.filter(({ relation = "=" }) => relation === "=")) {
        const [first, ...others] = line.chain.map((expression) => evaluate(expression, values));
        others.forEach((other) => assertAlmostEquals(other, first!, 1e-12, JSON.stringify(line)));
        lines++;
      }
    }
    assert(lines > 5);
  });

  Deno.test(`${lesson.id}: the program prints what the lesson says`, () => {
    const printed: string[] = [];
    new Function("console", lesson.code)({ log: (text: string) => printed.push(text) });
    assertEquals(printed.length, 1);
    assert(lesson.code.split("\n").length <= 26 && lesson.code.split("\n").every((line) => line.length <= 80));
    const expected: Readonly<Record<LessonId, (text: string) => void>> = {
      "unit": (text) => assertEquals(text.split(" ")[2], LESSONS.unit.numbers.output),
      "delta-rule": (text) => assertEquals(text, LESSONS["delta-rule"].numbers.trained),
      "one-layer": (text) => assertEquals(text, LESSONS["one-layer"].numbers.printed),
      "back-propagation": (text) => assertEquals(text.split(" ").map(Number).map(Math.round), [0, 1, 1, 0]),
    };
    expected[lesson.id](printed[0]!);
  });
}

type Model = NonNullable<Lesson["model"]>;

/** The derivative of one quantity by another, which is held as if it were given. */
function numericalDerivative({ given, definitions }: Model, of: string, by: string): number {
  const value = withDefinitions(given, definitions)[by]!;
  const at = (shift: number) => withDefinitions({ ...given, [by]: value + shift }, definitions)[of]!;
  const step = 1e-5;
  return (at(step) - at(-step)) / (2 * step);
}

for (const { id, model } of lessons) {
  Deno.test({
    name: `${id}: every derivative is the slope that differences show, and every δ a slope's negative`,
    ignore: !model,
    fn: () => {
      const values = withDefinitions(model!.given, model!.definitions);
      let derivatives = 0;
      for (const [name] of model!.definitions) {
        const [of, by] = name.split("/").map((part) => part.replace("∂", "")) as [string, string?];
        if (by !== undefined) {
          assertAlmostEquals(values[derivativeName(of, by)]!, numericalDerivative(model!, of, by), 1e-9, name);
          derivatives++;
        } else if (of.startsWith("δ")) {
          assertAlmostEquals(values[of]!, -numericalDerivative(model!, "E", of.replace("δ", "v")), 1e-9, name);
        } else if (of.startsWith("e_")) {
          assertAlmostEquals(values[of]!, -numericalDerivative(model!, "E", of.replace("e", "h")), 1e-9, name);
        }
      }
      assert(derivatives > 0);
    },
  });
}

/** The parameters of two hidden units and an output unit, all with biases. */
function netOf(weights: Values): LayerParameters[] {
  const of = (...names: string[]) => names.map((name) => weights[name]!);
  return [{ W: [of("w_11", "w_12"), of("w_21", "w_22")], b: of("b_1", "b_2") }, { W: [of("u_1", "u_2")], b: of("c") }];
}

/** The net at the end of a training. */
function endOf(config: TrainConfig) {
  return trainNetwork(config).checkpoints.at(-1)!;
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
    parameters: netOf(NET.given),
  });
  const updated = netOf(updatedWeights());
  assertEquals(rounded(parameters), rounded(updated));
  assertUpdates(LESSONS["back-propagation"].update, updatedWeights());
});

function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) => typeof each === "number" ? Number(each.toFixed(12)) : each);
}

/** Both notations give these weights. */
function assertUpdates({ lines, values }: { readonly lines: readonly Line[]; readonly values: Values }, after: Values) {
  const updates = lines.filter(({ relation }) => relation === "←");
  assertEquals(updates.length, 2 * Object.keys(after).length);
  for (const { chain: [weight, next] } of updates) {
    assert(weight?.kind === "symbol");
    assertAlmostEquals(evaluate(next!, values), after[weight.name]!, 1e-12, weight.name);
  }
}

Deno.test("back-propagation: exercises and tables", () => {
  const { numbers } = LESSONS["back-propagation"];
  const half = Object.fromEntries(Object.keys(OR_AND).map((name) => [name, 0.5]));
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
  for (const weights of [OR_AND, OR_NAND]) {
    [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].forEach(([x_1, x_2, d]) =>
      assertAlmostEquals(valuesWith({ ...weights, x_1: x_1!, x_2: x_2! }).y!, d!, 0.005)
    );
  }
});

/** One unit that learns a table with a constant third input, as in the lecture. */
function oneUnit(learningRate: number, order: TrainConfig["order"], epochs: number): readonly number[] {
  const { outputs } = endOf({
    data: { name: "xor", encoding: "binary", constant: true },
    network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] },
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate },
    batch: "online",
    order: order!,
    seed: 1,
    epochs,
  });
  return outputs as readonly number[];
}

Deno.test("one-layer: training ends at the derived outputs, in either order and at a small rate", () => {
  const { numbers } = LESSONS["one-layer"];
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
  const { numbers, update } = LESSONS["one-layer"];
  const sums = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => decimal(a! + b! - 1.5, 1));
  assertEquals(numbers.andSums, sums);
  const { parameters } = endOf({
    data: { inputs: [[0, 1, 1]], targets: [1] },
    network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] },
    loss: { name: "halfSquaredError", reduction: "sum" },
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    batch: "online",
    epochs: 1,
    parameters: [{ W: [[0.2, -0.4, 0.1]] }],
  });
  const [w_1, w_2, w_3] = parameters[0]!.W[0] as [number, number, number];
  assertUpdates(update, { w_1, w_2, w_3 });
});

Deno.test("unit: numbers and exercises", () => {
  const { numbers: { sum: v, output, sigmoids, logNine, sharp } } = LESSONS.unit;
  const logistic = (v: number) => 1 / (1 + Math.exp(-v));
  assertEquals([v, output], [decimal(0.4 + 0.1, 1), decimal(logistic(0.5), 4)]);
  assertEquals(sigmoids, [0, 2, -2].map((v) => decimal(logistic(v), 4)) as [string, string, string]);
  assertAlmostEquals(logistic(Number(logNine)), 0.9, 1e-4);
  assertEquals(sharp, { sum: "5", output: decimal(logistic(5), 4) });
});

Deno.test("delta-rule: the update by hand, either sign, the trained outputs and the exercises, against the core", () => {
  const { numbers, update } = LESSONS["delta-rule"];
  const net: Omit<TrainConfig, "data"> = {
    network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] },
    loss: { name: "halfSquaredError", reduction: "sum" },
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    batch: "online",
    epochs: 1,
  };
  const row = { data: { inputs: [[1, 0, 1]], targets: [1] }, parameters: [{ W: [[0.4, -0.8, 0.1]] }] };
  const right = endOf({ ...net, ...row });
  const wrong = endOf({ ...net, ...row, optimizer: { name: "gradientDescent", learningRate: -0.9 } });
  const [w_1, w_2, w_3] = right.parameters[0]!.W[0] as [number, number, number];
  assertUpdates(update, { w_1, w_2, w_3 });
  assertEquals(numbers.outputAfter, decimal(right.outputs[0] as number, 4));
  const { before, after, wrong: climbed } = numbers.errors;
  assertEquals([after, climbed], [right, wrong].map(({ loss }) => decimal(loss, 4)));
  assert(Number(after) < Number(before) && Number(before) < Number(climbed));
  const trained = endOf({
    ...net,
    data: { name: "x1", encoding: "binary", constant: true },
    seed: 1,
    epochs: 10_000,
  });
  assertEquals(numbers.trained, (trained.outputs as readonly number[]).map((y) => decimal(y, 4)).join(" "));
  assertEquals(numbers.trained, "0.0102 0.0083 0.9932 0.9917");
  const deltas = Array.from({ length: 999 }, (_, i) => deltaOf((i + 1) / 1000, 1));
  assertEquals(decimal(Math.max(...deltas), 4), numbers.largest);
  assertAlmostEquals((deltas.indexOf(Math.max(...deltas)) + 1) / 1000, 1 / 3, 0.001);
  assertEquals([numbers.unsure, numbers.confident], ["−0.125", "−0.0098"]);
});

Deno.test("lineHtml typesets products, signs, powers and numbers", () => {
  const text = (line: Line, values: Values) => lineHtml(line, values).html.replaceAll(/<[^>]+>/g, "").trim();
  assertEquals(
    text(computed("v", sum(product("u", "h"), product(2, "c"))), { u: -1, h: 0.5, c: 3 }),
    "v =uh+2c =−1·0.5+2·3 =5.5",
  );
  assertEquals(text(computed("E", square(sum("d", -1))), { d: 3 }), "E =(d−1)2 =(3−1)2 =4");
  assertEquals(text(computed("y", sigmoid(0)), {}), "y =σ(0) =0.5");
  assertEquals(evaluate(withNumbers(derivative("E", "v"), { "∂E/∂v": 2 }), {}), 2);
});
