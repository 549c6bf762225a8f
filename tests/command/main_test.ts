/** The command in this process; what it writes goes to a temporary folder. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parseCall } from "../../command/cli/arguments.ts";
import { EXAMPLES } from "../../command/cli/examples.ts";
import { selectExperiments } from "../../command/run/plans.ts";
import { SUBCOMMANDS } from "../../command/subcommands/subcommands.ts";
import { fileTest as test, runCommand } from "./run_command.ts";

Deno.test("main --version prints name and version", async () => {
  const { code, results } = await runCommand("--version");
  assertEquals(code, 0);
  assertMatch(results[0]!, /^xorlab \d+\.\d+\.\d+$/);
});

Deno.test("main --help lists every sub-command, and the help of each lists every option", async () => {
  const { results } = await runCommand("--help");
  for (const line of results) assert(line.length <= 80, line);
  for (const [name, { options, summary }] of Object.entries(SUBCOMMANDS)) {
    assertStringIncludes(results.join(" ").replaceAll(/ +/g, " "), `${summary} `);
    const help = (await runCommand(name, "--help")).results;
    assertMatch(help[0]!, new RegExp(`^deno task experiment ${name} `));
    for (const option of options) assert(help.some((line) => line.startsWith(`  --${option}`)), option);
    for (const line of help.slice(0, help.indexOf("Examples:"))) assert(line.length <= 80, line);
    assert(help.indexOf("Examples:") > 0, name);
  }
});

Deno.test("main takes help, version and letters as people type them", async () => {
  const help = await runCommand("--help");
  for (const words of [["help"], ["-h"], ["help", "--help"]]) assertEquals(await runCommand(...words), help);
  for (const words of [["help", "verify"], ["verify", "-h"], ["verify", "results", "--help"]]) {
    assertEquals(await runCommand(...words), await runCommand("verify", "--help"));
  }
  for (const words of [["version"], ["-V"], ["list", "-V"]]) {
    assertEquals(await runCommand(...words), await runCommand("--version"));
  }
});

Deno.test("every example of --help is a call that the command accepts", () => {
  assertEquals(Object.keys(EXAMPLES), Object.keys(SUBCOMMANDS));
  for (const [name, examples] of Object.entries(EXAMPLES)) {
    for (const [words] of examples) {
      const call = words.replace(/ > .*/, "").split(" ").map((word) => word.replaceAll("'", ""));
      assertEquals(parseCall(call, SUBCOMMANDS).name, name);
      if (name === "run") selectExperiments(name, parseCall(call, SUBCOMMANDS).operands);
    }
  }
});

const MISTAKES: readonly (readonly [commandLine: string, message: string])[] = [
  ["run depht-xor", 'Cannot run "depht-xor": no experiment has this name (did you mean "depth-xor"?)'],
  [
    "depth-xor",
    'Cannot read the command line: there is no sub-command "depth-xor"; it must be one of ',
  ],
  ["DEPTH-XRO", '(did you mean "run depth-xor"?)'],
  ["rnu", '(did you mean "run"?)'],
  ["run depth-xor --set funktion=xor", 'Cannot set "funktion": depth-xor has the factors function, network'],
  ["run DEPTH-XOR", 'Cannot run "DEPTH-XOR": no experiment has this name (did you mean "depth-xor"?)'],
  ["run depth-xor --set function=XOR", 'it must be one of and, or, xor (did you mean "xor"?)'],
  ["run depth-xor --set function=xorr", 'Cannot set function to "xorr": it must be one of and, or, xor'],
  [
    "list nothing-like-this",
    'Cannot list "nothing-like-this": no experiment has this name; the sub-command list shows all',
  ],
  [
    "completions tcsh",
    'Cannot complete words: the shell must be one of bash, zsh, fish, but is "tcsh" (did you mean "bash"?)',
  ],
  [
    "config depth-xor --set function=xor",
    'Cannot select one run of "depth-xor": --set must pick one level of network',
  ],
  ["train", "Cannot train: --config FILE must be given"],
  ["run --seeds 0", "Cannot read the command line: --seeds must be a whole number of at least 1, but is 0"],
  ["diff", "Cannot read the command line: diff needs A [B]"],
  ["verify ", "Cannot read the command line: verify takes [DIR], but one argument is empty"],
  ["report ", "Cannot read the command line: report takes [DIR], but one argument is empty"],
  ["list -q", "Cannot read the command line: there is no option -q"],
  ["help rnu", '(did you mean "run"?)'],
  ["config depth", 'Cannot print the config of "depth": no experiment has this name (did you mean "depth-xor"?)'],
];

for (const [commandLine, message] of MISTAKES) {
  Deno.test(`main rejects "${commandLine}" with exit code 2 and one line`, async () => {
    const { code, results, messages } = await runCommand(...commandLine.split(" "));
    assertEquals([code, results.length, messages.length], [2, 0, 1]);
    assertStringIncludes(messages[0]!, message);
  });
}

Deno.test("main escapes control characters in messages", async () => {
  const { code, messages } = await runCommand("run", "a\r\n\t\x1b[1m\x7f\u0085\u2028δ");
  const escaped = "a\\r\\n\\t\\u001b[1m\\u007f\\u0085\\u2028δ";
  assertEquals([code, messages], [2, [
    `Cannot run "${escaped}": no experiment has this name; the sub-command list shows all`,
  ]]);
});

test("main names a path that it cannot use, on one line, with exit code 2", async (folder) => {
  const long = `${folder}/${"x".repeat(300)}`;
  const tooLong = `Cannot use "${long}": its name is too long`;
  for (const args of [["run", "--out", long], ["verify", long], ["diff", long, long], ["train", "--config", long]]) {
    assertEquals(await runCommand(...args), { code: 2, results: [], messages: [tooLong] });
  }
  const missing = `${folder}/not\nthere`;
  const notFound = `Cannot use "${folder}/not\\nthere": it does not exist`;
  for (const args of [["verify", missing], ["report", missing], ["train", "--config", missing]]) {
    assertEquals(await runCommand(...args), { code: 2, results: [], messages: [notFound] });
  }
  await Deno.writeTextFile(`${folder}/depth-xor`, "");
  const blocked = `Cannot run: ${folder}/depth-xor is not a folder`;
  for (const options of [[], ["--resume"]]) {
    assertEquals((await runCommand("run", "depth-xor", "--out", folder, ...options)).messages, [blocked]);
  }
});
