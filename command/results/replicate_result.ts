/** Replicates a result: trains its plan under other suite seeds and judges the claims again. */
import type { JudgedClaim } from "../../experiments/claims/claims.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Plan } from "../../experiments/plan.ts";
import type { Files } from "../../experiments/store/files.ts";
import { replicationRows, replicationSeed } from "../../experiments/replication.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import type { Trainer, TrainerOptions } from "../../experiments/training/trainer.ts";
import { pageScript } from "../../reports/page_script.ts";
import { publish, reportOf } from "../../reports/publish.ts";
import { planExperiment } from "../run/plans.ts";
import type { TrustedResult } from "./read_trusted_result.ts";

/** The replications of one result. */
export interface Replicated {
  /** The experiment's id. */
  readonly experiment: string;
  /** The rows of replication.csv. */
  readonly rows: readonly Row[];
}

/** Judges the claims of a result `times` more times; `files` are the result's, replication.csv included. */
export async function replicateResult(
  { plan, tables }: TrustedResult,
  times: number,
  trainer: Trainer,
  { engine, onProgress = () => {} }: TrainerOptions,
): Promise<Replicated & { readonly files: Files }> {
  const { judged: published } = reportOf(plan, tables);
  const judgedTables = new Set(Object.values(plan.experiment.claims).map(({ table }) => table));
  const replications: JudgedClaim[][] = [];
  let next = judgeReplication(1);
  for (let k = 1; k <= times; k++) {
    const current = next;
    if (k < times) next = judgeReplication(k + 1); // workers train it while this thread judges
    replications.push(await current);
  }
  const replication = replicationRows(published, replications);
  const { files } = await publish(plan, tables, { script: await pageScript(), replication });
  return { experiment: plan.experiment.id, rows: replication, files };

  function judgeReplication(k: number): Promise<JudgedClaim[]> {
    const judged = trainAndJudge(k);
    // it may fail while the one before it is awaited, and then counts as that one's failure
    judged.catch(() => {});
    return judged;
  }

  async function trainAndJudge(k: number): Promise<JudgedClaim[]> {
    const replica = replicaOf(plan, k);
    const options = { engine, onProgress: (progress: number) => onProgress((k - 1 + progress) / times) };
    const trained = await runPlan(replica, trainer, options, (name) => judgedTables.has(name));
    return [...reportOf(replica, trained).judged];
  }
}

/** The plan under the suite seed of a replication. */
function replicaOf({ experiment, settings, replicates, epochs, levels }: Plan, k: number): Plan {
  return planExperiment("replicate", experiment, {
    suiteSeed: replicationSeed(settings.suiteSeed, k),
    seeds: replicates,
    set: levels,
    ...(epochs !== undefined && { epochs }),
  });
}
