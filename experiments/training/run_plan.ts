/** Runs a plan: trains every run and fills every table. */
import { prepare } from "../../core/train_network.ts";
import type { Plan } from "../plan.ts";
import { tablesOf } from "../records.ts";
import type { Trainer, TrainerOptions } from "./trainer.ts";
import type { Table } from "../define/tables.ts";

/** Trains a plan's runs and returns its tables: all but the claims, or those named. */
export async function runPlan(
  plan: Plan,
  trainer: Trainer,
  options: TrainerOptions,
  isWanted?: (name: string) => boolean,
): Promise<Table[]> {
  const results = await trainer(plan.runs.map(({ config }) => config), options);
  const outcomes = plan.runs.map((run, i) => ({ run, training: prepare(run.config), trained: results[i]! }));
  return tablesOf(plan, outcomes, isWanted);
}
