/** The lesson on training, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { FIRST_WEIGHTS, outputsFor } from "../../../../reports/course/formula/truth_table.ts";
import { decimal } from "../../../../reports/course/lesson.ts";
import { errorsAlong, POINTS } from "../../../../reports/course/lessons/training/curves_figure.ts";
import { afterEpochs, meanSquaredErrorOf } from "../../../../reports/course/lessons/training/train_unit.ts";
import { training } from "../../../../reports/course/lessons/training/training_lesson.ts";
import { evaluate } from "../../../../reports/course/formula/expression.ts";
import { endOf, ONE_UNIT } from "./checks.ts";

/** The core's outputs after training on d = x₁ from the lesson's weights. */
function outputsOf(changes: Partial<TrainConfig>): readonly number[] {
  const { outputs } = endOf({
    ...ONE_UNIT,
    data: { name: "x1", encoding: "binary", constant: true },
    parameters: [{ W: [[...FIRST_WEIGHTS]] }],
    ...changes,
  });
  return outputs as readonly number[];
}

const WRONG_SIGN = { optimizer: { name: "gradientDescent", learningRate: -0.9 } } as const;
const FULL_BATCH = { batch: "full", loss: { name: "halfSquaredError", reduction: "mean" } } as const;

Deno.test("training: epochs online, in full batch and with the wrong sign are those of the core", () => {
  for (const epochs of [1, 3, 50]) {
    const pairs = [
      [outputsOf({ epochs }), afterEpochs(FIRST_WEIGHTS, epochs, 0.9)],
      [outputsOf({ epochs, ...FULL_BATCH }), afterEpochs(FIRST_WEIGHTS, epochs, 0.9, "full")],
      [outputsOf({ epochs, ...WRONG_SIGN }), afterEpochs(FIRST_WEIGHTS, epochs, -0.9)],
    ] as const;
    for (const [core, weights] of pairs) {
      outputsFor(weights).forEach((y, row) => assertAlmostEquals(y, core[row]!, 1e-12));
    }
  }
});

Deno.test("training: the outputs after 10,000 epochs are those that the textbook prints, and full batch catches up", () => {
  const { numbers } = training;
  const printed = (outputs: readonly number[]) => outputs.map((y) => decimal(y, 4)).join(", ");
  assertEquals(numbers.online, "0.0102, 0.0083, 0.9932, 0.9917");
  assertEquals(numbers.online, printed(outputsOf({ epochs: 10_000 })));
  assertEquals(numbers.full, printed(outputsOf({ epochs: 10_000, ...FULL_BATCH })));
  assertEquals(numbers.online, printed(outputsOf({ epochs: 40_000, ...FULL_BATCH })));
  assertEquals(numbers.wrong, printed(outputsOf({ epochs: 10_000, ...WRONG_SIGN })));
  numbers.wrong.split(", ").forEach((y, row) => assertEquals(Math.round(Number(y)), [1, 1, 0, 0][row]));
});

Deno.test("training: the drawn error falls with the right sign and rises with the wrong one", () => {
  assertEquals([POINTS[0], POINTS.at(-1)], [1, 10_000]);
  const [right, wrong] = [errorsAlong(0.9), errorsAlong(-0.9)];
  right.slice(1).forEach((error, i) => assert(error < right[i]!));
  wrong.slice(1).forEach((error, i) => assert(error > wrong[i]!));
  assert(right[0]! < meanSquaredErrorOf(FIRST_WEIGHTS) && wrong[0]! > meanSquaredErrorOf(FIRST_WEIGHTS));
});

Deno.test("training: the step by hand is the core's with the rate −0.9, and the numbers of texts and exercises", () => {
  const { numbers: { errors, shrinks, rest, updates }, update } = training;
  const row = { data: { inputs: [[1, 0, 1]], targets: [1] } };
  const step = (config: Partial<TrainConfig>) =>
    endOf({ ...ONE_UNIT, parameters: [{ W: [[...FIRST_WEIGHTS]] }], ...row, ...config });
  const steps = update.lines.filter(({ relation }) => relation === "←").map(({ chain }) => chain[1]!);
  const wrong = step(WRONG_SIGN);
  steps.forEach((next, i) => assertAlmostEquals(evaluate(next, update.values), wrong.parameters[0]!.W[0]![i]!, 1e-12));
  assertEquals(steps.length, 3);
  assertEquals([errors.after, errors.wrong], [step({}), wrong].map(({ loss }) => decimal(loss, 4)));
  assert(Number(errors.after) < Number(errors.before) && Number(errors.before) < Number(errors.wrong));
  const errorAfter = (epochs: number) => meanSquaredErrorOf(afterEpochs(FIRST_WEIGHTS, epochs, 0.9));
  assertEquals(shrinks, (errorAfter(1000) / errorAfter(10_000)).toFixed(0));
  const squares = [0.0102 ** 2, 0.0083 ** 2, (1 - 0.9932) ** 2, (1 - 0.9917) ** 2];
  assertEquals(rest, `${(1e5 * squares.reduce((a, b) => a + b) / 4).toFixed(1)} × 10⁻⁵`);
  assertEquals(updates, { online: "40,000", full: "10,000" });
});
