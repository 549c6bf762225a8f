/** The core against outside sources: what `tools/choose_fixtures.ts` chose of them. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { type Checkpoint, type TrainAnswer, trainNetwork } from "../../core/train_network.ts";
import functions from "../fixtures/functions.json" with { type: "json" };
import lecture from "../fixtures/lecture.json" with { type: "json" };
import published from "../fixtures/published_case.json" with { type: "json" };
import gradients from "../fixtures/torch_gradients.json" with { type: "json" };
import trajectories from "../fixtures/torch_trajectories.json" with { type: "json" };
import fixedPoints from "../fixtures/xor_fixed_points.json" with { type: "json" };
import { ORACLES } from "../oracles/oracles.ts";
import { askAll, told } from "../oracles/question.ts";

type Part = keyof Checkpoint;

/** What the tests carry of each file, and the parts of an answer that the file speaks of. */
const FIXTURES: Readonly<Record<string, { readonly file: unknown; readonly parts: readonly Part[] }>> = {
  "functions.json": { file: functions, parts: ["outputs", "gradient", "loss"] },
  "lecture.json": { file: lecture, parts: ["outputs", "parameters", "gradient", "loss", "meanSquaredError", "epoch"] },
  "published_case.json": { file: published, parts: ["outputs", "parameters", "meanSquaredError"] },
  "torch_gradients.json": { file: gradients, parts: ["outputs", "gradient", "loss"] },
  "torch_trajectories.json": { file: trajectories, parts: ["outputs", "parameters", "gradient", "loss", "step"] },
  "xor_fixed_points.json": { file: fixedPoints, parts: ["outputs", "parameters", "meanSquaredError"] },
};

for (const [name, { file, parts }] of Object.entries(FIXTURES)) {
  const questions = ORACLES[name]!(file);

  Deno.test(`trainNetwork answers what ${name} says, within the bounds stated there`, () => {
    const { compared, failures } = askAll(questions, trainNetwork);
    assertEquals(failures.map(told), []);
    assertGreater(compared, 50);
  });

  Deno.test(`ORACLES for ${name} find each part of an answer that is a millionth off`, () => {
    const few = [...questions.slice(0, 6), ...questions.slice(-1)];
    const answers = new Map(few.map(({ config }) => [config, trainNetwork(config)]));
    for (const part of parts) {
      const { failures } = askAll(few, (config) => bent(answers.get(config)!, part));
      assert(failures.length > 0, `${part} is not compared`);
    }
  });
}

/** The answer with each number of one part a millionth off. */
function bent(answer: TrainAnswer, part: Part): TrainAnswer {
  const bend = (value: unknown): unknown => {
    if (typeof value === "number") return value * (1 + 1e-6) + 1e-6;
    if (Array.isArray(value)) return value.map(bend);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bend(inner)]));
  };
  const checkpoints = answer.checkpoints.map((checkpoint) =>
    ({ ...checkpoint, ...part in checkpoint && { [part]: bend(checkpoint[part]) } }) as Checkpoint
  );
  return { ...answer, checkpoints };
}
