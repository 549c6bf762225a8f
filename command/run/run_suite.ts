/** Runs plans: trained in workers, published and written as each is done, told to a reporter. */
import type { EngineName } from "../../core/config/config.ts";
import { keeping, removeJournal } from "../../experiments/training/journal.ts";
import type { Plan, Run } from "../../experiments/plan.ts";
import { type Pool, TrainingFailed } from "../../experiments/training/pool.ts";
import { claimsOf } from "../../experiments/store/read_result.ts";
import type { Table } from "../../experiments/records.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { hasFile, writeFiles } from "../../experiments/store/files.ts";
import { Unfinished } from "../cli/failure.ts";
import type { Finished, Reporter } from "./reporter.ts";
import { sharesOf } from "./progress_total.ts";
import type { Standing } from "./standing.ts";

/** Where the results go and who trains. */
export interface SuiteOptions {
  readonly folder: string;
  readonly engine: EngineName;
}

/**
 * Trains what is left to do and writes the results, and the front page of all in the folder: also of those that other
 * runs have left there. Answers what is wrong with each result that the front page leaves out.
 *
 * All runs are queued at once, so that workers train the next experiment while this thread draws the pages of the last.
 */
export async function runSuite(
  standings: readonly Standing[],
  { folder, engine }: SuiteOptions,
  pool: Pool,
  reporter: Reporter,
): Promise<readonly string[]> {
  reporter.started(standings.map(({ plan }) => plan), folder, standings.flatMap(({ note }) => note ?? []));
  const share = sharesOf(standings.map(({ plan, claims }) => claims ? [] : plan.runs), reporter.progress);
  const trainings = standings.map(({ plan, folder, header, kept, claims }, i) => {
    if (claims) return;
    const trainer = keeping(pool.train, folder, header, kept);
    return runPlan(plan, trainer, { engine, onProgress: share(i) });
  });
  trainings.forEach((training) => training?.catch(() => {}));
  for (const [i, standing] of standings.entries()) reporter.finished(await finish(standing, trainings[i]));
  const gone = standings.find(({ folder }) => !hasFile(folder, "manifest.json"));
  if (gone) {
    throw new Unfinished(
      `Cannot finish "${gone.plan.experiment.id}": its files were removed meanwhile; --resume makes them again`,
    );
  }
  const { publishIndex } = await import("../../reports/front_page/publish_index.ts"),
    { files, leftOut } = await publishIndex(folder);
  writeFiles(folder, files);
  return leftOut;
}

/** Publishes and writes what was trained; without a training, everything is there. */
async function finish(standing: Standing, training: Promise<Table[]> | undefined): Promise<Finished> {
  const { plan, folder, kept, claims } = standing;
  if (!training) return { plan, folder, claims: claims!, reused: plan.runs.length };
  // what draws pages takes a while to load: the workers train by now
  const { publish } = await import("../../reports/publish.ts"),
    { pageScript } = await import("../../reports/page_script.ts");
  const files = await publish(plan, await tablesFrom(plan, training), await pageScript());
  writeFiles(folder, files);
  removeJournal(folder);
  return { plan, folder, claims: claimsOf(files.get("claims.csv")!), reused: kept?.trained.size ?? 0 };
}

/** The tables of a training, or what could not be trained by name. */
async function tablesFrom({ experiment, runs }: Plan, training: Promise<Table[]>): Promise<Table[]> {
  try {
    return await training;
  } catch (error) {
    if (!(error instanceof TrainingFailed)) throw error;
    const [from, to] = [runs[error.first]!, runs[error.last]!].map(nameOf);
    const which = error.first === error.last ? `the run ${from}` : `a run from ${from} to ${to}`;
    throw new Unfinished(`Cannot finish "${experiment.id}": ${which} failed twice: ${error.message}`);
  }
}

/** A run as a person names it. */
function nameOf({ levels, replicate }: Run): string {
  const cell = Object.entries(levels).map(([factor, level]) => `${factor} ${level}`);
  return `(${[...cell, `replicate ${replicate}`].join(", ")})`;
}
