/** Damaged, forged and foreign files of shards, and disks that are full. */
import { assert, assertEquals } from "@std/assert";
import { journalLine } from "../../experiments/training/journal_format.ts";
import {
  assertRefused,
  assertSameBytes,
  type Attempt,
  command,
  filesOfShard,
  merge,
  outputOf,
  type ProgramResult,
} from "./context.ts";
import { quickAttempt, type Scenario } from "./scenario.ts";

function runShard(attempt: Attempt, number: number, ...options: string[]): Promise<ProgramResult> {
  const shard = ["--shard", `${number}/${attempt.shards}`, "--out", `${attempt.out}/shards`];
  return command(attempt, "run", ...attempt.words, ...options, "--quiet", ...shard);
}

async function trainAll(attempt: Attempt): Promise<void> {
  for (let number = 1; number <= attempt.shards; number++) assertEquals((await runShard(attempt, number)).code, 0);
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
    assertEquals((await runShard(attempt, 2)).code, 0);
    await assertSameBytes(attempt);
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
    const refused = await runShard(attempt, 1, "--suite-seed", "other");
    assertEquals([refused.code, refused.messages.split("\n").length], [2, 1], refused.messages);
    const other = quickAttempt(`${folder}/other`);
    assertEquals((await runShard(other, 1, "--suite-seed", "other")).code, 0);
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
      const { code, messages } = await runShard(attempt, 1);
      assertEquals(code, 1, messages);
      assert(messages.includes("no space left on device"), messages);
      await outputOf(["mount", "-o", "remount,size=100m", disk]);
      await trainAll(attempt);
      await assertSameBytes(attempt);
    } finally {
      await outputOf(["umount", disk]);
    }
    return "exit code 1 and one line; then resumed";
  },
};

/** Damaged, forged and foreign files of shards, and disks that are full. */
export const FILES: readonly Scenario[] = [cut, changedBit, foreign, full];
