import { assert, assertAlmostEquals, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { kernelKeyOf, splitIntoBlocks, trainingCost } from "../../../experiments/training/blocks.ts";
import { WorkerPool } from "../../../experiments/training/pool.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";

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
const CONFIGS = Array.from({ length: 20 }, (_, seed) => configOf(seed, 10 + 7 * seed));
const OPTIONS = { engine: "reference" } as const;

const ignore =
  (await Deno.permissions.query({ name: "read", path: new URL("../../..", import.meta.url) })).state !== "granted";
const FAULTY = new URL("./faulty_worker.ts", import.meta.url);

Deno.test("trainingCost multiplies parameters, rows and epochs, whether the length is in epochs or steps", () => {
  const { epochs: _, ...config } = configOf(0);
  // 2-3-1 with biases has 13 parameters; four rows; 30 epochs and the initial evaluation.
  assertEquals(trainingCost({ ...config, epochs: 30 }), 13 * 4 * 31);
  assertEquals(trainingCost({ ...config, batch: "online", steps: 120 }), 13 * 4 * 31);
});

Deno.test("splitIntoBlocks puts every run into exactly one block, in order, with runs of the same kernel", () => {
  const online = { ...configOf(0, 50), batch: "online" } as const;
  for (const configs of [CONFIGS, [configOf(0)], [online, ...CONFIGS, online, online], Array(9).fill(configOf(0, 0))]) {
    for (const jobs of [1, 2, 7]) {
      const blocks = splitIntoBlocks(configs, jobs, "wasm");
      const runs = blocks.flatMap(({ first, count, kernelKey }) =>
        configs.slice(first, first + count).map((config, i) => [first + i, kernelKey, kernelKeyOf(config)])
      );
      assertEquals(runs.map(([i]) => i), [...configs.keys()]);
      assertEquals(runs.filter(([_, ofBlock, ofRun]) => ofBlock !== ofRun), []);
      const total = (of: readonly { cost: number }[]) => of.reduce((sum, { cost }) => sum + cost, 0);
      assertAlmostEquals(total(blocks), total(configs.map((config) => ({ cost: trainingCost(config) }))));
    }
  }
  assertEquals(splitIntoBlocks([], 2, "wasm"), []);
});

Deno.test("splitIntoBlocks makes several blocks per worker and limits their cost", () => {
  assertEquals(
    splitIntoBlocks(Array(1200).fill(configOf(0, 1)), 2, "wasm").map(({ count }) => count),
    Array(12).fill(100),
  );
  assertEquals(splitIntoBlocks(Array(100).fill(configOf(0, 2e5)), 2, "reference").length, 100);
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
  name: "WorkerPool returns the results of a single thread, in order, for any number of workers",
  ignore,
  fn: async () => {
    const expected = await singleThreadTrainer()(CONFIGS, OPTIONS);
    for (const jobs of [1, 3]) {
      const pool = new WorkerPool(jobs);
      const reported: number[] = [], progress: number[] = [];
      const trained = await pool.train(CONFIGS, {
        ...OPTIONS,
        onResults: (first, results) => reported.push(...results.map((_, i) => first + i)),
        onProgress: (value) => progress.push(value),
      });
      pool.stop();
      assertEquals(trained, expected);
      assertEquals(reported.sort((a, b) => a - b), [...CONFIGS.keys()]);
      assert(progress.every((value, i) => i === 0 || value >= progress[i - 1]!), String(progress));
      assertAlmostEquals(progress.at(-1)!, 1, 1e-12, "a rounded sum over blocks");
    }
  },
});

Deno.test({
  name: "WorkerPool starts no more workers than there are blocks",
  ignore,
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
      await pool.train(CONFIGS.slice(0, 2), OPTIONS);
      pool.stop();
      assertEquals(started, splitIntoBlocks(CONFIGS.slice(0, 2), 8, "reference").length);
      assert(started < 8);
    } finally {
      globalThis.Worker = Worker;
    }
  },
});

Deno.test({
  name: "WorkerPool runs several trainings at once",
  ignore,
  fn: async () => {
    const pool = new WorkerPool(2), halves = [CONFIGS.slice(0, 10), CONFIGS.slice(10)];
    const trained = await Promise.all(halves.map((half) => pool.train(half, OPTIONS)));
    pool.stop();
    assertEquals(trained.flat(), await singleThreadTrainer()(CONFIGS, OPTIONS));
  },
});

Deno.test({
  name: "WorkerPool gives the tasks of a dead worker to another",
  ignore,
  fn: async () => {
    const pool = new WorkerPool(2, FAULTY), trained: unknown[] = await pool.train(CONFIGS, OPTIONS);
    pool.stop();
    assertEquals(trained, CONFIGS.map(({ seed }) => `trained ${seed}`));
  },
});

Deno.test({
  name: "WorkerPool rejects when a block fails twice, with the indices of its runs",
  ignore,
  fn: async () => {
    const configs = CONFIGS.map((config, i) => i === 19 ? { ...config, seed: "impossible" } : config);
    const pool = new WorkerPool(1, FAULTY),
      error = await assertRejects(() => pool.train(configs, OPTIONS), TrainingFailed);
    pool.stop();
    assertEquals([error.message, error.first <= 19, error.last], ["planted failure", true, 19]);
  },
});

Deno.test({
  name: "stop ends the pool at once and rejects unfinished trainings",
  ignore,
  fn: async () => {
    const pool = new WorkerPool(2), waiting = pool.train([configOf(1, 1e9), configOf(2, 1e9)], OPTIONS);
    pool.stop();
    assertEquals((await assertRejects(() => waiting, TrainingFailed)).message, "stopped");
  },
});
