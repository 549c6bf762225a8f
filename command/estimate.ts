/** How long a plan will take, from short trainings of its most expensive nets here and now. */
import type { EngineName, ResolvedConfig } from "../core/config.ts";
import type { Plan } from "../experiments/plan.ts";
import { costOf } from "../experiments/pool.ts";
import type { Trainer } from "../experiments/trainer.ts";

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
/** Seconds to judge and draw one experiment, with tables of the default size. */
const PAGE = 0.4;

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

/** Seconds until the plan's page is there. */
export async function secondsFor({ runs }: Plan, estimator: Estimator): Promise<number> {
  const kinds = kindsOf(runs.map(({ config }) => config)), total = kinds.reduce((sum, { cost }) => sum + cost, 0);
  let cost = 0, seconds = 0, making = 0;
  for (const kind of kinds.slice(0, MOST_NETS)) {
    if (cost >= ENOUGH * total || kind.cost < CALIBRATION[estimator.engine].cost) break;
    const measured = estimator.known.get(kind.key) ?? await calibrate(kind.config, estimator);
    estimator.known.set(kind.key, measured);
    cost += kind.cost;
    seconds += kind.cost * measured.secondsPerCost;
    making = Math.max(making, measured.making);
  }
  const training = cost > 0 ? seconds * total / cost : 0;
  return (training + PAGE) / estimator.jobs + making * kinds.length;
}

/** Nets of one kind: one of them, and what all of them cost. */
interface Kind {
  readonly key: string;
  readonly config: ResolvedConfig;
  readonly cost: number;
}

/** The kinds of nets, the most expensive first. */
function kindsOf(configs: readonly ResolvedConfig[]): Kind[] {
  const kinds = new Map<string, { key: string; config: ResolvedConfig; cost: number }>();
  for (const config of configs) {
    const { network, loss, optimizer, batch, order } = config;
    const key = JSON.stringify([network, loss, optimizer.name, batch, order]), kind = kinds.get(key);
    if (kind) kind.cost += costOf(config);
    else kinds.set(key, { key, config, cost: costOf(config) });
  }
  return [...kinds.values()].sort((a, b) => b.cost - a.cost);
}

/** Trains again and again; the first time the kernel is made, and the fastest time is the one that nothing disturbed. */
async function calibrate(config: ResolvedConfig, { trainer, engine }: Estimator): Promise<Speed> {
  const { copies, cost } = CALIBRATION[engine], { steps: _, ...rest } = config;
  const epochs = Math.ceil(cost / copies / costOf({ ...rest, epochs: 0 }));
  const trial: ResolvedConfig = { ...rest, epochs, unit: "epoch", checkpoints: null, stop: null };
  const configs = Array.from({ length: copies }, () => trial), times: number[] = [];
  for (let spent = 0; spent < TRIAL || times.length < 2; spent += times.at(-1)!) {
    times.push(await timed(() => trainer(configs, { engine })));
  }
  const best = Math.min(...times);
  return { secondsPerCost: best / (copies * costOf(trial)), making: times[0]! - best };
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
