/** A copy of one result in memory, which a fault changes. */
import { parse, stringify } from "@std/csv";

/** A claim of claims.json, as far as faults need it. */
export interface ClaimData {
  kind: string;
  table: string;
  arms: Record<string, unknown>[];
  value?: string;
  near?: number;
  margin?: number;
  between?: [number, number];
}

/** A row of a table by column. */
export type Row = Record<string, string>;

/** The parts of a result that faults change. */
export interface Copy {
  readonly folder: string;
  readonly claims: Record<string, ClaimData>;
  /** The rows of claims.csv and runs.csv, and of restarted.csv where there is one. */
  readonly tables: { readonly claims: Row[]; readonly runs: Row[]; readonly restarted?: Row[] };
}

/** Reads the parts that faults change. */
export async function readCopy(folder: string): Promise<Copy> {
  const [claims, runs] = await Promise.all(["claims", "runs"].map((name) => readTable(`${folder}/${name}.csv`)));
  const restarted = await readTable(`${folder}/restarted.csv`).catch(ifMissing);
  return {
    folder,
    claims: JSON.parse(await Deno.readTextFile(`${folder}/claims.json`)),
    tables: { claims: claims!, runs: runs!, ...(restarted && { restarted }) },
  };
}

/** Writes them back. */
export async function writeCopy({ folder, claims, tables }: Copy): Promise<void> {
  await Deno.writeTextFile(`${folder}/claims.json`, JSON.stringify(claims));
  for (const [name, rows] of Object.entries(tables)) {
    await Deno.writeTextFile(`${folder}/${name}.csv`, stringify([Object.keys(rows[0]!), ...rows.map(Object.values)]));
  }
}

function ifMissing(error: unknown): undefined {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

async function readTable(path: string): Promise<Row[]> {
  const [header, ...rows] = parse(await Deno.readTextFile(path));
  return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]!])));
}
