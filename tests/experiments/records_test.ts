import { assertAlmostEquals, assertEquals } from "@std/assert";
import { planOf } from "../../experiments/plan.ts";
import { rowLabels, schemasOf } from "../../experiments/records.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { trainerHere } from "../../experiments/training/trainer.ts";
import { defineExperiment } from "../../experiments/experiment.ts";
import { toy } from "./toy.ts";

const plan = planOf(toy, { suiteSeed: "xorlab" });
const tables = await runPlan(plan, trainerHere(), { engine: "reference" });
const rows = (name: string) => tables.find((table) => table.name === name)!.rows;

Deno.test("tablesOf fills one row a run, its measures those of its outputs", () => {
  assertEquals(rows("runs").length, 16);
  for (const row of rows("runs")) {
    const targets = row.function === "and" ? [0, 0, 0, 1] : [0, 1, 1, 0];
    const outputs = ["00", "01", "10", "11"].map((label) => row[`output_${label}`] as number);
    const errors = outputs.map((y, i) => Math.abs(y - targets[i]!));
    assertEquals(row.max_error, Math.max(...errors));
    assertAlmostEquals(row.mean_squared_error as number, errors.reduce((sum, e) => sum + e * e, 0) / 4, 1e-15);
    const logs = outputs.map((y, i) => -Math.log(targets[i] === 1 ? y : 1 - y));
    assertAlmostEquals(row.cross_entropy as number, logs.reduce((sum, l) => sum + l, 0) / 4, 1e-14);
    assertAlmostEquals(row.training_loss as number, row.cross_entropy as number, 1e-14);
    assertEquals(row.accuracy, outputs.filter((y, i) => (y >= 0.5) === (targets[i] === 1)).length / 4);
    assertEquals(row.solved, Math.max(...errors) < 0.1);
  }
});

Deno.test("tablesOf ends each curve with the numbers of its run", () => {
  const last = rows("curves").filter(({ epoch }) => epoch === 60);
  assertEquals(last.length, 8);
  for (const point of last) {
    const run = rows("runs").find((row) =>
      row.function === point.function && row.learning_rate === point.learning_rate && row.replicate === point.replicate
    )!;
    assertEquals(point.mean_squared_error, run.mean_squared_error);
    assertEquals(point.max_error, run.max_error);
  }
});

Deno.test("tablesOf counts an answer of just ½ as a 1", async () => {
  const undecided = defineExperiment({
    ...toy,
    id: "undecided",
    base: {
      ...toy.base,
      data: "and",
      initializer: { name: "constant", value: 0 },
      optimizer: { name: "gradientDescent", learningRate: 1 },
      epochs: 0,
    },
    factors: {},
    tables: {},
    claims: {},
    answer: [],
    views: [],
  });
  const [runs] = await runPlan(planOf(undecided, { suiteSeed: "s", seeds: 1 }), trainerHere(), { engine: "reference" });
  const { output_00, accuracy } = runs!.rows[0]!;
  assertEquals([output_00, accuracy], [0.5, 0.25]); // one of AND's four rows wants a 1
});

Deno.test("tablesOf leaves the measures of a diverged run empty and keeps its row", async () => {
  const wild = defineExperiment({
    ...toy,
    id: "wild",
    base: {
      data: "xor",
      network: { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] },
      loss: "squaredError",
      optimizer: { name: "gradientDescent", learningRate: 50 },
      epochs: 1000,
    },
    factors: {},
    tables: {},
    claims: {},
    answer: [],
    views: [],
  });
  const [runs] = await runPlan(planOf(wild, { suiteSeed: "s", seeds: 1 }), trainerHere(), { engine: "reference" });
  const row = runs!.rows[0]!;
  assertEquals([row.status, row.solved, row.solved_epoch, row.mean_squared_error, row.output_00], [
    "diverged",
    false,
    undefined,
    undefined,
    undefined,
  ]);
});

Deno.test("schemasOf puts the factors first and an output column a row of the data last", () => {
  const [runs] = schemasOf(plan);
  assertEquals(Object.keys(runs!.columns).slice(0, 3), ["function", "learning_rate", "replicate"]);
  assertEquals(Object.keys(runs!.columns).slice(-4), ["output_00", "output_01", "output_10", "output_11"]);
});

Deno.test("rowLabels are binary for truth tables and plain numbers otherwise", () => {
  assertEquals(rowLabels(4), ["00", "01", "10", "11"]);
  assertEquals(rowLabels(8)[5], "101");
  assertEquals(rowLabels(3), ["0", "1", "2"]);
  assertEquals(rowLabels(1), ["0"]);
});
