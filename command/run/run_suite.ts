/** Runs plans: trains in workers, then publishes and writes each result. */
import type { EngineName } from "../../core/config/config.ts";
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Run } from "../../experiments/define/run.ts";
import { claimsTable } from "../../experiments/judge.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Plan, runAt } from "../../experiments/plan.ts";
import { hasFile, removeFile, writeFiles } from "../../experiments/store/files.ts";
import type { FolderLock } from "../../experiments/store/lock.ts";
import { REPLICATION_FILE } from "../../experiments/store/manifest.ts";
import { provenanceDifferences, provenanceOf } from "../../experiments/store/provenance.ts";
import { firstChangedFile, readManifest, readReplication } from "../../experiments/store/read_result.ts";
import { storeTables } from "../../experiments/store/tables/store_tables.ts";
import type { StoredTable } from "../../experiments/define/stored.ts";
import { totalCost } from "../../experiments/training/blocks.ts";
import { removeJournal, type ResultLog } from "../../experiments/training/journal/journal.ts";
import { resultsInOrder } from "../../experiments/training/ordered_results.ts";
import type { WorkerPool } from "../../experiments/training/pool.ts";
import { groupsOf } from "../../experiments/training/run_groups.ts";
import { trainMissing } from "../../experiments/training/run_plan.ts";
import { TrainingFailed } from "../../experiments/training/training_failed.ts";
import { IncompleteRun } from "../cli/failure.ts";
import { combineProgress } from "../cli/progress.ts";
import type { ResumeState } from "./resume_state.ts";

/** An experiment whose files are written. */
export interface FinishedExperiment {
  readonly plan: Plan;
  readonly folder: string;
  /** How many of its runs were reused instead of trained. */
  readonly reused: number;
  /** The rows of its claims.csv. */
  readonly claims: readonly Row[];
}

/** Receives the events of a run of the suite. */
export interface Reporter {
  /** `notes` say what is reused or replaced, one line each. */
  readonly runStarted: (plans: readonly Plan[], folder: string, notes: readonly string[]) => void;
  /** Progress of the whole run, from 0 to 1. */
  readonly progress: (progress: number) => void;
  readonly experimentFinished: (finished: FinishedExperiment) => void;
  /** `index` is the path of the front page. */
  readonly runFinished: (index: string) => void;
  /** `advice` says how to continue. */
  readonly runInterrupted: (advice: string) => void;
  /** Stops the progress display; only `runFinished` or `runInterrupted` may follow. */
  readonly close: () => void | Promise<void>;
}

/**
 * Trains what is missing, writes each result, then the front page of all results in the folder, earlier ones included,
 * that are of some `experiments`.
 *
 * All runs are queued at once, so that workers train the next experiment while this thread draws the last one's page.
 * Returns why results are left out of the front page, one message per result.
 */
export async function runSuite(
  states: readonly ResumeState[],
  { folder, lock, engine, experiments }: {
    readonly folder: string;
    readonly lock: FolderLock;
    readonly engine: EngineName;
    readonly experiments: readonly Experiment[];
  },
  pool: WorkerPool,
  reporter: Reporter,
): Promise<readonly string[]> {
  reporter.runStarted(states.map(({ plan }) => plan), folder, states.flatMap(({ note }) => note ?? []));
  const costs = states.map(({ plan, claims }) => claims ? 0 : totalCost(groupsOf(plan)));
  const progressOf = combineProgress(costs, reporter.progress);
  const trainings = states.map(({ plan, log, claims }, i) => {
    return claims
      ? undefined
      : trainMissing(plan, pool.train, guarded(log, lock), { engine, onProgress: progressOf(i) });
  });
  // a training may fail before it is awaited below; that must not count as an unhandled rejection
  trainings.forEach((training) => training?.catch(() => {}));
  for (const [i, state] of states.entries()) reporter.experimentFinished(await finish(state, trainings[i], lock));
  const removed = states.find(({ folder }) => !hasFile(folder, "manifest.json"));
  if (removed) {
    throw new IncompleteRun(
      `Cannot finish "${removed.plan.experiment.id}": its files were removed during the run; --resume restores them`,
    );
  }
  const { publishFrontPage } = await import("../../reports/front_page/publish_front_page.ts");
  const { files, leftOut } = await publishFrontPage(folder, experiments);
  lock.checkPlace();
  writeFiles(folder, files, { isNamed: true });
  return leftOut;
}

/** A log that is appended to only where the lock is. */
function guarded(log: ResultLog, lock: FolderLock): ResultLog {
  const append: ResultLog["append"] = (entry) => {
    lock.checkPlace();
    log.append(entry);
  };
  return { ...log, append };
}

/** Publishes and writes the trained tables; without a training, the stored result is complete. */
async function finish(
  state: ResumeState,
  training: Promise<void> | undefined,
  lock: FolderLock,
): Promise<FinishedExperiment> {
  const { plan, folder, log, reused, claims } = state;
  if (!training) return { plan, folder, claims: claims!, reused };
  // imported late: the chart libraries load slowly, and the workers train meanwhile
  const { publish } = await import("../../reports/publish.ts");
  const { pageScript } = await import("../../reports/page_script.ts");
  await trained(plan, training);
  lock.checkPlace();
  const tables = storeResults(plan, log, folder);
  const replication = await keptReplication(folder, plan);
  const { report, files, large } = await publish(plan, tables, { script: await pageScript(), replication });
  lock.checkPlace();
  writeFiles(folder, files, undefined, large);
  if (!replication) removeFile(`${folder}/${REPLICATION_FILE}`);
  removeJournal(folder);
  return { plan, folder, claims: claimsTable(report.judged).rows, reused };
}

/** Fills the tables from a log with the results of all runs, as drafts in a folder if they are large. */
function storeResults(plan: Plan, log: ResultLog, folder: string): StoredTable[] {
  log[Symbol.dispose]();
  const sources = log.results(plan);
  try {
    return storeTables(plan, resultsInOrder(sources, plan.runCount), folder);
  } finally {
    sources.forEach((source) => source[Symbol.dispose]());
  }
}

/** The replications of the result that is being replaced, if they are intact and it has the same settings and rules. */
async function keptReplication(folder: string, plan: Plan): Promise<Row[] | undefined> {
  try {
    const manifest = await readManifest(folder);
    if (provenanceDifferences(manifest, provenanceOf(plan)).length > 0) return;
    if (await firstChangedFile(folder, manifest, [REPLICATION_FILE])) return;
    return await readReplication(folder);
  } catch (error) {
    inputErrorMessage(error); // a damaged result is replaced
  }
}

/** Waits for a training; its failure becomes an IncompleteRun that names the runs. */
async function trained(plan: Plan, training: Promise<void>): Promise<void> {
  const { experiment } = plan;
  try {
    return await training;
  } catch (error) {
    if (!(error instanceof TrainingFailed)) throw error;
    const [first, last] = [error.first, error.last].map((index) => runName(runAt(plan, index)));
    const which = error.first === error.last ? `the run ${first}` : `a run from ${first} to ${last}`;
    throw new IncompleteRun(`Cannot finish "${experiment.id}": ${which} failed twice: ${error.message}`);
  }
}

/** Such as `(function xor, network two-layer, replicate 3)`. */
export function runName({ levels, replicate }: Run): string {
  const cell = Object.entries(levels).map(([factor, level]) => `${factor} ${level}`);
  return `(${[...cell, `replicate ${replicate}`].join(", ")})`;
}
