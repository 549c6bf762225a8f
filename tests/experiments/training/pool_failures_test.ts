/** What a pool does with blocks that fail: how often it tries them, and in which order. */
import { assertEquals, assertRejects } from "@std/assert";
import { parseConfig } from "../../../core/config/parse_config.ts";
import type { RunGroup } from "../../../experiments/training/run_groups.ts";
import { WorkerPool } from "../../../experiments/training/pool.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";
import { needing } from "../../needs.ts";

const OPTIONS = { engine: "reference" } as const;

/** Runs of one setting, from the start `replicate` on. */
const groupOf = (first: number, count: number, epochs = 1): RunGroup => {
  const { config } = parseConfig({
    data: "xor",
    network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
    seed: "",
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs,
  });
  return { first, count, config, seedPrefix: "", replicate: first };
};

Deno.test({
  ...needing(["read"], "WorkerPool tries a failing block twice and no more"),
  fn: async () => {
    const pool = new WorkerPool(1, new URL("./failing_worker.ts", import.meta.url));
    const error = await assertRejects(() => pool.train([groupOf(1, 1)], OPTIONS, () => {}), TrainingFailed);
    pool.stop();
    assertEquals(error.message, "failed as block 1", "blocks are numbered from 0 as they are sent");
  },
});

Deno.test({
  ...needing(["read"], "WorkerPool trains what a dead worker leaves before all else, in the same order"),
  fn: async () => {
    const pool = new WorkerPool(1, new URL("./faulty_worker.ts", import.meta.url));
    const order: string[] = [];
    const trainings = ["first", "second"].map((name) => {
      return pool.train([groupOf(0, 12, 2e6)], OPTIONS, ({ first }) => order.push(`${name} ${first}`));
    });
    await Promise.all(trainings);
    pool.stop();
    const blocks = (name: string) => order.filter((block) => block.startsWith(name));
    assertEquals(order, [...blocks("first"), ...blocks("second")]);
    assertEquals(blocks("first").length > 6, true, "more blocks than a worker is sent at once");
    for (const name of ["first", "second"]) {
      const starts = blocks(name).map((block) => Number(block.split(" ")[1]));
      assertEquals(starts, starts.toSorted((a, b) => a - b));
    }
  },
});
