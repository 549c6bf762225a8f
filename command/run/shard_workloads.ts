/** The output of `run --dry-run --shards`: how much work and disk space each shard needs. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { codeDigest } from "../../experiments/store/code_digest.ts";
import { journalLine } from "../../experiments/training/journal/journal_lines.ts";
import { shardHeaderOf } from "../../experiments/training/journal/shard_file.ts";
import { groupsOf } from "../../experiments/training/run_groups.ts";
import { rangesOf } from "../../experiments/training/shards.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import type { Terminal } from "../cli/terminal.ts";
import { formatDuration, formatTable } from "../cli/text_output.ts";
import { timeEstimator } from "./workloads.ts";

/** Time until a process trains. */
const START_SECONDS = 0.5;

/** Typical bytes of a run, of a snapshot, and of a parameter in a shard's file. */
const BYTES = { run: 82, snapshot: 27, parameter: 20 };

type ShardWorkload = Readonly<Record<"shard" | "runs" | "seconds" | "bytes", number>>;

/** Prints the number of runs, the estimated time and the size of the files of each of `count` shards. */
export async function printShards(
  plans: readonly Plan[],
  count: number,
  options: Options,
  { printResult }: Pick<Terminal, "printResult">,
): Promise<0> {
  const estimate = timeEstimator(options.engine ?? "auto", jobsOf(options), 0);
  const headerSizes = plans.map(headerSizeOf);
  const workloads: ShardWorkload[] = [];
  for (let number = 1; number <= count; number++) {
    const workload = { shard: number, runs: 0, seconds: START_SECONDS, bytes: 0 };
    for (const [i, plan] of plans.entries()) {
      const groups = groupsOf(plan, rangesOf(plan, { number, count }));
      workload.runs += groups.reduce((sum, group) => sum + group.count, 0);
      workload.seconds += await estimate(groups);
      workload.bytes += headerSizes[i]! +
        groups.reduce((sum, group) => sum + group.count * storedBytes(group.config), 0);
    }
    workloads.push(workload);
  }
  if (options.json) printResult(JSON.stringify(workloads));
  else shardTable(workloads).forEach(printResult);
  return 0;
}

function shardTable(workloads: readonly ShardWorkload[]): string[] {
  const rows = workloads.map(({ shard, runs, seconds, bytes }) => [
    String(shard),
    String(runs),
    formatDuration(seconds),
    `${(bytes / 1e6).toFixed(1)} MB`,
  ]);
  return formatTable([["shard", "runs", "time, about", "files, about"], ...rows], [0, 1, 2, 3]);
}

function headerSizeOf(plan: Plan): number {
  const experiments = [plan.experiment.id];
  return journalLine(shardHeaderOf(plan, { code: codeDigest(), shard: { number: 1, count: 1 }, experiments }))
    .length;
}

/** The bytes that a run takes in a shard's file. */
export function storedBytes({ network: { inputs, layers }, checkpoints }: ResolvedConfig): number {
  const fanIns = [inputs, ...layers.map(({ units }) => units)];
  const parameters = layers.reduce((sum, { units, bias }, l) => sum + units * (fanIns[l]! + (bias ? 1 : 0)), 0);
  return BYTES.run + (checkpoints?.length ?? 1) * (BYTES.snapshot + BYTES.parameter * parameters);
}
