/** The command as people type it, in this process; what it writes goes to a folder of its own. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { SUBCOMMANDS } from "../../command/subcommands/subcommands.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { assertSameFiles, filesIn, fileTest as test, type } from "./run_command.ts";

const SMALL = ["--seeds", "2", "--epochs", "20", "--quiet"];

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await Deno.readTextFile(file), changed = text.replace(from, to);
  assert(changed !== text, `${file} has no ${from}`);
  await Deno.writeTextFile(file, changed);
}

Deno.test("main --version names suite and version", async () => {
  const { code, results } = await type("--version");
  assertEquals(code, 0);
  assertMatch(results[0]!, /^xorlab \d+\.\d+\.\d+$/);
});

Deno.test("main --help lists every sub-command, and each has its own with every option", async () => {
  const { results } = await type("--help");
  for (const [name, { options, summary }] of Object.entries(SUBCOMMANDS)) {
    assertStringIncludes(results.join("\n"), summary);
    const help = (await type(name, "--help")).results;
    assertMatch(help[0]!, new RegExp(`^deno task experiment ${name} `));
    for (const option of options) assert(help.some((line) => line.startsWith(`  --${option}`)), option);
    for (const line of help) assert(line.length <= 120, line);
  }
});

const MISTAKES: readonly (readonly [words: string, message: string])[] = [
  ["run depht-xor", 'Cannot run "depht-xor": no experiment has this name (did you mean "depth-xor"?)'],
  [
    "depth-xor",
    'Cannot read the command line: there is no sub-command "depth-xor"; it is one of ',
  ],
  ["DEPTH-XRO", '(did you mean "run depth-xor"?)'],
  ["rnu", '(did you mean "run"?)'],
  ["run depth-xor --set funktion=xor", 'Cannot set "funktion": depth-xor has the factors function, network'],
  ["run DEPTH-XOR", 'Cannot run "DEPTH-XOR": no experiment has this name (did you mean "depth-xor"?)'],
  ["run depth-xor --set function=XOR", 'it must be one of and, or, xor (did you mean "xor"?)'],
  ["run depth-xor --set function=xorr", 'Cannot set function to "xorr": it must be one of and, or, xor'],
  ["list nothing-like-this", 'Cannot list "nothing-like-this": no experiment has this name'],
  [
    "config depth-xor --set function=xor",
    "Cannot tell which run of depth-xor is meant: --set must pick one level of network",
  ],
  ["train", "Cannot train: --config FILE must be given"],
  ["run --seeds 0", "Cannot read the command line: --seeds must be a whole number of at least 1, but is 0"],
  ["verify", "Cannot read the command line: verify needs DIR"],
  ["verify ", "Cannot read the command line: verify takes DIR, but is given an empty word"],
  ["report ", "Cannot read the command line: report takes DIR, but is given an empty word"],
  ["config depth", 'Cannot tell the config of "depth": no experiment has this name'],
];

for (const [words, message] of MISTAKES) {
  Deno.test(`main answers "${words}" with exit code 2 and one line`, async () => {
    const { code, results, messages } = await type(...words.split(" "));
    assertEquals([code, results.length, messages.length], [2, 0, 1]);
    assertStringIncludes(messages[0]!, message);
  });
}

Deno.test("list --json tells of every experiment", async () => {
  const { code, results } = await type("list", "depth", "--json"), [listed] = JSON.parse(results[0]!);
  assertEquals(code, 0);
  const { id, cells, seeds, runs, seconds } = listed;
  assertEquals({ id, cells, seeds, runs }, { id: "depth-xor", cells: 6, seeds: 200, runs: 1200 });
  assert(seconds > 0);
});

Deno.test("run --dry-run tells how much there is to do, and writes nothing", async () => {
  const { code, results } = await type("run", "depth-xor", "--set", "function=xor", "--seeds", "3", "--dry-run");
  assertEquals(code, 0);
  assertMatch(results[1]!, /^depth-xor +2 +3 +6 +[\d.]+ s /);
});

Deno.test("trace works updates by hand, as text, as JSON and as a page", async () => {
  const cell = ["--set", "function=xor", "--set", "network=two-layer"];
  const text = await type("trace", "depth-xor", ...cell), lines = text.results;
  assertEquals([text.code, lines[0], lines[2]], [0, "Update 1", "Row 1, x = (0, 0, 1), d = 0: forward"]);
  // The first weight that the run's stream gives (uniform, of replicate 0) meets the input 0.
  assert(lines.some((line) => line.includes("0.24532241578646397·0 = 0")));
  const json = await type("trace", "depth-xor", ...cell, "--steps", "2", "--json"),
    updates = JSON.parse(json.results[0]!);
  assertEquals(updates.length, 2);
  assertEquals(Object.keys(updates[0][0]), ["section", "symbol", "formula", "numbers", "value"]);
  const page = (await type("trace", "depth-xor", ...cell, "--html")).results.join("\n");
  assertMatch(page, /^<!DOCTYPE html>[^]*<h1>depth-xor, worked by hand<\/h1>[^]*0\.24532241578646397·0[^]*<\/html>$/);
  const tooMany = await type("trace", "depth-xor", ...cell, "--epochs", "1", "--steps", "5");
  assertEquals(tooMany.messages, ["Cannot trace: --steps must be at most 4, the updates of the run, but is 5"]);
});

Deno.test("gradcheck finds every gradient right, and says what it left out", async () => {
  const { code, results } = await type("gradcheck");
  assertEquals(code, 0);
  assertMatch(results.at(-1)!, /^\d+ nets\. Largest error .*; 0 wrong\.$/);
  assert(results.some((line) => /^\d+ left out: /.test(line)));
  const rows = JSON.parse((await type("gradcheck", "--json")).results[0]!);
  assertEquals(rows.every((row: object) => "errors" in row !== "leftOut" in row), true);
});

test("run ends with a verdict for each claim and the page to open", async (folder) => {
  const { code, results, messages } = await type("run", "depth-xor", ...SMALL, "--out", folder);
  assertEquals([code, messages], [0, []]);
  for (const claim of Object.keys(CATALOG.find(({ id }) => id === "depth-xor")!.claims)) {
    assert(results.some((line) => line.includes(` ${claim} `)), claim);
  }
  assertEquals(results.at(-1), `Open ${folder}/index.html`);
});

test("run --json tells its events, one a line", async (folder) => {
  const { results } = await type("run", "depth-xor", ...SMALL, "--json", "--out", folder);
  const events = results.map((line) => JSON.parse(line)), names = events.map(({ event }) => event);
  assertEquals(names.filter((name) => name !== "progress"), ["run-started", "experiment-finished", "run-finished"]);
  assertEquals(events[0].experiments, [{ experiment: "depth-xor", cells: 6, runs: 12 }]);
  const { runs, reused, claims } = events.at(-2);
  assertEquals({ runs, reused }, { runs: 12, reused: 0 });
  assertEquals(Object.keys(claims[0]), ["claim", "verdict", "estimate", "lower", "upper", "n"]);
});

test("run beside a broken result tells its verdicts, and leaves that result out of the front page", async (folder) => {
  await type("run", "delta-rule", ...SMALL, "--out", folder);
  await Deno.writeTextFile(`${folder}/delta-rule/manifest.json`, "{");
  const { code, results, messages } = await type("run", "depth-xor", ...SMALL, "--out", folder);
  const fault = `${folder}/delta-rule/manifest.json must be JSON`;
  assertEquals([code, messages], [0, [`The front page leaves out a result: ${fault}`]]);
  assertEquals(results.at(-1), `Open ${folder}/index.html`);
  const page = await Deno.readTextFile(`${folder}/index.html`);
  assertEquals(["delta-rule", "depth-xor"].map((id) => page.includes(`<li id="${id}">`)), [false, true]);
  const other = await type("verify", folder, "--quiet");
  assertEquals([other.code, other.results[0]], [1, fault]);
  await type("run", "delta-rule", ...SMALL, "--out", folder);
  assertEquals((await type("verify", folder, "--quiet")).code, 0);
});

test("run says in one line where it cannot write", async (folder) => {
  await Deno.writeTextFile(`${folder}/file`, "");
  const { code, messages } = await type("run", "depth-xor", ...SMALL, "--out", `${folder}/file`);
  assertEquals([code, messages], [2, [`Cannot use "${folder}/file": a file is in the way of the folder`]]);
});

Deno.test("main writes control characters in messages as JSON does", async () => {
  const { code, messages } = await type("run", "a\r\n\t\x1b[1m\x7f\u0085\u2028δ");
  const escaped = "a\\r\\n\\t\\u001b[1m\\u007f\\u0085\\u2028δ";
  assertEquals([code, messages], [2, [`Cannot run "${escaped}": no experiment has this name`]]);
});

test("run and its notes keep to one line in a folder of two", async (folder) => {
  const words = ["run", "delta-rule", ...SMALL, "--out", `${folder}/two\nlines`];
  assertEquals((await type(...words)).code, 0);
  await Deno.writeTextFile(`${folder}/two\nlines/delta-rule/manifest.json`, "{");
  const { messages } = await type("run", "depth-xor", ...words.slice(2));
  assertEquals(messages, [
    `The front page leaves out a result: ${folder}/two\\nlines/delta-rule/manifest.json must be JSON`,
  ]);
});

test("main names the path that it cannot use, on one line, with exit code 2", async (folder) => {
  const long = `${folder}/${"x".repeat(300)}`, tooLong = `Cannot use "${long}": its name is too long`;
  for (const words of [["run", "--out", long], ["verify", long], ["diff", long, long], ["train", "--config", long]]) {
    assertEquals(await type(...words), { code: 2, results: [], messages: [tooLong] });
  }
  const nowhere = `${folder}/no\nwhere`, escaped = `Cannot use "${folder}/no\\nwhere": it does not exist`;
  for (const words of [["verify", nowhere], ["report", nowhere], ["train", "--config", nowhere]]) {
    assertEquals(await type(...words), { code: 2, results: [], messages: [escaped] });
  }
  await Deno.writeTextFile(`${folder}/depth-xor`, "");
  const inTheWay = `Cannot use "${folder}/depth-xor/.journal": a file is in the way of the folder`;
  for (const words of [[], ["--resume"]]) {
    assertEquals((await type("run", "depth-xor", "--out", folder, ...words)).messages, [inTheWay]);
  }
});

test("run and report keep out of a folder where another run writes", async (folder) => {
  await type("run", "depth-xor", ...SMALL, "--out", folder);
  const other = await Deno.open(`${folder}/.lock`, { write: true, create: true });
  await other.lock(true);
  for (const words of [["run", "depth-xor", ...SMALL, "--out", folder], ["report", folder]]) {
    const { code, messages } = await type(...words);
    assertEquals([code, messages.length], [2, 1]);
    assertStringIncludes(messages[0]!, `Cannot write to "${folder}": another run is writing there`);
  }
  assertEquals((await type("report", `${folder}/depth-xor/`)).code, 2);
  other.close();
  assertEquals((await type("report", `${folder}/depth-xor/`)).code, 0);
});

test("run --resume leaves what is finished, and makes anew what has other settings or was changed", async (folder) => {
  const run = (...words: string[]) =>
    type("run", "delta-rule", "--epochs", "20", "--out", folder, "--resume", ...words);
  assertEquals((await run("--seeds", "2")).messages, []);
  const before = await filesIn(folder);
  assertEquals((await run("--seeds", "2")).messages, ["delta-rule: finished already"]);
  assertEquals((await run("--seeds", "3")).messages, [
    "delta-rule: made anew, for the result there has other settings (seeds 2, now 3)",
  ]);
  await change(`${folder}/delta-rule/runs.csv`, "finished", "unknown");
  assertMatch((await run("--seeds", "3")).messages[0]!, /made anew, for .*runs.csv is not the file/);
  await Deno.writeTextFile(`${folder}/delta-rule/manifest.json`, "{");
  assertEquals((await run("--seeds", "2")).messages, [
    `delta-rule: made anew, for the result there cannot be read (${folder}/delta-rule/manifest.json must be JSON)`,
  ]);
  assertSameFiles(await filesIn(folder), before);
});

test("config and train make one run of the suite again, to the last bit", async (folder) => {
  await type("run", "depth-xor", ...SMALL, "--out", folder);
  const cell = ["--set", "function=xor", "--set", "network=two-layer", "--epochs", "20"];
  const config = await type("config", "depth-xor", ...cell, "--replicate", "1");
  await Deno.writeTextFile(`${folder}/config.json`, config.results.join("\n"));
  const answer = JSON.parse((await type("train", "--config", `${folder}/config.json`)).results[0]!);
  assertEquals(answer.config, JSON.parse(config.results.join("\n")));
  const row = (await Deno.readTextFile(`${folder}/depth-xor/runs.csv`)).split("\r\n").find((it) =>
    it.startsWith("xor,two-layer,1,")
  );
  const { loss, meanSquaredError, outputs } = answer.checkpoints.at(-1);
  const cells = row!.split(",");
  assertEquals([loss, meanSquaredError].map(String), cells.slice(7, 9));
  assertEquals(outputs.map(String), cells.slice(-4));
});

test("train takes a config with a byte order mark, and none that is no UTF-8", async (folder) => {
  const config = await type(
    "config",
    "depth-xor",
    "--set",
    "function=xor",
    "--set",
    "network=two-layer",
    "--epochs",
    "1",
  );
  const bytes = new TextEncoder().encode(config.results.join("\n")), file = `${folder}/config.json`;
  await Deno.writeFile(file, new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]));
  assertEquals((await type("train", "--config", file)).code, 0);
  await Deno.writeFile(file, new Uint8Array([...bytes, 0x0a, 0xff]));
  const { code, results, messages } = await type("train", "--config", file), line = config.results.length + 1;
  assertEquals([code, results], [2, []]);
  assertEquals(messages, [`Cannot read the config: "${file}" must be UTF-8 text, but line ${line} is not`]);
});

test("train answers a list by a list, numbers that are not finite as words", async (folder) => {
  const net = { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] };
  const config = { data: "and", network: net, loss: "squaredError", seed: 1, epochs: 900, checkpoints: [0, 900] };
  const rate = (learningRate: number) => ({ ...config, optimizer: { name: "gradientDescent", learningRate } });
  await Deno.writeTextFile(`${folder}/list.json`, JSON.stringify([rate(9), { ...rate(0.1), engine: "reference" }]));
  const { code, results } = await type("train", "--config", `${folder}/list.json`), answers = JSON.parse(results[0]!);
  assertEquals([code, results.length, answers.length], [0, 1, 2]);
  assertEquals(answers[0].status, "diverged");
  assertMatch(results[0]!, /"loss":"(NaN|Infinity)"/);
  assertEquals([answers[1].status, answers[1].config.optimizer.learningRate], ["finished", 0.1]);
  await Deno.writeTextFile(`${folder}/list.json`, JSON.stringify([rate(1), { ...rate(1), data: "xorr" }]));
  const wrong = await type("train", "--config", `${folder}/list.json`);
  assertEquals(wrong.code, 2);
  assertMatch(wrong.messages[0]!, /^Cannot read the config: \[1\]\.data must be /);
});

test("report rebuilds pages from the CSV alone, to the last byte", async (folder) => {
  await type("run", "depth-xor", "delta-rule", ...SMALL, "--out", folder);
  const before = await filesIn(folder);
  await Deno.remove(`${folder}/depth-xor/report.html`);
  await Deno.writeTextFile(`${folder}/delta-rule/claims.csv`, "");
  const { code, results } = await type("report", folder);
  assertEquals([code, results.at(-1)], [0, `${folder}/index.html`]);
  assertSameFiles(await filesIn(folder), before);
});

const RUNS = "runs.csv",
  DAMAGES: readonly (readonly [string, string, RegExp | string, string, string])[] = [
    [
      "a header that is another",
      RUNS,
      "replicate",
      "replica",
      'runs.csv, row 1, column 3 must be "replicate", but is "replica"',
    ],
    [
      "a value of another type",
      RUNS,
      ",false,",
      ",no,",
      'runs.csv, row 2, column solved must be true or false, but is "no"',
    ],
    [
      "a status that does not exist",
      RUNS,
      "finished",
      "fine",
      'runs.csv, row 2, column status must be finished or diverged, but is "fine"',
    ],
    [
      "a row that is gone",
      RUNS,
      /and,single-layer,1.*\r\n/,
      "",
      'runs.csv, row 3, column network must be "single-layer", but is "two-layer"',
    ],
    [
      "rows that are gone at the end",
      RUNS,
      /xor,two-layer,0[^]*/,
      "",
      "runs.csv, row 12 is missing: 12 rows must stand below the header",
    ],
    ["a table that is cut off", RUNS, /,[^,]*\r\n$/, "", "runs.csv is cut off: row 13 has no end, which is CRLF"],
    [
      "a curve without its end",
      "curves.csv",
      /xor,two-layer,1,20,.*\r\n$/,
      "",
      "curves.csv, row 133 is missing: 132 rows must stand below the header",
    ],
    [
      "a value that is another",
      RUNS,
      /,20,[^,]+,/,
      ",20,0.25,",
      "runs.csv is not the file that manifest.json vouches for",
    ],
    [
      "a manifest of other settings",
      "manifest.json",
      '"replicates": 2',
      '"replicates": 1',
      'runs.csv, row 3, column network must be "two-layer", but is "single-layer"',
    ],
    [
      "a manifest that is none",
      "manifest.json",
      '"suiteSeed"',
      '"seed"',
      "manifest.json: settings.seed is not a field",
    ],
  ];

test("report refuses tables that it cannot trust, and names file, row and column", async (folder) => {
  await type("run", "depth-xor", ...SMALL, "--out", folder);
  for (const [what, file, from, to, message] of DAMAGES) {
    const path = `${folder}/depth-xor/${file}`, sound = await Deno.readTextFile(path);
    await change(path, from, to);
    const { code, messages } = await type("report", folder);
    assertEquals([what, code, messages.length], [what, 2, 1]);
    assertStringIncludes(messages[0]!, `${folder}/depth-xor/${message}`);
    await Deno.writeTextFile(path, sound);
  }
  assertEquals((await type("report", folder)).code, 0);
});

test("verify finds nothing in a sound result, and the first difference in any other", async (folder) => {
  await type("run", "delta-rule", ...SMALL, "--out", folder);
  const place = `${folder}/delta-rule`, verify = (...words: string[]) => type("verify", place, "--quiet", ...words);
  const sound = { code: 0, results: [`${place}: 4 runs made again, nothing differs`], messages: [] };
  const index = `${folder}/index.html`, whole = [...sound.results, `${index}: nothing differs`];
  assertEquals(await type("verify", `${folder}/`, "--quiet"), { ...sound, results: whole });
  assertEquals(await verify("--sample", "9"), sound);
  const cases: readonly (readonly [string, string | RegExp, string, readonly string[], RegExp])[] = [
    [
      "runs.csv",
      /,20,[^,]+,/,
      ",20,0.25,",
      [],
      /^runs\.csv, row 2, column training_loss must be "0\.\d+", but is "0\.25"$/,
    ],
    [
      "runs.csv",
      /,20,[^,]+,/,
      ",20,0.25,",
      ["--sample", "4"],
      /^runs\.csv, row 2, column training_loss must be 0\.\d+, but is 0\.25$/,
    ],
    ["curves.csv", "replicate", "replica", ["--sample", "1"], /^curves\.csv, row 1, column 2 must be "replicate"/],
    [
      "report.html",
      "</html>",
      "</HTML>",
      ["--sample", "1"],
      /^report\.html is not the file that manifest\.json vouches for/,
    ],
    ["report.html", "</html>", "</HTML>", [], /^report\.html, line \d+ must be /],
    [
      "manifest.json",
      '"replicates": 2',
      '"replicates": 1',
      [],
      /^runs\.csv, row 3, column batch must be "full", but is "online"$/,
    ],
  ];
  for (const [file, from, to, words, expected] of cases) {
    const text = await Deno.readTextFile(`${place}/${file}`);
    await change(`${place}/${file}`, from, to);
    const { code, results } = await verify(...words);
    assertEquals([code, results.length], [1, 1]);
    assertMatch(results[0]!.slice(`${place}/`.length), expected);
    await Deno.writeTextFile(`${place}/${file}`, text);
  }
  await change(index, "</html>", "</HTML>");
  const front = await type("verify", folder, "--quiet", "--sample", "1");
  assertEquals([front.code, front.results.length], [1, 2]);
  assertMatch(front.results[1]!.slice(folder.length), /^\/index\.html, line \d+ must be /);
});

/** What may have become of a result's file, and what is told of it. */
const BROKEN: readonly (readonly [file: string, change: (text: string) => string | Uint8Array, told: RegExp])[] = [
  [RUNS, (text) => withByte(text, "finished", 2), /^runs\.csv must be UTF-8 text, but line 3 is not$/],
  [
    "report.html",
    (text) => withByte(text, "<html", 1),
    /^report\.html (must be UTF-8 text, but line 2 is not$|is not the file)/,
  ],
  ["manifest.json", (text) => text.slice(0, -9), /^manifest\.json must be JSON$/],
  [
    "manifest.json",
    (text) => text.replaceAll('"xor"', '"xorr"'),
    /^manifest\.json: Cannot set function to "xorr": it must/,
  ],
  ["manifest.json", (text) => text.replace("depth-xor", "depht-xor"), /^manifest\.json: Cannot plan "depht-xor": no /],
  [
    "manifest.json",
    (text) => text.replace('"runs.csv"', '"../runs.csv"'),
    /^manifest\.json: each name in files must be/,
  ],
];

/** A text as bytes, with one that is no text before the `count`-th of some words. */
function withByte(text: string, words: string, count: number): Uint8Array {
  const pieces = text.split(words), bytes = (some: string[]) => new TextEncoder().encode(some.join(words));
  return new Uint8Array([...bytes(pieces.slice(0, count)), 0xff, ...bytes(["", ...pieces.slice(count)])]);
}

test("verify tells of a broken result as of any other difference, and goes on with the others", async (folder) => {
  await type("run", "delta-rule", "depth-xor", ...SMALL, "--out", folder);
  const place = `${folder}/depth-xor`;
  for (const [file, broken, told] of BROKEN) {
    const text = await Deno.readTextFile(`${place}/${file}`), changed = broken(text);
    await Deno.writeFile(`${place}/${file}`, typeof changed === "string" ? new TextEncoder().encode(changed) : changed);
    for (const words of [[folder], [folder, "--sample", "9"], [place]]) {
      const { code, results, messages } = await type("verify", ...words, "--quiet"), [first] = results;
      assertEquals([file, code, messages, results.length], [file, 1, [], words[0] === folder ? 2 : 1]);
      assertMatch(results.at(-1)!.slice(`${place}/`.length), told);
      if (words[0] === folder) assertMatch(first!, /delta-rule: \d runs made again, nothing differs$/);
    }
    await Deno.writeTextFile(`${place}/${file}`, text);
  }
  await Deno.mkdir(`${folder}/empty`);
  const { code, messages } = await type("verify", `${folder}/empty`);
  assertEquals([code, messages], [2, [`Cannot verify "${folder}/empty": no result is there`]]);
});

test("diff tells what changed: settings, values, verdicts", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  await type("run", "depth-xor", "delta-rule", ...SMALL, "--out", a);
  await type("run", "depth-xor", "--seeds", "2", "--epochs", "2000", "--quiet", "--out", b);
  assertEquals(await type("diff", a, a), { code: 0, results: ["nothing differs"], messages: [] });
  const { code, results } = await type("diff", a, b, "--json"), told = JSON.parse(results[0]!);
  assertEquals([code, told.onlyBefore, told.onlyAfter], [1, ["delta-rule"], []]);
  const [{ experiment, settings, tables, verdicts }] = told.changed;
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
  assertEquals((await type("diff", `${a}/depth-xor`, `${a}/delta-rule`)).code, 2);
  // the other way round the numbers fall: a difference has no sign
  const back = JSON.parse((await type("diff", b, a, "--json")).results[0]!).changed[0].tables;
  const { columns } = back.find(({ table }: { table: string }) => table === "runs");
  assertEquals(columns.find(({ column }: { column: string }) => column === "epochs").largest, 1980);
});

/** A cell of a CSV. */
const CELL = '(?:"[^"]*"|[^,"\\r]*)';

/** The columns of claims.csv in their order. */
const CLAIM = ["claim", "statement", "verdict", "estimate", "lower", "upper", "n", "rule"];

/** What may be other in a table, and the lines that tell of it. */
const CHANGES: readonly (readonly [file: string, from: RegExp, to: string, told: readonly RegExp[]])[] = [
  ...["statement", "estimate", "lower", "upper", "n", "rule"].map((column) =>
    [
      "claims.csv",
      new RegExp(`(?<=\\n(?:${CELL},){${CLAIM.indexOf(column)}})${CELL}(?=[,\\r])`),
      "7",
      [/^ +claims\.csv: 1 rows changed$/, new RegExp(`^    ${column}: 1 values.*; first claim .*, now 7$`)],
    ] as const
  ),
  ["runs.csv", /(and,single-layer,0.*\r\n)/, "$1$1", [/^ +runs\.csv: 1 rows new$/]],
  ["claims.csv", /(\n.*\r\n)$/, "$1$1", [/: absent, now /, /^ +claims\.csv: 1 rows new$/]],
  ["curves.csv", /(and.*,0,0,.*\r\n)(and.*\r\n)/, "$2$1", [/^ +curves\.csv: 2 rows in another place$/]],
  ["runs.csv", /(,finished.*)(?=\r\n$)/, "$1,9", [
    /^ +runs\.csv: 1 rows changed$/,
    /^ +column 17: 1 values; first function xor, .*: absent, now 9$/,
  ]],
  ["runs.csv", /,[^,]*(?=\r\n$)/, "", [
    /^ +runs\.csv: 1 rows changed$/,
    /^ +output_11: 1 values; first .*, now absent$/,
  ]],
];

test("diff finds whatever is other in a table", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  for (const place of [a, b]) await type("run", "depth-xor", ...SMALL, "--out", place);
  assertEquals((await type("diff", a, b)).results, ["nothing differs"]);
  for (const [file, from, to, told] of CHANGES) {
    const path = `${b}/depth-xor/${file}`, text = await Deno.readTextFile(path);
    await change(path, from, to);
    const { code, results } = await type("diff", a, b);
    assertEquals([from, code, results.length], [from, 1, 1 + told.length]);
    told.forEach((line, i) => assertMatch(results[i + 1]!, line));
    await Deno.writeTextFile(path, text);
  }
});
