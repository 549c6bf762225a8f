/** Every experiment of the suite, run small: its page is drawn without a warning, and no mark is cut. */
import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { specOf } from "../../reports/chart/svg/vega_spec.ts";
import { figuresOf } from "../../reports/page/draw_figures.ts";
import { reportOf } from "../../reports/publish.ts";
import { excess } from "./bounds.ts";
import { pageOf } from "./toy_report.ts";

const train = singleThreadTrainer();

/** A hyphen for a minus sign, digits without separators, a caret for a power, or an identifier. */
const UNTYPESET = /(?:^|[\s([=·])-\d|(?<![.\d:])[1-9]\d{4,}(?![.\d]*\d)|\^|\b(?!arXiv)[a-z]+[A-Z][A-Za-z]*\b/;

/** The texts of a page, without code. */
function textsOf(page: string): string[] {
  return page.replace(/<(code|pre|script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "").split(/<[^>]*>/).map((text) =>
    text.trim()
  );
}

for (const experiment of CATALOG) {
  Deno.test(`renderPage draws every view of ${experiment.id}`, async () => {
    const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2, epochs: 30 });
    const report = reportOf(plan, await runPlan(plan, train, { engine: "auto" }));
    for (const { small, large } of figuresOf(report).flatMap(({ panels }) => panels)) {
      for (const chart of [small, ...(large ? [large] : [])]) assert(await excess(specOf(chart)) <= 0.5);
    }
    const page = await pageOf(report);
    assertEquals(page.match(/<figure>/g)?.length, experiment.views.length);
    assertEquals(textsOf(page).filter((text) => UNTYPESET.test(text)), []);
    assert(!/NaN|undefined|\[object/.test(page.replace(/href="data:[^"]*"/g, "")), "a value is not written as one");
  });
}
