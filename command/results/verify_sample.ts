/** Checks a sample of a result's runs, and of its tables what these runs determine. */
import { inputErrorMessage, mapInputErrors, preview } from "../../core/input/input_error.ts";
import { prepare } from "../../core/train_network.ts";
import type { CsvValue, Row } from "../../experiments/define/columns.ts";
import type { Outcome, Run } from "../../experiments/define/run.ts";
import type { Table } from "../../experiments/define/tables.ts";
import type { Plan } from "../../experiments/plan.ts";
import { type SampledTable, sampledTables } from "../../experiments/sampled_tables.ts";
import { firstChangedFile, readTables } from "../../experiments/store/read_result.ts";
import type { Trainer, TrainerOptions } from "../../experiments/training/trainer.ts";
import type { PlannedResult } from "./results_folder.ts";
import { checkPublished } from "./verify_result.ts";

/** What a sample has checked: names of files, with a note where it checked less. */
export interface SampleCoverage {
  readonly whole: readonly string[];
  /** Computed from all rows of runs.csv, of which only those of drawn runs have been reproduced. */
  readonly fromStoredRuns: readonly string[];
  /** Compared in the rows of drawn runs. */
  readonly drawnRows: readonly string[];
  readonly unchecked: readonly string[];
}

/**
 * Reruns only `runs` and compares every table as far as they determine it; rebuilds all other files from the tables.
 *
 * Returns the first difference with its location, or what was compared.
 */
export async function checkSample(
  { folder, plan, manifest }: PlannedResult,
  runs: readonly Run[],
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | SampleCoverage> {
  try {
    const tables = await readTables(folder, plan);
    const outcomes = await outcomesOf(runs, trainer, options);
    const runRows = tables.find(({ name }) => name === "runs")!.rows;
    const sampled = mapInputErrors(
      (error) => error.within({ folder }),
      () => sampledTables(plan, outcomes, runRows),
    );
    for (const [i, table] of sampled.entries()) {
      const difference = firstDifferentRow(plan, tables[i]!, table);
      if (difference) return `${folder}/${table.name}.csv, ${difference}`;
    }
    const changed = await firstChangedFile(folder, manifest, tables.map(({ name }) => `${name}.csv`));
    if (changed) {
      return `${folder}/${changed} does not match its digest in manifest.json; verify without --sample finds where`;
    }
    return await checkPublished(folder, plan, tables) ?? coverageOf(sampled, outcomes);
  } catch (error) {
    return inputErrorMessage(error);
  }
}

async function outcomesOf(
  runs: readonly Run[],
  trainer: Trainer,
  options: TrainerOptions,
): Promise<ReadonlyMap<Run, Outcome>> {
  const results = await trainer(runs.map(({ config }) => config), options);
  return new Map(runs.map((run, i) => [run, { run, training: prepare(run.config), trained: results[i]! }]));
}

function coverageOf(tables: readonly SampledTable[], drawn: ReadonlyMap<Run, Outcome>): SampleCoverage {
  const runsWithRows = (table: SampledTable) =>
    table.extent === "groups"
      ? table.groups.flatMap(({ runs, rows }) => rows.length > 0 ? runs.filter((run) => drawn.has(run)) : []).length
      : 0;
  const filesOf = (isListed: (table: SampledTable) => boolean) =>
    tables.filter(isListed).map((table) => {
      const count = runsWithRows(table);
      return `${table.name}.csv${count > 0 && count < drawn.size ? ` (of ${count} of them)` : ""}`;
    });
  return {
    whole: filesOf((table) => table.extent === "all" && !table.usesStoredRuns),
    fromStoredRuns: filesOf((table) => table.extent === "all" && table.usesStoredRuns),
    drawnRows: filesOf((table) => runsWithRows(table) > 0),
    unchecked: filesOf((table) => table.extent !== "all" && runsWithRows(table) === 0),
  };
}

/** The first difference between a stored table and what a sample determines of it. */
function firstDifferentRow({ runs }: Plan, { rows, columns }: Table, sampled: SampledTable): string | undefined {
  const names = Object.keys(columns);
  if (sampled.extent === "all") return firstDifference(names, rows, [...rows.keys()], sampled.rows, () => rows.length);
  if (sampled.extent === "none") return undefined;
  const { groups, groupColumns } = sampled;
  const keyOf = (row: Row) => JSON.stringify(groupColumns.map((name) => row[name]));
  const places = new Map(runs.map(({ levels, replicate }, place) => [keyOf({ ...levels, replicate }), place]));
  const keys = rows.map(keyOf);
  const indices = Map.groupBy(rows.keys(), (i) => keys[i]!);
  const stray = keys.findIndex((key) => !places.has(key));
  if (stray >= 0) return `row ${stray + 2}, column ${groupColumns[0]}: the row belongs to no run`;
  for (const group of groups) {
    const groupKey = keyOf(group.key);
    const end = () => {
      const next = keys.findIndex((key) => places.get(key)! > places.get(groupKey)!);
      return next < 0 ? rows.length : next;
    };
    const difference = firstDifference(names, rows, indices.get(groupKey) ?? [], group.rows, end);
    if (difference) return difference;
  }
}

/** Compares the stored rows at `indices` with `expected`; a missing row would stand at the index `end`. */
function firstDifference(
  columns: readonly string[],
  stored: readonly Row[],
  indices: readonly number[],
  expected: readonly Row[],
  end: () => number,
): string | undefined {
  for (let i = 0; i < Math.max(indices.length, expected.length); i++) {
    const row = expected[i];
    const index = indices[i] ?? end();
    if (!row) return `row ${index + 2}, column ${columns[0]}: the row is one too many`;
    if (i >= indices.length) return `row ${index + 2}, column ${columns[0]}: a row is missing`;
    const column = columns.find((name) => String(stored[index]![name]) !== String(row[name]));
    if (column === undefined) continue;
    const show = (value: CsvValue) => value === undefined ? "empty" : preview(value);
    return `row ${index + 2}, column ${column} must be ${show(row[column])}, but is ${show(stored[index]![column])}`;
  }
}
