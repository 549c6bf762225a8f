/** Checks that a result can be reproduced: trains again, publishes again and compares the files. */
import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import type { Table } from "../../experiments/define/tables.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import type { Plan } from "../../experiments/plan.ts";
import { type Files, foldersOf, hasFile, readFile } from "../../experiments/store/files.ts";
import { checkFolder } from "../../experiments/store/plain_files.ts";
import { checkStoredRuns, readReplication, readTables } from "../../experiments/store/read_result.ts";
import { resultsInOrder } from "../../experiments/training/ordered_results.ts";
import { trainInMemory } from "../../experiments/training/run_plan.ts";
import type { Trainer, TrainerOptions } from "../../experiments/training/trainer.ts";
import { listsExperiment } from "../../reports/front_page/front_page.ts";
import { publishFrontPage } from "../../reports/front_page/publish_front_page.ts";
import { pageScript } from "../../reports/page_script.ts";
import { publish } from "../../reports/publish.ts";
import { differenceInTables } from "./compare_tables.ts";
import { firstDifference } from "./first_difference.ts";
import type { PlannedResult } from "./results_folder.ts";

/**
 * Reruns everything; returns the first difference with its location, undefined if there is none.
 *
 * Nothing is trained if runs.csv lists other runs than the plan, which may be much larger.
 */
export async function checkAll(
  { folder, plan }: PlannedResult,
  trainer: Trainer,
  options: TrainerOptions,
): Promise<string | undefined> {
  const problem = problemWithRuns(folder, plan);
  if (problem !== undefined) return problem;
  using results = await trainInMemory(plan, trainer, options);
  const difference = differenceInTables(folder, plan, resultsInOrder([results], plan.runCount));
  if (difference !== undefined) return difference;
  try {
    return await checkPublished(folder, plan, readTables(folder, plan));
  } catch (error) {
    return inputErrorMessage(error);
  }
}

/** Why a plan need not be trained to see that a result is not its own; undefined if it must be. */
export function problemWithRuns(folder: string, plan: Plan): string | undefined {
  try {
    checkStoredRuns(folder, plan);
  } catch (error) {
    return inputErrorMessage(error);
  }
}

/** Those of some experiments that the front page lists; none if it cannot be read. */
export function listedExperiments(suiteFolder: string, ids: readonly string[]): string[] {
  try {
    const page = readFile(suiteFolder, "index.html");
    return ids.filter((id) => listsExperiment(page, id));
  } catch (error) {
    inputErrorMessage(error); // checkFrontPage reports it
    return [];
  }
}

/** Rebuilds the front page from the results of some experiments beside it, the lab and the course; returns the first difference. */
export async function checkFrontPage(
  folder: string,
  experiments: readonly Experiment[],
): Promise<string | undefined> {
  const { files, leftOut: [problem] } = await publishFrontPage(folder, experiments);
  return problem ?? problemWithFolders(folder, foldersOf(files.keys())) ?? firstDifferentFile(folder, files);
}

/** Why folders cannot be read: one is a link or a file. */
function problemWithFolders(folder: string, names: readonly string[]): string | undefined {
  try {
    names.forEach((name) => checkFolder(`${folder}/${name}`));
  } catch (error) {
    return inputErrorMessage(error);
  }
}

/** Makes the files of a result from its tables; returns the first that differs, with the location. */
export async function checkPublished(
  folder: string,
  plan: Plan,
  tables: readonly Table[],
): Promise<string | undefined> {
  const script = await pageScript();
  try {
    const replication = await readReplication(folder);
    return firstDifferentFile(folder, (await publish(plan, tables, { script, replication })).files);
  } catch (error) {
    return inputErrorMessage(error instanceof InputError ? error.within({ folder }) : error);
  }
}

/** The first file of a folder that differs from what it must contain, with the location. */
export function firstDifferentFile(folder: string, files: Files): string | undefined {
  for (const [name, expected] of files) {
    if (!hasFile(folder, name)) return `${folder}/${name} is missing`;
    try {
      const difference = firstDifference(name, readFile(folder, name), expected);
      if (difference) return `${folder}/${name}, ${difference}`;
    } catch (error) {
      return inputErrorMessage(error);
    }
  }
}
