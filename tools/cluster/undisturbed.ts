/** Shards that nothing disturbs. */
import { assertEquals } from "@std/assert";
import { assertSameBytes, type Attempt, command, outputOf } from "./context.ts";
import { submit, waitForMerge } from "./jobs.ts";
import { quickAttempt, type Scenario } from "./scenario.ts";

const FIVE = "delta-rule depth-xor hidden-width dead-units forward-pass --seeds 40 --epochs 500".split(" ");

const array: Scenario = {
  name: "four tasks on two nodes, then a merge",
  attempt: async (folder) => {
    const attempt = { out: folder, shards: 4, words: FIVE };
    await waitForMerge(await submit(attempt));
    await assertSameBytes(attempt, true);
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
      await assertSameBytes(attempt, true);
    }
    return `${counts.join(", ")} shards, every byte that of a single machine`;
  },
};

/** Trains shards one after the other; the engine of each is that at its place. */
async function trainInTurns(attempt: Attempt, engines: readonly string[]): Promise<void> {
  for (let number = 1; number <= attempt.shards; number++) {
    const options = ["--engine", engines[number % engines.length]!, "--quiet", "--out", `${attempt.out}/shards`];
    const { code, messages } = await command(
      attempt,
      "run",
      ...attempt.words,
      ...options,
      "--shard",
      `${number}/${attempt.shards}`,
    );
    assertEquals(code, 0, messages);
  }
}

const engines: Scenario = {
  name: "64 shards by both engines in turns",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder, 64);
    await trainInTurns(attempt, ["reference", "wasm"]);
    await assertSameBytes(attempt);
    return "every byte that of a single machine";
  },
};

/** Shards that nothing disturbs. */
export const UNDISTURBED: readonly Scenario[] = [array, parallel, engines];
