/** Reads results back from disk and checks whatever can be checked without training. */
import { mapInputErrors } from "../../core/input/input_error.ts";
import type { Row } from "../define/columns.ts";
import { CLAIMS_SCHEMA, type Table } from "../define/tables.ts";
import type { Plan } from "../plan.ts";
import { schemasOf } from "../records.ts";
import { checkCurves, checkRuns } from "./check_rows.ts";
import { rowsOf } from "./csv.ts";
import { sha256HexOfBytes } from "./digest.ts";
import { hasFile, readBytes, readFile } from "./files.ts";
import { type Manifest, parseManifest } from "./manifest.ts";

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
  for (const schema of schemasOf(plan)) {
    const text = await readFile(folder, `${schema.name}.csv`);
    tables.push({ ...schema, rows: withinFolder(folder, () => rowsOf(text, schema)) });
  }
  const [runs, curves] = tables.map(({ rows }) => rows);
  withinFolder(folder, () => {
    checkRuns(plan, runs!);
    checkCurves(plan, runs!, curves!);
  });
  return tables;
}

/** The rows of a result's claims.csv. */
export async function readClaims(folder: string): Promise<Row[]> {
  const text = await readFile(folder, "claims.csv");
  return withinFolder(folder, () => rowsOf(text, CLAIMS_SCHEMA));
}

/** The first file of a result that is missing or whose digest differs from the manifest; undefined if all are intact. */
export async function firstChangedFile(
  folder: string,
  { files }: Manifest,
  names: readonly string[] = Object.keys(files),
): Promise<string | undefined> {
  for (const name of names) {
    if (!hasFile(folder, name)) return name;
    if (await sha256HexOfBytes(await readBytes(`${folder}/${name}`)) !== files[name]) return name;
  }
}

function withinFolder<V>(folder: string, read: () => V): V {
  return mapInputErrors((error) => error.within({ folder }), read);
}
