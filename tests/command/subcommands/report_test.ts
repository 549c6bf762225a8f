/** `report`. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { assertSameFiles, changeFile, fileTest as test, readFilesIn, runCommand, SMALL_RUN } from "../run_command.ts";

test("report rebuilds pages from the CSV files alone, to the last byte", async (folder) => {
  await runCommand("run", "depth-xor", "delta-rule", ...SMALL_RUN, "--out", folder);
  const before = await readFilesIn(folder);
  await Deno.remove(`${folder}/depth-xor/report.html`);
  await Deno.writeTextFile(`${folder}/delta-rule/claims.csv`, "");
  const { code, results } = await runCommand("report", folder);
  assertEquals([code, results.at(-1)], [0, `${folder}/index.html`]);
  assertSameFiles(await readFilesIn(folder), before);
});

test("report and diff name what stands in the place of a result, and use the others", async (folder) => {
  const [results, other] = [`${folder}/results`, `${folder}/other`];
  for (const out of [results, other]) await runCommand("run", "depth-xor", "delta-rule", ...SMALL_RUN, "--out", out);
  const page = await Deno.readTextFile(`${other}/index.html`);
  await Deno.remove(`${results}/depth-xor`, { recursive: true });
  await Deno.writeTextFile(`${results}/depth-xor`, "a file with the name of an experiment");
  const messages = [`${results}/depth-xor is not part of a result`];
  assertEquals(await runCommand("report", results), {
    code: 0,
    results: [`${results}/delta-rule/report.html`, `${results}/index.html`],
    messages,
  });
  assertEquals(await Deno.readTextFile(`${results}/index.html`) !== page, true);
  assertEquals(await runCommand("diff", results, other), {
    code: 1,
    results: [`depth-xor is only in ${other}`],
    messages,
  });
  assertEquals((await runCommand("diff", other, results)).messages, messages);
});

test("report writes nothing if the front page cannot be written", async (folder) => {
  await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder);
  await Deno.remove(`${folder}/delta-rule/report.html`);
  await Deno.remove(`${folder}/index.html`);
  await Deno.symlink("delta-rule/runs.csv", `${folder}/index.html`);
  const before = await readFilesIn(folder);
  assertEquals((await runCommand("report", folder)).code, 2);
  assertSameFiles(await readFilesIn(folder), before);
});

/** Replacements in a file, and the problem reported for it. */
interface Damage {
  readonly file?: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly problem: string;
}

const DAMAGE: Readonly<Record<string, Damage>> = {
  "a wrong header": {
    from: "replicate",
    to: "replica",
    problem: 'runs.csv, row 1, column 3 must be "replicate", but is "replica"',
  },
  "a value of another type": {
    from: ",false,",
    to: ",no,",
    problem: 'runs.csv, row 2, column solved must be true or false, but is "no"',
  },
  "an unknown status": {
    from: "finished",
    to: "fine",
    problem: 'runs.csv, row 2, column status must be finished or diverged, but is "fine"',
  },
  "a missing row": {
    from: /and,single-layer,1.*\r\n/,
    to: "",
    problem: 'runs.csv, row 3, column network must be "single-layer", but is "two-layer"',
  },
  "missing rows at the end": {
    from: /xor,two-layer,0[^]*/,
    to: "",
    problem: "runs.csv, row 12, column function is missing: 12 rows must ",
  },
  "a truncated table": {
    from: /,[^,]*\r\n$/,
    to: "",
    problem: "runs.csv, row 13, column output_10 is cut off: no CRLF follows",
  },
  "a curve without its end": {
    file: "curves.csv",
    from: /xor,two-layer,1,20,.*\r\n$/,
    to: "",
    problem: "curves.csv, row 133, column function is missing: 132 rows must ",
  },
  "another value": {
    from: /,20,[^,]+,/,
    to: ",20,0.25,",
    problem: "runs.csv does not match its digest in manifest.json",
  },
  "a manifest with other settings": {
    file: "manifest.json",
    from: '"replicates": 2',
    to: '"replicates": 1',
    problem: 'runs.csv, row 3, column network must be "two-layer", but is "single-layer"',
  },
  "an invalid manifest": {
    file: "manifest.json",
    from: '"suiteSeed"',
    to: '"seed"',
    problem: "manifest.json, line 9: settings.seed is not a field",
  },
};

test("report rejects damaged tables, and names file, row and column", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  for (const [name, { file = "runs.csv", from, to, problem }] of Object.entries(DAMAGE)) {
    const restore = await changeFile(`${folder}/depth-xor/${file}`, (text) => text.replace(from, to));
    const { code, messages } = await runCommand("report", folder);
    assertEquals([name, code, messages.length], [name, 2, 1]);
    assertStringIncludes(messages[0]!, `${folder}/depth-xor/${problem}`);
    await restore();
  }
  assertEquals((await runCommand("report", folder)).code, 0);
});
