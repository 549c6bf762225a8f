import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type CompletedExperiment, completeLine } from "../../../command/cli/complete_line.ts";
import { SHELLS } from "../../../command/cli/shell_scripts.ts";
import { SUBCOMMANDS } from "../../../command/subcommands/subcommands.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { ownLevels } from "../../../experiments/plan.ts";
import { processTest, runCommand } from "../run_command.ts";

const EXPERIMENTS: readonly CompletedExperiment[] = [
  { id: "depth-xor", question: "?", levels: { function: ["and", "or", "xor"], network: ["one-layer", "two-layer"] } },
  { id: "losses", question: "?", levels: { loss: ["hinge", "huber"], function: ["nand"] } },
];

/** The candidates for the last word of a line. */
async function wordsFor(line: string): Promise<readonly string[] | string> {
  const found = await completeLine(line, SUBCOMMANDS, () => Promise.resolve(EXPERIMENTS));
  return typeof found === "string" ? found : found.map(({ word }) => word);
}

const LINES: readonly (readonly [line: string, words: readonly string[] | string])[] = [
  ["xorlab re", ["report", "replicate"]],
  ["deno task experiment ve", ["verify", "version"]],
  ["deno task -q experiment help re", ["report", "replicate"]],
  ["xorlab run ", ["depth-xor", "losses"]],
  ["xorlab run depth-xor l", ["losses"]],
  ["xorlab run --seeds ", []],
  ["xorlab run --seeds 3 l", ["losses"]],
  ["xorlab run --se", ["--seeds", "--set"]],
  ["xorlab run --seeds 3 --set function=xor --se", ["--set"]],
  ["xorlab --dry", ["--dry-run"]],
  ["xorlab run --engine ", ["auto", "reference", "wasm"]],
  ["xorlab run --engine=w", ["--engine=wasm"]],
  ["xorlab run --out r", "folder"],
  ["xorlab train --config ", "file"],
  ["xorlab verify ", "folder"],
  ["xorlab run --set ", ["function=", "network=", "loss="]],
  ["xorlab run losses --set ", ["loss=", "function="]],
  ["xorlab run depth-xor --set function=", ["function=and", "function=or", "function=xor"]],
  ["xorlab run depth-xor --set function=xor,", ["function=xor,and", "function=xor,or"]],
  ["xorlab run 'depth-xor' --set=net", ["--set=network="]],
  ["xorlab trace depth-xor --h", ["--html", "--help"]],
  ["xorlab trace depth-xor ", [
    "--module",
    "--set",
    "--replicate",
    "--steps",
    "--epochs",
    "--suite-seed",
    "--json",
    "--html",
    "--help",
    "--version",
  ]],
  ["xorlab completions ", SHELLS],
  ["xorlab nothing ", []],
  ["xorlab toString ", []],
];

for (const [line, words] of LINES) {
  Deno.test(`completeLine completes "${line}"`, async () => assertEquals(await wordsFor(line), words));
}

Deno.test("completions offers every experiment, factor and level, none of which has a space", async () => {
  for (const { id, factors } of CATALOG) {
    const offered = async (line: string) => (await runCommand("completions", "zsh", "--", line)).results;
    assertEquals(
      await offered(`xorlab config ${id}`),
      CATALOG.map((each) => each.id).filter((each) => each.startsWith(id)),
    );
    assertEquals(await offered(`xorlab config ${id} --set `), Object.keys(factors).map((factor) => `${factor}=`));
    for (const [name, factor] of Object.entries(factors)) {
      const levels = ownLevels(factor).map((level) => `${name}=${level}`);
      assertEquals(await offered(`xorlab config ${id} --set ${name}=`), levels);
      for (const level of levels) assert(!/\s/.test(level), level);
    }
  }
});

processTest("bash sources the script and completes words after it", async (folder) => {
  // the script calls `deno`, which need not be on the path
  await Deno.symlink(Deno.execPath(), `${folder}/deno`);
  const env = { PATH: `${folder}:/usr/bin:/bin` };
  const { code, results } = await runCommand("completions", "bash");
  assertEquals(code, 0);
  const complete = async (line: string) => {
    const ask = 'COMP_LINE=$1 COMP_POINT=${#1}; _xorlab_deno deno "${1##* }" x; printf "%s\\n" "${COMPREPLY[@]}"';
    const args = ["--norc", "-c", `${results.join("\n")}\n${ask}`, "bash", line];
    const { stdout, stderr } = await new Deno.Command("bash", { args, env }).output();
    assertEquals(new TextDecoder().decode(stderr).replaceAll(/^.*compopt: not currently.*\n/gm, ""), "");
    return new TextDecoder().decode(stdout).trimEnd().split("\n");
  };
  assertEquals(await complete("deno task experiment run dep"), ["depth-xor"]);
  assertEquals(await complete("deno task experiment run depth-xor --set function="), ["and", "or", "xor"]);
  assertEquals(await complete("deno task experiment run depth-xor --set func"), ["function="]);
  assertEquals(await complete("deno task experiment run delta-sign --set sign=e·y\\(1−"), ["e·y\\(1−y\\)"]);
  assertEquals(await complete("deno task experiment verify /us"), ["/usr"]);
  assertEquals(await complete("deno fmt "), [""]);
});

for (const shell of ["zsh", "fish"]) {
  processTest(`${shell} accepts the script, where it is installed`, async (folder) => {
    const { results } = await runCommand("completions", shell);
    assertStringIncludes(results.join("\n"), "completions");
    await Deno.writeTextFile(`${folder}/script`, results.join("\n"));
    try {
      const { code, stderr } = await new Deno.Command(shell, { args: ["-n", `${folder}/script`] }).output();
      assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
    } catch (error) {
      assert(error instanceof Deno.errors.NotFound, String(error));
    }
  });
}
