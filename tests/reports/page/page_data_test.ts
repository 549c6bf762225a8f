/** The data of a page's script. */
import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { matches } from "../../../experiments/define/factors.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { pageDataOf } from "../../../reports/page/page.ts";
import { toyReport } from "../toy_report.ts";
import { toy } from "../toy.ts";

Deno.test("pageDataOf features the cell that the experiment names, or the first if that was not run", () => {
  const named: Experiment = { ...toy, featuredCell: { function: "xor", activation: "relu" } };
  const { cells, featuredCell } = pageDataOf(toyReport({}, named));
  assertEquals(cells[featuredCell]!.levels, { function: "xor", activation: "relu", learning_rate: "0.5" });
  assertEquals(pageDataOf(toyReport({}, { ...toy, featuredCell: { function: "nor" } })).featuredCell, 0);
  assertEquals(pageDataOf(toyReport()).featuredCell, 0);
});

Deno.test("CATALOG features only cells that it runs", () => {
  for (const experiment of CATALOG.filter(({ featuredCell }) => featuredCell !== undefined)) {
    const { cells } = planOf(experiment, { suiteSeed: SUITE_SEED });
    assert(cells.some(({ levels }) => matches(levels, experiment.featuredCell!)), experiment.id);
  }
});
