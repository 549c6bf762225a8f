/** Whether a result is what its settings lead to: trained again, published again, compared. */
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan, Run } from "../../experiments/plan.ts";
import { firstChanged, readTables } from "../../experiments/store/read_result.ts";
import type { Table } from "../../experiments/records.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { type Files, hasFile, readFile } from "../../experiments/store/files.ts";
import type { Trainer, TrainerOptions } from "../../experiments/training/trainer.ts";
import { pageScript } from "../../reports/page_script.ts";
import { publish } from "../../reports/publish.ts";
import { publishIndex } from "../../reports/front_page/publish_index.ts";
import { firstDifference } from "./first_difference.ts";
import type { Result } from "./results_folder.ts";

/** The first difference of a result, with file and place; undefined where there is none. All runs are made again. */
export async function checkAll(
  { folder, plan }: Result,
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | undefined> {
  return await firstDifferent(folder, await publish(plan, await runPlan(plan, trainer, options), await pageScript()));
}

/** The same where only some runs are made again; for the rest stand the digests, and the pages that the CSV leads to. */
export async function checkSome(
  { folder, plan, manifest }: Result,
  runs: readonly Run[],
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | undefined> {
  const tables = await readTables(folder, plan).catch(inputErrorMessage);
  if (typeof tables === "string") return tables;
  const part: Plan = { ...plan, runs, experiment: { ...plan.experiment, tables: {} } };
  for (const { name, rows } of await runPlan(part, trainer, options)) {
    const difference = firstDifferentRow(tables.find((table) => table.name === name)!, rows, plan);
    if (difference) return `${folder}/${name}.csv, ${difference}`;
  }
  const changed = await firstChanged(folder, manifest);
  if (changed) return `${folder}/${changed} is not the file that manifest.json vouches for; a whole verify tells where`;
  return await firstDifferent(folder, await publish(plan, tables, await pageScript()));
}

/** The first difference of the front page from what the results beside it lead to. */
export async function checkIndex(folder: string): Promise<string | undefined> {
  const { files, leftOut: [fault] } = await publishIndex(folder);
  return fault ?? await firstDifferent(folder, files);
}

async function firstDifferent(folder: string, files: Files): Promise<string | undefined> {
  for (const [name, must] of files) {
    if (!hasFile(folder, name)) return `${folder}/${name} is missing`;
    try {
      const difference = firstDifference(name, await readFile(folder, name), must);
      if (difference) return `${folder}/${name}, ${difference}`;
    } catch (error) {
      return inputErrorMessage(error);
    }
  }
}

/** Compares rows with those of a table that have the same keys. */
function firstDifferentRow({ columns, rows }: Table, fresh: readonly Row[], { levels }: Plan): string | undefined {
  const keys = [...Object.keys(levels), "replicate", "epoch"];
  const keyOf = (row: Row) => JSON.stringify(keys.map((key) => row[key]));
  const places = new Map(rows.map((row, i) => [keyOf(row), i]));
  for (const must of fresh) {
    const place = places.get(keyOf(must));
    if (place === undefined) return `the row of ${keyOf(must)} is missing`;
    const is = rows[place]!, column = Object.keys(columns).find((name) => String(is[name]) !== String(must[name]));
    if (column === undefined) continue;
    return `row ${place + 2}, column ${column} must be ${must[column] ?? "empty"}, but is ${is[column] ?? "empty"}`;
  }
}
