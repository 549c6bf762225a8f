/** Results read back from disk, trusted no further than they can be checked without training. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { CLAIM_COLUMNS, type Row } from "../define/columns.ts";
import { rowsOf } from "./csv.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import type { Plan, Run } from "../plan.ts";
import { schemasOf, type Table } from "../records.ts";
import { hasFile, readBytes, readFile } from "./files.ts";

/** The manifest of a result. */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest(await readFile(folder, "manifest.json"), `${folder}/manifest.json`);
}

/**
 * The tables of a result (claims apart), each checked against the plan that led to it.
 *
 * Throws an InputError that names file, row and column where header, type, order or completeness are wrong.
 */
export async function readTables(folder: string, plan: Plan): Promise<Table[]> {
  const tables: Table[] = [];
  for (const schema of schemasOf(plan)) {
    const text = await readFile(folder, `${schema.name}.csv`);
    tables.push({ ...schema, rows: placed(folder, () => rowsOf(text, schema)) });
  }
  const [runs, curves] = tables.map(({ rows }) => rows);
  placed(folder, () => {
    checkRuns(plan, runs!);
    checkCurves(plan, runs!, curves!);
  });
  return tables;
}

/** The rows of a result's claims.csv. */
export async function readClaims(folder: string): Promise<Row[]> {
  const text = await readFile(folder, "claims.csv");
  return placed(folder, () => claimsOf(text));
}

/** The rows of the text of a claims.csv. */
export function claimsOf(text: string): Row[] {
  return rowsOf(text, { name: "claims", meaning: "one row a claim", columns: CLAIM_COLUMNS });
}

/** The first file of a result whose bytes are not those that its manifest vouches for, or that is gone. */
export async function firstChanged(
  folder: string,
  { files }: Manifest,
  names: readonly string[] = Object.keys(files),
): Promise<string | undefined> {
  for (const name of names) {
    if (!hasFile(folder, name)) return name;
    const digest = await crypto.subtle.digest("SHA-256", await readBytes(`${folder}/${name}`));
    if (bytesToHex(new Uint8Array(digest)) !== files[name]) return name;
  }
}

/** Adds the folder to what is said of one of its files. */
function placed<V>(folder: string, read: () => V): V {
  return mapInputErrors((error) => error.within({ folder }), read);
}

/** Exactly the plan's runs, in its order. */
function checkRuns({ runs }: Plan, rows: readonly Row[]): void {
  checkKeys("runs.csv", runs.map(keyOf), rows);
  rows.forEach((row, i) => {
    const place = { file: "runs.csv", row: i + 2 };
    if (row.status !== "finished" && row.status !== "diverged") {
      throw new InputError({
        ...place,
        column: "status",
        rule: "must be finished or diverged",
        value: row.status ?? "",
      });
    }
    const missing = ["solved", "epochs"].find((column) => row[column] === undefined);
    if (missing) throw new InputError({ ...place, column: missing, rule: "must not be empty" });
  });
}

/** For each of the first replicates every checkpoint that its run reached. */
function checkCurves({ experiment, runs }: Plan, ran: readonly Row[], rows: readonly Row[]): void {
  const keys = runs.flatMap((run, i) => {
    if (run.replicate >= experiment.curves) return [];
    return reached(run, Number(ran[i]!.epochs)).map((epoch) => ({ ...keyOf(run), epoch }));
  });
  checkKeys("curves.csv", keys, rows);
}

function reached({ config: { checkpoints } }: Run, end: number): number[] {
  const epochs = (checkpoints ?? [end]).filter((epoch) => epoch <= end);
  return epochs.length === checkpoints?.length || epochs.at(-1) === end ? epochs : [...epochs, end];
}

function keyOf({ levels, replicate }: Run): Row {
  return { ...levels, replicate };
}

/** Whether each row is the one that belongs there. */
function checkKeys(file: string, keys: readonly Row[], rows: readonly Row[]): void {
  for (let i = 0; i < Math.min(keys.length, rows.length); i++) {
    for (const [column, wanted] of Object.entries(keys[i]!)) {
      if (rows[i]![column] === wanted) continue;
      const found = rows[i]![column] ?? "";
      throw new InputError({ file, row: i + 2, column, rule: `must be "${wanted}"`, value: String(found) });
    }
  }
  if (rows.length === keys.length) return;
  const problem = rows.length < keys.length ? "is missing" : "is one too many";
  throw new InputError({
    file,
    row: Math.min(keys.length, rows.length) + 2,
    rule: `${problem}: ${keys.length} rows must stand below the header`,
  });
}
