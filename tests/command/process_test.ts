/** The command as a process: signals, pipes, permissions. */
import { assert, assertEquals, assertGreater, assertMatch, assertStringIncludes } from "@std/assert";
import { answerOf, assertSameFiles, filesIn, processTest as test, start, startDeno, type } from "./run_command.ts";

/** Waits until a run's events tell that a part of the work is done. */
async function untilBegun(child: Deno.ChildProcess): Promise<void> {
  const decoder = new TextDecoder();
  let told = "";
  // The stream stays open: a run whose results nobody reads ends by itself.
  for await (const bytes of child.stdout.values({ preventCancel: true })) {
    told += decoder.decode(bytes, { stream: true });
    const shares = [...told.matchAll(/"share":([\d.]+)/g)].map(([, share]) => Number(share));
    // beyond what two workers may have in the making: a block is finished, and kept
    if (shares.some((share) => share > 0.2)) return;
  }
  throw new Error(`The run ended too early: ${told}`);
}

/** Seconds of work, in a dozen blocks: most of it is to do yet when a part is done, however fast the machine. */
const RUN = ["run", "depth-xor", "--seeds", "20", "--epochs", "6000", "--engine", "reference", "--jobs", "2"];

/** Starts a run, stops it in the midst of its work, and answers how it ended. */
async function stopped(folder: string, signal: Deno.Signal) {
  const child = start(folder, [...RUN, "--json", "--out", folder]);
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
  const other = await answerOf(start(folder, [...RUN, "--suite-seed", "other", "--resume", "--out", a]));
  assertEquals([other.code, other.messages], [
    2,
    'Cannot resume "depth-xor": it was begun with other settings (suiteSeed "xorlab", now "other"); ' +
    "repeat them, or run without --resume\n",
  ]);
  for (const place of [a, b]) {
    const { code, messages } = await answerOf(start(folder, [...RUN, "--resume", "--out", place]));
    assertEquals(code, 0);
    const [, reused] = /^depth-xor: (\d+) of 120 runs are there already$/m.exec(messages)!;
    assertGreater(Number(reused), 0);
  }
  assertEquals((await answerOf(start(folder, [...RUN, "--quiet", "--out", `${folder}/c`]))).code, 0);
  const whole = await filesIn(`${folder}/c`);
  assertSameFiles(await filesIn(a), whole);
  assertSameFiles(await filesIn(b), whole);
});

test("run says why it ends where nobody reads its events, and goes on with --resume", async (folder) => {
  const child = start(folder, [...RUN, "--json", "--out", folder]);
  await untilBegun(child);
  await child.stdout.cancel();
  const [{ code }, messages] = [await child.status, await new Response(child.stderr).text()];
  await child.stdin.close();
  const kept = "what was finished is kept; the same command with --resume goes on from there";
  assertEquals([code, messages], [1, `Standard output was closed: ${kept}\n`]);
  assertEquals([...Deno.readDirSync(`${folder}/depth-xor`)].map(({ name }) => name), [".journal"]);
});

test("config ends quietly where nobody reads its results", async (folder) => {
  const child = start(folder, ["config", "depth-xor", "--set", "function=xor", "--set", "network=two-layer"]);
  await child.stdout.cancel();
  const [{ code }, messages] = [await child.status, await new Response(child.stderr).text()];
  await child.stdin.close();
  assertEquals([code, messages], [0, ""]);
});

test("run names the command that lets it write elsewhere", async (folder) => {
  const { code, results, messages } = await answerOf(
    start(folder, ["run", "depth-xor", "--out", `${folder}-elsewhere`]),
  );
  assertEquals([code, results], [2, ""]);
  assertMatch(
    messages,
    /^Cannot read and write ".*-elsewhere" without permission; this grants it: deno run .* --out .*-elsewhere\n$/,
  );
});

test("one refusal names all that a call needs, and its command grants it", async (folder) => {
  const [a, b] = [`${folder}/a`, `${folder}/b`], small = ["--seeds", "1", "--epochs", "1", "--quiet"];
  for (const place of [a, b]) await type("run", "depth-xor", "delta-rule", ...small, "--out", place);
  for (const words of [["diff", a, b], ["report", a], ["report", `${b}/depth-xor`], ["verify", b, "--quiet"]]) {
    const refused = await answerOf(start(`${folder}/other`, words));
    assertEquals([words, refused.code, refused.results], [words, 2, ""]);
    const [, command] = /^Cannot .* without permission; this grants it: deno (.*)\n$/.exec(refused.messages)!;
    const { code, messages } = await answerOf(startDeno(command!.split(" ")));
    assertEquals([words, code, messages], [words, 0, ""]);
  }
});

test("config and train are two ends of a pipe", async (folder) => {
  const cell = ["--set", "function=xor", "--set", "network=two-layer", "--epochs", "20"];
  const config = await answerOf(start(folder, ["config", "depth-xor", ...cell]));
  const answer = await answerOf(start(folder, ["train", "--config", "-"]), config.results);
  assertEquals([answer.code, answer.messages], [0, ""]);
  assertEquals(JSON.parse(answer.results).config, JSON.parse(config.results));
  const wrong = await answerOf(start(folder, ["train", "--config", "-"]), config.results.slice(0, -9));
  assertEquals([wrong.code, wrong.results], [2, ""]);
  assertStringIncludes(wrong.messages, "Cannot read the config: standard input is not JSON");
  assert(!wrong.messages.includes("    at "), wrong.messages);
});

test("train reads standard input as it reads a file, byte order mark and wrong bytes alike", async (folder) => {
  const ask = async (input: string | Uint8Array) => await answerOf(start(folder, ["train", "--config", "-"]), input);
  assertStringIncludes((await ask("\ufeff{}")).messages, "Cannot read the config: data is missing");
  const wrong = await ask(new Uint8Array([0x7b, 0xff, 0x7d]));
  assertEquals([wrong.code, wrong.messages], [
    2,
    "Cannot read the config: standard input must be UTF-8 text, but line 1 is not\n",
  ]);
});

test("a path is named where the runtime does not, as it does where it may not read everything", async (folder) => {
  const long = `${folder}/${"x".repeat(300)}`, loop = `${folder}/loop`, inTheWay = `${folder}/depth-xor`;
  await Deno.symlink(loop, loop);
  await Deno.writeTextFile(inTheWay, "");
  const cases: readonly (readonly [words: readonly string[], message: string])[] = [
    [["train", "--config", long], `"${long}": its name is too long`],
    [["train", "--config", loop], `"${loop}": its links lead round in a circle`],
    [["train", "--config", folder], `"${folder}": it is a folder`],
    [["run", "depth-xor", "--out", folder], `"${inTheWay}/.journal": a file is in the way of the folder`],
    [["run", "depth-xor", "--out", folder, "--resume"], `"${inTheWay}/.journal": a file is in the way of the folder`],
  ];
  for (const [words, message] of cases) {
    const { code, messages } = await answerOf(start(folder, words));
    assertEquals([code, messages], [2, `Cannot use ${message}\n`]);
  }
});
