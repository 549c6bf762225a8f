import { assert, assertAlmostEquals, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { parseConfig } from "../../../core/config/config.ts";
import { blocksOf, costOf, kindOf } from "../../../experiments/training/blocks.ts";
import { startPool, TrainingFailed } from "../../../experiments/training/pool.ts";
import { trainerHere } from "../../../experiments/training/trainer.ts";

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

Deno.test("costOf counts parameters, rows and epochs, whichever way the length is given", () => {
  const { epochs: _, ...config } = configOf(0);
  // 2-3-1 with biases has 13 parameters; four rows; 30 epochs and the start.
  assertEquals(costOf({ ...config, epochs: 30 }), 13 * 4 * 31);
  assertEquals(costOf({ ...config, batch: "online", steps: 120 }), 13 * 4 * 31);
});

Deno.test("blocksOf puts every run into one block, in order, and none with runs of another kind", () => {
  const online = { ...configOf(0, 50), batch: "online" } as const;
  for (const configs of [CONFIGS, [configOf(0)], [online, ...CONFIGS, online, online], Array(9).fill(configOf(0, 0))]) {
    for (const jobs of [1, 2, 7]) {
      const blocks = blocksOf(configs, jobs, "wasm");
      const runs = blocks.flatMap(({ first, count, kind }) =>
        configs.slice(first, first + count).map((config, i) => [first + i, kind, kindOf(config)])
      );
      assertEquals(runs.map(([i]) => i), [...configs.keys()]);
      assertEquals(runs.filter(([_, kind, own]) => kind !== own), []);
      const total = (of: readonly { cost: number }[]) => of.reduce((sum, { cost }) => sum + cost, 0);
      assertAlmostEquals(total(blocks), total(configs.map((config) => ({ cost: costOf(config) }))));
    }
  }
  assertEquals(blocksOf([], 2, "wasm"), []);
});

Deno.test("blocksOf makes several blocks a worker, none of them long", () => {
  assertEquals(blocksOf(Array(1200).fill(configOf(0, 1)), 2, "wasm").map(({ count }) => count), Array(12).fill(100));
  assertEquals(blocksOf(Array(100).fill(configOf(0, 2e5)), 2, "reference").length, 100);
});

Deno.test("kindOf leaves out what kernels need not know: learning rate, seed and length", () => {
  const { optimizer, ...config } = configOf(0);
  assertEquals(kindOf({ ...configOf(1, 9), optimizer: { ...optimizer, learningRate: 3 } }), kindOf(configOf(0)));
  assertNotEquals(kindOf({ ...config, optimizer, batch: "online" }), kindOf(configOf(0)));
});

Deno.test({
  name: "startPool gives the answers of one thread, in order, for any number of workers",
  ignore,
  fn: async () => {
    const here = await trainerHere()(CONFIGS, OPTIONS);
    for (const jobs of [1, 3]) {
      const pool = startPool(jobs), told: number[] = [], shares: number[] = [];
      const trained = await pool.train(CONFIGS, {
        ...OPTIONS,
        onTrained: (first, some) => told.push(...some.map((_, i) => first + i)),
        onProgress: (share) => shares.push(share),
      });
      pool.stop();
      assertEquals(trained, here);
      assertEquals(told.sort((a, b) => a - b), [...CONFIGS.keys()]);
      assert(shares.every((share, i) => i === 0 || share >= shares[i - 1]!), String(shares));
      assertAlmostEquals(shares.at(-1)!, 1, 1e-12, "a sum of shares of blocks");
    }
  },
});

Deno.test({
  name: "startPool trains for several at once",
  ignore,
  fn: async () => {
    const pool = startPool(2), halves = [CONFIGS.slice(0, 10), CONFIGS.slice(10)];
    const trained = await Promise.all(halves.map((half) => pool.train(half, OPTIONS)));
    pool.stop();
    assertEquals(trained.flat(), await trainerHere()(CONFIGS, OPTIONS));
  },
});

Deno.test({
  name: "startPool gives what a dead worker had in hand to another",
  ignore,
  fn: async () => {
    const pool = startPool(2, FAULTY), trained: unknown[] = await pool.train(CONFIGS, OPTIONS);
    pool.stop();
    assertEquals(trained, CONFIGS.map(({ seed }) => `trained ${seed}`));
  },
});

Deno.test({
  name: "startPool gives up a block that fails twice, and names its runs",
  ignore,
  fn: async () => {
    const configs = CONFIGS.map((config, i) => i === 19 ? { ...config, seed: "impossible" } : config);
    const pool = startPool(1, FAULTY), error = await assertRejects(() => pool.train(configs, OPTIONS), TrainingFailed);
    pool.stop();
    assertEquals([error.message, error.first <= 19, error.last], ["planted failure", true, 19]);
  },
});

Deno.test({
  name: "startPool ends at once when it is stopped, and tells who waits",
  ignore,
  fn: async () => {
    const pool = startPool(2), waiting = pool.train([configOf(1, 1e9), configOf(2, 1e9)], OPTIONS);
    pool.stop();
    assertEquals((await assertRejects(() => waiting, TrainingFailed)).message, "stopped");
  },
});
