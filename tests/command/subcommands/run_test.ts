/** `run` in this process; signals and pipes are in process_test.ts. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { assertSameFiles, changeFile, fileTest as test, readFilesIn, runCommand, SMALL_RUN } from "../run_command.ts";

/** What V8 says of the text `{`. */
const REASON = "Expected property name or '}' in JSON at position 1 (line 1 column 2)";

test("run prints a verdict for each claim and the page to open", async (folder) => {
  const { code, results, messages } = await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  assertEquals([code, messages], [0, []]);
  for (const claim of Object.keys(CATALOG.find(({ id }) => id === "depth-xor")!.claims)) {
    assert(results.some((line) => line.includes(` ${claim} `)), claim);
  }
  assertEquals(results.at(-1), `Open ${folder}/index.html`);
});

test("run --json prints one event per line", async (folder) => {
  const { results } = await runCommand("run", "depth-xor", ...SMALL_RUN, "--json", "--out", folder);
  const events = results.map((line) => JSON.parse(line));
  const names = events.map(({ event }) => event);
  assertEquals(names.filter((name) => name !== "progress"), ["run-started", "experiment-finished", "run-finished"]);
  assertEquals(events[0].experiments, [{ experiment: "depth-xor", cells: 6, runs: 12 }]);
  const { runs, reused, claims } = events.at(-2);
  assertEquals({ runs, reused }, { runs: 12, reused: 0 });
  assertEquals(Object.keys(claims[0]), ["claim", "verdict", "estimate", "lower", "upper", "n"]);
});

test("run leaves a broken result out of the front page, and says so", async (folder) => {
  await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder);
  await Deno.writeTextFile(`${folder}/delta-rule/manifest.json`, "{");
  const { code, results, messages } = await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  const problem = `${folder}/delta-rule/manifest.json, line 1 is not JSON (${REASON})`;
  assertEquals([code, messages], [0, [`The front page leaves out a result: ${problem}`]]);
  assertEquals(results.at(-1), `Open ${folder}/index.html`);
  const page = await Deno.readTextFile(`${folder}/index.html`);
  assertEquals(["delta-rule", "depth-xor"].map((id) => page.includes(`<li id="${id}">`)), [false, true]);
  const other = await runCommand("verify", folder, "--quiet");
  assertEquals([other.code, other.results[0]], [1, problem]);
  await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder);
  assertEquals((await runCommand("verify", folder, "--quiet")).code, 0);
});

test("run names the folder that it cannot write to, on one line", async (folder) => {
  await Deno.writeTextFile(`${folder}/file`, "");
  const { code, messages } = await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", `${folder}/file`);
  assertEquals([code, messages], [2, [`Cannot use "${folder}/file": a file exists where a folder is needed`]]);
});

test("run prints each message on one line, even for a path with a line break", async (folder) => {
  const options = [...SMALL_RUN, "--out", `${folder}/two\nlines`];
  assertEquals((await runCommand("run", "delta-rule", ...options)).code, 0);
  await Deno.writeTextFile(`${folder}/two\nlines/delta-rule/manifest.json`, "{");
  const { messages } = await runCommand("run", "depth-xor", ...options);
  assertEquals(messages, [
    `The front page leaves out a result: ${folder}/two\\nlines/delta-rule/manifest.json, line 1 is not JSON (${REASON})`,
  ]);
});

test("run and report refuse a folder that is locked by another run", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  const other = await Deno.open(`${folder}/.lock`, { write: true, create: true });
  await other.lock(true);
  for (const args of [["run", "depth-xor", ...SMALL_RUN, "--out", folder], ["report", folder]]) {
    const { code, messages } = await runCommand(...args);
    assertEquals([code, messages.length], [2, 1]);
    assertStringIncludes(messages[0]!, `Cannot write to "${folder}": another run is writing there`);
  }
  assertEquals((await runCommand("report", `${folder}/depth-xor/`)).code, 2);
  other.close();
  assertEquals((await runCommand("report", `${folder}/depth-xor/`)).code, 0);
});

test("run --resume keeps finished results, and reruns those with other settings or changed files", async (folder) => {
  const resume = (...options: string[]) =>
    runCommand("run", "delta-rule", "--epochs", "20", "--out", folder, "--resume", ...options);
  assertEquals((await resume("--seeds", "2")).messages, []);
  const before = await readFilesIn(folder);
  assertEquals((await resume("--seeds", "2")).messages, ["delta-rule: already finished"]);
  assertEquals((await resume("--seeds", "3")).messages, [
    "delta-rule: rerun from scratch, because the stored result has other settings (seeds 2, now 3)",
  ]);
  await changeFile(`${folder}/delta-rule/runs.csv`, (text) => text.replace("finished", "unknown"));
  const [changed] = (await resume("--seeds", "3")).messages;
  assertMatch(changed!, /rerun from scratch, because .*runs\.csv does not match its digest/);
  const manifest = `${folder}/delta-rule/manifest.json`;
  await Deno.writeTextFile(manifest, "{");
  assertEquals((await resume("--seeds", "2")).messages, [
    `delta-rule: rerun from scratch, because the stored result cannot be read (${manifest}, line 1 is not JSON (${REASON}))`,
  ]);
  assertSameFiles(await readFilesIn(folder), before);
});
