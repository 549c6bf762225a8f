import { assert, assertAlmostEquals, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import type { EngineName, ResolvedConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { kernelKeyOf, splitIntoBlocks, totalCost, trainingCost } from "../../../experiments/training/blocks.ts";
import { WorkerPool } from "../../../experiments/training/pool.ts";
import type { RunGroup } from "../../../experiments/training/run_groups.ts";
import type { ResultEntry } from "../../../experiments/training/stored_result.ts";
import { singleThreadTrainer, type Trainer } from "../../../experiments/training/trainer.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";
import { needing } from "../../needs.ts";

const configOf = (seed: number, epochs = 30) =>
  parseConfig({
    data: "xor",
    network: {
      inputs: 2,
      layers: [{ units: 3, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    seed,
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent", learningRate: 0.5 },
    epochs,
  }).config;
/** Twenty runs, each of another length. */
const GROUPS = Array.from({ length: 20 }, (_, first) => groupOf(configOf(0, 10 + 7 * first), first));
const OPTIONS = { engine: "reference" } as const;

function groupOf(config: ResolvedConfig, first: number, count = 1): RunGroup {
  return { first, count, config, seedPrefix: "", replicate: first };
}

/** Trains groups; returns the entries in the order of their runs. */
async function train(trainer: Trainer, groups: readonly RunGroup[]): Promise<ResultEntry[]> {
  const entries: ResultEntry[] = [];
  await trainer(groups, OPTIONS, (entry) => entries.push(entry));
  return entries.sort((a, b) => a.first - b.first);
}

/** The results in entries, as JSON. */
function runsIn(entries: readonly ResultEntry[]): unknown[] {
  return entries.flatMap(({ json }) => JSON.parse(new TextDecoder().decode(json)).runs);
}

const FAULTY = new URL("./faulty_worker.ts", import.meta.url);

Deno.test("trainingCost multiplies parameters, rows and epochs, whether the length is in epochs or steps", () => {
  const { epochs: _, ...config } = configOf(0);
  // 2-3-1 with biases has 13 parameters; four rows; 30 epochs and the initial evaluation.
  assertEquals(trainingCost({ ...config, epochs: 30 }), 13 * 4 * 31);
  assertEquals(trainingCost({ ...config, batch: "online", steps: 120 }), 13 * 4 * 31);
});

Deno.test("splitIntoBlocks puts every run into exactly one block, in order, with runs of the same kernel", () => {
  const online = { ...configOf(0, 50), batch: "online" } as const;
  const lists = [
    GROUPS,
    [groupOf(configOf(0), 0)],
    [groupOf(online, 0), ...GROUPS.map((group) => ({ ...group, first: group.first + 1 })), groupOf(online, 21, 2)],
    [groupOf(configOf(0, 0), 0, 9)],
    [groupOf(configOf(0, 1), 0, 10_000), groupOf(configOf(0, 2), 10_000, 10_000)],
  ];
  for (const groups of lists) {
    for (const jobs of [1, 2, 7]) {
      const blocks = splitIntoBlocks(groups, jobs, "wasm");
      const runs = blocks.flatMap(({ groups, kernelKey }) =>
        groups.flatMap(({ first, count, config, replicate }) => {
          assertEquals(kernelKey, kernelKeyOf(config));
          return Array.from({ length: count }, (_, i) => [first + i, replicate + i]);
        })
      );
      const expected = groups.flatMap(({ first, count, replicate }) =>
        Array.from({ length: count }, (_, i) => [first + i, replicate + i])
      );
      assertEquals(runs, expected);
      assertAlmostEquals(blocks.reduce((sum, { cost }) => sum + cost, 0), totalCost(groups));
    }
  }
  assertEquals(splitIntoBlocks([], 2, "wasm"), []);
});

Deno.test("splitIntoBlocks makes several blocks per worker and limits their cost and their runs", () => {
  const sizes = (group: RunGroup, jobs: number, engine: EngineName) =>
    splitIntoBlocks([group], jobs, engine).map(({ groups }) => groups.reduce((sum, { count }) => sum + count, 0));
  assertEquals(sizes(groupOf(configOf(0, 1), 0, 1200), 2, "wasm"), Array(12).fill(100));
  assertEquals(sizes(groupOf(configOf(0, 2e5), 0, 100), 2, "reference").length, 100);
  assertEquals(Math.max(...sizes(groupOf(configOf(0, 1), 0, 1_000_000), 2, "wasm")), 4096);
});

Deno.test("kernelKeyOf ignores learning rate, seed and length", () => {
  const { optimizer, ...config } = configOf(0);
  assertEquals(
    kernelKeyOf({ ...configOf(1, 9), optimizer: { ...optimizer, learningRate: 3 } }),
    kernelKeyOf(configOf(0)),
  );
  assertNotEquals(kernelKeyOf({ ...config, optimizer, batch: "online" }), kernelKeyOf(configOf(0)));
});

Deno.test({
  ...needing(["read"], "WorkerPool returns the results of a single thread, in order, for any number of workers"),
  fn: async () => {
    const expected = await train(singleThreadTrainer(), GROUPS);
    assertEquals(runsIn(expected).length, 20);
    for (const jobs of [1, 3]) {
      const pool = new WorkerPool(jobs);
      const progress: number[] = [];
      const entries: ResultEntry[] = [];
      const options = { ...OPTIONS, onProgress: (value: number) => progress.push(value) };
      await pool.train(GROUPS, options, (entry) => entries.push(entry));
      pool.stop();
      entries.sort((a, b) => a.first - b.first);
      assertEquals(runsIn(entries), runsIn(expected));
      assertEquals(entries.reduce((sum, { count }) => sum + count, 0), 20);
      assert(progress.every((value, i) => i === 0 || value >= progress[i - 1]!), String(progress));
      assertAlmostEquals(progress.at(-1)!, 1, 1e-12, "a rounded sum over blocks");
    }
  },
});

Deno.test({
  ...needing(["read"], "WorkerPool starts no more workers than there are blocks"),
  fn: async () => {
    const { Worker } = globalThis;
    let started = 0;
    globalThis.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        started++;
      }
    };
    try {
      const pool = new WorkerPool(8);
      await train(pool.train, GROUPS.slice(0, 2));
      pool.stop();
      assertEquals(started, splitIntoBlocks(GROUPS.slice(0, 2), 8, "reference").length);
      assert(started < 8);
    } finally {
      globalThis.Worker = Worker;
    }
  },
});

Deno.test({
  ...needing(["read"], "WorkerPool runs several trainings at once"),
  fn: async () => {
    const pool = new WorkerPool(2), halves = [GROUPS.slice(0, 10), GROUPS.slice(10)];
    const trained = await Promise.all(halves.map((half) => train(pool.train, half)));
    pool.stop();
    assertEquals(runsIn(trained.flat()), runsIn(await train(singleThreadTrainer(), GROUPS)));
  },
});

Deno.test({
  ...needing(["read"], "WorkerPool gives the tasks of a dead worker to another"),
  fn: async () => {
    const pool = new WorkerPool(2, FAULTY), entries = await train(pool.train, GROUPS);
    pool.stop();
    assertEquals(entries.map(({ first }) => first), [...GROUPS.keys()]);
  },
});

Deno.test({
  ...needing(["read"], "WorkerPool rejects when a block fails twice, with the indices of its runs"),
  fn: async () => {
    const groups = GROUPS.map((group, i) => i === 19 ? { ...group, replicate: 666 } : group);
    const pool = new WorkerPool(1, FAULTY),
      error = await assertRejects(() => train(pool.train, groups), TrainingFailed);
    pool.stop();
    assertEquals([error.message, error.first <= 19, error.last], ["planted failure", true, 19]);
  },
});

Deno.test({
  ...needing(["read"], "stop ends the pool at once and rejects unfinished trainings"),
  fn: async () => {
    const pool = new WorkerPool(2), waiting = train(pool.train, [groupOf(configOf(1, 1e9), 0, 2)]);
    pool.stop();
    assertEquals((await assertRejects(() => waiting, TrainingFailed)).message, "stopped");
  },
});

Deno.test({
  ...needing(["read"], "a stopped pool starts no worker again, and rejects later trainings"),
  fn: async () => {
    const pool = new WorkerPool(2);
    pool.stop();
    const error = await assertRejects(() => train(pool.train, GROUPS), TrainingFailed);
    assertEquals([error.message, error.first], ["stopped", 0]);
  },
});
