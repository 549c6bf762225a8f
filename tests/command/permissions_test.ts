/** What the command may do: the flags of its task, and nothing in the code that would want more. */
import { assertEquals, assertGreater, assertMatch } from "@std/assert";
import project from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);
const granted = async (descriptor: Deno.PermissionDescriptor) =>
  (await Deno.permissions.query(descriptor)).state === "granted";
const readable = await granted({ name: "read", path: ROOT });
const runs = await granted({ name: "run", command: Deno.execPath() }) && await granted({ name: "write" });

/** The words with which the task runs the command, from `run` on; the last one is the script. */
const TASK = project.tasks.experiment.split("deno ").at(-1)!.split(" ");
const FLAGS = TASK.filter((word) => word.startsWith("-"));

async function deno(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd: ROOT, stdin: "null" }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, results: text(stdout), messages: text(stderr) };
}

Deno.test("the task lets the command read the project and write results, no more", () => {
  assertEquals(TASK, ["run", "--allow-read=.", "--allow-write=results", "command/main.ts"]);
});

Deno.test({
  name: "the flags of the task keep out other files, the network, the environment and other programs",
  ignore: !runs,
  fn: async () => {
    const outside = await Deno.makeTempFile();
    try {
      const { code, results } = await deno("run", ...FLAGS, "tests/command/probe.ts", outside);
      const { "read the project": own, ...others } = JSON.parse(results);
      assertEquals([code, own], [0, "done"]);
      assertEquals(others, Object.fromEntries(Object.keys(others).map((what) => [what, "NotCapable"])));
    } finally {
      await Deno.remove(outside);
    }
  },
});

/** A call that fails without a flag. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  "--allow-read=.": ["report", "results"],
  "--allow-write=results": ["run", "delta-rule", "--seeds", "1", "--epochs", "1"],
};

for (const [flag, call] of Object.entries(NEEDS)) {
  Deno.test({
    name: `the task needs ${flag}`,
    ignore: !runs,
    fn: async () => {
      const { code, results, messages } = await deno(...TASK.filter((word) => word !== flag), ...call);
      assertEquals([code, results], [2, ""]);
      assertMatch(
        messages,
        /^Cannot (read|write|read and write) ".*" without permission; this grants it: deno run .*\n$/,
      );
    },
  });
}

/** All that the suite uses of Deno: files by name, its two outputs, signals, and what it knows of itself. */
const USED = (
  "FsFile SeekMode errors mkdirSync openSync readFile readFileSync readTextFile removeSync renameSync statSync " +
  "writeTextFileSync args exit stdin stdout stderr noColor consoleSize Signal addSignalListener removeSignalListener " +
  "build permissions"
).split(" ");

/** Other ways to the network or out of the sandbox; the core is held to more by tests/architecture_test.ts. */
const OTHER =
  /\b(?:fetch|WebSocket|WebTransport|EventSource|XMLHttpRequest|sendBeacon|importScripts)\b|"node:|\bprocess\./g;

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    if (isDirectory) yield* sources(`${folder}/${name}`);
    else if (name.endsWith(".ts")) yield `${folder}/${name}`;
  }
}

Deno.test({
  name: "no code of the suite uses what would need another permission",
  ignore: !readable,
  fn: async () => {
    const found: string[] = [];
    let files = 0;
    for (const folder of ["core", "experiments", "reports", "command"]) {
      for await (const path of sources(folder)) {
        const text = (await Deno.readTextFile(new URL(path, ROOT))).replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "");
        const members = [...text.matchAll(/\bDeno\b(?:\.(\w+))?/g)].filter(([, member]) =>
          !USED.includes(member ?? "")
        );
        const others = folder === "core" ? [] : [...text.matchAll(OTHER)];
        found.push(...[...members, ...others].map(([use]) => `${path} must not use ${use}`));
        files++;
      }
    }
    assertEquals(found, []);
    assertGreater(files, 100);
  },
});
