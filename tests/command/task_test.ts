/** The task as a whole: bundling, then the command. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import project from "../../deno.json" with { type: "json" };
import { communicate, processTest as test, startDeno } from "./run_command.ts";

/** A copy of the task whose bundle cannot be written. */
const UNBUNDLED = project.tasks.experiment.replace("-o .build/page.js", "-o deno.json/page.js");

/** Runs a task line with arguments. */
async function runTask(task: string, ...args: string[]) {
  const line = [task, ...args].join(" ");
  return await communicate(startDeno(["task", "--eval", line]));
}

test("without a bundle the task still runs what writes no pages", async () => {
  const version = await runTask(UNBUNDLED, "--version");
  assertEquals(version.code, 0);
  assertMatch(version.results, /^xorlab \d+\.\d+\.\d+\n$/);
  for (const args of [["--help"], ["list", "depth-xor"], ["config", "forward-pass", "--set", "network=one-layer"]]) {
    assertEquals((await runTask(UNBUNDLED, ...args)).messages.includes("Cannot make pages"), false, args.join(" "));
  }
});

test("without a bundle the task trains nothing and writes no pages", async (folder) => {
  const out = ["--out", folder];
  const task = UNBUNDLED.replace("--allow-write=results", `--allow-write=results,${folder}`)
    .replace("--allow-read=.", `--allow-read=.,${folder}`);
  const { code, results, messages } = await runTask(task, "run", "depth-xor", "--seeds", "1", "--epochs", "1", ...out);
  assertEquals([code, results], [2, ""]);
  assertStringIncludes(messages, "Cannot make pages: their script could not be bundled; the error above tells why\n");
  assertEquals([...Deno.readDirSync(folder)], []);
});

test("sub-commands that only read lose the permission to write", async () => {
  // a sub-command that may not write answers with the permission that it lacks, not with what is in the folder
  for (const name of ["list", "verify", "diff", "config", "trace", "gradcheck", "bench", "train"]) {
    const { SUBCOMMANDS } = await import("../../command/subcommands/subcommands.ts");
    assertEquals([name, SUBCOMMANDS[name]!.writes], [name, undefined]);
  }
  const code = `
    import { main } from "./command/main.ts";
    const states = [];
    const output = { printResult() {}, printPieces() {}, printStyled() {}, printMessage() {}, columns: () => 80 };
    const stateOf = () => Deno.permissions.querySync({ name: "write", path: "results" }).state;
    const forbid = () => { states.push(stateOf()); Deno.permissions.revokeSync({ name: "write" }); };
    for (const args of [["report"], ["run", "x"], ["list", "depth-xor"]]) {
      await main(args, output, forbid);
      states.push(args[0], stateOf());
    }
    console.log(states.join(" "));
  `;
  const flags = ["--no-check", "--no-prompt", "--allow-read=.", "--allow-write=results"];
  const { results } = await communicate(startDeno(["run", ...flags, "--ext=ts", "-"]), code);
  assertEquals(results, "report granted run granted granted list prompt\n");
});

/** Prints, when a process ends, whether it may still write results. */
const PRINT_PERMISSION = `
  addEventListener("unload", () => console.error(Deno.permissions.querySync({ name: "write", path: "results" }).state));
`;

test("the process of a sub-command that only reads has no permission to write", async () => {
  const preload = `--preload=data:text/javascript,${encodeURIComponent(PRINT_PERMISSION)}`;
  const flags = ["--no-check", "--no-prompt", "--allow-read=.", "--allow-write=results", preload];
  const stateAfter = async (...words: string[]) => {
    const { messages } = await communicate(startDeno(["run", ...flags, "command/main.ts", ...words]));
    return messages.trimEnd().split("\n").at(-1);
  };
  assertEquals(await stateAfter("list", "depth-xor"), "prompt");
  assertEquals(await stateAfter("verify", "results/nothing"), "prompt");
  assertEquals(await stateAfter("run", "nothing"), "granted");
});

/** The output of a small run on a terminal of some kind; undefined if no terminal can be made here. */
async function outputOnTerminal(folder: string, TERM: string): Promise<string | undefined> {
  const flags = [`--allow-read=.,${folder}`, `--allow-write=${folder}`, "--allow-env=TERM"];
  const call = ["run", "delta-rule", "--seeds", "1", "--epochs", "1", "--out", folder];
  const words = [Deno.execPath(), "run", "--no-check", ...flags, "command/main.ts", ...call];
  try {
    const { success, stdout } = await new Deno.Command("script", {
      args: ["-qec", words.map((word) => `'${word}'`).join(" "), "/dev/null"],
      cwd: new URL("../../", import.meta.url),
      env: { TERM },
      stdin: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch {
    return undefined;
  }
}

test("a dumb terminal gets lines without colours and other escape sequences", async (folder) => {
  const colored = await outputOnTerminal(folder, "xterm");
  if (colored === undefined) return;
  assertStringIncludes(colored, "\u001b[");
  const plain = await outputOnTerminal(folder, "dumb");
  assertStringIncludes(plain!, "verdict");
  assertEquals(plain!.includes("\u001b"), false);
});
