/** Runs a plan: every run trained, every table filled. */
import { prepare } from "../../core/train_network.ts";
import type { Plan } from "../plan.ts";
import { type Table, tablesOf } from "../records.ts";
import type { Trainer, TrainerOptions } from "./trainer.ts";

/** Trains a plan's runs and records them. */
export async function runPlan(plan: Plan, trainer: Trainer, options: TrainerOptions): Promise<Table[]> {
  const trained = await trainer(plan.runs.map(({ config }) => config), options);
  const outcomes = plan.runs.map((run, i) => ({ run, training: prepare(run.config), trained: trained[i]! }));
  return tablesOf(plan, outcomes);
}
