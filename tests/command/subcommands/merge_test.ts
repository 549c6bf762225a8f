/** `run --shard` and `merge`: the same bytes as a run in one piece, or one line that says what is wrong. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { journalLine } from "../../../experiments/training/journal/journal_lines.ts";
import { shardFilesIn } from "../../../experiments/training/journal/shard_file.ts";
import { assertSameFiles, fileTest as test, readFilesIn, runCommand } from "../run_command.ts";

const RUN = ["run", "delta-rule", "depth-xor", "--seeds", "3", "--epochs", "20", "--quiet"];

async function runShards(out: string, count: number, numbers: Iterable<number>, ...options: string[]): Promise<void> {
  for (const number of numbers) {
    const { code, messages } = await runCommand(...RUN, ...options, "--shard", `${number}/${count}`, "--out", out);
    assertEquals([code, messages], [0, []]);
  }
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Merges shards; asserts that the files are those of a run in one piece. */
async function mergeAndCheck(folder: string, ...shards: string[]): Promise<void> {
  const merged = `${folder}/merged`;
  const { code, messages } = await runCommand("merge", ...shards, "--quiet", "--out", merged);
  assertEquals([code, messages], [0, []]);
  await runCommand(...RUN, "--out", `${folder}/whole`);
  assertSameFiles(await readFilesIn(merged), await readFilesIn(`${folder}/whole`));
}

/** The only message of a merge that fails and writes nothing. */
async function refusal(code: number, folder: string, ...shards: string[]): Promise<string> {
  const merged = await runCommand("merge", ...shards, "--quiet", "--out", `${folder}/merged`);
  assertEquals([merged.code, merged.results, merged.messages.length], [code, [], 1], merged.messages.join(" / "));
  assert(!(await Array.fromAsync(Deno.readDir(folder))).some(({ name }) => name === "merged"));
  return merged.messages[0]!;
}

/** The file of a shard of depth-xor. */
function fileOf(out: string, number: number): string {
  return shardFilesIn(`${out}/depth-xor`).find((file) => file.includes(`/shard-${number}-of-`))!;
}

/** Changes the JSON values of a journal's lines and gives the lines their checksums. */
// deno-lint-ignore no-explicit-any
async function forge(file: string, change: (lines: any[]) => void): Promise<void> {
  const lines = (await Deno.readTextFile(file)).trimEnd().split("\n").map((line) => JSON.parse(line.slice(17)));
  change(lines);
  await Deno.writeFile(file, new Uint8Array(lines.flatMap((line) => [...journalLine(line)])));
}

for (const count of [1, 3, 7, 64]) {
  test(`${count} shards merge to the bytes of a run in one piece`, async (folder) => {
    await runShards(`${folder}/shards`, count, upTo(count));
    await mergeAndCheck(folder, `${folder}/shards`);
  });
}

test("shards of both engines merge to the same bytes", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 4, [1, 3], "--engine", "reference");
  await runShards(out, 4, [2, 4], "--engine", "wasm");
  await mergeAndCheck(folder, out);
});

test("shards of different cuts in several folders merge to the same bytes", async (folder) => {
  await runShards(`${folder}/a`, 2, [1]);
  await runShards(`${folder}/b`, 5, [3, 4, 5]);
  await mergeAndCheck(folder, `${folder}/a`, `${folder}/b/`);
});

test("merge names the shards that are missing, and succeeds once they are there", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 6, [2, 3, 5]);
  const message = await refusal(1, folder, out);
  assertStringIncludes(message, "depth-xor lacks ");
  assertStringIncludes(message, "of 18 runs");
  assertStringIncludes(message, "these of 6 shards must run again: --array=1,4,6");
  await runShards(out, 6, [1, 4, 6]);
  await mergeAndCheck(folder, out);
});

test("merge misses an experiment that no attempt has begun", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 2, [1, 2]);
  await Deno.remove(`${out}/depth-xor`, { recursive: true });
  const message = await refusal(1, folder, out);
  assertStringIncludes(message, "depth-xor has no shards; these of 2 shards must run again: --array=1,2");
});

test("a shard continues after the last complete line of an earlier attempt", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 2, [1, 2]);
  const file = fileOf(out, 1);
  const bytes = await Deno.readFile(file);
  await Deno.writeFile(file, bytes.subarray(0, bytes.length - 10));
  assertStringIncludes(await refusal(1, folder, out), "--array=1");
  const { results } = await runCommand(...RUN, "--json", "--shard", "1/2", "--out", out);
  const [, depth] = results.map((line) => JSON.parse(line));
  assert(depth.runs > depth.reused && depth.reused > 0);
  assertEquals(shardFilesIn(`${out}/depth-xor`).length, 3);
  await mergeAndCheck(folder, out);
});

test("a finished shard trains nothing again and adds no file", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 1, [1]);
  const before = await readFilesIn(out);
  await runShards(out, 1, [1]);
  assertSameFiles(await readFilesIn(out), before);
});

test("equal duplicates merge; different ones are refused with the run and both files", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 2, [1, 2]);
  const file = fileOf(out, 2);
  const copy = file.replace(/\.[^.]+\.journal$/, ".copy.journal");
  await Deno.copyFile(file, copy);
  await mergeAndCheck(folder, out);
  await Deno.remove(`${folder}/merged`, { recursive: true });
  await forge(copy, (lines) => lines[1].runs[0].snapshots.at(-1).parameters[0] *= 1 + 2 ** -52);
  const message = await refusal(1, folder, out);
  assertStringIncludes(message, 'Cannot merge "depth-xor": the run (');
  assertStringIncludes(message, `differs in ${[file, copy].sort().join(" and ")};`);
});

test("verify finds a changed bit that no second copy reveals", async (folder) => {
  const out = `${folder}/shards`;
  await runShards(out, 2, [1, 2]);
  await forge(fileOf(out, 2), (lines) => lines[1].runs[0].snapshots.at(-1).parameters[0] *= 1 + 2 ** -40);
  assertEquals((await runCommand("merge", out, "--quiet", "--out", `${folder}/merged`)).code, 0);
  const { code, results } = await runCommand("verify", `${folder}/merged`, "--quiet");
  assertEquals(code, 1);
  assert(results.some((line) => /depth-xor\/runs\.csv, row \d+, column \w+/.test(line)), results.join("\n"));
  const parts = await Promise.all(
    upTo(2).map((number) => runCommand("verify", `${folder}/merged`, "--shard", `${number}/2`, "--quiet")),
  );
  assertEquals(parts.map(({ code }) => code), [0, 1]);
});

test("shards of other settings or other code are refused in one line", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  await runShards(a, 2, [1]);
  await runShards(b, 2, [2], "--suite-seed", "other");
  const settings = await refusal(2, folder, a, b);
  assertStringIncludes(settings, 'suiteSeed "xorlab", now "other"');
  const into = await runCommand(...RUN, "--epochs", "21", "--shard", "1/2", "--out", a);
  assertEquals(into.code, 2);
  const other = await runCommand(...RUN, "--suite-seed", "other", "--shard", "2/2", "--out", a);
  assertEquals([other.code, other.messages.length], [2, 1]);
  assertStringIncludes(other.messages[0]!, "was made with other settings or code (suiteSeed");
  await forge(fileOf(a, 1), (lines) => lines[0].code = "0".repeat(64));
  assertStringIncludes(await refusal(2, folder, a), "was made by other code than this (code ");
});

test("merge refuses a forged line, and folders without shards", async (folder) => {
  const out = `${folder}/shards`;
  await Deno.mkdir(out);
  assertStringIncludes(await refusal(2, folder, out), "it has no shards");
  assertStringIncludes(await refusal(2, folder, `${folder}/absent`), "it does not exist");
  await runShards(out, 1, [1]);
  await forge(fileOf(out, 1), (lines) => lines[1].first = 999);
  assertStringIncludes(await refusal(2, folder, out), "line 2: first must be");
});

test("run refuses shards that do not exist", async (folder) => {
  for (const shard of ["0/3", "4/3", "1", "1/0", "-1/3", "1/3/5", "1.5/3", "1/1000000"]) {
    const { code, messages } = await runCommand(...RUN, "--shard", shard, "--out", folder);
    assertEquals([code, messages.length], [2, 1]);
    assertStringIncludes(messages[0]!, "--shard must be I/N, from 1/N to N/N");
  }
  const withoutOut = await runCommand(...RUN, "--shard", "1/2");
  assertEquals([withoutOut.code, withoutOut.messages], [2, [
    "Cannot run: --shard needs --out, the folder of all shards",
  ]]);
  assertEquals((await runCommand(...RUN, "--shards", "2")).messages, ["Cannot run: --shards needs --dry-run"]);
});

test("run --dry-run --shards tells runs, time and size of each shard", async (folder) => {
  const { code, results } = await runCommand(...RUN, "--dry-run", "--shards", "3", "--json");
  assertEquals(code, 0);
  const shards = JSON.parse(results[0]!);
  assertEquals(shards.map((each: { shard: number }) => each.shard), [1, 2, 3]);
  await runShards(folder, 3, [1, 2, 3]);
  for (const { shard, runs, seconds, bytes } of shards) {
    assert(seconds > 0 && runs > 0);
    const files = ["delta-rule", "depth-xor"].flatMap((id) => shardFilesIn(`${folder}/${id}`));
    const sizes = files.filter((file) => file.includes(`/shard-${shard}-of-`)).map((file) => Deno.statSync(file).size);
    const size = sizes.reduce((sum, each) => sum + each, 0);
    assert(Math.abs(bytes / size - 1) < 0.15, `${bytes} bytes estimated, ${size} written`);
  }
});

/** Numbers in a shard's file that would decide how much memory merging takes, and how they are refused. */
// deno-lint-ignore no-explicit-any
const HUGE: readonly (readonly [change: (lines: any[]) => void, message: string])[] = [
  [([header]) => header.shard.count = 1e15, "shard.count must be a whole number of at most 100000, but is"],
  [([header]) => header.shard.count = 1e9, "shard.count must be a whole number of at most 100000, but is 1000000000"],
  [([header]) => header.shard.number = 5, "shard.number must be a whole number of at most 3, but is 5"],
  [([header]) => header.settings.replicates = 1e15, "settings.replicates must be a whole number of at most 100000000"],
  [([, entry]) => entry.first = 1e15, "first must be a whole number"],
  [([, entry]) => entry.count = 1e9, "is one too many: the plan has 18 runs"],
];

for (const [change, message] of HUGE) {
  test(`merge refuses a shard's file: ${message}`, async (folder) => {
    const out = `${folder}/shards`;
    await runShards(out, 3, [1, 2]);
    await forge(fileOf(out, 1), change);
    assertStringIncludes(await refusal(2, folder, out), message);
  });
}
