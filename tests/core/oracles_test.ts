/** The core against reference data from outside, as selected by `tools/choose_fixtures.ts`. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { type Checkpoint, trainNetwork, type TrainResult } from "../../core/train_network.ts";
import functions from "../fixtures/functions.json" with { type: "json" };
import lecture from "../fixtures/lecture.json" with { type: "json" };
import published from "../fixtures/published_case.json" with { type: "json" };
import gradients from "../fixtures/torch_gradients.json" with { type: "json" };
import trajectories from "../fixtures/torch_trajectories.json" with { type: "json" };
import fixedPoints from "../fixtures/xor_fixed_points.json" with { type: "json" };
import { ORACLES } from "../oracles/oracles.ts";
import { formatDeviation, runCases } from "../oracles/oracle_case.ts";

type Part = keyof Checkpoint;

/** The fixture of each file, and the parts of a result that it covers. */
const FIXTURES: Readonly<Record<string, { readonly file: unknown; readonly parts: readonly Part[] }>> = {
  "functions.json": { file: functions, parts: ["outputs", "gradient", "loss"] },
  "lecture.json": { file: lecture, parts: ["outputs", "parameters", "gradient", "loss", "meanSquaredError", "epoch"] },
  "published_case.json": { file: published, parts: ["outputs", "parameters", "meanSquaredError"] },
  "torch_gradients.json": { file: gradients, parts: ["outputs", "gradient", "loss"] },
  "torch_trajectories.json": { file: trajectories, parts: ["outputs", "parameters", "gradient", "loss", "step"] },
  "xor_fixed_points.json": { file: fixedPoints, parts: ["outputs", "parameters", "meanSquaredError"] },
};

for (const [name, { file, parts }] of Object.entries(FIXTURES)) {
  const cases = ORACLES[name]!(file);

  Deno.test(`trainNetwork agrees with ${name} within its tolerances`, () => {
    const { compared, failures } = runCases(cases, trainNetwork);
    assertEquals(failures.map(formatDeviation), []);
    assertGreater(compared, 50);
  });

  Deno.test(`ORACLES for ${name} detect a part of a result that is a millionth off`, () => {
    const few = [...cases.slice(0, 6), ...cases.slice(-1)];
    const results = new Map(few.map(({ config }) => [config, trainNetwork(config)]));
    for (const part of parts) {
      const { failures } = runCases(few, (config) => perturbed(results.get(config)!, part));
      assert(failures.length > 0, `${part} is not compared`);
    }
  });
}

/** The result with every number of one part a millionth off. */
function perturbed(result: TrainResult, part: Part): TrainResult {
  const perturb = (value: unknown): unknown => {
    if (typeof value === "number") return value * (1 + 1e-6) + 1e-6;
    if (Array.isArray(value)) return value.map(perturb);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, perturb(inner)]));
  };
  const checkpoints = result.checkpoints.map((checkpoint) =>
    ({ ...checkpoint, ...part in checkpoint && { [part]: perturb(checkpoint[part]) } }) as Checkpoint
  );
  return { ...result, checkpoints };
}
