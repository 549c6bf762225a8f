/** Damaged, forged and foreign files of shards, and disks that fail. */
import { assert, assertEquals } from "@std/assert";
import { journalLine } from "../../experiments/training/journal/journal_lines.ts";
import {
  assertMerges,
  assertRefused,
  type Attempt,
  command,
  filesOfShard,
  merge,
  outputOf,
  run,
  shardWords,
  trainShard,
} from "./context.ts";
import { quickAttempt, type Scenario } from "./scenario.ts";

async function trainAll(attempt: Attempt): Promise<void> {
  for (let number = 1; number <= attempt.shards; number++) assertEquals((await trainShard(attempt, number)).code, 0);
}

const cut: Scenario = {
  name: "a file whose tail is cut off",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    await trainAll(attempt);
    const [, file] = await filesOfShard(attempt, 2);
    const { size } = await Deno.stat(file!);
    await Deno.truncate(file!, size - 100);
    await assertRefused(attempt, 1, "these of 3 shards must run again: --array=2");
    assertEquals((await trainShard(attempt, 2)).code, 0);
    await assertMerges(attempt);
    return "the merge named the shard; it resumed";
  },
};

const changedBit: Scenario = {
  name: "a changed bit with a right checksum",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    await trainAll(attempt);
    const [, file] = await filesOfShard(attempt, 2);
    const copy = file!.replace(".journal", "-copy.journal");
    await Deno.copyFile(file!, copy);
    const lines = (await Deno.readTextFile(file!)).trimEnd().split("\n").map((line) => JSON.parse(line.slice(17)));
    lines[1].runs[0].snapshots.at(-1).parameters[0] *= 1 + 2 ** -40;
    await Deno.writeFile(file!, new Uint8Array(lines.flatMap((line) => [...journalLine(line)])));
    await assertRefused(attempt, 1, `differs in ${[copy, file].sort().join(" and ")}`);
    await Deno.remove(copy);
    assertEquals((await merge(attempt)).code, 0);
    const { code, output } = await command(attempt, "verify", `${attempt.out}/results`, "--quiet");
    assertEquals(code, 1);
    const [difference] = /\S+runs\.csv, row \d+, column \w+/.exec(output) ?? [];
    assert(difference, output);
    return `with a copy, both files named; without, verify found ${difference.slice(folder.length)}`;
  },
};

const foreign: Scenario = {
  name: "shards of other settings and of another commit",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    await trainAll(attempt);
    const refused = await trainShard(attempt, 1, "--suite-seed", "other");
    assertEquals([refused.code, refused.messages.split("\n").length], [2, 1], refused.messages);
    const other = quickAttempt(`${folder}/other`);
    assertEquals((await trainShard(other, 1, "--suite-seed", "other")).code, 0);
    const words = ["merge", `${folder}/shards`, `${folder}/other/shards`, "--out", `${folder}/results`];
    const mixed = await command(attempt, ...words);
    assertEquals([mixed.code, mixed.messages.split("\n").length], [2, 1], mixed.messages);
    const [file] = await filesOfShard(attempt, 1);
    const text = await Deno.readTextFile(file!);
    const [header, ...rest] = text.split("\n");
    const line = new TextDecoder().decode(journalLine({ ...JSON.parse(header!.slice(17)), code: "0".repeat(64) }));
    await Deno.writeTextFile(file!, line + rest.join("\n"));
    await assertRefused(attempt, 2, "code");
    return "exit code 2 and one line each";
  },
};

const full: Scenario = {
  name: "a full disk",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    const disk = `${folder}/shards`;
    await Deno.mkdir(disk);
    await outputOf(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    try {
      const { code, messages } = await trainShard(attempt, 1);
      assertEquals(code, 1, messages);
      assert(messages.includes("no space left on device"), messages);
      await outputOf(["mount", "-o", "remount,size=100m", disk]);
      await trainAll(attempt);
      await assertMerges(attempt);
    } finally {
      await outputOf(["umount", disk]);
    }
    return "exit code 1 and one line; then resumed";
  },
};

/** A library that lets writes to the files of shards fail with EIO, from the seventh on: headers are written first. */
const FAILING_WRITE = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
static int writes = 0;
ssize_t write(int file, const void *bytes, size_t size) {
  char link[64], path[4096] = "";
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  if (readlink(link, path, sizeof path - 1) > 0 && strstr(path, "/shard-") && ++writes > 6) {
    errno = EIO;
    return -1;
  }
  return ((ssize_t (*)(int, const void *, size_t)) dlsym(RTLD_NEXT, "write"))(file, bytes, size);
}
`;

const broken: Scenario = {
  name: "a broken disk",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    await Deno.writeTextFile(`${folder}/write.c`, FAILING_WRITE);
    await outputOf(["gcc", "-shared", "-fPIC", "-o", `${folder}/write.so`, `${folder}/write.c`, "-ldl"]);
    const words = ["cluster/command.sh", ...shardWords(attempt, 1)];
    const { code, messages } = await run(words, { OUT: folder, LD_PRELOAD: `${folder}/write.so` });
    assertEquals([code, messages.split("\n").length], [1, 1], messages);
    const { output } = await trainShard(attempt, 1);
    assert(/ [1-9]\d* of them reused/.test(output), output);
    await trainAll(attempt);
    await assertMerges(attempt);
    return `exit code 1: "${messages.replace(folder, "DIR")}"; then resumed`;
  },
};

/** Damaged, forged and foreign files of shards, and disks that fail. */
export const FILES: readonly Scenario[] = [cut, changedBit, foreign, full, broken];
