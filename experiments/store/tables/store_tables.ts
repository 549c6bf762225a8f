/** Stores the tables of a plan as text while they are filled, and reads them back. */
import type { Trained } from "../../../core/training.ts";
import { columnsOfRule } from "../../claims/claim_data.ts";
import { OUTPUT_PREFIX } from "../../define/columns.ts";
import { fillTables } from "../../fill_tables.ts";
import type { Plan } from "../../plan.ts";
import { schemasOf } from "../../records.ts";
import { textInMemory, textOnDisk, type TextSink } from "../content.ts";
import type { Content, StoredTable } from "../../define/stored.ts";
import { csvHeader, csvLines } from "../csv.ts";
import { discard, draftOf } from "../files.ts";
import { makeFolder } from "../plain_files.ts";
import { readStoredTable } from "./stored_table.ts";

/**
 * Stores the tables of results in the plan's order: as drafts in a folder, or in memory without one.
 *
 * `isWanted` says which tables. Throws the errors of `fillTables`; no draft is left then.
 */
export function storeTables(
  plan: Plan,
  results: Iterable<Trained>,
  folder?: string,
  isWanted: (name: string) => boolean = () => true,
): StoredTable[] {
  const drafts: string[] = [];
  const openSink = (name: string): TextSink => {
    if (folder === undefined) return textInMemory();
    const draft = draftOf(folder, `${name}.csv`);
    drafts.push(draft);
    return textOnDisk(draft);
  };
  if (folder !== undefined) makeFolder(folder);
  try {
    const contents = writeTables(plan, results, openSink, isWanted);
    const isKept = columnsKept(plan);
    return schemasOf(plan).filter(({ name }) => isWanted(name))
      .map((schema) => readStoredTable(schema, contents.get(schema.name)!, { isKept: isKept(schema.name) }));
  } catch (error) {
    discard(drafts);
    throw error;
  }
}

/** Writes the tables of results in the plan's order; returns what was written, by name. */
export function writeTables(
  plan: Plan,
  results: Iterable<Trained>,
  openSink: (name: string) => TextSink,
  isWanted?: (name: string) => boolean,
): Map<string, Content> {
  const schemas = schemasOf(plan).filter(({ name }) => isWanted?.(name) ?? true);
  const tables = new Map(schemas.map(({ name, columns }) => [name, { columns, sink: openSink(name) }]));
  for (const { columns, sink } of tables.values()) sink.write(csvHeader(columns));
  fillTables(plan, results, (name, rows) => {
    const { columns, sink } = tables.get(name)!;
    sink.write(csvLines(columns, rows));
  }, isWanted);
  return new Map([...tables].map(([name, { sink }]) => [name, sink.finish()]));
}

/** The columns of runs.csv that pages always read, besides those of the factors. */
const READ_BY_PAGES: readonly string[] = ["replicate", "status", "solved", "solved_epoch", "epochs"];

/** Which columns of a large table are kept in memory: those that keys, claims and pages read. */
export function columnsKept({ experiment }: Plan): (table: string) => (column: string) => boolean {
  const { factors, claims, views } = experiment;
  const ofClaims = Object.values(claims).filter(({ table }) => table === "runs").flatMap(columnsOfRule);
  const ofRuns = new Set([...Object.keys(factors), ...READ_BY_PAGES, ...ofClaims]);
  const readsOutputs = views.some(({ kind }) => kind === "outputs");
  const isOfRuns = (column: string) => ofRuns.has(column) || readsOutputs && column.startsWith(OUTPUT_PREFIX);
  return (table) => table === "runs" ? isOfRuns : () => true;
}
