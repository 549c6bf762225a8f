/** Checks a sample of a result's runs, and of its tables what these runs determine. */
import { inputErrorMessage, mapInputErrors, preview } from "../../core/input/input_error.ts";
import { prepare } from "../../core/train_network.ts";
import type { CsvValue, Row } from "../../experiments/define/columns.ts";
import { columnOf, numbersOf, valueAt } from "../../experiments/claims/column_table.ts";
import { START } from "../../experiments/claims/kind.ts";
import type { Outcome } from "../../experiments/define/run.ts";
import { type Plan, runAt } from "../../experiments/plan.ts";
import { type RowGroup, type SampledTable, sampledTables } from "../../experiments/sampled_tables.ts";
import { firstChangedFile, readTables } from "../../experiments/store/read_result.ts";
import { rowsAt } from "../../experiments/store/tables/stored_table.ts";
import type { StoredTable } from "../../experiments/define/stored.ts";
import { resultsInMemory, resultsOf } from "../../experiments/training/journal/journal_results.ts";
import type { Range } from "../../experiments/training/ranges.ts";
import { groupsOf } from "../../experiments/training/run_groups.ts";
import type { ResultEntry } from "../../experiments/training/stored_result.ts";
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
  runs: readonly Range[],
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | SampleCoverage> {
  try {
    const tables = readTables(folder, plan);
    const outcomes = await outcomesOf(plan, runs, trainer, options);
    const { columnTable } = tables.find(({ name }) => name === "runs")!;
    const sampled = mapInputErrors(
      (error) => error.within({ folder }),
      () => sampledTables(plan, outcomes, columnTable),
    );
    for (const [i, table] of sampled.entries()) {
      const difference = firstDifferentRow(plan, tables[i]!, table);
      if (difference) return `${folder}/${table.name}.csv, ${difference}`;
    }
    const changed = firstChangedFile(folder, manifest, tables.map(({ name }) => `${name}.csv`));
    if (changed) {
      return `${folder}/${changed} does not match its digest in manifest.json; verify without --sample finds where`;
    }
    return await checkPublished(folder, plan, tables) ?? coverageOf(sampled, outcomes);
  } catch (error) {
    return inputErrorMessage(error);
  }
}

/** The outcomes of runs by index. */
async function outcomesOf(
  plan: Plan,
  runs: readonly Range[],
  trainer: Trainer,
  options: TrainerOptions,
): Promise<ReadonlyMap<number, Outcome>> {
  const entries: ResultEntry[] = [];
  await trainer(groupsOf(plan, runs), options, (entry) => entries.push(entry));
  return new Map([...resultsOf(resultsInMemory(entries, plan))].map(([index, trained]) => {
    const run = runAt(plan, index);
    return [index, { run, training: prepare(run.config), trained }];
  }));
}

function coverageOf(tables: readonly SampledTable[], drawn: ReadonlyMap<number, Outcome>): SampleCoverage {
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
function firstDifferentRow(plan: Plan, table: StoredTable, sampled: SampledTable): string | undefined {
  const names = Object.keys(table.columns);
  if (sampled.extent === "none") return undefined;
  const { length } = table.columnTable;
  if (sampled.extent === "all") {
    const indices = Array.from({ length }, (_, i) => i);
    return firstDifference(names, (index) => table.rows[index]!, indices, sampled.rows, () => length);
  }
  const places = placesOf(plan, table, sampled);
  if (typeof places === "string") return places;
  const indices = sampled.groups.map((group) => places.indicesOf(group));
  const stored = rowsAt(table, indices.flat());
  for (const [g, group] of sampled.groups.entries()) {
    const rowOf = (index: number) => stored.get(index)!;
    const difference = firstDifference(names, rowOf, indices[g]!, group.rows, () => places.endOf(group));
    if (difference) return difference;
  }
}

/** Where the rows of groups are in a stored table. */
interface Places {
  /** The indices of the rows that have the key of the group. */
  readonly indicesOf: (group: RowGroup) => readonly number[];
  /** The index of the first row that belongs to later runs. */
  readonly endOf: (group: RowGroup) => number;
}

/** Where the rows of groups are; or what is wrong with a row that belongs to no run. */
function placesOf(
  plan: Plan,
  { name, columnTable }: StoredTable,
  { groups, groupColumns }: Extract<SampledTable, { readonly extent: "groups" }>,
): Places | string {
  // its keys have been checked: row by row those of the plan
  if (name === "runs") return { indicesOf: ({ runs }) => runs, endOf: ({ runs }) => runs[0]! };
  const levels = groupColumns.filter((column) => column !== START).map((column) => columnOf(columnTable, column));
  const starts = numbersOf(columnTable, START);
  const levelsOf = (row: number) => JSON.stringify(levels.map((values) => valueAt(values, row)));
  /** The last cell that has some levels. */
  const cells = new Map(plan.cells.map(({ levels, replicates }, cell) => {
    const key = JSON.stringify(groupColumns.filter((column) => column !== START).map((column) => levels[column]));
    return [key, { first: plan.cellRuns[cell]!.first, replicates }];
  }));
  const runOf = (row: number) => {
    const cell = cells.get(levelsOf(row));
    const start = starts[row]!;
    return cell && Number.isInteger(start) && start >= 0 && start < cell.replicates ? cell.first + start : undefined;
  };
  const wanted = new Map(groups.map((group) => [group.runs.at(-1)!, [] as number[]]));
  for (let row = 0; row < columnTable.length; row++) {
    const run = runOf(row);
    if (run === undefined) return `row ${row + 2}, column ${groupColumns[0]}: the row belongs to no run`;
    wanted.get(run)?.push(row);
  }
  return {
    indicesOf: ({ runs }) => wanted.get(runs.at(-1)!)!,
    endOf: ({ runs }) => {
      let row = 0;
      while (row < columnTable.length && runOf(row)! <= runs.at(-1)!) row++;
      return row;
    },
  };
}

/** Compares the stored rows at `indices` with `expected`; a missing row would stand at the index `end`. */
function firstDifference(
  columns: readonly string[],
  stored: (index: number) => Row,
  indices: readonly number[],
  expected: readonly Row[],
  end: () => number,
): string | undefined {
  for (let i = 0; i < Math.max(indices.length, expected.length); i++) {
    const row = expected[i];
    const index = indices[i] ?? end();
    if (!row) return `row ${index + 2}, column ${columns[0]}: the row is one too many`;
    if (i >= indices.length) return `row ${index + 2}, column ${columns[0]}: a row is missing`;
    const found = stored(index);
    const column = columns.find((name) => String(found[name]) !== String(row[name]));
    if (column === undefined) continue;
    const show = (value: CsvValue) => value === undefined ? "empty" : preview(value);
    return `row ${index + 2}, column ${column} must be ${show(row[column])}, but is ${show(found[column])}`;
  }
}
