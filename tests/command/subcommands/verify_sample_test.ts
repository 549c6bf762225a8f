/** `verify --sample`: what it finds, what it says it has checked, and which runs it draws. */
import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { sha256Hex } from "../../../experiments/store/files.ts";
import { fileTest as test, readFilesIn, runCommand, SMALL_RUN } from "../run_command.ts";

/** Forges a table as an attacker would: updates its digest and rebuilds everything that follows from it. */
async function forge(
  folder: string,
  id: string,
  table: string,
  change: (text: string) => string,
): Promise<() => Promise<void>> {
  const files = await readFilesIn(folder);
  const [csvPath, manifestPath] = [`/${id}/${table}.csv`, `/${id}/manifest.json`];
  const csv = files[csvPath]!;
  const forged = change(csv);
  assertNotEquals(forged, csv);
  await Deno.writeTextFile(folder + csvPath, forged);
  await Deno.writeTextFile(folder + manifestPath, files[manifestPath]!.replace(sha256Hex(csv), sha256Hex(forged)));
  assertEquals((await runCommand("report", folder)).code, 0);
  return async () => {
    for (const [path, text] of Object.entries(files)) await Deno.writeTextFile(folder + path, text);
  };
}

/** A function that replaces one cell of a CSV without quoted cells; the header is row 1. */
function withCell(row: number, column: string, value: string): (text: string) => string {
  return (text) => {
    const lines = text.split("\r\n").map((line) => line.split(","));
    lines[row - 1]![lines[0]!.indexOf(column)] = value;
    return lines.map((cells) => cells.join(",")).join("\r\n");
  };
}

const withoutRow = (row: number) => (text: string) => text.split("\r\n").toSpliced(row - 1, 1).join("\r\n");
const withRowTwice = (row: number) => (text: string) => {
  const lines = text.split("\r\n");
  return lines.toSpliced(row - 1, 0, lines[row - 1]!).join("\r\n");
};

/** Draws 7 of 12 runs, the first of them among these. */
const SAMPLE = ["--sample", "7", "--sample-seed", "2"];

/** Forged tables, and what `verify --sample` finds in them. */
const FORGERIES: readonly (readonly [id: string, table: string, change: (text: string) => string, problem: RegExp])[] =
  [
    [
      "delta-sign",
      "changes",
      withCell(2, "after", "0.25"),
      /^changes\.csv, row 2, column after must be 0\.\d+, but is 0\.25$/,
    ],
    ["delta-sign", "changes", withoutRow(2), /^changes\.csv, row 2, column function: a row is missing$/],
    ["delta-sign", "changes", withRowTwice(2), /^changes\.csv, row 3, column function: the row is one too many$/],
    [
      "delta-sign",
      "changes",
      withCell(2, "replicate", "99"),
      /^changes\.csv, row 2, column \w+: the row belongs to no run$/,
    ],
    [
      "delta-sign",
      "directions",
      withCell(9, "delta", "7"),
      /^directions\.csv, row 9, column delta must be .*, but is 7$/,
    ],
    ["delta-sign", "directions", withoutRow(203), /^directions\.csv, row 203, column sign must be /],
    ["update-rule", "speed", withCell(3, "solved", "7"), /^speed\.csv, row 3, column solved must be \d, but is 7$/],
    [
      "update-rule",
      "runs",
      withCell(2, "solved_epoch", "21"),
      /^runs\.csv, row 2, column solved_epoch must be /,
    ],
  ];

test("verify --sample finds forged tables, though they have the right digests", async (folder) => {
  await runCommand("run", "delta-sign", "update-rule", ...SMALL_RUN, "--out", folder);
  for (const [id, table, change, problem] of FORGERIES) {
    const restore = await forge(folder, id, table, change);
    const { code, results } = await runCommand("verify", `${folder}/${id}`, "--quiet", ...SAMPLE);
    assertEquals([problem, code], [problem, 1]);
    assertMatch(results[0]!.slice(`${folder}/${id}/`.length), problem);
    await restore();
  }
});

test("verify --sample says what it has checked, and what it has not", async (folder) => {
  await runCommand("run", "delta-sign", "depth-xor", ...SMALL_RUN, "--out", folder);
  const { code, results } = await runCommand("verify", folder, "--quiet", "--sample", "1", "--sample-seed", "0");
  assertEquals([code, results], [0, [
    `${folder}/delta-sign: 1 of 12 runs (8.333 %) reproduced, no differences`,
    "  rows of these runs compared: runs.csv, curves.csv, changes.csv",
    "  all rows compared: directions.csv",
    `${folder}/depth-xor: 0 of 12 runs (0 %) reproduced, no differences`,
    "  not checked: runs.csv, curves.csv, failures.csv, surface.csv",
    "sample: 1 of 24 runs (4.167 %); --sample-seed 0 draws the same again",
    `${folder}/index.html: no differences`,
    `${folder}/lab.html: no differences`,
    `${folder}/course: no differences`,
    `${folder}/ko: no differences`,
  ]]);
});

test("verify --sample draws afresh each time, unless --sample-seed repeats a draw", async (folder) => {
  await runCommand("run", "delta-sign", ...SMALL_RUN, "--out", folder);
  const seedOf = (results: readonly string[]) => {
    return results.find((line) => line.startsWith("sample: "))!.match(/--sample-seed (\S+) draws/)![1]!;
  };
  const verify = (...more: string[]) => runCommand("verify", folder, "--quiet", "--sample", "3", ...more);
  const [first, second] = [await verify(), await verify()];
  assertNotEquals(seedOf(first.results), seedOf(second.results));
  assertEquals(await verify("--sample-seed", seedOf(first.results)), first);
  // each run can be drawn: a forged one is found sooner or later
  await forge(folder, "delta-sign", "runs", withCell(13, "training_loss", "0.25"));
  const codes = [];
  for (let i = 0; i < 5; i++) codes.push((await verify("--sample-seed", String(i))).code);
  assertEquals(new Set(codes), new Set([0, 1]));
  const { messages, code } = await runCommand("verify", folder, "--sample-seed", "1");
  assertEquals([code, messages], [2, ["Cannot verify: --sample-seed needs --sample"]]);
});
