/** The command as a process: signals, pipes and permissions. */
import { assert, assertEquals, assertGreater, assertMatch, assertStringIncludes } from "@std/assert";
import {
  assertSameFiles,
  communicate,
  processTest as test,
  readFilesIn,
  runCommand,
  SMALL_RUN,
  startCommand,
  startDeno,
} from "./run_command.ts";

/** Waits until a run's events report enough progress that at least one block is finished and in the journal. */
async function waitForProgress(child: Deno.ChildProcess): Promise<void> {
  const decoder = new TextDecoder();
  let output = "";
  // keep the stream open: a run ends when the reader of its results closes it
  for await (const bytes of child.stdout.values({ preventCancel: true })) {
    output += decoder.decode(bytes, { stream: true });
    const progress = [...output.matchAll(/"share":([\d.]+)/g)].map(([, share]) => Number(share));
    // more than two workers can have in progress without finishing a block
    if (progress.some((value) => value > 0.2)) return;
  }
  throw new Error(`The run ended too early: ${output}`);
}

/** Seconds of work in a dozen blocks, so that most of it is left when `waitForProgress` returns. */
const RUN = ["run", "depth-xor", "--seeds", "20", "--epochs", "6000", "--engine", "reference", "--jobs", "2"];

/** Starts a run and sends it a signal in the middle of its work. */
async function interrupt(folder: string, signal: Deno.Signal) {
  const child = startCommand(folder, [...RUN, "--json", "--out", folder]);
  await waitForProgress(child);
  child.kill(signal);
  const { code } = await child.status;
  const messages = await new Response(child.stderr).text();
  await Promise.all([child.stdin.close(), child.stdout.cancel()]);
  return { code, messages, files: [...Deno.readDirSync(`${folder}/depth-xor`)].map(({ name }) => name) };
}

/** Closes the reading end of a process's results and waits for its end. */
async function closeOutput(child: Deno.ChildProcess) {
  await child.stdout.cancel();
  const { code } = await child.status;
  const messages = await new Response(child.stderr).text();
  await child.stdin.close();
  return { code, messages };
}

test("run resumes after a signal, rejects other settings, and writes the same bytes", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  assertEquals(await interrupt(a, "SIGTERM"), { code: 130, messages: "", files: [".journal"] });
  assertEquals(await interrupt(a, "SIGINT"), { code: 130, messages: "", files: [".journal"] });
  assertEquals(await interrupt(b, "SIGKILL"), { code: 137, messages: "", files: [".journal"] });
  const other = await communicate(startCommand(folder, [...RUN, "--suite-seed", "other", "--resume", "--out", a]));
  assertEquals([other.code, other.messages], [
    2,
    'Cannot resume "depth-xor": it was started with other settings (suiteSeed "xorlab", now "other"); ' +
    "repeat them, or run without --resume\n",
  ]);
  for (const out of [a, b]) {
    const { code, messages } = await communicate(startCommand(folder, [...RUN, "--resume", "--out", out]));
    assertEquals(code, 0);
    const [, reused] = /^depth-xor: (\d+) of 120 runs reused$/m.exec(messages)!;
    assertGreater(Number(reused), 0);
  }
  assertEquals((await communicate(startCommand(folder, [...RUN, "--quiet", "--out", `${folder}/c`]))).code, 0);
  const whole = await readFilesIn(`${folder}/c`);
  assertSameFiles(await readFilesIn(a), whole);
  assertSameFiles(await readFilesIn(b), whole);
});

test("run explains why it ends when standard output is closed, and keeps its journal", async (folder) => {
  const child = startCommand(folder, [...RUN, "--json", "--out", folder]);
  await waitForProgress(child);
  const advice = "finished work is kept; run the same command with --resume to continue";
  assertEquals(await closeOutput(child), { code: 1, messages: `Standard output was closed: ${advice}\n` });
  assertEquals([...Deno.readDirSync(`${folder}/depth-xor`)].map(({ name }) => name), [".journal"]);
});

test("config ends quietly when standard output is closed", async (folder) => {
  const child = startCommand(folder, ["config", "depth-xor", "--set", "function=xor", "--set", "network=two-layer"]);
  assertEquals(await closeOutput(child), { code: 0, messages: "" });
});

test("run prints the command that grants write access elsewhere", async (folder) => {
  const { code, results, messages } = await communicate(
    startCommand(folder, ["run", "depth-xor", "--out", `${folder}-elsewhere`]),
  );
  assertEquals([code, results], [2, ""]);
  assertMatch(
    messages,
    /^Cannot read and write ".*-elsewhere" without permission; this grants it: deno run .* --out .*-elsewhere\n$/,
  );
});

test("diff, report and verify print one command that grants all the access they need", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`];
  for (const out of [a, b]) await runCommand("run", "depth-xor", "delta-rule", ...SMALL_RUN, "--out", out);
  for (const args of [["diff", a, b], ["report", a], ["report", `${b}/depth-xor`], ["verify", b, "--quiet"]]) {
    const denied = await communicate(startCommand(`${folder}/other`, args));
    assertEquals([args, denied.code, denied.results], [args, 2, ""]);
    const [, command] = /^Cannot .* without permission; this grants it: deno (.*)\n$/.exec(denied.messages)!;
    const { code, messages } = await communicate(startDeno(command!.split(" ")));
    assertEquals([args, code, messages], [args, 0, ""]);
  }
});

test("config and train can be connected by a pipe", async (folder) => {
  const cell = ["--set", "function=xor", "--set", "network=two-layer", "--epochs", "20"];
  const config = await communicate(startCommand(folder, ["config", "depth-xor", ...cell]));
  const trained = await communicate(startCommand(folder, ["train", "--config", "-"]), config.results);
  assertEquals([trained.code, trained.messages], [0, ""]);
  assertEquals(JSON.parse(trained.results).config, JSON.parse(config.results));
  const wrong = await communicate(startCommand(folder, ["train", "--config", "-"]), config.results.slice(0, -9));
  assertEquals([wrong.code, wrong.results], [2, ""]);
  assertStringIncludes(wrong.messages, "Cannot read the config: standard input, line 65 is not JSON");
  assert(!wrong.messages.includes("    at "), wrong.messages);
});

test("train accepts a byte order mark on standard input, and rejects invalid UTF-8", async (folder) => {
  const train = async (input: string | Uint8Array) =>
    await communicate(startCommand(folder, ["train", "--config", "-"]), input);
  assertStringIncludes((await train("\ufeff{}")).messages, "Cannot read the config: data is missing");
  const wrong = await train(new Uint8Array([0x7b, 0xff, 0x7d]));
  assertEquals([wrong.code, wrong.messages], [
    2,
    "Cannot read the config: standard input must be UTF-8 text, but line 1 is not\n",
  ]);
});

test("main names a path even if the runtime does not, as with restricted read access", async (folder) => {
  const long = `${folder}/${"x".repeat(300)}`;
  const loop = `${folder}/loop`;
  const blocked = `${folder}/depth-xor`;
  await Deno.symlink(loop, loop);
  await Deno.writeTextFile(blocked, "");
  const cases: readonly (readonly [args: readonly string[], message: string])[] = [
    [["train", "--config", long], `use "${long}": its name is too long`],
    [["train", "--config", loop], `use "${loop}": its links form a loop`],
    [["train", "--config", folder], `use "${folder}": it is a folder`],
    [["run", "depth-xor", "--out", folder], `run: ${blocked} is not a folder`],
    [["run", "depth-xor", "--out", folder, "--resume"], `run: ${blocked} is not a folder`],
  ];
  for (const [args, message] of cases) {
    const { code, messages } = await communicate(startCommand(folder, args));
    assertEquals([code, messages], [2, `Cannot ${message}\n`]);
  }
});
