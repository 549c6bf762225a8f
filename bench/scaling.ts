/**
 * How time and memory grow with the number of runs: `deno task bench:scaling [rounds]`.
 *
 * One thread trains runs without curves as a worker does: block after block, with kernels that all blocks share. Times
 * are CPU time, medians of the rounds.
 */
import { parseConfig, type ResolvedConfig } from "../core/config/config.ts";
import { noKernels, trainAll } from "../core/engine/engine.ts";
import { prepare } from "../core/train_network.ts";
import { blocksOf } from "../experiments/training/blocks.ts";
import { cpuTime, median, SETTINGS } from "./settings.ts";

const { name, config } = SETTINGS[0]!, EPOCHS = 500;
/** How many runs are trained at a time; the last is there for its memory, and trained once. */
const COUNTS = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 1_000_000];
/** How often the first is trained before anything counts. */
const WARM_UP = 10;

/** What so many runs took. */
interface Growth {
  readonly count: number;
  /** Seconds of CPU time, in kernels and in all. */
  readonly training: number;
  readonly all: number;
  /** The most bytes that were resident after a block, and the bytes of the kernels' memory. */
  readonly resident: number;
  readonly memory: number;
}

const kernels = noKernels();

function runs(first: number, count: number): ResolvedConfig[] {
  return Array.from({ length: count }, (_, i) => parseConfig({ ...config, epochs: EPOCHS, seed: first + i }).config);
}

/** Trains so many runs, and keeps none of them. */
function grow(count: number): Growth {
  const begun = cpuTime(), alike = new Array(count).fill(runs(0, 1)[0]!);
  let training = 0, resident = 0;
  for (const block of blocksOf(alike, 1, "wasm")) {
    const trainings = runs(block.first, block.count).map(prepare), prepared = cpuTime();
    trainAll(trainings, "wasm", { kernels });
    training += cpuTime() - prepared;
    resident = Math.max(resident, Deno.memoryUsage().rss);
  }
  const memory = kernels.backEnd.views().numbers.buffer.byteLength;
  return { count, training: training / 1e9, all: (cpuTime() - begun) / 1e9, resident, memory };
}

/** The slope of the straight line through points, by least squares. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(points.map(([x]) => x)), level = mean(points.map(([, y]) => y));
  const along = points.map(([x, y]) => (x - middle) * (y - level)), across = points.map(([x]) => (x - middle) ** 2);
  return mean(along) / mean(across);
}

/** A line a count, and the slope over all but the last. */
function growth(rounds: number): string[] {
  for (let warmUp = 0; warmUp < WARM_UP; warmUp++) grow(COUNTS[0]!);
  const many = COUNTS.slice(0, -1), last = COUNTS.at(-1)!;
  const measured = Array.from({ length: rounds }, () => many.map(grow));
  const medians = many.map((count, i): Growth => {
    const all = (part: keyof Growth) => measured.map((round) => round[i]![part]);
    return {
      count,
      training: median(all("training")),
      all: median(all("all")),
      resident: Math.max(...all("resident")),
      memory: Math.max(...all("memory")),
    };
  });
  const line = (...cells: readonly string[]) => cells.map((cell) => cell.padStart(16)).join("");
  const table = [...medians, grow(last)].map(({ count, training, all, resident, memory }) =>
    line(
      `${count}`,
      (1e6 * training / count).toFixed(1),
      (1e6 * all / count).toFixed(1),
      (resident / 1e6).toFixed(0),
      (memory / 1e6).toFixed(2),
    )
  );
  const steepness = (part: "training" | "all") =>
    slope(medians.map((one) => [Math.log(one.count), Math.log(one[part])] as const)).toFixed(3);
  return [
    line("runs", "training, µs", "all, µs each", "resident, MB", "kernels', MB"),
    ...table,
    `CPU time grows as runs to the power ${steepness("training")} in training, ${steepness("all")} in all`,
  ];
}

const rounds = Number(Deno.args[0] ?? 5);
console.log(`${name}, ${EPOCHS} epochs: medians of ${rounds} rounds\n`);
growth(rounds).forEach((line) => console.log(line));
