/** The output of `list` and `run --dry-run`: how much work experiments are, without running them. */
import type { EngineName } from "../../core/config/config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import type { Terminal } from "../cli/terminal.ts";
import { formatTable } from "../cli/text_table.ts";
import { estimateSeconds, type Estimator, formatDuration } from "./estimate.ts";

/** The size of an experiment. */
interface Workload {
  readonly id: string;
  readonly question: string;
  readonly cells: number;
  readonly seeds: number;
  readonly runs: number;
  /** Estimated. */
  readonly seconds: number;
}

/** What the estimates assume, and how they are printed. */
interface WorkloadOptions {
  readonly engine: EngineName;
  readonly jobs: number;
  readonly json?: boolean | undefined;
}

/** Prints cells, seeds, runs and the estimated time of each plan. */
export async function printWorkloads(
  plans: readonly Plan[],
  { engine, jobs, json }: WorkloadOptions,
  { printResult }: Pick<Terminal, "printResult">,
): Promise<0> {
  const estimator: Estimator = { trainer: singleThreadTrainer(), engine, jobs, speeds: new Map() };
  const workloads: Workload[] = [];
  for (const plan of plans) {
    const { experiment: { id, question }, cells, replicates, runs } = plan;
    const seconds = await estimateSeconds(plan, estimator);
    workloads.push({ id, question, cells: cells.length, seeds: replicates, runs: runs.length, seconds });
  }
  if (json) printResult(JSON.stringify(workloads));
  else workloadTable(workloads).forEach(printResult);
  return 0;
}

/** One line per experiment, and their totals if there are several. */
function workloadTable(workloads: readonly Workload[]): string[] {
  const titles = ["experiment", "cells", "seeds", "runs", "time, about", "question"];
  const rows = workloads.map(({ id, question, cells, seeds, runs, seconds }) => [
    id,
    ...[cells, seeds, runs].map(String),
    formatDuration(seconds),
    question,
  ]);
  const total = (key: "cells" | "runs" | "seconds") => workloads.reduce((sum, workload) => sum + workload[key], 0);
  const totals = ["all", String(total("cells")), "", String(total("runs")), formatDuration(total("seconds")), ""];
  return formatTable([titles, ...rows, ...(workloads.length > 1 ? [totals] : [])], [1, 2, 3, 4]);
}
