/** `replicate`. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { assertSameFiles, changeFile, fileTest as test, readFilesIn, runCommand, SMALL_RUN } from "../run_command.ts";

const TIMES = ["--times", "3", "--quiet"];

/** The lines of a CSV file, header first. */
async function linesOf(path: string): Promise<string[][]> {
  return (await Deno.readTextFile(path)).trimEnd().split("\r\n").map((line) => line.split(","));
}

test("replicate writes how often each verdict held, and pages tell it", async (folder) => {
  await runCommand("run", "depth-xor", "forward-pass", ...SMALL_RUN, "--out", folder);
  const { code, results } = await runCommand("replicate", "depth-xor", ...TIMES, "--out", folder);
  assertEquals(code, 0);
  assertMatch(results.at(-1)!, /^\d+ of \d+ verdicts held in at least 90 % of 3 replications$/);
  const [header, ...rows] = await linesOf(`${folder}/depth-xor/replication.csv`);
  assertEquals(header!.join(), "claim,verdict,supported,refuted,undecided,median_estimate,agreement");
  const claims = await linesOf(`${folder}/depth-xor/claims.csv`);
  assertEquals(rows.map(([claim]) => claim), claims.slice(1).map(([claim]) => claim));
  for (const [, , ...counts] of rows) assertEquals(Number(counts[0]) + Number(counts[1]) + Number(counts[2]), 3);
  assertStringIncludes(await Deno.readTextFile(`${folder}/depth-xor/report.html`), " of 3 replications.");
  assert(!("/replication.csv" in await readFilesIn(`${folder}/forward-pass`)));
  assertEquals((await runCommand("verify", folder, "--quiet")).code, 0);
});

test("replicate gives the same bytes again, also with one worker", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  await runCommand("replicate", ...TIMES, "--out", folder);
  const first = await readFilesIn(folder);
  await runCommand("replicate", ...TIMES, "--out", folder, "--jobs", "1", "--engine", "reference");
  assertSameFiles(await readFilesIn(folder), first);
});

test("report and an equal run keep the replications, another run removes them", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  await runCommand("replicate", ...TIMES, "--out", folder);
  const replicated = await readFilesIn(folder);
  await runCommand("report", folder);
  assertSameFiles(await readFilesIn(folder), replicated);
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  assertSameFiles(await readFilesIn(folder), replicated);
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--suite-seed", "other", "--out", folder);
  assert(!("/replication.csv" in await readFilesIn(`${folder}/depth-xor`)));
  assertEquals((await runCommand("verify", folder, "--quiet")).code, 0);
});

test("verify and report refuse replications that do not fit the verdicts", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  await runCommand("replicate", ...TIMES, "--out", folder);
  await changeFile(`${folder}/depth-xor/replication.csv`, (text) => text.replace(/refuted,0,/, "refuted,1,"));
  const verified = await runCommand("verify", folder, "--quiet");
  assertEquals(verified.code, 1);
  assertStringIncludes(verified.results.join(), "depth-xor/replication.csv");
  assertEquals((await runCommand("report", folder)).code, 2);
});

test("replicate refuses what has no result", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  const none = await runCommand("replicate", "losses", ...TIMES, "--out", folder);
  assertEquals([none.code, none.messages], [2, [`Cannot replicate "losses": ${folder} has no result of it`]]);
  assertEquals((await runCommand("replicate", ...TIMES, "--out", `${folder}/depth-xor`)).code, 2);
  assertEquals((await runCommand("replicate", ...TIMES, "--out", `${folder}/empty`)).code, 2);
});
