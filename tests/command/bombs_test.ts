/** Small foreign files that would grow: refused in one line. `deno task drill hostile` measures time and memory. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fileTest as test, runCommand } from "./run_command.ts";

/** A result whose manifest is changed; returns its folder. */
async function resultWith(
  folder: string,
  // deno-lint-ignore no-explicit-any
  change: (manifest: any) => void,
): Promise<string> {
  const result = `${folder}/depth-xor`;
  const small = ["--seeds", "1", "--epochs", "1", "--set", "function=xor"];
  await runCommand("run", "depth-xor", ...small, "--quiet", "--out", folder);
  const file = `${result}/manifest.json`;
  const manifest = JSON.parse(await Deno.readTextFile(file));
  change(manifest);
  await Deno.writeTextFile(file, JSON.stringify(manifest));
  assert((await Deno.stat(file)).size < 1_000_000);
  return result;
}

// deno-lint-ignore no-explicit-any
const BOMBS: Readonly<Record<string, (manifest: any) => void>> = {
  "must not repeat a level": ({ settings }) => settings.levels.function = Array(10_000).fill("xor"),
  "combinations of levels are more than 50000": ({ settings }) => {
    const many = Array.from({ length: 6000 }, (_, i) => `${i}`);
    settings.levels = { function: many, network: many };
  },
  'runs.csv, row 3, column network must be "single-layer", but is "two-layer"': ({ settings }) =>
    settings.replicates = 20_000,
  "settings.replicates gives 200000000 runs, but runs.csv has": ({ settings }) => settings.replicates = 100_000_000,
  "runs.csv, row 2, column epochs must be 1000000000, but is 1": ({ settings }) => settings.epochs = 1e9,
  "replicates must be a whole number of at most 100000000": ({ settings }) => settings.replicates = 1e15,
  "epochs must be a whole number of at most 1000000000": ({ settings }) => settings.epochs = 1e18,
  "nests values more than 100 deep": (manifest) => {
    for (let i = 0; i < 5000; i++) manifest.cells = [manifest.cells];
  },
  "suiteSeed must be a text of at most 10000 characters": ({ settings }) => settings.suiteSeed = "x".repeat(500_000),
};

for (const [message, change] of Object.entries(BOMBS)) {
  test(`report, verify and diff refuse a manifest: ${message}`, async (folder) => {
    const result = await resultWith(folder, change);
    const report = await runCommand("report", result);
    assertEquals([report.code, report.results, report.messages.length], [2, [], 1]);
    assertStringIncludes(report.messages[0]!, message);
    for (const options of [[], ["--sample", "1"]]) {
      const verify = await runCommand("verify", result, "--quiet", ...options);
      assertEquals(verify.code === 1 || verify.code === 2, true);
      assertStringIncludes([...verify.results, ...verify.messages].join("\n"), message);
    }
    await runCommand("diff", result, result);
  });
}

test("verify --sample and --shard end with exit code 2 if no manifest says which runs there are", async (folder) => {
  for (const replicates of [100_000_000, 1e15]) {
    const result = await resultWith(folder, ({ settings }) => settings.replicates = replicates);
    for (const options of [["--sample", "3"], ["--shard", "1/2"]]) {
      const { code, results, messages } = await runCommand("verify", result, "--quiet", ...options);
      assertEquals([code, results, messages.length], [2, [], 1]);
      assertMatch(messages[0]!, /^Cannot verify: .*manifest\.json, line \d+: settings\.replicates (gives|must be) /);
    }
    const whole = await runCommand("verify", result, "--quiet");
    assertEquals([whole.code, whole.results.length, whole.messages], [1, 1, []]);
  }
});

test("report refuses a table of millions of empty fields or rows", async (folder) => {
  const result = await resultWith(folder, () => {});
  for (const bomb of [",".repeat(2 ** 25 + 2), "\r\n".repeat(2 ** 22 + 2)]) {
    await Deno.writeTextFile(`${result}/runs.csv`, bomb);
    const { code, messages } = await runCommand("report", result);
    assertEquals([code, messages.length], [2, 1]);
    assertStringIncludes(messages[0]!, "runs.csv must have at most");
    const verify = await runCommand("verify", result, "--quiet");
    assertEquals(verify.code, 1);
  }
});
