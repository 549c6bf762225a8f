/** README.md and ARCHITECTURE.md refer only to existing files, tasks and commands. */
import { assertEquals, assertGreater, assertThrows } from "@std/assert";
import { parseCall } from "../command/cli/arguments.ts";
import { selectExperiments } from "../command/run/plans.ts";
import { SUBCOMMANDS } from "../command/subcommands/subcommands.ts";
import { InputError } from "../core/input/input_error.ts";
import project from "../deno.json" with { type: "json" };
import { needing } from "./needs.ts";

/** Paths between backticks, and targets of links. */
function pathsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([\w.]+\/[\w./]*)`/g)];
  const links = [...text.matchAll(/\]\(([\w./]+)\)/g)];
  return [...spans, ...links].map(([, path]) => path!);
}

/** The tasks that a text calls. */
function tasksIn(text: string): string[] {
  return [...text.matchAll(/\bdeno(?:@[\d.]+)? task ([\w:]+)/g)].map(([, task]) => task!);
}

/** The arguments after each `deno task experiment`, up to the end of the line, a comment or a closing backtick. */
function callsIn(text: string): string[][] {
  const calls = [...text.matchAll(/\bdeno(?:@[\d.]+)? task experiment\b([^\n`#,;]*)/g)];
  return calls.map(([, args]) => args!.split(/\s+/).filter((arg) => arg !== ""));
}

/** Throws an InputError for an unknown sub-command, option or experiment. */
function checkCall(args: readonly string[]): void {
  const { name, operands } = parseCall(args, SUBCOMMANDS);
  if (["run", "list", "config", "trace"].includes(name)) selectExperiments(name, operands);
}

const ROOT = new URL("../", import.meta.url);

for (const name of ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"]) {
  const test = (claim: string, fn: (text: string) => void) =>
    Deno.test({
      ...needing(["read"], `${name} ${claim}`),
      fn: () => fn(Deno.readTextFileSync(new URL(name, ROOT))),
    });

  test("refers to existing files and folders", (text) => {
    // results/ exists only after a run
    const paths = pathsIn(text).filter((path) => path !== "results/");
    assertGreater(paths.length, 0);
    for (const path of paths) {
      const { isDirectory } = Deno.statSync(new URL(path, ROOT));
      assertEquals(isDirectory, path.endsWith("/"), path);
    }
  });

  test("calls existing tasks", (text) => {
    const tasks = tasksIn(text);
    const known: readonly string[] = Object.keys(project.tasks);
    assertGreater(tasks.length, 0);
    assertEquals(tasks.filter((task) => !known.includes(task)), []);
  });

  test("calls the command with existing sub-commands, options and experiments", (text) => {
    for (const args of callsIn(text)) checkCall(args);
  });
}

Deno.test("deno.json's tasks call existing tasks", () => {
  const known: readonly string[] = Object.keys(project.tasks);
  assertEquals(
    tasksIn(Object.values(project.tasks).map(({ command }) => command).join("\n")).filter((task) =>
      !known.includes(task)
    ),
    [],
  );
});

Deno.test("pathsIn, tasksIn and callsIn find what they should and nothing else", () => {
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
  Deno.test(`checkCall rejects a planted "${call}"`, () => {
    assertThrows(() => checkCall(call.split(" ")), InputError);
  });
}
