/** Shards that nothing disturbs. */
import { assertEquals } from "@std/assert";
import { assertMerges, assertSameBytes, merge, outputOf, trainShard } from "./context.ts";
import { namedShards, submit, waitForMerge } from "./jobs.ts";
import { quickAttempt, type Scenario } from "./scenario.ts";

const FIVE = "delta-rule depth-xor hidden-width dead-units forward-pass --seeds 40 --epochs 500".split(" ");

const array: Scenario = {
  name: "four tasks on two nodes, then a merge",
  attempt: async (folder) => {
    const attempt = { out: folder, shards: 4, words: FIVE };
    await waitForMerge(await submit(attempt));
    await assertSameBytes(attempt);
    return "five experiments, every byte that of a single machine";
  },
};

const parallel: Scenario = {
  name: "GNU parallel",
  attempt: async (folder) => {
    const counts = [1, 3, 7];
    for (const shards of counts) {
      const attempt = { out: `${folder}/${shards}`, shards, words: FIVE };
      await outputOf(["cluster/parallel.sh", ...FIVE], { OUT: attempt.out, SHARDS: String(shards) });
      await assertSameBytes(attempt);
    }
    return `${counts.join(", ")} shards, every byte that of a single machine`;
  },
};

const engines: Scenario = {
  name: "64 shards by both engines in turns",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder, 64);
    for (let number = 1; number <= attempt.shards; number++) {
      const { code, messages } = await trainShard(attempt, number, "--engine", ["reference", "wasm"][number % 2]!);
      assertEquals(code, 0, messages);
    }
    await assertMerges(attempt);
    return "every byte that of a single machine";
  },
};

const cuts: Scenario = {
  name: "shards of another cut",
  attempt: async (folder) => {
    const halves = quickAttempt(folder, 2);
    const fifths = quickAttempt(folder, 5);
    assertEquals((await trainShard(halves, 1)).code, 0);
    assertEquals((await trainShard(fifths, 5)).code, 0);
    const lacking = namedShards((await merge(halves)).messages);
    for (const number of [3, 4]) assertEquals((await trainShard(fifths, number)).code, 0);
    await assertMerges(fifths);
    return `1/2 and 3/5 to 5/5 together; before, the merge named --array=${lacking}`;
  },
};

/** Shards that nothing disturbs. */
export const UNDISTURBED: readonly Scenario[] = [array, parallel, engines, cuts];
