/** What README.md and ARCHITECTURE.md name is there. */
import { assertEquals, assertGreater, assertThrows } from "@std/assert";
import { parseCall } from "../command/cli/arguments.ts";
import { select } from "../command/run/select.ts";
import { SUBCOMMANDS } from "../command/subcommands/subcommands.ts";
import { InputError } from "../core/input/input_error.ts";
import project from "../deno.json" with { type: "json" };
import { CATALOG } from "../experiments/catalog.ts";

/** Paths between backticks, and those that links lead to. */
function pathsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([\w.]+\/[\w./]*)`/g)], links = [...text.matchAll(/\]\(([\w./]+)\)/g)];
  return [...spans, ...links].map(([, path]) => path!);
}

/** The tasks that a text calls. */
function tasksIn(text: string): string[] {
  return [...text.matchAll(/\bdeno(?:@[\d.]+)? task ([\w:]+)/g)].map(([, task]) => task!);
}

/** The words after `deno task experiment`, up to the end of the line, a comment or a closing backtick. */
function callsIn(text: string): string[][] {
  const calls = [...text.matchAll(/\bdeno(?:@[\d.]+)? task experiment\b([^\n`#,;]*)/g)];
  return calls.map(([, words]) => words!.split(/\s+/).filter((word) => word !== ""));
}

/** Throws where a call of the command names a sub-command, an option or an experiment that is not there. */
function checkCall(words: readonly string[]): void {
  const { name, operands } = parseCall(words, SUBCOMMANDS);
  if (["run", "list", "config", "trace"].includes(name)) select(name, operands, CATALOG);
}

const ROOT = new URL("../", import.meta.url);
const readable = (await Deno.permissions.query({ name: "read", path: ROOT })).state === "granted";

for (const name of ["README.md", "ARCHITECTURE.md"]) {
  const test = (promise: string, fn: (text: string) => void) =>
    Deno.test({
      name: `${name} ${promise}${readable ? "" : " (needs --allow-read)"}`,
      ignore: !readable,
      fn: () => fn(Deno.readTextFileSync(new URL(name, ROOT))),
    });

  test("names files and folders that exist", (text) => {
    // Results are there after a run only.
    const paths = pathsIn(text).filter((path) => path !== "results/");
    assertGreater(paths.length, 0);
    for (const path of paths) {
      const { isDirectory } = Deno.statSync(new URL(path, ROOT));
      assertEquals(isDirectory, path.endsWith("/"), path);
    }
  });

  test("calls tasks that deno.json has", (text) => {
    const tasks = tasksIn(text), known: readonly string[] = Object.keys(project.tasks);
    assertGreater(tasks.length, 0);
    assertEquals(tasks.filter((task) => !known.includes(task)), []);
  });

  test("calls the command by sub-commands, options and experiments that it has", (text) => {
    for (const words of callsIn(text)) checkCall(words);
  });
}

Deno.test("deno.json's tasks call each other by names that it has", () => {
  const known: readonly string[] = Object.keys(project.tasks);
  assertEquals(tasksIn(Object.values(project.tasks).join("\n")).filter((task) => !known.includes(task)), []);
});

Deno.test("documentation is read as it is written", () => {
  assertEquals(pathsIn("`core/`, `core/train.ts` and [more](MORE.md), but not `a / b`, `Math.sqrt` or `x/<y>`"), [
    "core/",
    "core/train.ts",
    "MORE.md",
  ]);
  assertEquals(tasksIn("npx --yes deno@2.9.6 task test, or `deno task test:browser`"), ["test", "test:browser"]);
  assertEquals(callsIn("deno task experiment run depth-xor --seeds 5   # five\nBy `deno task experiment --help`."), [
    ["run", "depth-xor", "--seeds", "5"],
    ["--help"],
  ]);
});

for (const call of ["runn", "run --sedes 5", "run no-such-experiment", "train one two"]) {
  Deno.test(`checkCall finds a planted "${call}"`, () => {
    assertThrows(() => checkCall(call.split(" ")), InputError);
  });
}
