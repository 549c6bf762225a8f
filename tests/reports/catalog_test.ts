/** Every experiment of the suite, run small: its page is drawn without a warning, and no mark is cut. */
import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { trainerHere } from "../../experiments/training/trainer.ts";
import { NARROW, WHOLE } from "../../reports/page/figure.ts";
import { renderPage } from "../../reports/page/page.ts";
import { reportOf } from "../../reports/publish.ts";
import { draw } from "../../reports/chart/views.ts";
import { excess } from "./bounds.ts";

const train = trainerHere();

for (const experiment of CATALOG) {
  Deno.test(`renderPage draws every view of ${experiment.id}`, async () => {
    const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2, epochs: 30 });
    const report = reportOf(plan, await runPlan(plan, train, { engine: "auto" }));
    for (const { spec } of experiment.views.flatMap((view) => draw(view, report).panels)) {
      for (const width of [WHOLE, NARROW]) assert(await excess(spec({ width, direct: width === WHOLE })) <= 0.5);
    }
    const page = await renderPage(report);
    assertEquals(page.match(/<figure>/g)?.length, experiment.views.length);
    assert(!/NaN|undefined|\[object/.test(page.replace(/href="data:[^"]*"/g, "")), "a value is not written as one");
  });
}
