/** Publishing: everything after training, from nothing but the CSV. */
import { claimsJson } from "../experiments/claims/claims_json.ts";
import { headlineOf } from "../experiments/claims/headline.ts";
import { claimsTable, judgeAll } from "../experiments/judge.ts";
import { checkReplication, REPLICATION_SCHEMA } from "../experiments/replication.ts";
import type { Row } from "../experiments/define/columns.ts";
import type { Plan } from "../experiments/plan.ts";
import { csvOf, rowsOf } from "../experiments/store/csv.ts";
import { type Files, formatJson } from "../experiments/store/files.ts";
import { dataPackageOf } from "../experiments/store/data_package.ts";
import { manifestOf } from "../experiments/store/manifest.ts";
import type { Report } from "./experiment_report.ts";
import { type RenderedFigure, renderFigures } from "./page/figure.ts";
import { renderPage } from "./page/page.ts";
import { summaryOf, type Thumbnail } from "./summary/summary.ts";
import type { Table } from "../experiments/define/tables.ts";

/** A report and the files that hold it. */
export interface Publication {
  readonly report: Report;
  /** All files of the result, the manifest last. */
  readonly files: Files;
}

/** What a publication may have besides its tables. */
export interface PublishOptions {
  /** The script that runs in the page. */
  readonly script?: string | undefined;
  /** The rows of replication.csv, if the claims were replicated. */
  readonly replication?: readonly Row[] | undefined;
}

/** Judges tables and makes the files of their result. */
export async function publish(
  plan: Plan,
  tables: readonly Table[],
  { script, replication }: PublishOptions = {},
): Promise<Publication> {
  const csv = csvFiles(tables);
  const report = { ...reportOf(plan, tables, csv), ...(replication && { replication }) };
  if (replication) checkReplication(report.judged, replication);
  const further = [claimsTable(report.judged), ...replication ? [{ ...REPLICATION_SCHEMA, rows: replication }] : []];
  const figures = await renderFigures(report);
  const files = new Map([
    ...csv,
    ...csvFiles(further),
    ["claims.json", formatJson(claimsJson(plan))],
    ["datapackage.json", formatJson(dataPackageOf(plan, [...tables, ...further], report.answer))],
    ["summary.json", formatJson(summaryOf(report, thumbnailsOf(figures)))],
    ["report.html", renderPage(report, figures, script)],
  ]);
  return { report, files: new Map([...files, ["manifest.json", formatJson(manifestOf(plan, files))]]) };
}

/** The thumbnails of figures, decision surfaces first. */
function thumbnailsOf(figures: readonly RenderedFigure[]): Thumbnail[] {
  const isSurface = ({ figure: { view } }: RenderedFigure) => view.kind === "surface";
  const ordered = [...figures.filter(isSurface), ...figures.filter((figure) => !isSurface(figure))];
  return ordered.flatMap(({ thumbnail }) => thumbnail ?? []);
}

function csvFiles(tables: readonly Table[]): Files {
  return new Map(tables.map((table) => [`${table.name}.csv`, csvOf(table)]));
}

/** The report on tables, as their CSV text holds them. */
export function reportOf(plan: Plan, schemas: readonly Table[], csv = csvFiles(schemas)): Report {
  const tables = schemas.map((schema) => ({ ...schema, rows: rowsOf(csv.get(`${schema.name}.csv`)!, schema) }));
  const judged = judgeAll(plan, tables);
  const findings = plan.experiment.answer.map((name) => judged.find(({ claim }) => claim === name)!.finding);
  const answer = findings.join(" ");
  const headline = headlineOf(plan.experiment.headline ?? [], judged) ?? answer;
  return { plan, tables, judged, headline, answer };
}
