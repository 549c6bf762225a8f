/** `diff`. */
import { assertEquals, assertMatch } from "@std/assert";
import { changeFile, fileTest as test, runCommand, SMALL_RUN } from "../run_command.ts";

test("diff reports changed settings, values and verdicts", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  await runCommand("run", "depth-xor", "delta-rule", ...SMALL_RUN, "--out", a);
  await runCommand("run", "depth-xor", "--seeds", "2", "--epochs", "2000", "--quiet", "--out", b);
  assertEquals(await runCommand("diff", a, a), { code: 0, results: ["no differences"], messages: [] });
  const { code, results } = await runCommand("diff", a, b, "--json");
  const comparison = JSON.parse(results[0]!);
  assertEquals([code, comparison.onlyBefore, comparison.onlyAfter], [1, ["delta-rule"], []]);
  const [{ experiment, settings, tables, verdicts }] = comparison.changed;
  assertEquals([experiment, settings], ["depth-xor", [{ path: "epochs", before: 20, after: 2000 }]]);
  assertEquals(verdicts.find(({ claim }: { claim: string }) => claim === "one-layer-and-or"), {
    claim: "one-layer-and-or",
    before: "refuted",
    after: "supported",
  });
  const runs = tables.find(({ table }: { table: string }) => table === "runs");
  assertEquals([runs.rowsChanged, runs.rowsOnlyBefore, runs.rowsOnlyAfter], [12, 0, 0]);
  const epochs = runs.columns.find(({ column }: { column: string }) => column === "epochs");
  assertEquals(epochs, {
    column: "epochs",
    values: 12,
    largest: 1980,
    first: { row: "function and, network single-layer, replicate 0", before: "20", after: "2000" },
  });
  assertEquals((await runCommand("diff", `${a}/depth-xor`, `${a}/delta-rule`)).code, 2);
  // in reverse the numbers fall: the difference is absolute
  const back = JSON.parse((await runCommand("diff", b, a, "--json")).results[0]!).changed[0].tables;
  const { columns } = back.find(({ table }: { table: string }) => table === "runs");
  assertEquals(columns.find(({ column }: { column: string }) => column === "epochs").largest, 1980);
});

/** Matches a CSV cell. */
const CELL = '(?:"[^"]*"|[^,"\\r]*)';

const CLAIM_COLUMNS = ["claim", "statement", "verdict", "estimate", "lower", "upper", "n", "rule"];

/** A change to a table, and the lines that report it. */
const CHANGES: readonly (readonly [file: string, from: RegExp, to: string, lines: readonly RegExp[]])[] = [
  ...["statement", "estimate", "lower", "upper", "n", "rule"].map((column) =>
    [
      "claims.csv",
      new RegExp(`(?<=\\n(?:${CELL},){${CLAIM_COLUMNS.indexOf(column)}})${CELL}(?=[,\\r])`),
      "7",
      [/^ +claims\.csv: 1 row changed$/, new RegExp(`^    ${column}: 1 value.*; first claim .*, now 7$`)],
    ] as const
  ),
  ["runs.csv", /(and,single-layer,0.*\r\n)/, "$1$1", [/^ +runs\.csv: 1 row added$/]],
  ["claims.csv", /(\n.*\r\n)$/, "$1$1", [/: absent, now /, /^ +claims\.csv: 1 row added$/]],
  ["curves.csv", /(and.*,0,0,.*\r\n)(and.*\r\n)/, "$2$1", [/^ +curves\.csv: 2 rows moved$/]],
  ["runs.csv", /(,finished.*)(?=\r\n$)/, "$1,9", [
    /^ +runs\.csv: 1 row changed$/,
    /^ +column 17: 1 value; first function xor, .*: absent, now 9$/,
  ]],
  ["runs.csv", /,[^,]*(?=\r\n$)/, "", [
    /^ +runs\.csv: 1 row changed$/,
    /^ +output_11: 1 value; first .*, now absent$/,
  ]],
];

test("diff finds every kind of change in a table", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  for (const out of [a, b]) await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", out);
  assertEquals((await runCommand("diff", a, b)).results, ["no differences"]);
  for (const [file, from, to, lines] of CHANGES) {
    const restore = await changeFile(`${b}/depth-xor/${file}`, (text) => text.replace(from, to));
    const { code, results } = await runCommand("diff", a, b);
    assertEquals([from, code, results.length], [from, 1, 1 + lines.length]);
    lines.forEach((line, i) => assertMatch(results[i + 1]!, line));
    await restore();
  }
});

test("diff refuses a result in the folder of another experiment, and names a missing column", async (folder) => {
  await runCommand("run", "delta-rule", "depth-xor", ...SMALL_RUN, "--out", folder);
  const { experiment } = JSON.parse(await Deno.readTextFile(`${folder}/depth-xor/manifest.json`));
  const manifest = `${folder}/delta-rule/manifest.json`;
  const restore = await changeFile(manifest, (text) => text.replace('"delta-rule"', `"${experiment}"`));
  const swapped = await runCommand("diff", folder, folder);
  assertEquals([swapped.code, swapped.messages], [2, [
    `Cannot diff: ${manifest}, line 6: experiment must be "delta-rule", but is "depth-xor"`,
  ]]);
  await restore();
  await changeFile(`${folder}/delta-rule/runs.csv`, (text) => text.replace("batch,", "bacth,"));
  const renamed = await runCommand("diff", folder, folder);
  assertEquals([renamed.code, renamed.messages], [2, [
    `Cannot diff: ${folder}/delta-rule/runs.csv, row 1, column batch is missing`,
  ]]);
});

test("diff identifies the runs of an experiment that is not in the catalog", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  for (const out of [a, b]) {
    await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", out);
    await changeFile(`${out}/delta-rule/manifest.json`, (text) => text.replace('"delta-rule"', '"my-own"'));
  }
  await changeFile(`${b}/delta-rule/runs.csv`, (text) => text.replace(",20,", ",21,"));
  const { code, results } = await runCommand("diff", `${a}/delta-rule`, `${b}/delta-rule`);
  assertEquals([code, results], [1, [
    "my-own",
    "  runs.csv: 1 row changed",
    "    epochs: 1 value, by at most 1; first batch online, replicate 0: 20, now 21",
  ]]);
});

test("diff lists at most 100 changes of a kind, and counts the others", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  for (const out of [a, b]) await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", out);
  await changeFile(`${b}/delta-rule/manifest.json`, (json) => {
    const manifest = JSON.parse(json);
    return JSON.stringify({ ...manifest, cells: [...manifest.cells, ...Array(200).fill(null)] });
  });
  const { code, results } = await runCommand("diff", a, b);
  assertEquals([code, results.length, results.at(-1)], [1, 102, "  100 more settings changed; --json lists all"]);
  const [changed] = JSON.parse((await runCommand("diff", a, b, "--json")).results[0]!).changed;
  assertEquals(changed.settings.length, 200);
});
