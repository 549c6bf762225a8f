/** The lesson on losses, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { evaluate } from "../../../../reports/course/formula/expression.ts";
import { decimal } from "../../../../reports/course/lesson.ts";
import {
  CROSS_ENTROPY,
  CROSS_FRACTION,
  CROSS_SLOPE,
  DELTAS,
  GIVEN,
  updatesNeeded,
  VALUES,
} from "../../../../reports/course/lessons/losses/loss_values.ts";
import { lossesLesson } from "../../../../reports/course/lessons/losses/losses_lesson.ts";
import { endOf } from "./checks.ts";

/** The lesson's unit in the core after some epochs with a loss, from a bias. */
function unitAfter(loss: "halfSquaredError" | "crossEntropy", epochs: number, weights: { w: number; b: number }) {
  return endOf({
    data: { inputs: [[GIVEN.x!]], targets: [GIVEN.d!] },
    network: { inputs: 1, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
    loss: { name: loss, reduction: "sum" },
    optimizer: { name: "gradientDescent", learningRate: GIVEN.α! },
    batch: "online",
    epochs,
    parameters: [{ W: [[weights.w]], b: [weights.b] }],
  });
}

Deno.test("losses: the update by hand is the core's, with either loss and in either notation", () => {
  const start = { w: GIVEN.w!, b: GIVEN.b! };
  const after = (["halfSquaredError", "crossEntropy"] as const).map((loss) =>
    unitAfter(loss, 1, start).parameters[0]!.W[0]![0]!
  );
  const { lines, values } = lossesLesson.update;
  const updates = lines.filter(({ relation }) => relation === "←").map(({ chain, notation }) =>
    [notation, evaluate(chain[1]!, values)] as const
  );
  for (const notation of ["plus", "minus"]) {
    const weights = updates.filter(([each]) => each === notation).map(([, weight]) => weight);
    assertEquals(weights.length, 2);
    weights.forEach((weight, i) => assertAlmostEquals(weight, after[i]!, 1e-12));
  }
  const untrained = (["halfSquaredError", "crossEntropy"] as const).map((loss) => unitAfter(loss, 0, start).loss);
  assertAlmostEquals(VALUES.E!, untrained[0]!, 1e-12);
  assertAlmostEquals(VALUES.C!, untrained[1]!, 1e-12);
});

Deno.test("losses: the slope of cross entropy holds for either target", () => {
  const step = 1e-5;
  for (const d of [0, 1]) {
    for (const y of [0.1, 0.5, 0.8]) {
      const at = (output: number) => evaluate(CROSS_ENTROPY, { d, y: output });
      const slope = (at(y + step) - at(y - step)) / (2 * step);
      for (const formula of [CROSS_SLOPE, CROSS_FRACTION]) {
        assertAlmostEquals(evaluate(formula, { d, y }), slope, 1e-6);
      }
    }
  }
});

Deno.test("losses: the answers to the exercises are computed right", () => {
  const { numbers } = lossesLesson;
  assertEquals([numbers.unsure, numbers.sure], ["−0.144", "−0.0098"]);
  for (const d of [0, 1]) assertEquals(decimal(evaluate(CROSS_ENTROPY, { d, y: 0.5 }), 3), numbers.half);
  const ratios = Array.from({ length: 99 }, (_, i) => (i + 1) / 100).map((y) => DELTAS.cross(y) / DELTAS.squared(y));
  assertEquals(decimal(Math.min(...ratios), 0), numbers.least);
  assertEquals(ratios.indexOf(Math.min(...ratios)), 49);
  // the bias alone learns if the input is 0
  for (
    const [loss, deltaOf, said] of [
      ["halfSquaredError", DELTAS.squared, numbers.squaredUpdates],
      ["crossEntropy", DELTAS.cross, numbers.crossUpdates],
    ] as const
  ) {
    const needed = updatesNeeded(deltaOf);
    assertEquals(String(needed), said);
    const outputs = [needed - 1, needed].map((epochs) =>
      endOf({
        data: { inputs: [[0]], targets: [0] },
        network: { inputs: 1, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
        loss: { name: loss, reduction: "sum" },
        optimizer: { name: "gradientDescent", learningRate: 0.9 },
        batch: "online",
        epochs,
        parameters: [{ W: [[0]], b: [5] }],
      }).outputs[0] as number
    );
    assert(outputs[0]! > 0.1 && outputs[1]! <= 0.1, `${loss}: ${outputs}`);
  }
});
