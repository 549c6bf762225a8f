/** `--module`: an experiment of one's own is used like those of the suite. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { runExperiment } from "../../../reports/run_experiment.ts";
import { ownModule } from "../own_module.ts";
import { assertSameFiles, fileTest as test, readFilesIn, runCommand, SMALL_RUN } from "../run_command.ts";

const ID = "two-or-three";

/** A module in the folder, and the words that name it. */
async function moduleIn(folder: string, source = ownModule(), name = "own.ts"): Promise<string[]> {
  await Deno.writeTextFile(`${folder}/${name}`, source);
  return ["--module", `${folder}/${name}`];
}

const sole = (line: string) => ({ code: 2, results: [], messages: [line] });

test("run, verify, report and diff take an experiment of one's own", async (folder) => {
  const own = await moduleIn(folder), out = `${folder}/results`;
  const run = await runCommand("run", ...own, "--quiet", "--out", out);
  assertEquals([run.code, run.results.at(-2)], [0, "1 claim: 0 supported, 0 refuted, 1 undecided."]);
  assertStringIncludes(await Deno.readTextFile(`${out}/index.html`), `href="${ID}/report.html"`);
  const page = await Deno.readTextFile(`${out}/${ID}/report.html`);
  assertStringIncludes(page, `deno task experiment run ${ID} --module FILE`);
  const verified = await runCommand("verify", out, ...own, "--quiet");
  assertEquals([verified.code, verified.results[0]], [0, `${out}/${ID}: 8 runs reproduced, no differences`]);
  const before = await readFilesIn(out);
  await Deno.remove(`${out}/${ID}/report.html`);
  assertEquals((await runCommand("verify", out, ...own, "--quiet")).code, 1);
  const reported = await runCommand("report", out, ...own);
  assertEquals(reported, {
    code: 0,
    results: [`${out}/${ID}/report.html`, `${out}/index.html`],
    messages: [],
  });
  assertSameFiles(await readFilesIn(out), before);
  assertEquals(await runCommand("diff", out, out, ...own), { code: 0, results: ["no differences"], messages: [] });
});

test("run --module writes the same files as runExperiment", async (folder) => {
  const [, file] = await moduleIn(folder);
  await runCommand("run", "--module", file!, "--quiet", "--out", `${folder}/results`);
  const { default: experiment } = await import(`file://${file}`);
  await runExperiment(experiment, { out: `${folder}/program` });
  assertSameFiles(await readFilesIn(`${folder}/program`), await readFilesIn(`${folder}/results/${ID}`));
});

test("merge joins shards of an experiment from a module, and refuses them without that module", async (folder) => {
  const own = await moduleIn(folder), [shards, merged] = [`${folder}/shards`, `${folder}/merged`];
  for (const shard of ["1/2", "2/2"]) await runCommand("run", ...own, "--shard", shard, "--out", shards, "--quiet");
  assertEquals(
    await runCommand("merge", shards, "--out", merged),
    sole(
      `Cannot merge "${shards}": ${shards}/${ID} has shards of no known experiment; ` +
        "--module FILE names the module that exports it",
    ),
  );
  assertEquals((await runCommand("merge", shards, ...own, "--out", merged, "--quiet")).code, 0);
  await runCommand("run", ...own, "--out", `${folder}/whole`, "--quiet");
  assertSameFiles(await readFilesIn(`${merged}/${ID}`), await readFilesIn(`${folder}/whole/${ID}`));
});

test("commands name the results that they skip without a module", async (folder) => {
  const own = await moduleIn(folder), out = `${folder}/results`;
  await runCommand("run", ...own, "--quiet", "--out", out);
  const advice = "--module FILE names the module that exports it";
  for (const verb of ["verify", "report"]) {
    const refusal = `Cannot ${verb} "${out}": ${out}/${ID} is of no known experiment; ${advice}`;
    assertEquals(await runCommand(verb, out), sole(refusal));
  }
  const skipped = [`${out}/${ID} is skipped: it is of no known experiment; ${advice}`];
  const run = await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", out);
  assertEquals([run.code, run.messages], [0, skipped]);
  assert(!(await Deno.readTextFile(`${out}/index.html`)).includes(ID));
  for (const words of [["verify", out, "--quiet"], ["report", out]]) {
    const { code, messages } = await runCommand(...words);
    assertEquals([words[0], code, messages], [words[0], 0, skipped]);
  }
  const whole = await runCommand("report", out, ...own);
  assertEquals([whole.code, whole.messages], [0, []]);
  assertStringIncludes(await Deno.readTextFile(`${out}/index.html`), `href="${ID}/report.html"`);
});

test("a module's experiments are meant where no ID is given, and known beside those of the suite", async (folder) => {
  const own = await moduleIn(folder, ownModule("own-a", "export const a = own, b = { ...own, id: 'own-b' }, c = a"));
  const idsOf = async (...words: string[]) => {
    const { results } = await runCommand(...words, ...own, "--json");
    return JSON.parse(results[0]!).map(({ id }: { id: string }) => id);
  };
  assertEquals(await idsOf("list"), ["own-a", "own-b"]);
  assertEquals(await idsOf("run", "--dry-run"), ["own-a", "own-b"]);
  assertEquals(await idsOf("run", "own-b", "delta-rule", "--dry-run"), ["delta-rule", "own-b"]);
  const { results } = await runCommand("config", "own-b", ...own, "--set", "units=3");
  assertEquals(JSON.parse(results.join("\n")).network.layers[0].units, 3);
  assertEquals((await runCommand("trace", "own-a", ...own, "--set", "units=2")).results[0], "Update 1");
  assertEquals((await runCommand("run", "own-c", ...own)).messages, [
    'Cannot run "own-c": no experiment has this name (did you mean "own-a"?)',
  ]);
});

/** Modules that are refused, and why. */
const REFUSALS: Readonly<Record<string, readonly [source: string, reason: string]>> = {
  "no experiment": ["export const a = 1, b = {};", "it exports no experiment; export what defineExperiment returns"],
  "an id of the suite": [ownModule("depth-xor"), 'the id "depth-xor" belongs to an experiment of the suite'],
  "an id of a page": [ownModule("course"), 'the id "course" belongs to a page of the suite'],
  "an id twice": [
    ownModule("own", "export const a = own, b = { ...own }"),
    'the id "own" belongs to another export',
  ],
  "an id that leads elsewhere": [
    ownModule("../own"),
    "default.id must be words of a-z and 0-9 with hyphens between them, of at most 60 characters, but is " +
    '"../own"',
  ],
  "a field that is missing": [
    ownModule("own", "export const mine = { ...own, views: undefined }"),
    "mine.views is missing",
  ],
  "an answer without a claim": [
    ownModule("own", 'export const mine = { ...own, answer: ["three-solve-mor"] }'),
    'mine.answer[0] must be the name of a claim, but is "three-solve-mor" (did you mean "three-solve-more"?)',
  ],
  "a syntax error": ["const a = 1;\nexport const b = ;\n", "Expression expected (FILE:2:18)"],
  "an error that it throws": ['throw new Error("first line\\nsecond line");', "first line"],
};

for (const [what, [source, reason]] of Object.entries(REFUSALS)) {
  test(`a module with ${what} is refused in one line`, async (folder) => {
    const [option, file] = await moduleIn(folder, source);
    const refusal = `Cannot load "${file}": ${reason.replace("FILE", file!)}`;
    for (const verb of ["list", "run"]) assertEquals(await runCommand(verb, option!, file!), sole(refusal));
    assertEquals(await runCommand("verify", folder, option!, file!), sole(refusal));
  });
}

test("a module that is no file is refused in one line", async (folder) => {
  for (const [path, reason] of [[`${folder}/nowhere.ts`, "it does not exist"], [folder, "it is a folder"]] as const) {
    assertEquals(await runCommand("list", "--module", path), sole(`Cannot use "${path}": ${reason}`));
  }
});
