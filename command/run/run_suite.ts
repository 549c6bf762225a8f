/** Runs plans: trains in workers, then publishes and writes each result. */
import type { EngineName } from "../../core/config/config.ts";
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Run } from "../../experiments/define/run.ts";
import type { Table } from "../../experiments/define/tables.ts";
import { claimsTable } from "../../experiments/judge.ts";
import type { Plan } from "../../experiments/plan.ts";
import { hasFile, removeFile, writeFiles } from "../../experiments/store/files.ts";
import { REPLICATION_FILE } from "../../experiments/store/manifest.ts";
import { provenanceDifferences, provenanceOf } from "../../experiments/store/provenance.ts";
import { firstChangedFile, readManifest, readReplication } from "../../experiments/store/read_result.ts";
import { removeJournal, withJournal } from "../../experiments/training/journal.ts";
import type { WorkerPool } from "../../experiments/training/pool.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
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
 * Trains what is missing, writes each result, then the front page of all results in the folder, earlier ones included.
 *
 * All runs are queued at once, so that workers train the next experiment while this thread draws the last one's page.
 * Returns why results are left out of the front page, one message per result.
 */
export async function runSuite(
  states: readonly ResumeState[],
  { folder, engine }: { readonly folder: string; readonly engine: EngineName },
  pool: WorkerPool,
  reporter: Reporter,
): Promise<readonly string[]> {
  reporter.runStarted(states.map(({ plan }) => plan), folder, states.flatMap(({ note }) => note ?? []));
  const progressOf = combineProgress(states.map(({ plan, claims }) => claims ? [] : plan.runs), reporter.progress);
  const trainings = states.map(({ plan, folder, journalHeader, journal, claims }, i) => {
    if (claims) return;
    const trainer = withJournal(pool.train, folder, journalHeader, journal);
    return runPlan(plan, trainer, { engine, onProgress: progressOf(i) });
  });
  // a training may fail before it is awaited below; that must not count as an unhandled rejection
  trainings.forEach((training) => training?.catch(() => {}));
  for (const [i, state] of states.entries()) reporter.experimentFinished(await finish(state, trainings[i]));
  const removed = states.find(({ folder }) => !hasFile(folder, "manifest.json"));
  if (removed) {
    throw new IncompleteRun(
      `Cannot finish "${removed.plan.experiment.id}": its files were removed during the run; --resume restores them`,
    );
  }
  const { publishFrontPage } = await import("../../reports/front_page/publish_front_page.ts");
  const { files, leftOut } = await publishFrontPage(folder);
  writeFiles(folder, files, { isNamed: true });
  return leftOut;
}

/** Publishes and writes the trained tables; without a training, the stored result is complete. */
async function finish(state: ResumeState, training: Promise<Table[]> | undefined): Promise<FinishedExperiment> {
  const { plan, folder, journal, claims } = state;
  if (!training) return { plan, folder, claims: claims!, reused: plan.runs.length };
  // imported late: the chart libraries load slowly, and the workers train meanwhile
  const { publish } = await import("../../reports/publish.ts");
  const { pageScript } = await import("../../reports/page_script.ts");
  const tables = await tablesFrom(plan, training);
  const replication = await keptReplication(folder, plan);
  const { report, files } = await publish(plan, tables, { script: await pageScript(), replication });
  writeFiles(folder, files);
  if (!replication) removeFile(`${folder}/${REPLICATION_FILE}`);
  removeJournal(folder);
  return { plan, folder, claims: claimsTable(report.judged).rows, reused: journal?.results.size ?? 0 };
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

/** The tables of a training; its failure becomes an IncompleteRun that names the runs. */
async function tablesFrom({ experiment, runs }: Plan, training: Promise<Table[]>): Promise<Table[]> {
  try {
    return await training;
  } catch (error) {
    if (!(error instanceof TrainingFailed)) throw error;
    const [first, last] = [runs[error.first]!, runs[error.last]!].map(runName);
    const which = error.first === error.last ? `the run ${first}` : `a run from ${first} to ${last}`;
    throw new IncompleteRun(`Cannot finish "${experiment.id}": ${which} failed twice: ${error.message}`);
  }
}

/** Such as `(function xor, network two-layer, replicate 3)`. */
export function runName({ levels, replicate }: Run): string {
  const cell = Object.entries(levels).map(([factor, level]) => `${factor} ${level}`);
  return `(${[...cell, `replicate ${replicate}`].join(", ")})`;
}
