/** What changed from one result to another: settings, values, verdicts. */
import { InputError } from "../../core/input/input_error.ts";
import { linesOf } from "../../experiments/store/csv.ts";
import type { Difference } from "../../experiments/store/differences.ts";
import { provenanceDifferences } from "../../experiments/store/manifest.ts";
import { readFile } from "../../experiments/store/files.ts";
import type { Place } from "./results_folder.ts";

/** What changed in one experiment. */
export interface Comparison {
  readonly experiment: string;
  readonly settings: readonly Difference[];
  /** The tables in which anything changed. */
  readonly tables: readonly TableComparison[];
  /** The claims whose verdicts changed; null where a claim is only on one side. */
  readonly verdicts: readonly VerdictChange[];
}

/** What changed in a table. */
export interface TableComparison {
  readonly table: string;
  readonly rowsOnlyBefore: number;
  readonly rowsOnlyAfter: number;
  /** Of the rows that are on both sides. */
  readonly rowsChanged: number;
  /** The places at which another of these rows stands now. */
  readonly rowsMoved: number;
  /** Whose values changed, or that are on one side only. */
  readonly columns: readonly ColumnComparison[];
}

/** What changed in a column. */
export interface ColumnComparison {
  readonly column: string;
  readonly values: number;
  /** The largest difference between two numbers; null where none of the changed values are numbers. */
  readonly largest: number | null;
  /** The first change: the row's key, and its value on both sides. */
  readonly first: { readonly row: string; readonly before: string | null; readonly after: string | null };
}

/** A verdict that changed. */
export interface VerdictChange {
  readonly claim: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Whether anything changed. */
export function isChanged({ settings, tables, verdicts }: Comparison): boolean {
  return settings.length + tables.length + verdicts.length > 0;
}

/** Compares two results of one experiment. */
export async function compareResults(before: Place, after: Place): Promise<Comparison> {
  const names = [...new Set([before, after].flatMap(tableNames))];
  const tables = await Promise.all(
    names.map(async (name) => compareTables(name, await readTable(before, name), await readTable(after, name))),
  );
  return {
    experiment: after.manifest.experiment,
    settings: provenanceDifferences(before.manifest, after.manifest),
    tables: tables.filter(({ rowsOnlyBefore, rowsOnlyAfter, rowsMoved, columns }) =>
      rowsOnlyBefore + rowsOnlyAfter + rowsMoved + columns.length > 0
    ),
    verdicts: verdictChanges(await readTable(before, "claims"), await readTable(after, "claims")),
  };
}

/** A table as text: its columns, and its rows by key; where a line is too short, its row lacks columns. */
interface TextTable {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function tableNames({ manifest: { files } }: Place): string[] {
  return Object.keys(files).filter((file) => file.endsWith(".csv")).map((file) => file.slice(0, -4));
}

async function readTable({ folder, manifest: { files } }: Place, name: string): Promise<TextTable> {
  if (!Object.hasOwn(files, `${name}.csv`)) return { columns: [], rows: new Map() };
  const [header = [], ...lines] = linesOf(await readFile(folder, `${name}.csv`), `${folder}/${name}.csv`);
  const keys = keyColumns(name, header), missing = keys.find((key) => !header.includes(key));
  if (missing) throw new InputError({ file: `${folder}/${name}.csv`, row: 1, rule: `must have the column "${missing}"` });
  const columns = columnsOf(header, lines.reduce((most, { length }) => Math.max(most, length), header.length));
  const rows = new Map<string, ReadonlyMap<string, string>>();
  lines.forEach((line, i) => {
    const row = new Map(line.map((cell, c) => [columns[c]!, cell]));
    const key = keys.map((key) => `${key} ${row.get(key) ?? ""}`).join(", ") || `row ${i + 2}`;
    rows.set(rows.has(key) ? `${key}, again in row ${i + 2}` : key, row);
  });
  return { columns, rows };
}

/** The names of so many columns; one that the header does not name, or names again, is called by its number. */
function columnsOf(header: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, c) => {
    const name = header[c];
    return name === undefined || header.indexOf(name) < c ? `column ${c + 1}` : name;
  });
}

/** The columns that tell which row it is; none where only its number does. */
function keyColumns(name: string, columns: readonly string[]): string[] {
  if (name === "claims") return ["claim"];
  const factors = columns.slice(0, Math.max(0, columns.indexOf("replicate")));
  return name === "runs" ? [...factors, "replicate"] : name === "curves" ? [...factors, "replicate", "epoch"] : [];
}

function compareTables(table: string, before: TextTable, after: TextTable): TableComparison {
  const shared = [...before.rows].filter(([key]) => after.rows.has(key));
  const places = [...after.rows.keys()].filter((key) => before.rows.has(key));
  const columns = [...new Set([...before.columns, ...after.columns])].flatMap((column) => {
    const changed = shared.map(([key, row]) => change(key, row.get(column), after.rows.get(key)!.get(column)))
      .filter(({ before, after }) => before !== after);
    return changed.length === 0 ? [] : [{ column, changed }];
  });
  return {
    table,
    rowsOnlyBefore: before.rows.size - shared.length,
    rowsOnlyAfter: after.rows.size - shared.length,
    rowsChanged: new Set(columns.flatMap(({ changed }) => changed.map(({ row }) => row))).size,
    rowsMoved: shared.filter(([key], place) => places[place] !== key).length,
    columns: columns.map(({ column, changed }) => ({
      column,
      values: changed.length,
      largest: largestOf(changed),
      first: changed[0]!,
    })),
  };
}

function change(row: string, before: string | undefined, after: string | undefined): ColumnComparison["first"] {
  return { row, before: before ?? null, after: after ?? null };
}

function largestOf(changes: readonly ColumnComparison["first"][]): number | null {
  const sizes = changes.filter(({ before, after }) => before && after)
    .map(({ before, after }) => Math.abs(Number(after) - Number(before)))
    .filter((size) => !Number.isNaN(size));
  return sizes.length === 0 ? null : sizes.reduce((most, size) => Math.max(most, size));
}

function verdictChanges(before: TextTable, after: TextTable): VerdictChange[] {
  const verdict = ({ rows }: TextTable, key: string) => rows.get(key)?.get("verdict") ?? null;
  return [...new Set([...before.rows.keys(), ...after.rows.keys()])]
    .map((key) => ({ claim: key.slice("claim ".length), before: verdict(before, key), after: verdict(after, key) }))
    .filter(({ before, after }) => before !== after);
}
