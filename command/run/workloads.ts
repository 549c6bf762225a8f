/** The output of `list` and `run --dry-run`: how much work experiments are, without running them. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { kernelKeyOf, trainingCost } from "../../experiments/training/blocks.ts";
import { singleThreadTrainer, type Trainer } from "../../experiments/training/trainer.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import type { Terminal } from "../cli/terminal.ts";
import { formatTable } from "../cli/text_output.ts";

/** Prints cells, seeds, runs and the estimated time of each plan. */
export async function printWorkloads(
  plans: readonly Plan[],
  options: Options,
  { printResult }: Pick<Terminal, "printResult">,
): Promise<0> {
  const { engine = "auto", json } = options;
  const estimate = timeEstimator(engine, jobsOf(options));
  const workloads = await Array.fromAsync(plans, async (plan): Promise<Workload> => {
    const { experiment: { id, question }, cells, replicates, runs } = plan;
    const seconds = await estimate(plan);
    return { id, question, cells: cells.length, seeds: replicates, runs: runs.length, seconds };
  });
  if (json) printResult(JSON.stringify(workloads));
  else workloadTable(workloads).forEach(printResult);
  return 0;
}

type Workload = Readonly<Record<"id" | "question", string> & Record<"cells" | "seeds" | "runs" | "seconds", number>>;

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

/** Seconds as text, in seconds, minutes or hours: `9.5 s`, `12 min`. */
function formatDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Size of a trial training: `copies` of one net in parallel, with the total `cost` as `trainingCost` counts it. */
const TRIAL_SIZE: Readonly<Record<EngineName, { readonly copies: number; readonly cost: number }>> = {
  auto: { copies: 12, cost: 2e6 },
  wasm: { copies: 12, cost: 2e6 },
  reference: { copies: 1, cost: 2e4 },
};
/** Trials of one net are repeated for this long: a kernel reaches its full speed only after a while. */
const TRIAL_SECONDS = 0.05;

const MAX_TRIED_KINDS = 3;
/** No further kinds are tried once these account for this fraction of the total cost. */
const SUFFICIENT_COST_FRACTION = 0.7;

/** Time of the main thread to draw one page. */
const SECONDS_PER_PAGE = 0.15;
/** Time of the main thread to plan, record and judge one run. */
const SECONDS_PER_RUN = 1e-4;

/** A function that estimates the seconds until a plan's page is written; it measures each kind of net once. */
function timeEstimator(engine: EngineName, jobs: number): (plan: Plan) => Promise<number> {
  const trainer = singleThreadTrainer();
  const speeds = new Map<string, Awaited<ReturnType<typeof measureSpeed>>>();
  return async ({ runs }) => {
    const kinds = groupByKind(runs.map(({ config }) => config));
    const totalCost = sumOf(kinds, "cost");
    const mainThread = SECONDS_PER_PAGE + SECONDS_PER_RUN * runs.length;
    const tried: typeof kinds = [];
    let training = 0;
    let compilation = 0;
    for (const kind of kinds.slice(0, MAX_TRIED_KINDS)) {
      if (sumOf(tried, "cost") >= SUFFICIENT_COST_FRACTION * totalCost) break;
      if (kind.cost < TRIAL_SIZE[engine].cost) break;
      const speed = speeds.get(kind.key) ?? await measureSpeed(kind.config, engine, trainer);
      speeds.set(kind.key, speed);
      tried.push(kind);
      training += kind.cost * speed.secondsPerCost;
      compilation += speed.compileSeconds;
    }
    if (tried.length === 0) return mainThread;
    // kinds that are not tried are extrapolated from those that are
    training *= totalCost / sumOf(tried, "cost");
    // not divided by jobs: workers compile in parallel, but some kernels twice
    compilation *= sumOf(kinds, "epochCost") / sumOf(tried, "epochCost");
    return Math.max((training + mainThread) / jobs, mainThread) + compilation;
  };
}

function sumOf<F extends string>(kinds: readonly Readonly<Record<F, number>>[], field: F): number {
  return kinds.reduce((sum, kind) => sum + kind[field], 0);
}

/** The kinds of nets, the most expensive first: one example each, its cost per epoch, and the cost of all its nets. */
function groupByKind(configs: readonly ResolvedConfig[]) {
  return [...Map.groupBy(configs, kernelKeyOf)].map(([key, all]) => {
    const cost = all.reduce((sum, config) => sum + trainingCost(config), 0);
    return { key, config: all[0]!, epochCost: epochCostOf(all[0]!), cost };
  }).sort((a, b) => b.cost - a.cost);
}

function epochCostOf({ steps: _, ...rest }: ResolvedConfig): number {
  return trainingCost({ ...rest, epochs: 0 });
}

/** Compiles the kernel with a first training, then takes the fastest of repeated trainings as the undisturbed one. */
async function measureSpeed(config: ResolvedConfig, engine: EngineName, trainer: Trainer) {
  const { copies, cost } = TRIAL_SIZE[engine];
  const { steps: _, ...rest } = config;
  const epochs = Math.ceil(cost / copies / epochCostOf(config));
  const trial: ResolvedConfig = { ...rest, epochs, unit: "epoch", checkpoints: null, stop: null };
  const configs = Array.from({ length: copies }, () => trial);
  const compile = () => trainer([{ ...trial, epochs: 1 }], { engine: "wasm" });
  const compileSeconds = engine === "reference" ? 0 : await secondsOf(compile);
  const times: number[] = [];
  for (let spent = 0; spent < TRIAL_SECONDS; spent += times.at(-1)!) {
    times.push(await secondsOf(() => trainer(configs, { engine })));
  }
  return { secondsPerCost: Math.min(...times) / (copies * trainingCost(trial)), compileSeconds };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
