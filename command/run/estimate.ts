/** How long a plan will take, from short trainings of its most expensive nets here and now. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { costOf, kindOf } from "../../experiments/training/blocks.ts";
import type { Trainer } from "../../experiments/training/trainer.ts";

/** How a calibration trains: so many copies of a net, side by side, at so much cost in all. */
const CALIBRATION: Readonly<Record<EngineName, { readonly copies: number; readonly cost: number }>> = {
  auto: { copies: 12, cost: 2e6 },
  wasm: { copies: 12, cost: 2e6 },
  reference: { copies: 1, cost: 2e4 },
};
/** Seconds for which a net is tried: a kernel reaches its full speed only after a while. */
const TRIAL = 0.05;
/** Nets that are tried, at most, and the share of the cost that they stand for, at least. */
const MOST_NETS = 3, ENOUGH = 0.7;
/** Seconds to draw one experiment's page, and to plan, record and judge one run; they are this thread's own. */
const PAGE = 0.15, RECORD = 1e-4;

/** What makes estimates. */
export interface Estimator {
  readonly trainer: Trainer;
  readonly engine: EngineName;
  readonly jobs: number;
  /** What was measured of each kind of net, for it is measured once. */
  readonly known: Map<string, Speed>;
}

/** How fast nets of one kind are trained. */
interface Speed {
  readonly secondsPerCost: number;
  /** Seconds to make the kernel. */
  readonly making: number;
}

/** Seconds until the plan's page is there. What is not tried is taken to be like what is, for its cost and its size. */
export async function secondsFor({ runs }: Plan, estimator: Estimator): Promise<number> {
  const kinds = kindsOf(runs.map(({ config }) => config)), whole = total(kinds, "cost"), tried: Kind[] = [];
  const recording = PAGE + RECORD * runs.length;
  let training = 0, making = 0;
  for (const kind of kinds.slice(0, MOST_NETS)) {
    if (total(tried, "cost") >= ENOUGH * whole || kind.cost < CALIBRATION[estimator.engine].cost) break;
    const speed = estimator.known.get(kind.key) ?? await calibrate(kind.config, estimator);
    estimator.known.set(kind.key, speed);
    tried.push(kind);
    training += kind.cost * speed.secondsPerCost;
    making += speed.making;
  }
  if (tried.length === 0) return recording;
  training *= whole / total(tried, "cost");
  // workers make their kernels side by side, and some kernels twice
  making *= total(kinds, "size") / total(tried, "size");
  return Math.max((training + recording) / estimator.jobs, recording) + making;
}

function total(kinds: readonly Kind[], what: "cost" | "size"): number {
  return kinds.reduce((sum, kind) => sum + kind[what], 0);
}

/** Nets of one kind: one of them, and what all of them cost. */
interface Kind {
  readonly key: string;
  readonly config: ResolvedConfig;
  /** What an epoch costs. */
  readonly size: number;
  readonly cost: number;
}

/** The kinds of nets, the most expensive first. */
function kindsOf(configs: readonly ResolvedConfig[]): Kind[] {
  return [...Map.groupBy(configs, kindOf)].map(([key, all]) => {
    const cost = all.reduce((sum, config) => sum + costOf(config), 0);
    return { key, config: all[0]!, size: sizeOf(all[0]!), cost };
  }).sort((a, b) => b.cost - a.cost);
}

/** What an epoch costs. */
function sizeOf({ steps: _, ...rest }: ResolvedConfig): number {
  return costOf({ ...rest, epochs: 0 });
}

/** Trains once for the kernel, then again and again: the fastest time is the one that nothing disturbed. */
async function calibrate(config: ResolvedConfig, { trainer, engine }: Estimator): Promise<Speed> {
  const { copies, cost } = CALIBRATION[engine], { steps: _, ...rest } = config;
  const epochs = Math.ceil(cost / copies / sizeOf(config));
  const trial: ResolvedConfig = { ...rest, epochs, unit: "epoch", checkpoints: null, stop: null };
  const configs = Array.from({ length: copies }, () => trial), times: number[] = [];
  const kernel = () => trainer([{ ...trial, epochs: 1 }], { engine: "wasm" });
  const making = engine === "reference" ? 0 : await timed(kernel);
  for (let spent = 0; spent < TRIAL; spent += times.at(-1)!) {
    times.push(await timed(() => trainer(configs, { engine })));
  }
  return { secondsPerCost: Math.min(...times) / (copies * costOf(trial)), making };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Seconds as a person says them. */
export function timeInWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
