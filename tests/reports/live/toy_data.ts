/** The page data of a small experiment that is really trained. */
import { planOf, type Settings, SUITE_SEED } from "../../../experiments/plan.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import type { PageData } from "../../../reports/wire/page_data.ts";
import { pageDataOf } from "../../../reports/page/page.ts";
import { reportOf } from "../../../reports/publish.ts";
import type { Report } from "../../../reports/experiment_report.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";

/** The data of the toy's page, whose rows are made up. */
export function toyData(settings: Partial<Settings> = {}): PageData {
  return pageDataOf(toyReport(settings));
}

/** The toy's report as training makes it. */
export async function trainedToy(settings: Partial<Settings> = {}): Promise<Report> {
  const plan = planOf(toy, { suiteSeed: SUITE_SEED, seeds: 3, epochs: 60, ...settings });
  return reportOf(plan, await runPlan(plan, singleThreadTrainer(), { engine: "reference" }));
}
