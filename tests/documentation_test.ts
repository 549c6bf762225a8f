/** Documents and comments refer only to existing files, tasks, members of families and commands. */
import { assertEquals, assertGreater, assertThrows } from "@std/assert";
import { parseCall } from "../command/cli/arguments.ts";
import { selectExperiments } from "../command/run/plans.ts";
import { SUBCOMMANDS } from "../command/subcommands/subcommands.ts";
import { InputError } from "../core/input/input_error.ts";
import project from "../deno.json" with { type: "json" };
import { FAMILIES } from "../tools/families.ts";
import { needing } from "./needs.ts";

/** Paths between backticks, and targets of links. */
function pathsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([\w.]+\/[\w./]*)`/g)];
  const links = [...text.matchAll(/\]\(([\w./]+)\)/g)];
  return [...spans, ...links].map(([, path]) => path!);
}

/** The tasks that a text calls, with the word after the name of a family. */
function tasksIn(text: string): string[] {
  const calls = [...text.matchAll(/\bdeno(?:@[\d.]+)? task ([\w:]+)(?: ([a-z]+))?/g)];
  return calls.map(([, task, word]) =>
    word !== undefined && Object.hasOwn(FAMILIES, task!) ? `${task} ${word}` : task!
  );
}

/** Every task, and every member of a family after its task. */
const KNOWN_TASKS: readonly string[] = [
  ...Object.keys(project.tasks),
  ...Object.entries(FAMILIES).flatMap(([task, { members }]) => Object.keys(members).map((name) => `${task} ${name}`)),
];

/** The calls of tasks in a text that do not exist. */
function unknownTasks(text: string): string[] {
  return tasksIn(text).filter((task) => !KNOWN_TASKS.includes(task));
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

const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"];
/** Programs whose texts and comments call tasks. */
const PROGRAMS = [".ci", "bench", "cluster", "command", "core", "experiments", "reports", "tests", "tools"];

for (const name of DOCUMENTS) {
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
    assertGreater(tasksIn(text).length, 0);
    assertEquals(unknownTasks(text), []);
  });

  test("calls the command with existing sub-commands, options and experiments", (text) => {
    for (const args of callsIn(text)) checkCall(args);
  });
}

Deno.test("deno.json's tasks call existing tasks, and are at most 12, each with a description", () => {
  const tasks = Object.values(project.tasks);
  assertEquals(tasks.flatMap(({ command }) => unknownTasks(command)), []);
  assertEquals(tasks.filter(({ description }) => description.length === 0), []);
  assertEquals(tasks.length <= 12, true, `${tasks.length} tasks`);
});

Deno.test({
  ...needing(["read"], "programs and their comments call existing tasks"),
  fn: () => {
    const texts = PROGRAMS.flatMap(filesIn).filter((file) => /\.(ts|sh|md)$|\.ci\/run$/.test(file));
    assertGreater(texts.length, 0);
    // this file plants unknown tasks
    const calls = texts.filter((file) => file !== "tests/documentation_test.ts")
      .flatMap((file) => unknownTasks(Deno.readTextFileSync(new URL(file, ROOT))).map((task) => `${file}: ${task}`));
    assertEquals(calls, []);
  },
});

Deno.test({
  ...needing(["read"], "each member of a family names a program that exists"),
  fn: () => {
    for (const { members } of Object.values(FAMILIES)) {
      for (const { command } of Object.values(members)) {
        const programs = command.filter((word) => word.includes("/") && !word.startsWith("-"));
        for (const program of programs) Deno.statSync(new URL(program, ROOT));
      }
    }
  },
});

/** The paths of all files in a folder of the project. */
function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(new URL(`${folder}/`, ROOT))].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesIn(`${folder}/${name}`) : [`${folder}/${name}`]
  );
}

Deno.test("pathsIn, tasksIn and callsIn find what they should and nothing else", () => {
  assertEquals(pathsIn("`core/`, `core/train.ts` and [more](MORE.md), but not `a / b`, `Math.sqrt` or `x/<y>`"), [
    "core/",
    "core/train.ts",
    "MORE.md",
  ]);
  assertEquals(tasksIn("npx --yes deno@2.9.6 task test, or `deno task drill stops --kills 3`"), [
    "test",
    "drill stops",
  ]);
  assertEquals(unknownTasks("`deno task drill`, `deno task drill steps`, deno task pack"), ["drill steps", "pack"]);
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
