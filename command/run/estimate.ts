/** Estimates how long a plan takes, from short trial trainings of its most expensive nets on this machine. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { kernelKeyOf, trainingCost } from "../../experiments/training/blocks.ts";
import type { Trainer } from "../../experiments/training/trainer.ts";

/** Size of a trial training: `copies` of one net in parallel, with the total `cost` in the units of `costOf`. */
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

/** The state shared by the estimates of several plans. */
export interface Estimator {
  readonly trainer: Trainer;
  readonly engine: EngineName;
  readonly jobs: number;
  /** Measured speeds by kind of net; each kind is measured once. */
  readonly speeds: Map<string, TrainingSpeed>;
}

interface TrainingSpeed {
  readonly secondsPerCost: number;
  readonly compileSeconds: number;
}

/** Seconds until the plan's page is written; kinds of nets that are not tried are extrapolated from those that are. */
export async function estimateSeconds({ runs }: Plan, estimator: Estimator): Promise<number> {
  const kinds = groupByKind(runs.map(({ config }) => config));
  const totalCost = sumOf(kinds, "cost");
  const mainThread = SECONDS_PER_PAGE + SECONDS_PER_RUN * runs.length;
  const tried: NetKind[] = [];
  let training = 0;
  let compilation = 0;
  for (const kind of kinds.slice(0, MAX_TRIED_KINDS)) {
    if (sumOf(tried, "cost") >= SUFFICIENT_COST_FRACTION * totalCost) break;
    if (kind.cost < TRIAL_SIZE[estimator.engine].cost) break;
    const speed = estimator.speeds.get(kind.key) ?? await measureSpeed(kind.config, estimator);
    estimator.speeds.set(kind.key, speed);
    tried.push(kind);
    training += kind.cost * speed.secondsPerCost;
    compilation += speed.compileSeconds;
  }
  if (tried.length === 0) return mainThread;
  training *= totalCost / sumOf(tried, "cost");
  // not divided by jobs: workers compile in parallel, but some kernels twice
  compilation *= sumOf(kinds, "epochCost") / sumOf(tried, "epochCost");
  return Math.max((training + mainThread) / estimator.jobs, mainThread) + compilation;
}

function sumOf(kinds: readonly NetKind[], field: "cost" | "epochCost"): number {
  return kinds.reduce((sum, kind) => sum + kind[field], 0);
}

/** Nets of one kind: one example and the costs in the units of `costOf`. */
interface NetKind {
  readonly key: string;
  readonly config: ResolvedConfig;
  /** Of the example. */
  readonly epochCost: number;
  /** Of all nets of the kind. */
  readonly cost: number;
}

/** The kinds of nets, the most expensive first. */
function groupByKind(configs: readonly ResolvedConfig[]): NetKind[] {
  return [...Map.groupBy(configs, kernelKeyOf)].map(([key, all]) => {
    const cost = all.reduce((sum, config) => sum + trainingCost(config), 0);
    return { key, config: all[0]!, epochCost: epochCostOf(all[0]!), cost };
  }).sort((a, b) => b.cost - a.cost);
}

function epochCostOf({ steps: _, ...rest }: ResolvedConfig): number {
  return trainingCost({ ...rest, epochs: 0 });
}

/** Compiles the kernel with a first training, then takes the fastest of repeated trainings as the undisturbed one. */
async function measureSpeed(config: ResolvedConfig, { trainer, engine }: Estimator): Promise<TrainingSpeed> {
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

/** Seconds as text, in seconds, minutes or hours: `9.5 s`, `12 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
