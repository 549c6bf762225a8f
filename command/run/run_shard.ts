/** `run --shard`: trains one shard of each experiment and keeps the results for `merge`; draws no page. */
import type { EngineName } from "../../core/config/config.ts";
import { InputError } from "../../core/input/input_error.ts";
import { type Outline, runAt } from "../../experiments/plan.ts";
import { codeDigest } from "../../experiments/store/code_digest.ts";
import { checkFolder, makeFolder } from "../../experiments/store/plain_files.ts";
import { trainIndexed } from "../../experiments/training/journal.ts";
import { entryLine } from "../../experiments/training/journal_format.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import {
  createShardFile,
  type ShardHeader,
  shardHeaderOf,
  type ShardProgress,
  shardProgress,
} from "../../experiments/training/shard_file.ts";
import type { Shard } from "../../experiments/training/shards.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import { combineProgress, startProgress } from "../cli/progress.ts";
import type { ExitCode } from "../cli/subcommand.ts";
import { type Terminal, unlessInterrupted } from "../cli/terminal.ts";
import { summarizeDifferences } from "./resume_state.ts";

/** The part of an experiment that an attempt at a shard trains. */
interface ShardTask {
  readonly outline: Outline;
  readonly folder: string;
  readonly header: ShardHeader;
  readonly progress: ShardProgress;
}

/** Trains what earlier attempts at the shard have left to do, and appends it to a new file for each experiment. */
export async function runShard(
  outlines: readonly Outline[],
  shard: Shard,
  folder: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { engine = "auto", quiet = false, json = false } = options;
  const tasks = tasksOf(outlines, shard, folder);
  makeFolder(folder, { isNamed: true });
  tasks.forEach(({ folder }) => makeFolder(folder));
  const pool = new WorkerPool(jobsOf(options));
  const display = startProgress(terminal, quiet, () => `shard ${shard.number} of ${shard.count}`);
  try {
    const isFinished = await unlessInterrupted(() => trainTasks(tasks, engine, pool, display.show));
    if (!isFinished) {
      terminal.printMessage("Interrupted: finished work is kept; the same command continues");
      return 130;
    }
  } finally {
    pool.stop();
    await display.stop();
  }
  tasks.forEach((task) => terminal.printResult(json ? eventOf(task) : lineOf(task)));
  return 0;
}

/** What is to be done; throws an InputError if a folder has shards that were made with other settings or code. */
function tasksOf(outlines: readonly Outline[], shard: Shard, folder: string): ShardTask[] {
  const details = { code: codeDigest(), shard, experiments: outlines.map(({ experiment }) => experiment.id) };
  return outlines.map((outline) => {
    const { id } = outline.experiment;
    const header = shardHeaderOf(outline, details);
    const experimentFolder = `${folder}/${id}`;
    checkFolder(experimentFolder);
    const progress = shardProgress(experimentFolder, outline, header);
    if (progress.foreign) {
      const { file, changes } = progress.foreign;
      throw new InputError({
        action: { verb: "run a shard of", object: id },
        rule: `${file} was made with other settings or code (${
          summarizeDifferences(changes)
        }); --out names another folder`,
      });
    }
    return { outline, folder: experimentFolder, header, progress };
  });
}

/** Trains the missing runs of all tasks; returns true. */
async function trainTasks(
  tasks: readonly ShardTask[],
  engine: EngineName,
  pool: WorkerPool,
  onProgress: (progress: number) => void,
): Promise<true> {
  using files = new DisposableStack();
  const attempt = crypto.randomUUID().slice(0, 8);
  // all files exist before any training: so merge knows of each experiment, even if this attempt is killed
  const open = tasks.map(({ folder, header, progress: { missing, hasFile } }) =>
    missing.length > 0 || !hasFile ? files.use(createShardFile(folder, header, attempt)) : undefined
  );
  const runs = tasks.map(({ outline, progress }) => progress.missing.map((index) => runAt(outline, index)));
  const progressOf = combineProgress(runs, onProgress);
  await Promise.all(tasks.map(async ({ progress: { missing } }, i) => {
    const configs = new Map(missing.map((index, place) => [index, runs[i]![place]!.config]));
    const options = { engine, onProgress: progressOf(i) };
    await trainIndexed(pool.train, missing, (index) => configs.get(index)!, options, (first, results) => {
      open[i]!.append(entryLine(first, results));
    });
  }));
  return true;
}

function lineOf({ outline, header: { shard }, progress: { missing, total } }: ShardTask): string {
  const reused = total - missing.length;
  return `${outline.experiment.id}: shard ${shard.number} of ${shard.count}: ${total} runs, ${reused} of them reused`;
}

function eventOf({ outline, folder, header: { shard }, progress: { missing, total } }: ShardTask): string {
  const details = { shard: shard.number, shards: shard.count, folder, runs: total, reused: total - missing.length };
  return JSON.stringify({ event: "shard-finished", experiment: outline.experiment.id, ...details });
}
