/** Further tables of the experiments about one layer. */
import { assert, assertEquals } from "@std/assert";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { deltaRule } from "../../../experiments/catalog/delta_rule.ts";
import { forwardPass } from "../../../experiments/catalog/forward_pass.ts";
import { singleLayerXor } from "../../../experiments/catalog/single_layer_xor.ts";
import type { Row } from "../../../experiments/define/columns.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { planOf, type Settings } from "../../../experiments/plan.ts";
import { definitionsOf } from "../../../experiments/records.ts";
import { furtherRows } from "../further_rows.ts";
import { listRuns } from "../trained_runs.ts";

/** The rows of a table of a small run of an experiment. */
function rowsOf(experiment: Experiment, table: string, settings: Partial<Settings>): readonly Row[] {
  const plan = planOf(experiment, { suiteSeed: "tests", ...settings });
  const outcomes = listRuns(plan).map((run) => {
    const training = prepare(run.config);
    return { run, training, trained: trainReference(training) };
  });
  const definition = definitionsOf(plan)[table]!;
  return Object.hasOwn(experiment.tables, table)
    ? furtherRows(experiment, table, outcomes)
    : definition.rows(outcomes, () => []) as readonly Row[];
}

Deno.test("deltaRule pairs each point of a learning curve from epoch 100 on with the next one", () => {
  const settings = { seeds: 2, epochs: 300, set: { batch: ["online"] } };
  const curves = rowsOf(deltaRule, "curves", settings).filter(({ epoch }) => Number(epoch) >= 100);
  const first = curves.filter(({ replicate }) => replicate === 0);
  const transitions = rowsOf(deltaRule, "transitions", settings);
  assert(first.length > 2);
  assertEquals(
    transitions.filter(({ replicate }) => replicate === 0).map(({ epoch, before, after }) => [epoch, before, after]),
    first.slice(1).map(({ epoch, mean_squared_error }, i) => [epoch, first[i]!.mean_squared_error, mean_squared_error]),
  );
  assertEquals(transitions.length, curves.length - 2);
});

Deno.test("forwardPass adds up the products of each sum v, and of nothing else", () => {
  const worked = rowsOf(forwardPass, "worked", { seeds: 1 });
  const sums = worked.filter(({ quantity }) => quantity === "v");
  assertEquals(sums.length, 4 * (1 + 5));
  for (const { network, row, unit, value, sum_of_products } of sums) {
    const products = worked.filter((step) =>
      step.network === network && step.row === row && step.unit === unit && String(step.quantity).startsWith("w·")
    );
    const sum = products.reduce((total, product) => total + Number(product.value), 0);
    assert(Math.abs(Number(value) - sum) < 1e-12);
    assertEquals(sum_of_products, sum);
  }
  const others = worked.filter(({ quantity }) => quantity !== "v");
  assert(others.every(({ sum_of_products }) => sum_of_products === undefined));
});

Deno.test("singleLayerXor measures how far from its fixed point a run ends", () => {
  const settings = { seeds: 2, set: { learning_rate: ["0.9"], order: ["00-01-10-11"], batch: ["online"] } };
  const early = rowsOf(singleLayerXor, "ends", { ...settings, epochs: 10 });
  for (const { distance, meets, settles } of early) {
    assert(Number(distance) > 1e-3);
    assertEquals([meets, settles], [false, false]);
  }
  const late = rowsOf(singleLayerXor, "ends", { ...settings, epochs: 2000 });
  for (const { distance, meets, settles, max_error } of late) {
    assert(Number(distance) < 1e-10 && Math.abs(Number(max_error) - 0.52965) < 1e-5);
    assertEquals([meets, settles], [true, true]);
  }
});
