/** The command as a process: signals, pipes, permissions. */
import { assert, assertEquals, assertGreater, assertMatch, assertStringIncludes } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
const isGranted = async (descriptor: Deno.PermissionDescriptor) =>
  (await Deno.permissions.query(descriptor)).state === "granted";
const ignore = !(await isGranted({ name: "read" }) && await isGranted({ name: "write" }) &&
  await isGranted({ name: "run", command: Deno.execPath() }));

/** A test with a folder that is removed afterwards. */
function test(name: string, fn: (folder: string) => Promise<void>): void {
  Deno.test({
    name,
    ignore,
    fn: async () => {
      const folder = await Deno.makeTempDir();
      try {
        await fn(folder);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

/** The command with the permissions of its task, and the folder besides. */
function start(folder: string, ...words: string[]): Deno.ChildProcess {
  const args = ["run", "--no-check", `--allow-read=.,${folder}`, `--allow-write=results,${folder}`, "command/main.ts"];
  return new Deno.Command(Deno.execPath(), {
    args: [...args, ...words],
    cwd: ROOT,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** What a process answers to an input. */
async function answerOf(child: Deno.ChildProcess, input = "") {
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, results: text(stdout), messages: text(stderr) };
}

/** Waits until a run's events tell that a part of the work is done. */
async function untilBegun(child: Deno.ChildProcess): Promise<void> {
  const decoder = new TextDecoder();
  let told = "";
  // The stream stays open: a run whose results nobody reads ends by itself.
  for await (const bytes of child.stdout.values({ preventCancel: true })) {
    told += decoder.decode(bytes, { stream: true });
    const shares = [...told.matchAll(/"share":([\d.]+)/g)].map(([, share]) => Number(share));
    if (shares.some((share) => share > 0.3)) return;
  }
  throw new Error(`The run ended too early: ${told}`);
}

/** Some hundred milliseconds of work, in a dozen blocks. */
const RUN = ["run", "depth-xor", "--seeds", "20", "--epochs", "2000", "--engine", "reference", "--jobs", "2"];

async function csvIn(folder: string): Promise<string[]> {
  const names = ["runs", "curves", "claims", "surface"];
  return await Promise.all(names.map((name) => Deno.readTextFile(`${folder}/depth-xor/${name}.csv`)));
}

/** Starts a run, stops it in the midst of its work, and answers how it ended. */
async function stopped(folder: string, signal: Deno.Signal) {
  const child = start(folder, ...RUN, "--json", "--out", folder);
  await untilBegun(child);
  child.kill(signal);
  const { code } = await child.status, messages = await new Response(child.stderr).text();
  await Promise.all([child.stdin.close(), child.stdout.cancel()]);
  return { code, messages, left: [...Deno.readDirSync(`${folder}/depth-xor`)].map(({ name }) => name) };
}

test("run goes on after a signal where it stopped, never mixes, and comes to the same bytes", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  assertEquals(await stopped(a, "SIGTERM"), { code: 130, messages: "", left: [".journal"] });
  assertEquals(await stopped(a, "SIGINT"), { code: 130, messages: "", left: [".journal"] });
  assertEquals(await stopped(b, "SIGKILL"), { code: 137, messages: "", left: [".journal"] });
  const other = await answerOf(start(folder, ...RUN, "--suite-seed", "other", "--resume", "--out", a));
  assertEquals([other.code, other.messages], [
    2,
    'Cannot resume "depth-xor": it was begun with other settings (suiteSeed "xorlab", now "other"); ' +
    "repeat them, or run without --resume\n",
  ]);
  for (const place of [a, b]) {
    const { code, messages } = await answerOf(start(folder, ...RUN, "--resume", "--out", place));
    assertEquals(code, 0);
    const [, reused] = /^depth-xor: (\d+) of 120 runs are there already$/m.exec(messages)!;
    assertGreater(Number(reused), 0);
    assertEquals([...Deno.readDirSync(`${place}/depth-xor`)].filter(({ name }) => name.startsWith(".")), []);
  }
  assertEquals((await answerOf(start(folder, ...RUN, "--quiet", "--out", `${folder}/c`))).code, 0);
  const whole = await csvIn(`${folder}/c`);
  assertEquals(await csvIn(a), whole);
  assertEquals(await csvIn(b), whole);
});

test("run ends quietly where nobody reads its events", async (folder) => {
  const child = start(folder, ...RUN, "--json", "--out", folder);
  await untilBegun(child);
  await child.stdout.cancel();
  const [{ code }, messages] = [await child.status, await new Response(child.stderr).text()];
  await child.stdin.close();
  assertEquals([code, messages], [1, ""]);
});

test("config ends quietly where nobody reads its results", async (folder) => {
  const child = start(folder, "config", "depth-xor", "--set", "function=xor", "--set", "network=two-layer");
  await child.stdout.cancel();
  const [{ code }, messages] = [await child.status, await new Response(child.stderr).text()];
  await child.stdin.close();
  assertEquals([code, messages], [0, ""]);
});

test("run names the command that lets it write elsewhere", async (folder) => {
  const { code, results, messages } = await answerOf(start(folder, "run", "depth-xor", "--out", `${folder}-elsewhere`));
  assertEquals([code, results], [2, ""]);
  assertMatch(
    messages,
    /^Cannot write ".*-elsewhere" without permission; this grants it: deno run .* --out .*-elsewhere\n$/,
  );
});

test("config and train are two ends of a pipe", async (folder) => {
  const cell = ["--set", "function=xor", "--set", "network=two-layer", "--epochs", "20"];
  const config = await answerOf(start(folder, "config", "depth-xor", ...cell));
  const answer = await answerOf(start(folder, "train", "--config", "-"), config.results);
  assertEquals([answer.code, answer.messages], [0, ""]);
  assertEquals(JSON.parse(answer.results).config, JSON.parse(config.results));
  const wrong = await answerOf(start(folder, "train", "--config", "-"), config.results.slice(0, -9));
  assertEquals([wrong.code, wrong.results], [2, ""]);
  assertStringIncludes(wrong.messages, "Cannot read the config: standard input is not JSON");
  assert(!wrong.messages.includes("    at "), wrong.messages);
});
