/** The lesson on the delta rule, against the core. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { decimal } from "../../../../reports/course/lesson.ts";
import { deltaRule } from "../../../../reports/course/lessons/delta_rule/delta_rule_lesson.ts";
import { deltaOf } from "../../../../reports/course/lessons/training/train_unit.ts";
import { assertUpdates, endOf, ONE_UNIT } from "./checks.ts";

const PARAMETERS = [{ W: [[0.4, -0.8, 0.1]] }];

Deno.test("delta-rule: the update by hand is that of the core", () => {
  const { numbers, update } = deltaRule;
  const end = endOf({ ...ONE_UNIT, data: { inputs: [[1, 0, 1]], targets: [1] }, parameters: PARAMETERS });
  const [w_1, w_2, w_3] = end.parameters[0]!.W[0] as [number, number, number];
  assertUpdates(update, { w_1, w_2, w_3 });
  assertEquals(numbers.outputAfter, decimal(end.outputs[0] as number, 4));
});

Deno.test("delta-rule: the epoch ends at the core's weights, and its table with them", () => {
  const end = endOf({ ...ONE_UNIT, data: { name: "x1", encoding: "binary", constant: true }, parameters: PARAMETERS });
  const weights = end.parameters[0]!.W[0]!.map((weight) => decimal(weight, 3));
  assertEquals(deltaRule.prints(), weights.join(" ").replaceAll("−", "-"));
  const { table } = deltaRule.parts.epoch.rows;
  assertEquals(
    [...table.html.matchAll(/<td class="number">([^<]*)<\/td>/g)].slice(-3).map(([, text]) => text),
    weights,
  );
});

Deno.test("delta-rule: the answers to the exercises are computed right", () => {
  const { numbers } = deltaRule;
  const deltas = Array.from({ length: 999 }, (_, i) => deltaOf((i + 1) / 1000, 1));
  assertEquals(decimal(Math.max(...deltas), 4), numbers.largest);
  assertAlmostEquals((deltas.indexOf(Math.max(...deltas)) + 1) / 1000, 1 / 3, 0.001);
  assertEquals([numbers.unsure, numbers.confident], ["−0.125", "−0.0098"]);
});
