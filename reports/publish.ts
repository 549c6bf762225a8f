/** From tables to the files of a result: everything after the training, and nothing but the CSV goes in. */
import { csvOf, rowsOf } from "../experiments/store/csv.ts";
import { claimsTable, judgeAll } from "../experiments/judge.ts";
import { dataPackageOf, jsonOf, manifestOf } from "../experiments/store/manifest.ts";
import type { Plan } from "../experiments/plan.ts";
import { rowsByTable, type Table } from "../experiments/records.ts";
import type { Files } from "../experiments/store/files.ts";
import { renderPage } from "./page/page.ts";
import type { Report } from "./experiment_report.ts";

/** All files of a result, the manifest last; `script` is what runs in the page. */
export async function publish(plan: Plan, tables: readonly Table[], script?: string): Promise<Files> {
  const csv = tables.map((table) => [`${table.name}.csv`, csvOf(table)] as const);
  const report = reportOf(plan, tables.map((table, i) => ({ ...table, rows: rowsOf(csv[i]![1], table) })));
  const claims = claimsTable(report.judged);
  const files = new Map([
    ...csv,
    ["claims.csv", csvOf(claims)],
    ["datapackage.json", jsonOf(dataPackageOf(plan, [...tables, claims], report.answer))],
    ["report.html", await renderPage(report, script)],
  ]);
  return new Map([...files, ["manifest.json", jsonOf(manifestOf(plan, files))]]);
}

/** The material of the page, from tables read back. */
export function reportOf(plan: Plan, tables: readonly Table[]): Report {
  const rows = rowsByTable(tables);
  const judged = judgeAll(plan, rows);
  const answer = plan.experiment.answer.map((claim) => judged.find((one) => one.claim === claim)!.finding).join(" ");
  return { plan, tables, judged, answer };
}
