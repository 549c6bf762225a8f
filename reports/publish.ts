/** Publishing: everything after training, from nothing but the CSV. */
import { claimsJson, claimsTable, judgeAll } from "../experiments/judge.ts";
import { headlineOf } from "../experiments/claims/sentence.ts";
import { checkReplication, REPLICATION_SCHEMA } from "../experiments/replication.ts";
import type { Row } from "../experiments/define/columns.ts";
import type { Plan } from "../experiments/plan.ts";
import { csvOf } from "../experiments/store/csv.ts";
import { type Files, formatJson, type LargeFiles } from "../experiments/store/files.ts";
import { dataPackageOf } from "../experiments/store/data_package.ts";
import { manifestOf } from "../experiments/store/manifest.ts";
import { storedTableOf } from "../experiments/store/tables/stored_table.ts";
import type { StoredTable } from "../experiments/define/stored.ts";
import { NOTEBOOK_DISPLAY, type Report } from "./experiment_report.ts";
import { notebookDisplay } from "./notebook_display.ts";
import { type RenderedFigure, renderFigures } from "./page/figure.ts";
import { renderPage } from "./page/page.ts";
import { summaryOf, type Thumbnail } from "./summary/summary.ts";
import type { Table } from "../experiments/define/tables.ts";

/** A report and the files that hold it. */
export interface Publication {
  /** The report. */
  readonly report: Report;
  /** The files of the result, the manifest last. */
  readonly files: Files;
  /** Those of the result's files that may be larger than a text can be, besides `files`. */
  readonly large: LargeFiles;
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
  const report = { ...reportOf(plan, tables), ...(replication && { replication }) };
  if (replication) checkReplication(report.judged, replication);
  const further = [claimsTable(report.judged), ...replication ? [{ ...REPLICATION_SCHEMA, rows: replication }] : []];
  const figures = await renderFigures(report);
  const stored = new Map(report.tables.map(({ name, content }) => [`${name}.csv`, content.text ?? content]));
  const made = new Map([
    ...further.map((table): [string, string] => [`${table.name}.csv`, csvOf(table)]),
    ["claims.json", formatJson(claimsJson(plan))],
    ["datapackage.json", formatJson(dataPackageOf(plan, [...tables, ...further], report.answer))],
    ["summary.json", formatJson(summaryOf(report, thumbnailsOf(figures)))],
    ["report.html", renderPage(report, figures, script)],
  ]);
  const all = [...stored, ...made];
  const texts = all.flatMap(([name, file]): [string, string][] => typeof file === "string" ? [[name, file]] : []);
  const large = new Map(
    [...stored].flatMap(([name, file]) => typeof file === "string" ? [] : [[name, file] as const]),
  );
  const manifest = formatJson(manifestOf(plan, new Map(all)));
  return { report, files: new Map([...texts, ["manifest.json", manifest]]), large };
}

/** The thumbnails of figures, decision surfaces first. */
function thumbnailsOf(figures: readonly RenderedFigure[]): Thumbnail[] {
  const isSurface = ({ figure: { view } }: RenderedFigure) => view.kind === "surface";
  const ordered = [...figures.filter(isSurface), ...figures.filter((figure) => !isSurface(figure))];
  return ordered.flatMap(({ thumbnail }) => thumbnail ?? []);
}

/** The report on tables, as their CSV text holds them. */
export function reportOf(plan: Plan, given: readonly Table[]): Report {
  const tables = given.map((table): StoredTable => "content" in table ? table as StoredTable : storedTableOf(table));
  const judged = judgeAll(plan, tables);
  const findings = plan.experiment.answer.map((name) => judged.find(({ claim }) => claim === name)!.finding);
  const answer = findings.join(" ");
  const headline = headlineOf(plan.experiment.headline ?? [], judged) ?? answer;
  return { plan, tables, judged, headline, answer, [NOTEBOOK_DISPLAY]: displayInNotebook };
}

function displayInNotebook(this: Report): Readonly<Record<string, unknown>> {
  return { ...notebookDisplay(this) };
}
