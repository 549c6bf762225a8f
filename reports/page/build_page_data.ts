/** The data from which a page trains its runs again. */
import { csvLineOf } from "../../experiments/store/csv.ts";
import type { PageData } from "../wire/page_data.ts";
import { rowDigest } from "../wire/page_runs.ts";
import type { Report } from "../experiment_report.ts";
import { matches } from "../../experiments/define/factors.ts";

/** The configs of a report and the digest of each row of its runs.csv. */
export function pageDataOf({ plan, tables }: Report): PageData {
  const runs = tables.find(({ name }) => name === "runs")!;
  const columns = Object.keys(runs.columns);
  const featured = plan.cells.findIndex(({ levels }) => matches(levels, plan.experiment.featuredCell ?? {}));
  return {
    experiment: plan.experiment.id,
    suiteSeed: plan.settings.suiteSeed,
    replicates: plan.replicates,
    columns,
    cells: plan.cells,
    featuredCell: Math.max(0, featured),
    digests: runs.rows.map((row) => rowDigest(csvLineOf(columns, row))).join(""),
  };
}
