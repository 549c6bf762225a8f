/** What a page carries for what runs in it, from its report. */
import { lineOf } from "../../experiments/store/csv.ts";
import { matches } from "../../experiments/experiment.ts";
import type { PageData } from "../wire/page_data.ts";
import { digestOf } from "../wire/page_runs.ts";
import type { Report } from "../experiment_report.ts";

/** The configs and digests of a report. */
export function pageDataOf({ plan, tables }: Report): PageData {
  const runs = tables.find(({ name }) => name === "runs")!, columns = Object.keys(runs.columns);
  return {
    experiment: plan.experiment.id,
    suiteSeed: plan.settings.suiteSeed,
    replicates: plan.replicates,
    columns,
    cells: plan.cells,
    start: Math.max(0, plan.cells.findIndex(({ levels }) => matches(levels, plan.experiment.start ?? {}))),
    digests: runs.rows.map((row) => digestOf(lineOf(columns, row))).join(""),
  };
}
