/**
 * What a second worker brings: `deno task bench:workers [rounds]`, on an idle machine of two cores or more.
 *
 * A pool of one worker and a pool of two take turns with the same job, in one process; to make the workers is part of
 * it. It tells medians of the rounds, for ratios the medians of each round's own, and the load before.
 */
import { parseConfig, type ResolvedConfig } from "../core/config/config.ts";
import { startPool } from "../experiments/training/pool.ts";
import { cpuTime, median, SETTINGS } from "./settings.ts";

/** Runs of a job that is about as long as the whole suite. */
const RUNS = 50_000;

/** Seconds. */
interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

async function inWorkers(workers: number, job: readonly ResolvedConfig[]): Promise<Taken> {
  const wall = performance.now(), cpu = cpuTime(), pool = startPool(workers);
  await pool.train(job, { engine: "auto" });
  const taken = { wall: (performance.now() - wall) / 1e3, cpu: (cpuTime() - cpu) / 1e9 };
  pool.stop();
  return taken;
}

/** Both pools, in either order. */
async function round(number: number, job: readonly ResolvedConfig[]): Promise<{ one: Taken; two: Taken }> {
  if (number % 2 === 0) return { one: await inWorkers(1, job), two: await inWorkers(2, job) };
  const two = await inWorkers(2, job);
  return { one: await inWorkers(1, job), two };
}

const rounds = Number(Deno.args[0] ?? 5), { name, config } = SETTINGS[0]!, load = Deno.loadavg()[0]!;
// as an experiment's runs are: of one config, with seeds of their own
const { config: plain } = parseConfig({ ...config, seed: "" });
const job = Array.from({ length: RUNS }, (_, replicate): ResolvedConfig => ({ ...plain, seed: `${replicate}` }));
const measured: { readonly one: Taken; readonly two: Taken }[] = [];
for (let number = 0; number < rounds; number++) measured.push(await round(number, job));

console.log(`${RUNS} runs of ${name}, medians of ${rounds} rounds; load before: ${load.toFixed(2)}\n`);
for (const pool of ["one", "two"] as const) {
  const seconds = (kind: keyof Taken) => median(measured.map((round) => round[pool][kind])).toFixed(2);
  console.log(`Workers: ${pool}, wall clock ${seconds("wall")} s, CPU ${seconds("cpu")} s`);
}
const faster = median(measured.map(({ one, two }) => one.wall / two.wall));
const more = median(measured.map(({ one, two }) => two.cpu / one.cpu)) - 1;
console.log(`Two are ${faster.toFixed(2)} × as fast as one, for ${(100 * more).toFixed(1)} % more CPU time`);
