/** Runs of plans, and their results, for tests. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import type { Trained } from "../../core/training.ts";
import { prepare } from "../../core/train_network.ts";
import type { Outcome, Run } from "../../experiments/define/run.ts";
import { type Plan, runsOf } from "../../experiments/plan.ts";
import { configTrainer } from "../../experiments/training/trainer.ts";

/** All runs of a plan. */
export function listRuns(plan: Plan): Run[] {
  return [...runsOf(plan)];
}

/** The results of configs, trained in this thread. */
export function trainConfigs(configs: readonly ResolvedConfig[], engine: EngineName = "auto"): Trained[] {
  return configTrainer()(configs, { engine });
}

/** All runs of a plan, trained in this thread. */
export function outcomesOf(plan: Plan, engine: EngineName = "auto"): Outcome[] {
  const runs = listRuns(plan);
  const results = trainConfigs(runs.map(({ config }) => config), engine);
  return runs.map((run, i) => ({ run, training: prepare(run.config), trained: results[i]! }));
}
