/** What changed from one result to another: settings, values, verdicts. */
import { InputError } from "../../core/input/input_error.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { keysOf } from "../../experiments/records.ts";
import { csvRecords } from "../../experiments/store/csv.ts";
import type { Difference } from "../../experiments/store/differences.ts";
import { readFile } from "../../experiments/store/files.ts";
import { provenanceDifferences } from "../../experiments/store/provenance.ts";
import type { StoredResult } from "./results_folder.ts";

/** What changed in one experiment. */
export interface Comparison {
  readonly experiment: string;
  readonly settings: readonly Difference[];
  /** Only the tables that changed. */
  readonly tables: readonly TableComparison[];
  /** Only the verdicts that changed. */
  readonly verdicts: readonly VerdictChange[];
}

/** What changed in a table. */
export interface TableComparison {
  readonly table: string;
  readonly rowsOnlyBefore: number;
  readonly rowsOnlyAfter: number;
  /** Rows on both sides with different values. */
  readonly rowsChanged: number;
  /** Positions, among the rows on both sides, that now hold another row. */
  readonly rowsMoved: number;
  /** Only the columns that changed or are on one side only. */
  readonly columns: readonly ColumnComparison[];
}

/** What changed in a column. */
interface ColumnComparison {
  readonly column: string;
  /** The number of changed values. */
  readonly values: number;
  /** The largest absolute difference; null if no changed value is a number. */
  readonly largest: number | null;
  /** The first change; `row` is the row's key. */
  readonly first: ValueChange;
}

/** The text on each side; null where absent. */
interface Change {
  readonly before: string | null;
  readonly after: string | null;
}
type ValueChange = Change & { readonly row: string };
type VerdictChange = Change & { readonly claim: string };

/** Compares two results of one experiment; `experiments` are those whose tables have known keys. */
export async function compareResults(
  before: StoredResult,
  after: StoredResult,
  experiments: readonly Experiment[],
): Promise<Comparison> {
  const names = [...new Set([before, after].flatMap(tableNames))];
  const pairs = await Promise.all(names.map(async (name): Promise<TablePair> => ({
    name,
    before: await readTable(before, name, experiments),
    after: await readTable(after, name, experiments),
  })));
  return {
    experiment: after.manifest.experiment,
    settings: provenanceDifferences(before.manifest, after.manifest),
    tables: pairs.map(compareTables).filter(({ rowsOnlyBefore, rowsOnlyAfter, rowsMoved, columns }) =>
      rowsOnlyBefore + rowsOnlyAfter + rowsMoved + columns.length > 0
    ),
    verdicts: pairs.filter(({ name }) => name === "claims").flatMap(verdictChanges),
  };
}

/** A table as text: rows by key, cells by column; a row that is too short lacks its last columns. */
interface TextTable {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A table on both sides; empty where it is absent. */
interface TablePair {
  readonly name: string;
  readonly before: TextTable;
  readonly after: TextTable;
}

function tableNames({ manifest: { files } }: StoredResult): string[] {
  return Object.keys(files).filter((file) => file.endsWith(".csv")).map((file) => file.slice(0, -4));
}

/** Rows of a table without key columns are identified by their number. */
async function readTable(
  { folder, manifest }: StoredResult,
  name: string,
  experiments: readonly Experiment[],
): Promise<TextTable> {
  const file = `${name}.csv`;
  if (!Object.hasOwn(manifest.files, file)) return { columns: [], rows: new Map() };
  const [header = [], ...lines] = csvRecords(await readFile(folder, file), `${folder}/${file}`);
  const tables = experiments.find(({ id }) => id === manifest.experiment)?.tables ?? {};
  // the factors of the manifest, because the experiment may not be known
  const keyColumns = keysOf({ factors: manifest.settings.levels, tables })[name] ?? [];
  const missing = keyColumns.find((column) => !header.includes(column));
  if (missing) throw new InputError({ file: `${folder}/${file}`, row: 1, column: missing, rule: "is missing" });
  const width = lines.reduce((widest, { length }) => Math.max(widest, length), header.length);
  // a column whose name is missing or repeated is named by its number
  const nameOf = (c: number) => header.indexOf(header[c]!) < c ? `column ${c + 1}` : header[c]!;
  const columns = Array.from({ length: width }, (_, c) => nameOf(c));
  const rows = new Map<string, ReadonlyMap<string, string>>();
  lines.forEach((line, i) => {
    const row = new Map(line.map((cell, c) => [columns[c]!, cell]));
    const key = keyColumns.map((column) => `${column} ${row.get(column) ?? ""}`).join(", ") || `row ${i + 2}`;
    rows.set(rows.has(key) ? `${key}, again in row ${i + 2}` : key, row);
  });
  return { columns, rows };
}

function compareTables({ name: table, before, after }: TablePair): TableComparison {
  const common = [...before.rows].filter(([key]) => after.rows.has(key));
  const orderAfter = [...after.rows.keys()].filter((key) => before.rows.has(key));
  const columns = [...new Set([...before.columns, ...after.columns])].flatMap((column) => {
    const changes = common.map(([key, row]): ValueChange => ({
      row: key,
      before: row.get(column) ?? null,
      after: after.rows.get(key)!.get(column) ?? null,
    })).filter(({ before, after }) => before !== after);
    return changes.length === 0 ? [] : [{ column, changes }];
  });
  return {
    table,
    rowsOnlyBefore: before.rows.size - common.length,
    rowsOnlyAfter: after.rows.size - common.length,
    rowsChanged: new Set(columns.flatMap(({ changes }) => changes.map(({ row }) => row))).size,
    rowsMoved: common.filter(([key], i) => orderAfter[i] !== key).length,
    columns: columns.map(({ column, changes }) => ({
      column,
      values: changes.length,
      largest: largestDifference(changes),
      first: changes[0]!,
    })),
  };
}

function largestDifference(changes: readonly ValueChange[]): number | null {
  const differences = changes.filter(({ before, after }) => before && after)
    .map(({ before, after }) => Math.abs(Number(after) - Number(before)))
    .filter((difference) => !Number.isNaN(difference));
  return differences.length === 0 ? null : differences.reduce((largest, each) => Math.max(largest, each));
}

function verdictChanges({ before, after }: TablePair): VerdictChange[] {
  return [...new Set([...before.rows.keys(), ...after.rows.keys()])].map((key) => {
    const [rowBefore, rowAfter] = [before.rows.get(key), after.rows.get(key)];
    return {
      claim: (rowAfter ?? rowBefore)!.get("claim") ?? "",
      before: rowBefore?.get("verdict") ?? null,
      after: rowAfter?.get("verdict") ?? null,
    };
  }).filter(({ before, after }) => before !== after);
}
