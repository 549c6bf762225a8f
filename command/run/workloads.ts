/** The output of `list` and `run --dry-run`: how much work experiments are, without running them. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { kernelKeyOf, trainingCost } from "../../experiments/training/blocks.ts";
import type { RunGroup } from "../../experiments/training/run_groups.ts";
import { type ConfigTrainer, configTrainer } from "../../experiments/training/trainer.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import type { Terminal } from "../cli/terminal.ts";
import { formatDuration, formatTable } from "../cli/text_output.ts";

/** Prints cells, seeds, runs and the estimated time of each plan; `measure` gives the speed of a kind of net. */
export async function printWorkloads(
  plans: readonly Plan[],
  options: Options,
  { printResult }: Pick<Terminal, "printResult">,
  measure: SpeedMeasure = measureSpeed,
): Promise<0> {
  const { engine = "auto", json } = options;
  const estimate = timeEstimator(engine, jobsOf(options), SECONDS_PER_PAGE, measure);
  const workloads = await Array.fromAsync(plans, async (plan): Promise<Workload> => {
    const { experiment: { id, question }, cells, replicates, runCount } = plan;
    const seconds = await estimate(
      plan.cellRuns.map(({ config, cell }) => ({ config, count: cells[cell]!.replicates })),
    );
    return { id, question, cells: cells.length, seeds: replicates, runs: runCount, seconds };
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

/** Runs whose trainings cost the same. */
type Workloads = readonly Pick<RunGroup, "config" | "count">[];

/** Size of a trial training: `copies` of one net in parallel, with the total `cost` as `trainingCost` counts it. */
const TRIAL_SIZE: Readonly<Record<EngineName, { readonly copies: number; readonly cost: number }>> = {
  auto: { copies: 12, cost: 2e6 },
  wasm: { copies: 12, cost: 2e6 },
  reference: { copies: 1, cost: 2e4 },
};
/** Trials of one net are repeated for this long: a kernel reaches its full speed only after a while. */
const TRIAL_SECONDS = 0.15;
/** And at least this often: on a busy machine others interrupt most trials, and one that lasts long ends the time. */
const MIN_TRIALS = 12;

const MAX_TRIED_KINDS = 3;
/** No further kinds are tried once these account for this fraction of the total cost. */
const SUFFICIENT_COST_FRACTION = 0.7;

/** Time of the main thread to draw one page. */
const SECONDS_PER_PAGE = 0.15;
/** Time of the main thread to plan, record and judge one run. */
const SECONDS_PER_RUN = 1e-4;

/**
 * A function that estimates the seconds that runs take, plus `overhead` seconds.
 *
 * It measures each kind of net once.
 */
export function timeEstimator(
  engine: EngineName,
  jobs: number,
  overhead: number,
  measure: SpeedMeasure = measureSpeed,
): (groups: Workloads) => Promise<number> {
  const trainer = configTrainer();
  const speeds = new Map<string, Speed>();
  return async (groups) => {
    const kinds = groupByKind(groups);
    const totalCost = sumOf(kinds, "cost");
    const mainThread = overhead + SECONDS_PER_RUN * groups.reduce((sum, { count }) => sum + count, 0);
    const tried: typeof kinds = [];
    let training = 0;
    let compilation = 0;
    for (const kind of kinds.slice(0, MAX_TRIED_KINDS)) {
      if (sumOf(tried, "cost") >= SUFFICIENT_COST_FRACTION * totalCost) break;
      if (kind.cost < TRIAL_SIZE[engine].cost) break;
      const speed = speeds.get(kind.key) ?? await measure(kind.config, engine, trainer);
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
function groupByKind(groups: Workloads) {
  return [...Map.groupBy(groups, ({ config }) => kernelKeyOf(config))].map(([key, all]) => {
    const cost = all.reduce((sum, { config, count }) => sum + count * trainingCost(config), 0);
    const { config } = all[0]!;
    return { key, config, epochCost: epochCostOf(config), cost };
  }).sort((a, b) => b.cost - a.cost);
}

function epochCostOf({ steps: _, ...rest }: ResolvedConfig): number {
  return trainingCost({ ...rest, epochs: 0 });
}

/** The speed of a kind of net on one thread; for the unit of cost see `trainingCost`. */
export interface Speed {
  readonly secondsPerCost: number;
  readonly compileSeconds: number;
}

/** Measures or estimates the speed of a kind of net. */
export type SpeedMeasure = (config: ResolvedConfig, engine: EngineName, trainer: ConfigTrainer) => Promise<Speed>;

/** Compiles the kernel with a first training, then takes the fastest of repeated trainings as the undisturbed one. */
function measureSpeed(
  config: ResolvedConfig,
  engine: EngineName,
  trainer: ConfigTrainer,
  seconds = TRIAL_SECONDS,
): Promise<Speed> {
  const { copies, cost } = TRIAL_SIZE[engine];
  const { steps: _, ...rest } = config;
  const epochs = Math.ceil(cost / copies / epochCostOf(config));
  const trial: ResolvedConfig = { ...rest, epochs, unit: "epoch", checkpoints: null, stop: null };
  const configs = Array.from({ length: copies }, () => trial);
  const compile = () => trainer([{ ...trial, epochs: 1 }], { engine: "wasm" });
  const compileSeconds = engine === "reference" ? 0 : secondsOf(compile);
  const times: number[] = [];
  for (let spent = 0; spent < seconds || times.length < MIN_TRIALS; spent += times.at(-1)!) {
    times.push(secondsOf(() => trainer(configs, { engine })));
  }
  const secondsPerCost = Math.min(...times) / (copies * trainingCost(trial));
  return Promise.resolve({ secondsPerCost, compileSeconds });
}

/** The net whose speed stands for that of others in `calibratedSpeed`: its kernel compiles fast. */
const CALIBRATION: ResolvedConfig = parseConfig({
  data: "xor",
  network: { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] },
  seed: "",
  loss: "halfSquaredError",
  optimizer: { name: "gradientDescent", learningRate: 0.01 },
  batch: "online",
  epochs: 1,
}).config;
const CALIBRATION_SECONDS = 0.01;
/** Time per unit of cost of the suite's nets, most of which have a layer of sigmoids, in units of CALIBRATION's. */
const TYPICAL_SLOWNESS = 3.6;
/** The cost per epoch of a net whose kernel compiles, in a warm process, as fast as CALIBRATION's in a cold one. */
const TYPICAL_EPOCH_COST = 84;
/** How compilation grows with the cost of an epoch, as an exponent, and its bound: long loops are not unrolled. */
const COMPILE_EXPONENT = 0.6;
const MAX_COMPILE_GROWTH = 2.5;

/** Estimates speeds from one short measurement: within a factor of two for most nets of the suite. */
export function calibratedSpeed(): SpeedMeasure {
  let measured: Promise<Speed> | undefined;
  return async (config, engine, trainer) => {
    measured ??= measureSpeed(CALIBRATION, engine, trainer, CALIBRATION_SECONDS);
    const { secondsPerCost, compileSeconds } = await measured;
    const growth = Math.min(MAX_COMPILE_GROWTH, (epochCostOf(config) / TYPICAL_EPOCH_COST) ** COMPILE_EXPONENT);
    return { secondsPerCost: TYPICAL_SLOWNESS * secondsPerCost, compileSeconds: compileSeconds * growth };
  };
}

function secondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
