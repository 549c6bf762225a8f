/** Runs plans: trained in workers, published and written as each is done, told to a reporter. */
import type { EngineName } from "../core/config.ts";
import { CLAIM_COLUMNS } from "../experiments/columns.ts";
import { rowsOf } from "../experiments/csv.ts";
import type { Plan } from "../experiments/plan.ts";
import { costOf, type Pool, TrainingFailed } from "../experiments/pool.ts";
import type { Table } from "../experiments/records.ts";
import { runPlan } from "../experiments/runner.ts";
import { type Files, writeFiles } from "../experiments/store.ts";
import { publish } from "../reports/publish.ts";
import { publishIndex } from "../reports/publish_index.ts";
import { Unfinished } from "./failure.ts";
import type { Reporter } from "./reporter.ts";

/** Where the results go and who trains. */
export interface SuiteOptions {
  readonly folder: string;
  readonly engine: EngineName;
}

/**
 * Trains all plans and writes their results.
 *
 * All runs are queued at once, so that workers train the next experiment while this thread draws the pages of the last.
 */
export async function runSuite(
  plans: readonly Plan[],
  { folder, engine }: SuiteOptions,
  pool: Pool,
  reporter: Reporter,
): Promise<void> {
  reporter.started(plans, folder);
  const progress = shares(plans, reporter.progress);
  const trainings = plans.map((plan, i) => runPlan(plan, pool.train, { engine, onProgress: progress(i) }));
  trainings.forEach((training) => training.catch(() => {}));
  for (const [i, plan] of plans.entries()) {
    const files = await publish(plan, await finished(plan, trainings[i]!)), place = `${folder}/${plan.experiment.id}`;
    writeFiles(place, files);
    reporter.finished({ plan, folder: place, reused: 0, claims: claimsOf(files) });
  }
  await publishIndex(folder);
  await reporter.close();
  reporter.ended(`${folder}/index.html`);
}

/** The verdicts, as the CSV has them. */
export function claimsOf(files: Files) {
  return rowsOf(files.get("claims.csv")!, { name: "claims", meaning: "", columns: CLAIM_COLUMNS });
}

/** Gathers the plans' shares into the share of the whole, each counting for what it costs. */
function shares(plans: readonly Plan[], tell: (share: number) => void) {
  const costs = plans.map(({ runs }) => runs.reduce((sum, { config }) => sum + costOf(config), 0));
  const total = costs.reduce((sum, cost) => sum + cost, 0), done = plans.map(() => 0);
  return (plan: number) => (share: number) => {
    done[plan] = share;
    tell(costs.reduce((sum, cost, i) => sum + cost * done[i]!, 0) / total);
  };
}

/** The tables of a training, or what could not be trained by name. */
async function finished({ experiment, runs }: Plan, training: Promise<Table[]>): Promise<Table[]> {
  try {
    return await training;
  } catch (error) {
    if (!(error instanceof TrainingFailed)) throw error;
    const [from, to] = [runs[error.first]!, runs[error.last]!].map(({ levels, replicate }) =>
      [...Object.entries(levels).map(([factor, level]) => `${factor} ${level}`), `replicate ${replicate}`].join(", ")
    );
    throw new Unfinished(
      `Cannot finish "${experiment.id}": the runs from ${from} to ${to} failed twice: ${error.message}`,
    );
  }
}
