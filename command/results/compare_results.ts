/** What changed from one result to another: settings, values, verdicts. */
import type { Experiment } from "../../experiments/experiment.ts";
import { keysOf } from "../../experiments/records.ts";
import { contentOfFile } from "../../experiments/store/content.ts";
import type { Difference } from "../../experiments/store/differences.ts";
import { provenanceDifferences } from "../../experiments/store/provenance.ts";
import { type Change, compareTables, type TableComparison } from "./compare_rows.ts";
import type { StoredResult } from "./results_folder.ts";
import { NO_TABLE, openTable, rowsByKey, type TextTable } from "./table_rows.ts";

/** What changed in one experiment. */
export interface Comparison {
  readonly experiment: string;
  readonly settings: readonly Difference[];
  /** Only the tables that changed. */
  readonly tables: readonly TableComparison[];
  /** Only the verdicts that changed. */
  readonly verdicts: readonly VerdictChange[];
}

type VerdictChange = Change & { readonly claim: string };

/** Compares two results of one experiment; `experiments` are those whose tables have known keys. */
export function compareResults(
  before: StoredResult,
  after: StoredResult,
  experiments: readonly Experiment[],
): Comparison {
  const names = [...new Set([before, after].flatMap(tableNames))];
  const open = (result: StoredResult, name: string) => openTableOf(result, name, experiments);
  return {
    experiment: after.manifest.experiment,
    settings: provenanceDifferences(before.manifest, after.manifest),
    tables: names.map((name) => compareTables(name, open(before, name), open(after, name))).filter(hasChanged),
    verdicts: names.includes("claims") ? verdictChanges(open(before, "claims"), open(after, "claims")) : [],
  };
}

function tableNames({ manifest: { files } }: StoredResult): string[] {
  return Object.keys(files).filter((file) => file.endsWith(".csv")).map((file) => file.slice(0, -4));
}

/** Opens a table of a result; one without key columns identifies its rows by their number. */
function openTableOf({ folder, manifest }: StoredResult, name: string, experiments: readonly Experiment[]): TextTable {
  const file = `${name}.csv`;
  if (!Object.hasOwn(manifest.files, file)) return NO_TABLE;
  const tables = experiments.find(({ id }) => id === manifest.experiment)?.tables ?? {};
  // the factors of the manifest, because the experiment may not be known
  const keyColumns = keysOf({ factors: manifest.settings.levels, tables })[name] ?? [];
  return openTable(contentOfFile(`${folder}/${file}`), `${folder}/${file}`, keyColumns);
}

function hasChanged({ rowsOnlyBefore, rowsOnlyAfter, rowsMoved, columns }: TableComparison): boolean {
  return rowsOnlyBefore + rowsOnlyAfter + rowsMoved + columns.length > 0;
}

function verdictChanges(...tables: readonly [before: TextTable, after: TextTable]): VerdictChange[] {
  const [before, after] = tables.map(verdictsOf) as [Map<string, JudgedRow>, Map<string, JudgedRow>];
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
    claim: (after.get(key) ?? before.get(key))!.claim,
    before: before.get(key)?.verdict ?? null,
    after: after.get(key)?.verdict ?? null,
  })).filter(({ before, after }) => before !== after);
}

interface JudgedRow {
  readonly claim: string;
  readonly verdict: string | undefined;
}

function verdictsOf({ columns, rows }: TextTable): Map<string, JudgedRow> {
  const [claim, verdict] = [columns.indexOf("claim"), columns.indexOf("verdict")];
  const judged = [...rowsByKey(rows)].map(([key, { cells }]): [string, JudgedRow] => {
    return [key, { claim: cells[claim] ?? "", verdict: cells[verdict] }];
  });
  return new Map(judged);
}
