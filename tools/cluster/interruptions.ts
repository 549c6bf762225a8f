/** Tasks and nodes that end too early, or more than once. */
import { assert, assertEquals } from "@std/assert";
import {
  assertRefused,
  assertSameBytes,
  filesOfShard,
  hasResults,
  merge,
  outputOf,
  slurm,
  waitFor,
} from "./context.ts";
import { fieldOf, namedShards, pidOf, restartedTask, stateOf, submit, waitForEnd, waitForMerge } from "./jobs.ts";
import { type Scenario, slowAttempt } from "./scenario.ts";

const killed: Scenario = {
  name: "a killed and a cancelled task",
  attempt: async (folder) => {
    const attempt = slowAttempt(folder);
    const { array, merge: mergeJob } = await submit(attempt);
    const pid = await pidOf(`${array}_1`);
    await waitFor("shard 1 has results", () => hasResults(attempt, 1));
    Deno.kill(pid, "SIGKILL");
    await waitFor("the killed task has failed", async () => await stateOf(`${array}_1`) === "FAILED");
    await waitFor("shard 3 has results", () => hasResults(attempt, 3));
    await outputOf(["scancel", `${array}_3`]);
    await waitFor("the cancelled task has ended", async () => await fieldOf(`${array}_3`, "ExitCode") === "130:0");
    await waitForEnd(array);
    await waitForEnd(mergeJob);
    assertEquals(await stateOf(mergeJob), "CANCELLED");
    const shards = namedShards((await merge(attempt)).messages);
    assertEquals(shards, "1,3");
    await waitForMerge(await submit(attempt, `--array=${shards}`));
    await assertSameBytes(attempt);
    const files = (await filesOfShard(attempt, 1)).length;
    assert(files > 2, "the second attempt must add files");
    return "exit codes 9 and 130, the merge was cancelled; it named --array=1,3; both resumed";
  },
};

const deadNode: Scenario = {
  name: "a node that dies with its task",
  attempt: async (folder) => {
    const attempt = slowAttempt(folder);
    const submitted = await submit(attempt);
    await waitFor("shard 2 has results", () => hasResults(attempt, 2));
    await waitForTaskOn("n2");
    await slurm("node", "down", "2");
    const task = await restartedTask(submitted.array);
    await slurm("node", "up", "2");
    await waitForMerge(submitted);
    await assertSameBytes(attempt);
    return `task ${task} was queued again and resumed`;
  },
};

const lostNode: Scenario = {
  name: "a node that is lost while its task continues",
  attempt: async (folder) => {
    const attempt = slowAttempt(folder);
    const submitted = await submit(attempt);
    await waitFor("shard 2 has results", () => hasResults(attempt, 2));
    await waitForTaskOn("n2");
    await slurm("node", "lost", "2");
    const task = await restartedTask(submitted.array);
    await slurm("node", "up", "2");
    await waitForMerge(submitted);
    await assertSameBytes(attempt);
    return `task ${task} ran twice, at the same time or one after the other`;
  },
};

const twice: Scenario = {
  name: "two copies of one shard at once",
  attempt: async (folder) => {
    const attempt = slowAttempt(folder);
    const [first, second] = [await submit(attempt, "--array=1"), await submit(attempt, "--array=1")];
    await waitForEnd(first.array);
    await waitForEnd(second.array);
    assertEquals((await filesOfShard(attempt, 1)).length, 4);
    await assertRefused(attempt, 1, "these of 6 shards must run again: --array=2-6");
    await waitForMerge(await submit(attempt, "--array=2-6"));
    await assertSameBytes(attempt);
    return "equal duplicates; the merge named --array=2-6";
  },
};

const timeout: Scenario = {
  name: "a time limit",
  attempt: async (folder) => {
    const quick = slowAttempt(folder);
    const attempt = { ...quick, shards: 1, words: quick.words.map((word) => word === "60" ? "1200" : word) };
    const { array } = await submit(attempt, "--time=1");
    await waitForEnd(array);
    assertEquals([await stateOf(`${array}_1`), await fieldOf(`${array}_1`, "ExitCode")], ["TIMEOUT", "130:0"]);
    assert(await hasResults(attempt, 1));
    await assertRefused(attempt, 1, "--array=1");
    return "TIMEOUT, exit code 130, finished runs kept";
  },
};

/** Waits until a task runs on a node. */
async function waitForTaskOn(node: string): Promise<void> {
  await waitFor(`a task runs on ${node}`, async () => {
    const lines = (await outputOf(["squeue", "-h", "-r", "-t", "R", "-o", "%N"])).split("\n");
    return lines.includes(node);
  });
}

/** Tasks and nodes that end too early, or more than once. */
export const INTERRUPTIONS: readonly Scenario[] = [killed, deadNode, lostNode, twice, timeout];
