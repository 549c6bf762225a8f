/** Reads a stored result whose files match their digests. */
import { InputError } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Table } from "../../experiments/define/tables.ts";
import { REPLICATION_FILE } from "../../experiments/store/manifest.ts";
import { firstChangedFile, readReplication, readTables } from "../../experiments/store/read_result.ts";
import { type PlannedResult, readPlannedResult } from "./results_folder.ts";

/** A stored result with its tables. */
export interface TrustedResult extends PlannedResult {
  /** All tables except claims. */
  readonly tables: readonly Table[];
  /** The rows of replication.csv, if it has one. */
  readonly replication: readonly Row[] | undefined;
}

/** A result with its tables; throws an InputError if one does not match its digest. */
export async function readTrustedResult(folder: string, suiteFolder: string | undefined): Promise<TrustedResult> {
  const result = await readPlannedResult(folder, suiteFolder);
  const tables = await readTables(folder, result.plan);
  const replication = await readReplication(folder);
  const read = [...tables.map(({ name }) => `${name}.csv`), ...replication ? [REPLICATION_FILE] : []];
  const changed = await firstChangedFile(folder, result.manifest, read);
  if (changed === undefined) return { ...result, tables, replication };
  throw new InputError({
    file: `${folder}/${changed}`,
    rule: `does not match its digest in manifest.json; verify ${folder} finds the difference`,
  });
}
