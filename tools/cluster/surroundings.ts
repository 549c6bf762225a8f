/** Limits of schedulers and file systems, and shards that do not exist. */
import { assert, assertEquals } from "@std/assert";
import { assertMerges, assertSameBytes, command, exists, outputOf, ROOT, run, shardWords } from "./context.ts";
import { quickAttempt, type Scenario } from "./scenario.ts";

const noLocks: Scenario = {
  name: "a folder without locks",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    // what flock answers on some network file systems
    const strace = [
      "strace",
      "-f",
      "-qq",
      "-o",
      `${folder}/trace`,
      "-e",
      "trace=flock",
      "-e",
      "inject=flock:error=ENOLCK",
    ];
    for (let number = 1; number <= attempt.shards; number++) {
      const words = [...strace, "cluster/command.sh", ...shardWords(attempt, number)];
      const { code, messages } = await run(words, { OUT: folder });
      assertEquals(code, 0, messages);
    }
    await assertMerges(attempt);
    return "shards need none";
  },
};

const readOnlyCode: Scenario = {
  name: "a read-only code folder",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder, 1);
    const code = `${folder}/code`;
    await Deno.mkdir(code);
    await outputOf(["mount", "--bind", ROOT, code]);
    try {
      await outputOf(["mount", "-o", "remount,bind,ro", code]);
      const train = [`${code}/cluster/command.sh`, ...shardWords(attempt, 1)];
      assertEquals((await run(["touch", `${code}/file`])).code, 1);
      await outputOf(train, { OUT: folder });
      await assertMerges(attempt);
    } finally {
      await outputOf(["umount", code]);
    }
    return "the command writes nothing there";
  },
};

const noInternet: Scenario = {
  name: "a node without internet",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder, 1);
    const offline = (...words: string[]) =>
      outputOf(["unshare", "--net", "cluster/command.sh", ...words], { OUT: folder });
    await offline(...shardWords(attempt, 1));
    await offline("merge", `${folder}/shards`, "--quiet", "--out", `${folder}/results`);
    await assertSameBytes(attempt);
    return "shards and the merge need only the cache";
  },
};

const manyTasks: Scenario = {
  name: "more tasks than MaxArraySize",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder, 2000);
    const env = { OUT: folder, SHARDS: String(attempt.shards) };
    const { code, messages } = await run(["cluster/submit.sh", ...attempt.words], env);
    assert(code !== 0 && messages.includes("Invalid job array specification"), messages);
    return `sbatch refuses the array, and submit.sh submits no merge: "${messages.split("\n")[0]}"`;
  },
};

const noSuchShard: Scenario = {
  name: "shards that do not exist, and empty ones",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    const shard = (text: string) =>
      command(attempt, "run", ...attempt.words, "--quiet", "--shard", text, "--out", `${folder}/shards`);
    for (const text of ["0/3", "4/3"]) {
      const { code, messages } = await shard(text);
      assertEquals([code, messages.split("\n").length], [2, 1], messages);
    }
    assert(!await exists(`${folder}/shards`));
    const empty = await shard("9999/10000");
    assertEquals([empty.code, empty.messages], [0, ""]);
    return "exit code 2 and one line for 0/3 and 4/3; an empty shard succeeds";
  },
};

/** Limits of schedulers and file systems, and shards that do not exist. */
export const SURROUNDINGS: readonly Scenario[] = [noLocks, readOnlyCode, noInternet, manyTasks, noSuchShard];
