/** Publishing: everything after training, from nothing but the CSV. */
import { claimsTable, judgeAll } from "../experiments/judge.ts";
import type { Plan } from "../experiments/plan.ts";
import { csvOf, rowsOf } from "../experiments/store/csv.ts";
import type { Files } from "../experiments/store/files.ts";
import { dataPackageOf } from "../experiments/store/data_package.ts";
import { formatJson } from "../experiments/store/json.ts";
import { manifestOf } from "../experiments/store/manifest.ts";
import type { Report } from "./experiment_report.ts";
import { renderFigures } from "./page/figure.ts";
import { renderPage } from "./page/page.ts";
import { summaryOf } from "./summary/summary.ts";
import { rowsByTable, type Schema, type Table } from "../experiments/define/tables.ts";

/** A report and the files that hold it. */
export interface Publication {
  readonly report: Report;
  /** All files of the result, the manifest last. */
  readonly files: Files;
}

/** Judges tables and makes the files of their result; `script` runs in the page. */
export async function publish(plan: Plan, tables: readonly Table[], script?: string): Promise<Publication> {
  const csv = csvFiles(tables);
  const report = reportFrom(plan, tables, csv);
  const claims = claimsTable(report.judged);
  const figures = await renderFigures(report);
  const files = new Map([
    ...csv,
    ["claims.csv", csvOf(claims)],
    ["datapackage.json", formatJson(dataPackageOf(plan, [...tables, claims], report.answer))],
    ["summary.json", formatJson(summaryOf(report, figures.flatMap(({ thumbnail }) => thumbnail ?? [])))],
    ["report.html", renderPage(report, figures, script)],
  ]);
  return { report, files: new Map([...files, ["manifest.json", formatJson(manifestOf(plan, files))]]) };
}

/** The report on tables, as their CSV text holds them. */
export function reportOf(plan: Plan, tables: readonly Table[]): Report {
  return reportFrom(plan, tables, csvFiles(tables));
}

function csvFiles(tables: readonly Table[]): Files {
  return new Map(tables.map((table) => [fileNameOf(table), csvOf(table)]));
}

function reportFrom(plan: Plan, schemas: readonly Schema[], csv: Files): Report {
  const tables = schemas.map((schema) => ({ ...schema, rows: rowsOf(csv.get(fileNameOf(schema))!, schema) }));
  const judged = judgeAll(plan, rowsByTable(tables));
  const findings = plan.experiment.answer.map((name) => judged.find(({ claim }) => claim === name)!.finding);
  return { plan, tables, judged, answer: findings.join(" ") };
}

function fileNameOf({ name }: Schema): string {
  return `${name}.csv`;
}
