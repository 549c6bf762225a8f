/** Tables of the catalog that exist for the claims that read them. */
import { assert, assertEquals } from "@std/assert";
import { initialisation } from "../../../experiments/catalog/initialisation.ts";
import { updateRule } from "../../../experiments/catalog/update_rule.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { planOf } from "../../../experiments/plan.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";

/** The rows of a table after a short run. */
async function rowsOf(experiment: Experiment, name: string, epochs: number) {
  const plan = planOf(experiment, { suiteSeed: "tables", seeds: 2, epochs });
  const tables = await runPlan(plan, singleThreadTrainer(), { engine: "auto" });
  return tables.find((table) => table.name === name)!.rows;
}

Deno.test("initialisation measures how far each hidden unit is from the first", async () => {
  const rows = await rowsOf(initialisation, "hidden_units", 20);
  assert(rows.length > 0);
  for (const { initializer, unit, distance } of rows) {
    assertEquals(distance === 0, initializer === "constant" || unit === "h1", `${initializer} ${unit}`);
  }
});

Deno.test("updateRule counts four updates an epoch online and one in full batch", async () => {
  const rows = await rowsOf(updateRule, "updates", 3000);
  const runs = await rowsOf(updateRule, "runs", 3000);
  assertEquals(rows.map(({ batch, order }) => `${batch} ${order}`), [
    "online fixed",
    "online fixed",
    "full-sum fixed",
    "full-sum fixed",
  ]);
  assert(rows.some(({ updates }) => updates !== undefined));
  for (const { batch, order, replicate, updates } of rows) {
    const run = runs.find((run) => run.batch === batch && run.order === order && run.replicate === replicate)!;
    const epochs = run.solved_epoch as number | undefined;
    assertEquals(updates, epochs && epochs * (batch === "online" ? 4 : 1));
  }
});
