/** Checks that a result can be reproduced: trains again, publishes again and compares the files. */
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Run } from "../../experiments/define/run.ts";
import type { Table } from "../../experiments/define/tables.ts";
import type { Plan } from "../../experiments/plan.ts";
import { type Files, hasFile, readFile } from "../../experiments/store/files.ts";
import { firstChangedFile, readTables } from "../../experiments/store/read_result.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import type { Trainer, TrainerOptions } from "../../experiments/training/trainer.ts";
import { publishFrontPage } from "../../reports/front_page/publish_front_page.ts";
import { pageScript } from "../../reports/page_script.ts";
import { publish } from "../../reports/publish.ts";
import { firstDifference } from "./first_difference.ts";
import type { PlannedResult } from "./results_folder.ts";

/** Reruns everything; returns the first difference with its location, undefined if there is none. */
export async function checkAll(
  { folder, plan }: PlannedResult,
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | undefined> {
  return await checkPublished(folder, plan, await runPlan(plan, trainer, options));
}

/** Reruns only `runs`, checks the digest of every file, and rebuilds the pages from the CSV files. */
export async function checkSome(
  { folder, plan, manifest }: PlannedResult,
  runs: readonly Run[],
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | undefined> {
  const tables = await readTables(folder, plan).catch(inputErrorMessage);
  if (typeof tables === "string") return tables;
  const part: Plan = { ...plan, runs, experiment: { ...plan.experiment, tables: {} } };
  for (const { name, rows } of await runPlan(part, trainer, options)) {
    const difference = firstDifferentRow(tables.find((table) => table.name === name)!, rows);
    if (difference) return `${folder}/${name}.csv, ${difference}`;
  }
  const changed = await firstChangedFile(folder, manifest);
  if (changed) {
    return `${folder}/${changed} does not match its digest in manifest.json; verify without --sample finds where`;
  }
  return await checkPublished(folder, plan, tables);
}

/** Rebuilds the front page from the results beside it; returns the first difference. */
export async function checkFrontPage(folder: string): Promise<string | undefined> {
  const { files, leftOut: [problem] } = await publishFrontPage(folder);
  return problem ?? await firstDifferentFile(folder, files);
}

async function checkPublished(folder: string, plan: Plan, tables: readonly Table[]): Promise<string | undefined> {
  return await firstDifferentFile(folder, (await publish(plan, tables, await pageScript())).files);
}

async function firstDifferentFile(folder: string, files: Files): Promise<string | undefined> {
  for (const [name, expected] of files) {
    if (!hasFile(folder, name)) return `${folder}/${name} is missing`;
    try {
      const difference = firstDifference(name, await readFile(folder, name), expected);
      if (difference) return `${folder}/${name}, ${difference}`;
    } catch (error) {
      return inputErrorMessage(error);
    }
  }
}

/** The first difference between rerun rows and the rows of a table with the same keys. */
function firstDifferentRow({ columns, key, rows }: Table, rerun: readonly Row[]): string | undefined {
  const keyOf = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  const indices = new Map(rows.map((row, i) => [keyOf(row), i]));
  for (const expected of rerun) {
    const index = indices.get(keyOf(expected));
    if (index === undefined) return `the row of ${keyOf(expected)} is missing`;
    const actual = rows[index]!;
    const column = Object.keys(columns).find((name) => String(actual[name]) !== String(expected[name]));
    if (column === undefined) continue;
    return `row ${index + 2}, column ${column} must be ${expected[column] ?? "empty"}, but is ${
      actual[column] ?? "empty"
    }`;
  }
}
