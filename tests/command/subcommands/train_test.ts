/** `train`, and `config` as its source. */
import { assertEquals, assertMatch } from "@std/assert";
import { configSchema } from "../../../core/config/config_schema.ts";
import { fileTest as test, runCommand, SMALL_RUN } from "../run_command.ts";

test("config and train reproduce one run of the suite bit for bit", async (folder) => {
  await runCommand("run", "depth-xor", ...SMALL_RUN, "--out", folder);
  const cell = ["--set", "function=xor", "--set", "network=two-layer", "--epochs", "20"];
  const config = await runCommand("config", "depth-xor", ...cell, "--replicate", "1");
  await Deno.writeTextFile(`${folder}/config.json`, config.results.join("\n"));
  const result = JSON.parse((await runCommand("train", "--config", `${folder}/config.json`)).results[0]!);
  assertEquals(result.config, JSON.parse(config.results.join("\n")));
  const { loss, meanSquaredError, outputs } = result.checkpoints.at(-1);
  const rows = (await Deno.readTextFile(`${folder}/depth-xor/runs.csv`)).split("\r\n");
  const cells = rows.find((row) => row.startsWith("xor,two-layer,1,"))!.split(",");
  assertEquals([loss, meanSquaredError].map(String), cells.slice(7, 9));
  assertEquals(outputs.map(String), cells.slice(-4));
});

test("train accepts a byte order mark, and rejects a config that is not UTF-8", async (folder) => {
  const cell = ["--set", "function=xor", "--set", "network=two-layer", "--epochs", "1"];
  const config = await runCommand("config", "depth-xor", ...cell);
  const bytes = new TextEncoder().encode(config.results.join("\n"));
  const file = `${folder}/config.json`;
  await Deno.writeFile(file, new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]));
  assertEquals((await runCommand("train", "--config", file)).code, 0);
  await Deno.writeFile(file, new Uint8Array([...bytes, 0x0a, 0xff]));
  const { code, results, messages } = await runCommand("train", "--config", file);
  assertEquals([code, results], [2, []]);
  const lastLine = config.results.length + 1;
  assertEquals(messages, [`Cannot read the config: "${file}" must be UTF-8 text, but line ${lastLine} is not`]);
});

test("train reads comments, trailing commas and $schema, and names the line of a mistake below them", async (folder) => {
  const file = `${folder}/commented.train.jsonc`;
  const text = `{
    // "data": "or",
    "$schema": "./train.schema.json", "data": "and", /* two
    lines */ "network": { "inputs": 2, "layers": [{ "units": 1, "activation": "sigmoid", "bias": true, }], },
    "loss": "crossEntropy", "optimizer": { "name": "gradientDescent", "learningRate": 1 },
    "seed": "// no comment, ]", "epochs": 3,
  }`;
  await Deno.writeTextFile(file, text);
  const { code, results, messages } = await runCommand("train", "--config", file);
  assertEquals([code, messages], [0, []]);
  assertEquals(JSON.parse(results[0]!).config.seed, "// no comment, ]");
  assertEquals("$schema" in JSON.parse(results[0]!).config, false);
  await Deno.writeTextFile(file, text.replace('"epochs": 3', '"epochs" 3'));
  assertMatch((await runCommand("train", "--config", file)).messages[0]!, /line 6 is not JSON/);
  await Deno.writeTextFile(file, text.replace("lines */", ""));
  assertMatch((await runCommand("train", "--config", file)).messages[0]!, /line 3 is not JSON/);
});

Deno.test("config prints either a schema or the config of a run", async () => {
  const { code, results } = await runCommand("config", "--schema");
  assertEquals([code, JSON.parse(results.join("\n"))], [0, configSchema()]);
  for (const words of [["config"], ["config", "depth-xor", "--schema"]]) {
    const { code, messages } = await runCommand(...words);
    assertEquals([code, messages], [2, ["Cannot read the command line: config needs either ID or --schema"]]);
  }
});

test("train prints a list of results for a list of configs, with non-finite numbers as strings", async (folder) => {
  const net = { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] };
  const config = { data: "and", network: net, loss: "squaredError", seed: 1, epochs: 900, checkpoints: [0, 900] };
  const withRate = (learningRate: number) => ({ ...config, optimizer: { name: "gradientDescent", learningRate } });
  const file = `${folder}/list.json`;
  await Deno.writeTextFile(file, JSON.stringify([withRate(9), { ...withRate(0.1), engine: "reference" }]));
  const { code, results: lines } = await runCommand("train", "--config", file);
  const results = JSON.parse(lines[0]!);
  assertEquals([code, lines.length, results.length], [0, 1, 2]);
  assertEquals(results[0].status, "diverged");
  assertMatch(lines[0]!, /"loss":"(NaN|Infinity)"/);
  assertEquals([results[1].status, results[1].config.optimizer.learningRate], ["finished", 0.1]);
  await Deno.writeTextFile(file, JSON.stringify([withRate(1), { ...withRate(1), data: "xorr" }]));
  const wrong = await runCommand("train", "--config", file);
  assertEquals(wrong.code, 2);
  assertMatch(wrong.messages[0]!, /^Cannot read the config: \[1\]\.data must be /);
});

/** A net of 5050 parameters, checkpoints after each of `epochs` epochs, which the first check ends. */
function largeConfig(epochs: number) {
  const hidden = { units: 50, activation: "tanh", bias: false };
  return {
    data: { inputs: [Array(50).fill(0.1), Array(50).fill(0)], targets: [1, 0] },
    network: { inputs: 50, layers: [hidden, hidden, { units: 1, activation: "sigmoid", bias: false }] },
    seed: 1,
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent", learningRate: 0.1 },
    epochs,
    checkpoints: Array.from({ length: epochs }, (_, i) => i + 1),
    check: { every: 1 },
    stop: { maxError: 2 },
    engine: "reference",
  };
}

test("train announces a large answer before it trains, and refuses one that does not fit in memory", async (folder) => {
  const file = `${folder}/config.json`;
  await Deno.writeTextFile(file, JSON.stringify(largeConfig(2000)));
  const { code, results, messages } = await runCommand("train", "--config", file);
  assertEquals([code, messages], [0, ["The answer will have up to about 202 MB"]]);
  assertEquals(JSON.parse(results[0]!).checkpoints.length, 1);
  await Deno.writeTextFile(file, JSON.stringify([largeConfig(20_000), largeConfig(10_000)]));
  const refused = await runCommand("train", "--config", file);
  assertEquals(refused.code, 2);
  assertEquals(refused.messages, [
    "Cannot read the config: all checkpoints together have 151500000 parameters, more than 134217728",
  ]);
});

test("train refuses a config that names a key twice or nests deeply", async (folder) => {
  const file = `${folder}/config.json`;
  await Deno.writeTextFile(file, JSON.stringify(largeConfig(1), null, 1).replace('"seed": 1', '"seed": 1,\n"seed": 2'));
  const twice = await runCommand("train", "--config", file);
  assertEquals(twice.code, 2);
  assertMatch(twice.messages[0]!, /^Cannot read the config: ".*", line \d+ names "seed" twice in one object$/);
  await Deno.writeTextFile(file, "[".repeat(1e6) + "]".repeat(1e6));
  const deep = await runCommand("train", "--config", file);
  assertEquals(deep.code, 2);
  assertMatch(deep.messages[0]!, /^Cannot read the config: ".*", line 1 nests values more than 100 deep$/);
});
