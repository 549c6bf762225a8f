/**
 * How time and memory grow with the number of runs: `deno task bench scaling [rounds]`.
 *
 * One thread trains runs like a pool worker: block after block, with kernels that all blocks share.
 */
import type { ResolvedConfig } from "../core/config/config.ts";
import { parseConfig } from "../core/config/parse_config.ts";
import { createKernelCache, trainAll } from "../core/engine/engine.ts";
import { prepare } from "../core/train_network.ts";
import { logLogSlope } from "../experiments/statistics/least_squares.ts";
import { splitIntoBlocks } from "../experiments/training/blocks.ts";
import { cpuTime, median, SETTINGS } from "./settings.ts";

const { name, config } = SETTINGS[0]!, EPOCHS = 500;
/** Numbers of runs, measured in each round. */
const COUNTS = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
/** A number of runs that is trained once, for its memory. */
const LARGEST_COUNT = 1_000_000;
/** Trainings of the first count before the measurement. */
const WARM_UP = 10;

/** Time and memory of a number of runs. */
interface Usage {
  readonly count: number;
  /** CPU seconds in the engine. */
  readonly training: number;
  /** CPU seconds in total. */
  readonly total: number;
  /** Resident bytes: the maximum after any block. */
  readonly resident: number;
  /** Bytes of kernel memory. */
  readonly kernelMemory: number;
}

const kernels = createKernelCache();

function configs(first: number, count: number): ResolvedConfig[] {
  return Array.from({ length: count }, (_, i) => parseConfig({ ...config, epochs: EPOCHS, seed: first + i }).config);
}

/** Trains runs without keeping their results. */
function measure(count: number): Usage {
  const start = cpuTime();
  const all = [{ first: 0, count, config: configs(0, 1)[0]!, seedPrefix: "", replicate: 0 }];
  let training = 0, resident = 0;
  for (const { groups } of splitIntoBlocks(all, 1, "wasm")) {
    const trainings = groups.flatMap(({ first, count }) => configs(first, count)).map(prepare), prepared = cpuTime();
    trainAll(trainings, "wasm", { kernels });
    training += cpuTime() - prepared;
    resident = Math.max(resident, Deno.memoryUsage().rss);
  }
  const kernelMemory = kernels.backend.views().numbers.buffer.byteLength;
  return { count, training: training / 1e9, total: (cpuTime() - start) / 1e9, resident, kernelMemory };
}

/** Medians of the times and maxima of the memory. */
function summaryOf(rounds: readonly Usage[]): Usage {
  return {
    count: rounds[0]!.count,
    training: median(rounds.map(({ training }) => training)),
    total: median(rounds.map(({ total }) => total)),
    resident: Math.max(...rounds.map(({ resident }) => resident)),
    kernelMemory: Math.max(...rounds.map(({ kernelMemory }) => kernelMemory)),
  };
}

const roundCount = Number(Deno.args[0] ?? 5);
for (let i = 0; i < WARM_UP; i++) measure(COUNTS[0]!);
const rounds = Array.from({ length: roundCount }, () => COUNTS.map(measure));
const usages = COUNTS.map((_, i) => summaryOf(rounds.map((round) => round[i]!)));

const line = (...cells: readonly string[]) => console.log(cells.map((cell) => cell.padStart(18)).join(""));
console.log(`${name}, ${EPOCHS} epochs; CPU time per run, medians of ${roundCount} rounds\n`);
line("runs", "training, µs", "total, µs", "resident, MB", "kernels, MB");
for (const { count, training, total, resident, kernelMemory } of [...usages, measure(LARGEST_COUNT)]) {
  const microseconds = [training, total].map((seconds) => (1e6 * seconds / count).toFixed(1));
  line(`${count}`, ...microseconds, (resident / 1e6).toFixed(0), (kernelMemory / 1e6).toFixed(2));
}
const exponentOf = (part: "training" | "total") =>
  logLogSlope(usages.map((usage) => [usage.count, usage[part]] as const))!.toFixed(3);
console.log(`CPU time grows as runs^${exponentOf("training")} in training and runs^${exponentOf("total")} in total`);
