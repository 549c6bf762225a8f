/** The task as a whole: bundling, then the command. */
import { assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import project from "../../deno.json" with { type: "json" };
import { SUBCOMMANDS } from "../../command/subcommands/subcommands.ts";
import { makesPages } from "../../tools/start.ts";
import { importsIn, resolveImport } from "../import_graph.ts";
import { communicate, processTest as test, readFilesIn, startDeno } from "./run_command.ts";

const ROOT = new URL("../../", import.meta.url);

Deno.test("the lines that the tasks print first are short, and every task is described", () => {
  for (const [name, { command, description }] of Object.entries(project.tasks)) {
    assertMatch(description, /^[A-Z].{9,}[^.]$/, name);
    if (["experiment", "lab"].includes(name)) assertLess(`Task ${name} ${command}`.length, 80);
  }
});

/** Runs `deno task` in a copy of the project whose scripts cannot be bundled: their sources are missing. */
async function runTaskWithoutScripts(folder: string, ...words: string[]): ReturnType<typeof communicate> {
  for (const name of ["core", "experiments", "command", "bench", "std", "tools", "deno.lock", "mod.ts"]) {
    await Deno.symlink(new URL(name, ROOT), `${folder}/${name}`);
  }
  await Deno.copyFile(new URL("deno.json", ROOT), `${folder}/deno.json`);
  // copied, because reading a style sheet behind a link needs another permission
  for (const [path, text] of Object.entries(await readFilesIn(new URL("reports", ROOT).pathname))) {
    if (path.endsWith("_main.ts")) continue;
    const copy = `${folder}/reports${path}`;
    await Deno.mkdir(copy.slice(0, copy.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(copy, text);
  }
  return await communicate(startDeno(["task", "--quiet", "--config", `${folder}/deno.json`, ...words]));
}

test("without scripts the task still runs what makes no pages", async (folder) => {
  const version = await runTaskWithoutScripts(folder, "experiment", "config", "--help");
  assertEquals([version.code, version.messages], [0, ""]);
});

for (const words of [["experiment", "run", "depth-xor", "--seeds", "1", "--epochs", "1"], ["lab"]]) {
  test(`without scripts ${words.slice(0, 2).join(" ")} trains nothing and writes no pages`, async (folder) => {
    const { code, results, messages } = await runTaskWithoutScripts(folder, ...words);
    assertEquals([code, results], [2, ""]);
    assertStringIncludes(messages, "Cannot make pages: their script could not be bundled; the error above tells why\n");
    assertEquals(await readFilesIn(`${folder}/results`).catch(() => ({})), {});
  });
}

test("scripts are bundled once, and again after a source has changed", async (folder) => {
  const build = (name: string) => Deno.readTextFile(`${folder}/.build/${name}`);
  const code = `
    import { bundleScripts } from ${JSON.stringify(new URL("tools/start.ts", ROOT).href)};
    console.log(await bundleScripts());
  `;
  for (const name of ["core", "experiments", "std", "deno.lock"]) {
    await Deno.symlink(new URL(name, ROOT), `${folder}/${name}`);
  }
  await Deno.copyFile(new URL("deno.json", ROOT), `${folder}/deno.json`);
  await Deno.mkdir(`${folder}/reports/live`, { recursive: true });
  const source = `${folder}/reports/live/page_main.ts`;
  await Deno.writeTextFile(source, "console.log(1);");
  await Deno.writeTextFile(`${folder}/reports/live/lab_main.ts`, "console.log(2);");
  await Deno.writeTextFile(`${folder}/reports/live/lesson_main.ts`, "console.log(3);");
  const bundle = async () => {
    const flags = ["--no-check", "--no-prompt", "-R=.", "-W=.build", "--allow-run", "--config", "deno.json"];
    const child = startDeno(["run", ...flags, "--ext=ts", "-"], {}, folder);
    assertEquals(await communicate(child, code), { code: 0, results: "true\n", messages: "" });
  };
  await bundle();
  assertEquals(await build("page.js"), "console.log(1);\n");
  await Deno.writeTextFile(`${folder}/.build/page.js`, "kept");
  await bundle();
  assertEquals(await build("page.js"), "kept");
  await Deno.writeTextFile(source, "console.log(333);");
  await bundle();
  assertEquals(await build("page.js"), "console.log(333);\n");
  assertEquals([...Deno.readDirSync(`${folder}/.build`)].map(({ name }) => name).sort(), [
    "lab.js",
    "lesson.js",
    "page.js",
    "sources.txt",
  ]);
});

test("every sub-command that can reach the scripts of pages has them bundled", () => {
  const sources = new Map<string, string>();
  const read = (path: string) => {
    if (sources.has(path)) return;
    const text = Deno.readTextFileSync(new URL(path, ROOT));
    sources.set(path, text);
    importsIn(text).filter((specifier) => /^\..*\.ts$/.test(specifier)).forEach((each) =>
      read(resolveImport(path, each))
    );
  };
  for (const name of Object.keys(SUBCOMMANDS)) {
    sources.clear();
    read(`command/subcommands/${name}.ts`);
    assertEquals([name, makesPages([name])], [name, sources.has("reports/page_script.ts")]);
  }
  return Promise.resolve();
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`the task passes on ${signal} and the exit code`, async () => {
    const child = startDeno(["run", "-R=.", "-W=.build", "--allow-run", "tools/start.ts", "train", "--config", "-"]);
    // more than a pipe holds: it is all written no sooner than the command reads it
    const writer = child.stdin.getWriter();
    await writer.write(new Uint8Array(2 ** 20).fill(32));
    child.kill(signal);
    const { code } = await child.status;
    await Promise.all([writer.close(), child.stdout.cancel(), child.stderr.cancel()]);
    assertEquals(code, signal === "SIGINT" ? 130 : 143);
  });
}

test("sub-commands that only read lose the permission to write", async () => {
  // a sub-command that may not write answers with the permission that it lacks, not with what is in the folder
  for (const name of ["list", "verify", "diff", "config", "trace", "gradcheck", "bench", "train"]) {
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

test("FORCE_COLOR colours a pipe, whatever NO_COLOR is, unless --no-color is given", async (folder) => {
  const call = ["run", "delta-rule", "--seeds", "1", "--epochs", "1", "--quiet", "--out", folder];
  const isColored = async (env: Record<string, string>, ...more: string[]) => {
    const permissions = [`--allow-read=.,${folder}`, `--allow-write=${folder}`, "--allow-env=TERM,FORCE_COLOR"];
    const args = ["run", "--no-check", ...permissions, "command/main.ts", ...call, ...more];
    const { code, results } = await communicate(startDeno(args, { FORCE_COLOR: "", NO_COLOR: "", ...env }));
    assertEquals(code, 0);
    return results.includes("\u001b[");
  };
  assertEquals(await isColored({}), false);
  assertEquals(await isColored({ FORCE_COLOR: "1" }), true);
  assertEquals(await isColored({ FORCE_COLOR: "0" }), false);
  assertEquals(await isColored({ FORCE_COLOR: "1", NO_COLOR: "1" }), true);
  assertEquals(await isColored({ FORCE_COLOR: "1" }, "--no-color"), false);
});
