/** The workflows of GitHub: right for their schema, and every command in them exists here. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { parse } from "yaml";
import project from "../../deno.json" with { type: "json" };
import { FAMILIES } from "../../tools/families.ts";
import { needing } from "../needs.ts";

const ROOT = new URL("../../", import.meta.url), FOLDER = new URL(".github/workflows/", ROOT);
// the validator is WebAssembly in a file; the YAML reader looks whether its own log is wanted
const READ = ["read", "env"] as const;

/** What these tests look at in a job of a workflow. */
interface Job {
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, unknown>>[] } };
  readonly steps: readonly { readonly id?: string; readonly run?: string; readonly uses?: string }[];
}

function jobsOf(text: string): Job[] {
  return Object.values(parse(text).jobs);
}

/** Errors of the schema, and names of `matrix` and `steps` in expressions that nothing defines. */
async function problemsOf(text: string): Promise<string[]> {
  const { validateWorkflow } = await import("@action-validator/core");
  const { errors } = validateWorkflow(text);
  if (errors.length > 0) return errors.map((error) => JSON.stringify(error));
  const begun = text.split("${{").length - 1, whole = text.match(/\$\{\{[^{}]*\}\}/g) ?? [];
  const open = begun > whole.length ? ["an expression does not end"] : [];
  const undefinedNames = jobsOf(text).flatMap((job) => {
    const { strategy, steps } = job;
    const used = (context: string) => [...JSON.stringify(job).matchAll(new RegExp(`\\b${context}\\.([\\w-]+)`, "g"))];
    const matrix = strategy?.matrix.include ?? [{}];
    const missing = used("matrix").filter(([, name]) => !matrix.every((entry) => Object.hasOwn(entry, name!)));
    const unknown = used("steps").filter(([, name]) => !steps.some(({ id }) => id === name));
    return [...missing, ...unknown].map(([name]) => `nothing defines ${name}`);
  });
  return [...open, ...undefinedNames];
}

/** Sub-commands of Deno that need nothing of this project. */
const OF_DENO = ["install --frozen", "test"];
/** Commands of the machine that runs the workflow. */
const OF_RUNNER = ["sudo safaridriver --enable"];

/** Whether a command of a workflow exists: a program of this project, a task with its member, or one of the above. */
async function isCommand(run: string): Promise<boolean> {
  const [program, command, task, member] = run.split(" ");
  if (OF_RUNNER.includes(run)) return true;
  if (program!.includes("/")) {
    const { isFile, mode } = await Deno.stat(new URL(program!, ROOT));
    return isFile && (mode === null || (mode & 0o111) !== 0);
  }
  if (program !== "deno") return false;
  if (command !== "task") return OF_DENO.includes(run.slice("deno ".length));
  const { [task!]: family } = FAMILIES;
  return Object.hasOwn(project.tasks, task!) && (!family || Object.hasOwn(family.members, member!));
}

/** Actions by name and major version, or by commit. */
const PINNED = /^[\w-]+\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/;

const texts = async () => {
  const names = (await Array.fromAsync(Deno.readDir(FOLDER))).map(({ name }) => name).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await Deno.readTextFile(new URL(name, FOLDER)) })));
};

Deno.test({
  ...needing(READ, "each workflow is right for its schema, and pins its actions"),
  fn: async () => {
    const workflows = await texts();
    assertEquals(workflows.map(({ name }) => name), ["ci.yml", "pages.yml"]);
    for (const { name, text } of workflows) {
      assertEquals(await problemsOf(text), [], name);
      const actions = jobsOf(text).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
      assertGreater(actions.length, 0);
      assertEquals(actions.filter((action) => !PINNED.test(action)), [], name);
    }
  },
});

Deno.test({
  ...needing(READ, "each step of a workflow runs a command that exists"),
  fn: async () => {
    for (const { name, text } of await texts()) {
      const commands = jobsOf(text).flatMap(({ steps }) => steps.flatMap(({ run }) => run?.trim().split("\n") ?? []));
      assertGreater(commands.length, 0);
      for (const command of commands) assert(await isCommand(command), `${name}: ${command}`);
    }
    assert(await isCommand("deno task lab"));
    for (const planted of ["task labs", "task audit engine", "task audit", "tests", "install"]) {
      assertEquals(await isCommand(`deno ${planted}`), false, planted);
    }
    assertEquals(await isCommand("npm test"), false);
  },
});

Deno.test({
  ...needing(READ, "workflows use the version of Deno that the README names"),
  fn: async () => {
    const readme = await Deno.readTextFile(new URL("README.md", ROOT));
    const [, version] = /\bdeno@([\d.]+) task/.exec(readme)!;
    for (const { name, text } of await texts()) {
      const versions = [...text.matchAll(/deno-version: (.*)/g)].map(([, found]) => found);
      assertEquals([...new Set(versions)], [version], name);
    }
  },
});

for (
  const [what, from, to] of [
    ["an unknown key of a job", "timeout-minutes: 120", "timeout-minute: 120"],
    ["an unknown key of a step", "- run: deno test", "- runs: deno test"],
    ["a number that is none", "timeout-minutes: 120", "timeout-minutes: soon"],
    ["a list for a text", "name: CI", "name: [CI]"],
    ["an unknown event", "pull_request:", "pull_requests:"],
    ["an unknown permission", "contents: read", "contents: reads"],
    ["a job without a machine", "    runs-on: ubuntu-24.04\n", ""],
    ["a job that needs another which is not there", "  numbers:\n", "  numbers:\n    needs: tests\n"],
    ["a name that no entry of the matrix has", "${{ matrix.engines }}", "${{ matrix.engine }}"],
    ["a name that one entry of the matrix lacks", "engines: deno,node,safari", "runtimes: deno"],
    ["an expression without an end", "${{ matrix.engines }}", "${{ matrix.engines }"],
    ["YAML that does not end", "branches: [main]", "branches: [main"],
  ] as const
) {
  Deno.test({
    ...needing(READ, `a workflow with ${what} is refused`),
    fn: async () => {
      const text = await Deno.readTextFile(new URL("ci.yml", FOLDER)), planted = text.replace(from, to);
      assert(planted !== text);
      assertGreater((await problemsOf(planted)).length, 0);
    },
  });
}
