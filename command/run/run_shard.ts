/** `run --shard`: trains one shard of each experiment and keeps the results for `merge`; draws no page. */
import type { EngineName } from "../../core/config/config.ts";
import { InputError } from "../../core/input/input_error.ts";
import type { Plan } from "../../experiments/plan.ts";
import { codeDigest } from "../../experiments/store/code_digest.ts";
import { checkFolder, makeFolder } from "../../experiments/store/plain_files.ts";
import { totalCost } from "../../experiments/training/blocks.ts";
import { partsOfLine } from "../../experiments/training/journal/journal_lines.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import {
  createShardFile,
  type ShardHeader,
  shardHeaderOf,
  type ShardProgress,
  shardProgress,
} from "../../experiments/training/journal/shard_file.ts";
import { countIn } from "../../experiments/training/ranges.ts";
import { groupsOf } from "../../experiments/training/run_groups.ts";
import type { Shard } from "../../experiments/training/shards.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import { combineProgress, startProgress } from "../cli/progress.ts";
import type { ExitCode } from "../cli/subcommand.ts";
import { type Terminal, unlessInterrupted } from "../cli/terminal.ts";
import { summarizeDifferences } from "./resume_state.ts";

/** The part of an experiment that an attempt at a shard trains. */
interface ShardTask {
  readonly plan: Plan;
  readonly folder: string;
  readonly header: ShardHeader;
  readonly progress: ShardProgress;
}

/** Trains what earlier attempts at the shard have left to do, and appends it to a new file for each experiment. */
export async function runShard(
  plans: readonly Plan[],
  shard: Shard,
  folder: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { engine = "auto", quiet = false, json = false } = options;
  const tasks = tasksOf(plans, shard, folder);
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

/** The tasks; throws an InputError if a folder has shards that were made with other settings or code. */
function tasksOf(plans: readonly Plan[], shard: Shard, folder: string): ShardTask[] {
  const details = { code: codeDigest(), shard, experiments: plans.map(({ experiment }) => experiment.id) };
  return plans.map((plan) => {
    const { id } = plan.experiment;
    const header = shardHeaderOf(plan, details);
    const experimentFolder = `${folder}/${id}`;
    checkFolder(experimentFolder);
    const progress = shardProgress(experimentFolder, plan, header);
    if (progress.foreign) {
      const { file, changes } = progress.foreign;
      throw new InputError({
        action: { verb: "run a shard of", object: id },
        rule: `${file} was made with other settings or code (${
          summarizeDifferences(changes)
        }); --out names another folder`,
      });
    }
    return { plan, folder: experimentFolder, header, progress };
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
    countIn(missing) > 0 || !hasFile ? files.use(createShardFile(folder, header, attempt)) : undefined
  );
  const groups = tasks.map(({ plan, progress }) => groupsOf(plan, progress.missing));
  const progressOf = combineProgress(groups.map(totalCost), onProgress);
  await Promise.all(
    groups.map((each, i) =>
      pool.train(each, { engine, onProgress: progressOf(i) }, ({ json }) => partsOfLine(json).forEach(open[i]!.append))
    ),
  );
  return true;
}

function lineOf({ plan, header: { shard }, progress: { missing, total } }: ShardTask): string {
  const reused = total - countIn(missing);
  return `${plan.experiment.id}: shard ${shard.number} of ${shard.count}: ${total} runs, ${reused} of them reused`;
}

function eventOf({ plan, folder, header: { shard }, progress: { missing, total } }: ShardTask): string {
  const details = { shard: shard.number, shards: shard.count, folder, runs: total, reused: total - countIn(missing) };
  return JSON.stringify({ event: "shard-finished", experiment: plan.experiment.id, ...details });
}
