/** Trains the runs of a plan, and fills its tables. */
import type { Plan } from "../plan.ts";
import { storeTables } from "../store/tables/store_tables.ts";
import type { StoredTable } from "../define/stored.ts";
import type { ResultLog } from "./journal/journal.ts";
import { resultsInMemory, type ResultSource } from "./journal/journal_results.ts";
import { resultsInOrder } from "./ordered_results.ts";
import { countIn, subtract } from "./ranges.ts";
import { allRuns, groupsOf } from "./run_groups.ts";
import type { ResultEntry } from "./stored_result.ts";
import type { Trainer, TrainerOptions } from "./trainer.ts";

/** Trains the runs that a log lacks, and appends their results to it. */
export async function trainMissing(
  plan: Plan,
  trainer: Trainer,
  log: ResultLog,
  { onProgress, ...options }: TrainerOptions,
): Promise<void> {
  const missing = subtract(allRuns(plan), log.runs());
  const count = countIn(missing);
  const report = (progress: number) => onProgress?.((plan.runCount - count + progress * count) / plan.runCount);
  report(0);
  await trainer(groupsOf(plan, missing), { ...options, onProgress: report }, log.append);
}

/** Trains all runs of a plan; their results stay in memory, encoded. */
export async function trainInMemory(plan: Plan, trainer: Trainer, options: TrainerOptions): Promise<ResultSource> {
  const entries: ResultEntry[] = [];
  await trainer(groupsOf(plan), options, (entry) => entries.push(entry));
  return resultsInMemory(entries, plan);
}

/** Trains a plan's runs in memory and returns its tables: all but the claims, or those named. */
export async function runPlan(
  plan: Plan,
  trainer: Trainer,
  options: TrainerOptions,
  isWanted?: (name: string) => boolean,
): Promise<StoredTable[]> {
  using results = await trainInMemory(plan, trainer, options);
  return storeTables(plan, resultsInOrder([results], plan.runCount), undefined, isWanted);
}
