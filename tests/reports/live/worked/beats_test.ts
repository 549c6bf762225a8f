import { assertEquals } from "@std/assert";
import { parseConfig } from "../../../../core/config/parse_config.ts";
import { prepare } from "../../../../core/train_network.ts";
import { workUpdate } from "../../../../core/worked/work_update.ts";
import { BEATS, isRightAnswer, stepsOfBeat } from "../../../../reports/live/worked/beats.ts";
import { ROUNDED_STYLE } from "../../../../reports/live/worked/rounded_style.ts";
import { firstUpdateOf, teachingRowOf } from "../../../../reports/live/worked/worked_update.ts";
import { runOf } from "../../../../reports/wire/page_runs.ts";
import { toyData } from "../toy_data.ts";

const { config } = runOf(toyData(), 0, 0);
const trainingOf = (more: object) => prepare(parseConfig({ ...config, ...more }).config);

Deno.test("stepsOfBeat takes every step that defines a quantity once, those of one row where there are several", () => {
  const steps = workUpdate({ ...config, batch: "full" });
  const row = 2;
  const taken = BEATS.flatMap((_, beat) => stepsOfBeat(steps, beat, row).map(({ index }) => index));
  const defining = [...steps.keys()].filter((i) =>
    steps[i]!.defines && (steps[i]!.row === undefined || steps[i]!.row === row)
  );
  assertEquals(taken.sort((a, b) => a - b), defining);
  for (const [beat, { isByRow }] of BEATS.entries()) {
    const rows = new Set(stepsOfBeat(steps, beat, row).map(({ step }) => step.row));
    assertEquals([...rows], [isByRow ? row : undefined]);
  }
});

Deno.test("firstUpdateOf begins a worked example with the row (1, 0), not with products by 0", () => {
  for (const more of [{}, { order: "shuffled" }, { batch: 2 }, { batch: "full" }]) {
    const training = trainingOf(more);
    const row = teachingRowOf(training);
    assertEquals(training.rows[row]!.inputs.slice(0, 2), [1, 0]);
    const steps = workUpdate({ ...config, ...more } as never, firstUpdateOf(training, row));
    assertEquals(steps.some((step) => step.row === row), true);
  }
  assertEquals(firstUpdateOf(trainingOf({ order: "fixed", batch: "online" }), 2), 2);
});

Deno.test("ROUNDED_STYLE writes four digits, a true minus sign and brackets", () => {
  const texts = workUpdate(config, 2, ROUNDED_STYLE).flatMap(({ formula, numbers }) => [formula, numbers]);
  for (const text of texts) {
    assertEquals(/-|\d\.\d*[1-9]\d{6}/.test(text), false, text);
  }
  assertEquals(ROUNDED_STYLE.number(-0.245322415).text, "−0.2453");
  assertEquals(ROUNDED_STYLE.number(1.25e-6).text, "1.25 × 10⁻⁶");
  assertEquals(ROUNDED_STYLE.number(-1).precedence < ROUNDED_STYLE.number(1.25e-6).precedence, true);
  assertEquals(ROUNDED_STYLE.number(1.25e-6).precedence < ROUNDED_STYLE.number(1).precedence, true);
});

Deno.test("isRightAnswer accepts what is right to about two digits", () => {
  assertEquals([0.6196, 0.62, 0.617].map((answer) => isRightAnswer(answer, 0.6196)), [true, true, true]);
  assertEquals([0.63, -0.6196, 0, NaN].map((answer) => isRightAnswer(answer, 0.6196)), [false, false, false, false]);
  assertEquals(isRightAnswer(0, 0.0003), true);
});
