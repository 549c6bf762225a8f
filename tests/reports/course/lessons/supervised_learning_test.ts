/** The lesson on supervised learning, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { trainNetwork } from "../../../../core/train_network.ts";
import { supervisedLearning } from "../../../../reports/course/lessons/supervised_learning/supervised_learning.ts";
import { FIRST_WEIGHTS, outputsFor, type Weights } from "../../../../reports/course/formula/truth_table.ts";
import { learnByTrial, nudged, tableError } from "../../../../reports/course/lessons/supervised_learning/trial.ts";
import { ONE_UNIT } from "./checks.ts";

/** The core's loss of the table: the sum over its rows. */
function lossOf(weights: Weights): { readonly loss: number; readonly outputs: readonly number[] } {
  const { checkpoints: [start] } = trainNetwork({
    ...ONE_UNIT,
    epochs: 0,
    data: { name: "x1", encoding: "binary", constant: true },
    parameters: [{ W: [[...weights]] }],
  });
  return { loss: start!.loss, outputs: start!.outputs as readonly number[] };
}

Deno.test("supervised-learning: outputs and errors are those of the core, for every try of the table", () => {
  for (const weights of [FIRST_WEIGHTS, nudged(FIRST_WEIGHTS, 1, 0.1), learnByTrial(7)]) {
    const { loss, outputs } = lossOf(weights);
    outputsFor(weights).forEach((y, r) => assertAlmostEquals(y, outputs[r]!, 1e-15));
    assertAlmostEquals(tableError(weights), loss, 1e-12);
  }
});

Deno.test("supervised-learning: trying never raises the error, and learns the table", () => {
  const errors = [0, 1, 2, 5, 20, 100].map((rounds) => tableError(learnByTrial(rounds)));
  errors.slice(1).forEach((error, i) => assert(error < errors[i]!));
  outputsFor(learnByTrial(100)).forEach((y, r) => assert(Math.abs(y - [0, 0, 1, 1][r]!) < 0.01));
});

Deno.test("supervised-learning: the numbers in its text and the answers to the exercises are computed right", () => {
  const { numbers } = supervisedLearning;
  const { outputs } = lossOf(FIRST_WEIGHTS);
  assertEquals(numbers.right, String(outputs.filter((y, r) => Math.round(y) === [0, 0, 1, 1][r]).length));
  assert(Number(numbers.after) < Number(numbers.before), "the try by hand is better");
  assert(Number(numbers.best) < Number(numbers.total));
  assertEquals([numbers.half, numbers.cancelled, numbers.outputs], ["0.5", "0.25", "2,000,000"]);
});
