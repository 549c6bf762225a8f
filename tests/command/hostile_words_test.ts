/** Words of users and of foreign files that are long or that a terminal would obey. */
import { assert, assertEquals, assertLessOrEqual, assertStringIncludes } from "@std/assert";
import { escapeInvisible, formatTable } from "../../command/cli/text_output.ts";
import { fileTest, runCommand } from "./run_command.ts";

const LONG = "x".repeat(20_000);

const COMMAND_LINES: readonly (readonly string[])[] = [
  [LONG],
  ["run", LONG],
  ["run", `${LONG}*`],
  ["list", LONG],
  ["config", LONG],
  ["trace", LONG],
  ["train", LONG],
  ["diff", "a", "b", LONG],
  ["list", "a", LONG],
  ["verify", LONG],
  ["report", LONG],
  ["train", "--config", LONG],
  [`--${LONG}`],
  [`-${LONG}`],
  [`--quiet=${LONG}`],
  ["--seeds", LONG],
  ["--seeds", "9".repeat(20_000)],
  ["--seeds", `1.${"9".repeat(20_000)}`],
  ["--engine", LONG],
  ["--suite-seed", `${LONG}\n`],
  ["--set", LONG],
  ["--set", `${LONG}=1`],
  ["--set", `${LONG}=1`, "--set", `${LONG}=2`],
  ["run", "depth-xor", "--set", `function=${LONG}`],
  ["run", "depth-xor", "--set", `function=${LONG},${LONG}`],
  ["run", "depth-xor", "--out", LONG],
];

for (const words of COMMAND_LINES) {
  const name = words.map((word) => word.length > 99 ? `${word.slice(0, 9)}…` : word).join(" ");
  fileTest(`main answers "${name}" with a short message`, async () => {
    const { code, results, messages } = await runCommand(...words);
    assertEquals([code, results.length, messages.length], [2, 0, 1]);
    assertLessOrEqual(messages[0]!.length, 1500);
  });
}

fileTest("train answers a config with long words with a short message", async (folder) => {
  const file = `${folder}/config.json`;
  const network = { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] };
  const valid = { data: "and", network, loss: "squaredError", seed: 1, epochs: 1 };
  const configs = [
    { ...valid, [LONG]: 1 },
    { ...valid, data: LONG },
    { ...valid, data: { inputs: { [LONG]: 1 } } },
    { ...valid, optimizer: { name: "gradientDescent", [LONG]: 1 } },
    { ...valid, checkpoints: [LONG] },
    LONG,
  ];
  for (const config of [...configs, configs]) {
    await Deno.writeTextFile(file, JSON.stringify(config));
    const { code, messages } = await runCommand("train", "--config", file);
    assertEquals([code, messages.length], [2, 1]);
    assertLessOrEqual(messages[0]!.length, 1500);
  }
  await Deno.writeTextFile(file, LONG);
  assertLessOrEqual((await runCommand("train", "--config", file)).messages[0]!.length, 1500);
});

fileTest("main escapes marks that change the direction of writing, in messages and results", async (folder) => {
  const word = "a\u202eb\u2066c\u200fd\ufeffe\uffff";
  const { messages } = await runCommand("run", word);
  assertStringIncludes(messages[0]!, "a\\u202eb\\u2066c\\u200fd\\ufeffe\\uffff");
  const config = {
    data: "and",
    network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
    loss: "squaredError",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    seed: word,
    epochs: 1,
  };
  await Deno.writeTextFile(`${folder}/config.json`, JSON.stringify(config));
  const { results: [line] } = await runCommand("train", "--config", `${folder}/config.json`);
  assert(!line!.includes("\u202e"));
  assertEquals(JSON.parse(line!).config.seed, word);
});

fileTest("diff obeys no escape sequence in a foreign table", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  for (const out of [a, b]) {
    await runCommand("run", "depth-xor", "--seeds", "1", "--epochs", "1", "--quiet", "--out", out);
  }
  const file = `${b}/depth-xor/runs.csv`;
  const text = await Deno.readTextFile(file);
  await Deno.writeTextFile(file, text.replace("finished", "\u001b[2J\u001b]0;owned\u0007\r\u202e"));
  const { results } = await runCommand("diff", a, b);
  assertEquals(results.filter((line) => escapeInvisible(line) !== line), []);
  assertStringIncludes(results.join("\n"), "\\u001b[2J");
});

Deno.test("formatTable escapes cells, and colours them afterwards", () => {
  assertEquals(formatTable([[{ text: "a\u001b[2J", ansiColor: 31 }]]), ["\u001b[31ma\\u001b[2J\u001b[0m"]);
});
