/** A copy of one result in memory, which a fault changes. */
import { parse, stringify } from "@std/csv";
import { sha256Hex } from "../../experiments/store/files.ts";

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
  /** The text of report.html. */
  page: string;
  /** Whether the manifest gets the digests of the changed files, so that only their content gives a fault away. */
  renewsDigests: boolean;
}

/** Reads the parts that faults change. */
export async function readCopy(folder: string): Promise<Copy> {
  const [claims, runs] = await Promise.all(["claims", "runs"].map((name) => readTable(`${folder}/${name}.csv`)));
  const restarted = await readTable(`${folder}/restarted.csv`).catch(ifMissing);
  return {
    folder,
    claims: JSON.parse(await Deno.readTextFile(`${folder}/claims.json`)),
    tables: { claims: claims!, runs: runs!, ...(restarted && { restarted }) },
    page: await Deno.readTextFile(`${folder}/report.html`),
    renewsDigests: true,
  };
}

/** Writes them back. */
export async function writeCopy({ folder, claims, tables, page, renewsDigests }: Copy): Promise<void> {
  const texts = Object.entries(tables).map(([name, rows]): [string, string] => [
    `${name}.csv`,
    stringify([Object.keys(rows[0]!), ...rows.map(Object.values)]),
  ]);
  const files: Record<string, string> = {
    ...Object.fromEntries(texts),
    "claims.json": JSON.stringify(claims),
    "report.html": page,
  };
  const manifest = JSON.parse(await Deno.readTextFile(`${folder}/manifest.json`));
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
    if (renewsDigests) manifest.files[name] = sha256Hex(text);
  }
  await Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify(manifest));
}

function ifMissing(error: unknown): undefined {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

async function readTable(path: string): Promise<Row[]> {
  const [header, ...rows] = parse(await Deno.readTextFile(path));
  return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]!])));
}
