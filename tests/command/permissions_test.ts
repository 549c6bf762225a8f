/** The permissions of the command: its process has few, and its code needs no others. */
import { assertEquals, assertGreater, assertMatch } from "@std/assert";
import { COMMAND } from "../../tools/start.ts";
import { needing } from "../needs.ts";

const ROOT = new URL("../../", import.meta.url);

const FLAGS = COMMAND.filter((word) => word.startsWith("-"));

async function deno(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd: ROOT, stdin: "null" }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, results: text(stdout), messages: text(stderr) };
}

Deno.test("the command may read the project, write results and know the terminal, nothing else", () => {
  const env = "--allow-env=TERM,FORCE_COLOR";
  assertEquals(COMMAND, ["run", "--allow-read=.", "--allow-write=results", env, "command/main.ts"]);
});

Deno.test({
  ...needing(["run", "write"], "the command may not use other files, the network, the environment and other programs"),
  fn: async () => {
    const outside = await Deno.makeTempFile();
    try {
      const { code, results } = await deno("run", ...FLAGS, "tests/command/probe.ts", outside);
      const { "read the project": project, ...others } = JSON.parse(results);
      assertEquals([code, project], [0, "done"]);
      assertEquals(others, Object.fromEntries(Object.keys(others).map((attempt) => [attempt, "NotCapable"])));
    } finally {
      await Deno.remove(outside);
    }
  },
});

/** A call that fails without the flag. */
const NEEDED_BY: Readonly<Record<string, readonly string[]>> = {
  "--allow-read=.": ["report", "results"],
  "--allow-write=results": ["run", "delta-rule", "--seeds", "1", "--epochs", "1"],
};

for (const [flag, call] of Object.entries(NEEDED_BY)) {
  Deno.test({
    ...needing(["run", "write"], `the command needs ${flag}`),
    fn: async () => {
      const { code, results, messages } = await deno(...COMMAND.filter((word) => word !== flag), ...call);
      assertEquals([code, results], [2, ""]);
      assertMatch(
        messages,
        /^Cannot (read|write|read and write) ".*" without permission; this grants it: deno run .*\n$/,
      );
    },
  });
}

/** The members of Deno that the suite may use. */
const ALLOWED = (
  "FsFile errors lstatSync openSync readTextFile removeSync statSync args exit stdin stdout stderr noColor " +
  "consoleSize Signal addSignalListener removeSignalListener build permissions env"
).split(" ");

/** Other ways to the network or out of the sandbox; tests/architecture_test.ts restricts the core further. */
const FORBIDDEN =
  /\b(?:fetch|WebSocket|WebTransport|EventSource|XMLHttpRequest|sendBeacon|importScripts)\b|"node:[^"]*"|\bprocess\./g;

/** The file that asks whether it runs in Deno; no other may use the name without a member. */
const ASKS_FOR_DENO = { path: "experiments/store/runtime.ts", question: "typeof Deno " };

/** The modules of Node that a file may use. */
const NODE_MODULES: Readonly<Record<string, string>> = {
  "experiments/store/code_digest.ts": '"node:fs"',
  "experiments/store/content.ts": '"node:fs"',
  "experiments/store/digest.ts": '"node:crypto"',
  "experiments/store/files.ts": '"node:fs"',
  "experiments/store/plain_files.ts": '"node:fs"',
  "command/cli/file_access.ts": '"node:path"',
  "command/cli/load_module.ts": '"node:url"',
};

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    if (isDirectory) yield* sources(`${folder}/${name}`);
    else if (name.endsWith(".ts")) yield `${folder}/${name}`;
  }
}

Deno.test({
  ...needing(["read"], "no code of the suite uses an interface that needs another permission"),
  fn: async () => {
    const found: string[] = [];
    let files = 0;
    for (const folder of ["core", "experiments", "reports", "command"]) {
      for await (const path of sources(folder)) {
        const text = (await Deno.readTextFile(new URL(path, ROOT))).replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "");
        const code = text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""');
        const uses = path === ASKS_FOR_DENO.path ? code.replace(ASKS_FOR_DENO.question, "") : code;
        const members = [...uses.matchAll(/\bDeno\b(?:\.(\w+))?/g)];
        const forbidden = members.filter(([, member]) => !ALLOWED.includes(member ?? ""));
        const calls = folder === "core" ? [] : [...text.matchAll(FORBIDDEN)];
        const others = calls.filter(([use]) => use !== NODE_MODULES[path]);
        found.push(...[...forbidden, ...others].map(([use]) => `${path} must not use ${use}`));
        files++;
      }
    }
    assertEquals(found, []);
    assertGreater(files, 100);
  },
});
