/**
 * The speed-up of a second worker: `deno task bench workers [rounds]`, on an idle machine of at least two cores.
 *
 * Pools of one and of two workers take turns on the same job in one process; starting the workers counts.
 */
import { parseConfig } from "../core/config/parse_config.ts";
import type { RunGroup } from "../experiments/training/run_groups.ts";
import { WorkerPool } from "../experiments/training/pool.ts";
import { cpuTime, median, SETTINGS } from "./settings.ts";

/** Runs of a job, which takes about as long as the whole suite. */
const RUNS = 50_000;

/** Seconds. */
interface Duration {
  readonly wall: number;
  readonly cpu: number;
}

async function measure(workers: number, job: RunGroup): Promise<Duration> {
  const wall = performance.now(), cpu = cpuTime(), pool = new WorkerPool(workers);
  await pool.train([job], { engine: "auto" }, () => {});
  const duration = { wall: (performance.now() - wall) / 1e3, cpu: (cpuTime() - cpu) / 1e9 };
  pool.stop();
  return duration;
}

const roundCount = Number(Deno.args[0] ?? 5), { name, config } = SETTINGS[0]!, load = Deno.loadavg()[0]!;
// one config with many seeds, like the runs of an experiment
const { config: resolved } = parseConfig({ ...config, seed: "" });
const job: RunGroup = { first: 0, count: RUNS, config: resolved, seedPrefix: "", replicate: 0 };
const rounds: { readonly [workers in 1 | 2]: Duration }[] = [];
for (let round = 0; round < roundCount; round++) {
  const durations: { [workers in 1 | 2]?: Duration } = {};
  for (const workers of round % 2 === 0 ? [1, 2] as const : [2, 1] as const) {
    durations[workers] = await measure(workers, job);
  }
  rounds.push({ 1: durations[1]!, 2: durations[2]! });
}

console.log(`${RUNS} runs of ${name}, medians of ${roundCount} rounds; load before: ${load.toFixed(2)}\n`);
for (const workers of [1, 2] as const) {
  const seconds = (kind: keyof Duration) => median(rounds.map((round) => round[workers][kind])).toFixed(2);
  console.log(`Workers: ${workers}, wall clock ${seconds("wall")} s, CPU ${seconds("cpu")} s`);
}
const speedUp = median(rounds.map((round) => round[1].wall / round[2].wall));
const overhead = median(rounds.map((round) => round[2].cpu / round[1].cpu)) - 1;
console.log(`Two are ${speedUp.toFixed(2)} × as fast as one, for ${(100 * overhead).toFixed(1)} % more CPU time`);
