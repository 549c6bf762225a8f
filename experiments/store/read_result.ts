/** Reads results back from disk and checks whatever can be checked without training. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { columnOf, type ColumnTable, numbersOf, valueAt } from "../claims/column_table.ts";
import type { CsvValue, Row } from "../define/columns.ts";
import { CLAIMS_SCHEMA, type Schema } from "../define/tables.ts";
import { configOf, type Plan } from "../plan.ts";
import { schemasOf } from "../records.ts";
import { REPLICATION_SCHEMA } from "../replication.ts";
import type { Verdict } from "../statistics/statistics.ts";
import { contentOfFile, digestOf } from "./content.ts";
import { rowsOf } from "./csv.ts";
import { hasFile, readFile } from "./files.ts";
import { type Manifest, parseManifest, REPLICATION_FILE } from "./manifest.ts";
import { piecesOf } from "./plain_files.ts";
import { columnsKept } from "./tables/store_tables.ts";
import { readStoredTable } from "./tables/stored_table.ts";
import type { StoredTable } from "../define/stored.ts";

/** The manifest of a result. */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest(await readFile(folder, "manifest.json"), `${folder}/manifest.json`);
}

/**
 * The tables of a result except claims, checked against its plan.
 *
 * Throws an InputError with file, row and column if a header, a type or the order of rows is wrong, or a row missing.
 */
export function readTables(folder: string, plan: Plan): StoredTable[] {
  const tables = schemasOf(plan).map((schema) => readTable(folder, plan, schema));
  const [runs, curves] = tables;
  withinFolder(folder, () => {
    checkRuns(plan, runs!);
    checkCurves(plan, runs!, curves!);
  });
  return tables;
}

function readTable(folder: string, plan: Plan, schema: Schema): StoredTable {
  const content = contentOfFile(`${folder}/${schema.name}.csv`);
  return readStoredTable(schema, content, { folder, isKept: columnsKept(plan)(schema.name) });
}

/**
 * Throws an InputError with file, row and column if runs.csv lists other runs than the plan, which may have many more.
 *
 * A malformed table of the plan's size passes: comparing it with the right one shows more exactly where it is wrong.
 */
export function checkStoredRuns(folder: string, plan: Plan): void {
  const runs = tableUnlessMalformed(folder, plan);
  if (!(runs instanceof InputError)) withinFolder(folder, () => checkRuns(plan, runs));
  else if (linesIn(`${folder}/runs.csv`) < plan.runCount) throw runs;
}

function tableUnlessMalformed(folder: string, plan: Plan): StoredTable | InputError {
  try {
    return readTable(folder, plan, schemasOf(plan)[0]!);
  } catch (error) {
    if (error instanceof InputError && error.fault.row !== undefined) return error;
    throw error;
  }
}

function linesIn(path: string): number {
  let count = 0;
  for (const piece of piecesOf(path)) {
    for (let i = piece.indexOf(LINE_FEED); i >= 0; i = piece.indexOf(LINE_FEED, i + 1)) count++;
  }
  return count;
}

const LINE_FEED = 10;

/** The rows of a result's claims.csv; throws an InputError unless they are verdicts on the plan's claims, in order. */
export async function readClaims(folder: string, { experiment }: Plan): Promise<Row[]> {
  const rows = await readRows(folder, CLAIMS_SCHEMA);
  withinFolder(folder, () => {
    checkKeys("claims.csv", Object.keys(experiment.claims).map((claim) => ({ claim })), rows);
    rows.forEach(({ verdict, n }, i) => {
      const place = { file: "claims.csv", row: i + 2 };
      if (!(VERDICTS as readonly unknown[]).includes(verdict)) {
        throw new InputError({
          ...place,
          column: "verdict",
          rule: `must be one of ${VERDICTS.join(", ")}`,
          value: verdict,
        });
      }
      if (n === undefined) throw new InputError({ ...place, column: "n", rule: "must not be empty" });
    });
  });
  return rows;
}

/** The rows of a result's replication.csv; undefined if it has none. They must be checked against the verdicts. */
export async function readReplication(folder: string): Promise<Row[] | undefined> {
  return hasFile(folder, REPLICATION_FILE) ? await readRows(folder, REPLICATION_SCHEMA) : undefined;
}

const VERDICTS: readonly Verdict[] = ["supported", "refuted", "undecided"];

async function readRows(folder: string, schema: Schema): Promise<Row[]> {
  const text = await readFile(folder, `${schema.name}.csv`);
  return withinFolder(folder, () => rowsOf(text, schema));
}

/** The data of a result: its tables except claims, and the rows of replication.csv, if it has one. */
export interface TrustedData {
  /** All tables except claims. */
  readonly tables: readonly StoredTable[];
  /** The rows of replication.csv, if it has one. */
  readonly replication: readonly Row[] | undefined;
}

/** The data of a result; throws an InputError if a table is malformed or does not match its digest. */
export async function readTrustedData(folder: string, manifest: Manifest, plan: Plan): Promise<TrustedData> {
  const tables = readTables(folder, plan);
  const replication = await readReplication(folder);
  const read = [...tables.map(({ name }) => `${name}.csv`), ...replication ? [REPLICATION_FILE] : []];
  const changed = firstChangedFile(folder, manifest, read);
  if (changed === undefined) return { tables, replication };
  throw new InputError({
    file: `${folder}/${changed}`,
    rule: `does not match its digest in manifest.json; verify ${folder} finds the difference`,
  });
}

/** The first file of a result that is missing or whose digest differs from the manifest; undefined if all are intact. */
export function firstChangedFile(
  folder: string,
  { files }: Manifest,
  names: readonly string[] = Object.keys(files),
): string | undefined {
  return names.find((name) => !hasFile(folder, name) || digestOf(piecesOf(`${folder}/${name}`)) !== files[name]);
}

function withinFolder<V>(folder: string, read: () => V): V {
  return mapInputErrors((error) => error.within({ folder }), read);
}

/** Throws an InputError unless the rows are exactly the plan's runs, in its order, each trained as long as planned. */
function checkRuns(plan: Plan, { columnTable }: StoredTable): void {
  const checkRow = rowChecker("runs.csv", plan, columnTable);
  for (const { cell, first } of plan.cellRuns) {
    const { replicates } = plan.cells[cell]!;
    for (let i = 0; i < replicates && first + i < columnTable.length; i++) checkRow(first + i, cell, { replicate: i });
  }
  checkLength("runs.csv", plan, columnTable.length, plan.runCount);
  const [status, solved] = ["status", "solved"].map((name) => columnOf(columnTable, name));
  const epochs = numbersOf(columnTable, "epochs");
  for (const { cell, first } of plan.cellRuns) {
    for (let i = 0; i < plan.cells[cell]!.replicates; i++) {
      const row = first + i;
      const end = { status: valueAt(status!, row), solved: valueAt(solved!, row), epochs: epochs[row]! };
      checkRunEnd(row, end, configOf(plan, cell, i));
    }
  }
}

/** How a run ended, as its row says; `epochs` is NaN if missing. */
interface RunEnd {
  readonly status: CsvValue;
  readonly solved: CsvValue;
  readonly epochs: number;
}

/** Throws an InputError unless a run with this config can have ended like this; `row` counts the runs from 0. */
function checkRunEnd(
  row: number,
  { status, solved, epochs }: RunEnd,
  { epochs: planned, stop }: Pick<ResolvedConfig, "epochs" | "stop">,
): void {
  const place = { file: "runs.csv", row: row + 2 };
  if (status !== "finished" && status !== "diverged") {
    throw new InputError({ ...place, column: "status", rule: "must be finished or diverged", value: status ?? "" });
  }
  const missing = solved === undefined ? "solved" : Number.isNaN(epochs) ? "epochs" : undefined;
  if (missing) throw new InputError({ ...place, column: missing, rule: "must not be empty" });
  const isWhole = status === "finished" && !stop;
  if (planned !== undefined && isWhole && epochs !== planned) {
    throw new InputError({ ...place, column: "epochs", rule: `must be ${planned}`, value: epochs });
  }
}

/** Throws an InputError unless the rows are all checkpoints that the runs with learning curves have reached. */
function checkCurves(plan: Plan, runs: StoredTable, { columnTable }: StoredTable): void {
  const ends = numbersOf(runs.columnTable, "epochs");
  const checkRow = rowChecker("curves.csv", plan, columnTable);
  let row = 0;
  for (const { cell, first } of plan.cellRuns) {
    const count = Math.min(plan.cells[cell]!.replicates, plan.experiment.curveReplicates);
    for (let replicate = 0; replicate < count; replicate++) {
      for (const epoch of recordedEpochs(configOf(plan, cell, replicate), ends[first + replicate]!)) {
        if (row < columnTable.length) checkRow(row, cell, { replicate, epoch });
        row++;
      }
    }
  }
  checkLength("curves.csv", plan, columnTable.length, row);
}

/** The epochs at which a run that ended at `end` has been recorded: its checkpoints, and where it ended early. */
function recordedEpochs({ checkpoints }: ResolvedConfig, end: number): number[] {
  const epochs = (checkpoints ?? [end]).filter((epoch) => epoch <= end);
  return epochs.length === checkpoints?.length || epochs.at(-1) === end ? epochs : [...epochs, end];
}

/** Checks that rows belong to a cell and have some numbers; throws an InputError that names row and column if not. */
function rowChecker(file: string, { experiment, cells }: Plan, table: ColumnTable) {
  const columns = Object.keys(experiment.factors).map((name) => ({ name, values: columnOf(table, name) }));
  let known = -1;
  let levels: readonly string[] = [];
  return (row: number, cell: number, numbers: Readonly<Record<string, number>>): void => {
    if (cell !== known) levels = columns.map(({ name }) => cells[cell]!.levels[name]!);
    known = cell;
    for (let c = 0; c < columns.length; c++) {
      const { name, values } = columns[c]!;
      if (valueAt(values, row) !== levels[c]) fail(row, name, levels[c]!, valueAt(values, row));
    }
    for (const name in numbers) {
      const found = numbersOf(table, name)[row]!;
      if (found !== numbers[name]) fail(row, name, numbers[name]!, valueAt(columnOf(table, name), row));
    }
  };
  function fail(row: number, column: string, expected: string | number, found: CsvValue): never {
    throw new InputError({ file, row: row + 2, column, rule: `must be "${expected}"`, value: String(found ?? "") });
  }
}

function checkLength(file: string, { experiment }: Plan, found: number, expected: number): void {
  if (found === expected) return;
  const problem = found < expected ? "is missing" : "is one too many";
  const [column = 1] = expected > 0 ? [...Object.keys(experiment.factors), "replicate"] : [];
  throw new InputError({
    file,
    row: Math.min(found, expected) + 2,
    column,
    rule: `${problem}: ${expected} rows must stand below the header`,
  });
}

/** Throws an InputError unless the rows have these keys, in this order. */
function checkKeys(file: string, keys: readonly Row[], rows: readonly Row[]): void {
  const common = Math.min(keys.length, rows.length);
  for (let i = 0; i < common; i++) {
    for (const [column, expected] of Object.entries(keys[i]!)) {
      const found = rows[i]![column];
      if (found === expected) continue;
      throw new InputError({ file, row: i + 2, column, rule: `must be "${expected}"`, value: String(found ?? "") });
    }
  }
  if (rows.length === keys.length) return;
  const problem = rows.length < keys.length ? "is missing" : "is one too many";
  const [column = 1] = Object.keys(keys[0] ?? {});
  throw new InputError({
    file,
    row: common + 2,
    column,
    rule: `${problem}: ${keys.length} rows must stand below the header`,
  });
}
