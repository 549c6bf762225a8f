import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { prepare } from "../../../core/train_network.ts";
import { regularisation } from "../../../experiments/catalog/regularisation.ts";
import type { Outcome } from "../../../experiments/define/run.ts";
import { planOf } from "../../../experiments/plan.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { furtherRows } from "../further_rows.ts";
import { listRuns } from "../trained_runs.ts";

const runs = listRuns(planOf(regularisation, { suiteSeed: "test", seeds: 1 }));
const plain = runs.find(({ levels: { method, loss } }) => method === "none" && loss === "crossEntropy")!;

/** Runs of plain training with cross entropy that end with these parameters. */
function outcomes(...ends: readonly (readonly number[] | "diverged")[]): Outcome[] {
  const training = prepare(plain.config);
  return ends.map((parameters, replicate) => {
    const isDiverged = parameters === "diverged";
    const snapshots = isDiverged ? [] : [{ step: training.steps, parameters }];
    const trained = { solved: false, solvedEpoch: undefined, status: isDiverged ? "diverged" : "finished", snapshots };
    return { run: { ...plain, replicate }, training, trained: { ...trained, steps: training.steps } } as Outcome;
  });
}

const ZERO = Array.from({ length: 16 }, () => 0);
/** All hidden units are off for the row 00 and on for the others. */
const OFF_AT_00 = [...Array.from({ length: 4 }, () => [40, 40, -20]).flat(), 1, 1, 1, 1];

Deno.test("regularisation measures weights, outputs and the worst row of XOR", () => {
  const [zero, off, diverged] = furtherRows(regularisation, "ends", outcomes(ZERO, OFF_AT_00, "diverged"));
  assertEquals(zero, {
    method: "none",
    loss: "crossEntropy",
    replicate: 0,
    solved: false,
    weight_norm: 0,
    logit: 0,
    max_error: 0.5,
    undecided_rows: 4,
    hidden_output: 0.5,
  });
  assertAlmostEquals(off!.weight_norm as number, Math.sqrt(4 * (1600 + 1600 + 400) + 4), 1e-12);
  assertAlmostEquals(off!.logit as number, 4, 1e-6);
  assertAlmostEquals(off!.max_error as number, 1 / (1 + Math.exp(-4)), 1e-6); // the row 11
  assertEquals(off!.undecided_rows, 1);
  assertEquals([diverged!.weight_norm, diverged!.max_error, diverged!.hidden_output], [
    undefined,
    undefined,
    undefined,
  ]);
});

Deno.test("regularisation counts the ways to fail", () => {
  const [row] = furtherRows(regularisation, "settings", outcomes(ZERO, OFF_AT_00, "diverged"));
  const { solved, undecided, confidently_wrong, median_weight_norm } = row!;
  assertEquals([row!.runs, solved, undecided, confidently_wrong], [3, 0, 1, 1]);
  assertAlmostEquals(median_weight_norm as number, Math.sqrt(14404) / 2, 1e-12);
});

Deno.test("regularisation trains with as many updates on noisy copies", async () => {
  const noisy = prepare(runs.find(({ levels }) => levels.method === "noise")!.config);
  assertEquals([noisy.rows.length, noisy.steps], [16, prepare(plain.config).steps]);
  const tables = await runPlan(
    planOf(regularisation, { suiteSeed: "test", seeds: 1, epochs: 20 }),
    singleThreadTrainer(),
    {
      engine: "auto",
    },
  );
  const growth = tables.find(({ name }) => name === "growth")!.rows;
  assert(growth.every(({ epoch }) => (epoch as number) >= 1));
  assertEquals(new Set(growth.map(({ method }) => method)).size, 10);
});
