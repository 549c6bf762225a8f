/** `verify`. */
import { assertEquals, assertMatch } from "@std/assert";
import { changeFile, fileTest as test, runCommand, SMALL_RUN } from "../run_command.ts";

/** A change to a file of a result, and the problem that `verify` reports with these options. */
type Change = readonly [
  file: string,
  change: (text: string) => string | Uint8Array,
  options: readonly string[],
  problem: RegExp,
];

/** Draws this many of the runs of delta-rule: of three, the first is one; of two, it is none. */
function sampleOf(size: number): string[] {
  return ["--sample", String(size), "--sample-seed", "c"];
}

/** The lines about results, without those about a sample. */
function withoutSample(lines: readonly string[]): string[] {
  return lines.filter((line) => !line.startsWith("  ") && !line.startsWith("sample: "));
}

const changeLoss = (text: string) => text.replace(/,20,[^,]+,/, ",20,0.25,");
const changeCase = (text: string) => text.replace("</html>", "</HTML>");

const CHANGES: readonly Change[] = [
  ["runs.csv", changeLoss, [], /^runs\.csv, row 2, column training_loss must be "0\.\d+", but is "0\.25"$/],
  ["runs.csv", changeLoss, sampleOf(3), /^runs\.csv, row 2, column training_loss must be 0\.\d+, but is 0\.25$/],
  [
    "curves.csv",
    (text) => text.replace("replicate", "replica"),
    sampleOf(1),
    /^curves\.csv, row 1, column 2 must be "replicate"/,
  ],
  ["runs.csv", changeLoss, sampleOf(2), /^runs\.csv does not match its digest in manifest\.json/],
  ["report.html", changeCase, sampleOf(1), /^report\.html, line \d+ must be /],
  ["report.html", changeCase, [], /^report\.html, line \d+ must be /],
  [
    "manifest.json",
    (text) => text.replace('"replicates": 2', '"replicates": 1'),
    [],
    /^runs\.csv, row 3, column batch must be "full", but is "online"$/,
  ],
];

test("verify finds no difference in an intact result, and the first difference in a changed one", async (folder) => {
  await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder);
  const result = `${folder}/delta-rule`;
  const index = `${folder}/index.html`;
  const intact = { code: 0, results: [`${result}: 4 runs reproduced, no differences`], messages: [] };
  assertEquals(await runCommand("verify", `${folder}/`, "--quiet"), {
    ...intact,
    results: [
      ...intact.results,
      `${index}: no differences`,
      `${folder}/lab.html: no differences`,
      `${folder}/course: no differences`,
      `${folder}/ko: no differences`,
    ],
  });
  assertEquals(await runCommand("verify", result, "--quiet", "--sample", "9", "--sample-seed", "s"), {
    ...intact,
    results: [...intact.results, "sample: 4 of 4 runs (100 %); --sample-seed s draws the same again"],
  });
  for (const [file, change, options, problem] of CHANGES) {
    const restore = await changeFile(`${result}/${file}`, change);
    const { code, results } = await runCommand("verify", result, "--quiet", ...options);
    assertEquals([code, withoutSample(results).length], [1, 1]);
    assertMatch(results[0]!.slice(`${result}/`.length), problem);
    await restore();
  }
  await changeFile(index, changeCase);
  const { code, results } = await runCommand("verify", folder, "--quiet", "--sample", "1");
  assertEquals([code, withoutSample(results).length], [1, 2]);
  assertMatch(results.at(-1)!.slice(folder.length), /^\/index\.html, line \d+ must be /);
});

/** Damage that makes a file unreadable or its manifest invalid. */
const DAMAGE: readonly (readonly [file: string, damage: Change[1], problem: RegExp])[] = [
  ["runs.csv", (text) => withInvalidByte(text, "finished", 2), /^runs\.csv must be UTF-8 text, but line 3 is not$/],
  [
    "report.html",
    (text) => withInvalidByte(text, "<html", 1),
    /^report\.html (must be UTF-8 text, but line 2 is not$|does not match its digest)/,
  ],
  ["manifest.json", (text) => text.slice(0, -9), /^manifest\.json, line \d+ is not JSON \(/],
  [
    "manifest.json",
    (text) => text.replaceAll('"xor"', '"xorr"'),
    /^manifest\.json, line (?!1:)\d+: Cannot set function to "xorr": it must/,
  ],
  [
    "manifest.json",
    (text) => text.replace("depth-xor", "depht-xor"),
    /^manifest\.json, line 6: (Cannot plan "depht-xor": no |experiment must be "depth-xor", but is "depht-xor"$)/,
  ],
  [
    "manifest.json",
    (text) => text.replace('"runs.csv"', '"../runs.csv"'),
    /^manifest\.json, line \d+: files\["\.\.\/runs\.csv"\] must be the plain name/,
  ],
];

/** A text as bytes, with an invalid UTF-8 byte before the `count`-th occurrence of `words`. */
function withInvalidByte(text: string, words: string, count: number): Uint8Array {
  const pieces = text.split(words);
  const bytes = (some: string[]) => new TextEncoder().encode(some.join(words));
  return new Uint8Array([...bytes(pieces.slice(0, count)), 0xff, ...bytes(["", ...pieces.slice(count)])]);
}

test("verify reports an unreadable result, and continues with the others", async (folder) => {
  await runCommand("run", "delta-rule", "depth-xor", ...SMALL_RUN, "--out", folder);
  const result = `${folder}/depth-xor`;
  for (const [file, damage, problem] of DAMAGE) {
    const restore = await changeFile(`${result}/${file}`, damage);
    for (const args of [[folder], [folder, "--sample", "9"], [result]]) {
      const { code, results: lines, messages } = await runCommand("verify", ...args, "--quiet");
      const results = withoutSample(lines);
      assertEquals([file, code, messages, results.length], [file, 1, [], args[0] === folder ? 2 : 1]);
      assertMatch(results.at(-1)!.slice(`${result}/`.length), problem);
      if (args[0] === folder) {
        assertMatch(results[0]!, /delta-rule: (\d of )?\d runs (\(\d+ %\) )?reproduced, no differences$/);
      }
    }
    await restore();
  }
});

test("verify rejects a folder without results", async (folder) => {
  const { code, messages } = await runCommand("verify", folder);
  assertEquals([code, messages], [2, [`Cannot verify "${folder}": it has no results`]]);
});
