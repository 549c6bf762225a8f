/** Reads results back from disk and checks whatever can be checked without training. */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import type { Row } from "../define/columns.ts";
import type { Run } from "../define/run.ts";
import { CLAIMS_SCHEMA, type Schema, type Table } from "../define/tables.ts";
import type { Plan } from "../plan.ts";
import { schemasOf } from "../records.ts";
import { REPLICATION_SCHEMA } from "../replication.ts";
import type { Verdict } from "../statistics/statistics.ts";
import { rowsOf } from "./csv.ts";
import { hasFile, readFile, sha256HexOfBytes } from "./files.ts";
import { type Manifest, parseManifest, REPLICATION_FILE } from "./manifest.ts";
import { readPlainFile } from "./plain_files.ts";

/** The manifest of a result. */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest(await readFile(folder, "manifest.json"), `${folder}/manifest.json`);
}

/**
 * The tables of a result except claims, checked against its plan.
 *
 * Throws an InputError with file, row and column if a header, a type or the order of rows is wrong, or a row missing.
 */
export async function readTables(folder: string, plan: Plan): Promise<Table[]> {
  const tables: Table[] = [];
  for (const schema of schemasOf(plan)) tables.push({ ...schema, rows: await readRows(folder, schema) });
  const [runs, curves] = tables.map(({ rows }) => rows);
  withinFolder(folder, () => {
    checkRuns(plan, runs!);
    checkCurves(plan, runs!, curves!);
  });
  return tables;
}

/**
 * Throws an InputError with file, row and column if runs.csv lists other runs than the plan, which may have many more.
 *
 * A malformed table of the plan's size passes: comparing it with the right one tells more exactly where it is wrong.
 */
export function checkStoredRuns(folder: string, plan: Plan): void {
  const [schema] = schemasOf(plan);
  const text = readFile(folder, "runs.csv");
  withinFolder(folder, () => {
    const rows = rowsUnlessMalformed(text, schema!);
    if (rows instanceof InputError && text.split("\n").length > plan.runs.length) return;
    if (rows instanceof InputError) throw rows;
    checkRuns(plan, rows);
  });
}

function rowsUnlessMalformed(text: string, schema: Schema): Row[] | InputError {
  try {
    return rowsOf(text, schema);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

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

/** The first file of a result that is missing or whose digest differs from the manifest; undefined if all are intact. */
export async function firstChangedFile(
  folder: string,
  { files }: Manifest,
  names: readonly string[] = Object.keys(files),
): Promise<string | undefined> {
  for (const name of names) {
    if (!hasFile(folder, name)) return name;
    if (await sha256HexOfBytes(readPlainFile(`${folder}/${name}`)) !== files[name]) return name;
  }
}

function withinFolder<V>(folder: string, read: () => V): V {
  return mapInputErrors((error) => error.within({ folder }), read);
}

/** Throws an InputError unless the rows are exactly the plan's runs, in its order, each trained as long as planned. */
function checkRuns({ runs }: Plan, rows: readonly Row[]): void {
  checkKeys("runs.csv", runs.map(keyOf), rows);
  rows.forEach((row, i) => {
    const { epochs, stop } = runs[i]!.config;
    const place = { file: "runs.csv", row: i + 2 };
    if (row.status !== "finished" && row.status !== "diverged") {
      const value = row.status ?? "";
      throw new InputError({ ...place, column: "status", rule: "must be finished or diverged", value });
    }
    const missing = ["solved", "epochs"].find((column) => row[column] === undefined);
    if (missing) throw new InputError({ ...place, column: missing, rule: "must not be empty" });
    const isWhole = row.status === "finished" && !stop;
    if (epochs !== undefined && isWhole && row.epochs !== epochs) {
      throw new InputError({ ...place, column: "epochs", rule: `must be ${epochs}`, value: row.epochs });
    }
  });
}

/** Throws an InputError unless the rows are all checkpoints that the runs with learning curves have reached. */
function checkCurves({ experiment, runs }: Plan, runRows: readonly Row[], rows: readonly Row[]): void {
  const keys = runs.flatMap((run, i) => {
    if (run.replicate >= experiment.curveReplicates) return [];
    return recordedEpochs(run, Number(runRows[i]!.epochs)).map((epoch) => ({ ...keyOf(run), epoch }));
  });
  checkKeys("curves.csv", keys, rows);
}

/** The epochs at which a run that ended at `end` has been recorded: its checkpoints, and where it ended early. */
function recordedEpochs({ config: { checkpoints } }: Run, end: number): number[] {
  const epochs = (checkpoints ?? [end]).filter((epoch) => epoch <= end);
  return epochs.length === checkpoints?.length || epochs.at(-1) === end ? epochs : [...epochs, end];
}

function keyOf({ levels, replicate }: Run): Row {
  return { ...levels, replicate };
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
