/** Faults that stop a run in the midst of its work. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type Stream, stream } from "../../core/random.ts";
import { readJournal } from "../../experiments/training/journal.ts";
import { command, commandLine, digestsIn, oneLine, resumed, RUN, said, start, wanted } from "./command.ts";
import { type Fault, NotHere } from "./fault.ts";

const EXPERIMENTS = ["delta-rule", "depth-xor"];
/** The most that a kill waits after the event that it follows, in milliseconds: what it takes to publish. */
const MOST_DELAY = 300;

/** Kills a run at moments that are drawn: after an event, and half of them some time later. */
const killed: Fault = {
  name: "SIGKILL",
  tried: async (folder, { kills }) => {
    const whole = await start(commandLine(folder, [...RUN, "--out", `${folder}/whole`])).ended;
    assertEquals(whole.code, 0);
    const lines = whole.results.length, counts = { before: 0, training: 0, between: 0, after: 0 };
    let reused = 0, trained = 0;
    for (let n = 0; n < kills; n++) {
      const place = `${folder}/${n}`, random = stream("drill", `kill ${n}`);
      const after = below(random, lines + 1), delay = below(random, 2) * below(random, MOST_DELAY);
      const run = start(commandLine(folder, [...RUN, "--out", place]));
      await run.until(after);
      await new Promise((resolve) => setTimeout(resolve, delay));
      run.kill("SIGKILL");
      const { results } = await run.ended, kept = keptIn(place);
      const finished = finishedIn(await resumed(place));
      assertEquals(finished.map(({ reused }) => reused), kept, `kill ${n}: what was kept must not be trained again`);
      reused += kept[0]! + kept[1]!;
      trained += finished.reduce((sum, { runs, reused }) => sum + runs! - reused!, 0);
      const done = results.filter((line) => line.includes("experiment-finished")).length;
      counts[kept.every((one) => one === 0) ? "before" : done === 0 ? "training" : done === 1 ? "between" : "after"]++;
      await Deno.remove(place, { recursive: true });
    }
    return `${kills} kills (${counts.before} before a run was kept, ${counts.training} before the first page, ` +
      `${counts.between} before the second, ${counts.after} after it), each resumed to the same bytes: ` +
      `${reused} runs taken over, ${trained} trained, none twice`;
  },
};

function below(random: Stream, n: number): number {
  return Math.floor(random.uniform(0, n));
}

/** The runs of each experiment that a folder keeps. */
function keptIn(folder: string): number[] {
  return EXPERIMENTS.map((id) => {
    const kept = readJournal(`${folder}/${id}`);
    if (kept) return kept.trained.size;
    try {
      const { cells, settings } = JSON.parse(Deno.readTextFileSync(`${folder}/${id}/manifest.json`));
      return cells.length * settings.replicates;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return 0;
      throw error;
    }
  });
}

function finishedIn(events: Awaited<ReturnType<typeof resumed>>) {
  return events.filter(({ event }) => event === "experiment-finished");
}

/** Kills a run at each file that it puts in its place. */
const killedAtFiles: Fault = {
  name: "SIGKILL as a file appears",
  tried: async (folder) => {
    if (!await said("strace", "-V")) throw new NotHere("strace is not installed");
    const files = Object.keys(await wanted()).length;
    let total = 0;
    for (let n = 1; n <= files; n++) {
      const place = `${folder}/${n}`, inject = `inject=rename:signal=SIGKILL:when=${n}`;
      const trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", inject];
      const { code } = await start([...trace, ...commandLine(folder, [...RUN, "--out", place])]).ended;
      assert(code !== 0, `the run was not killed at file ${n}`);
      const kept = keptIn(place), reused = finishedIn(await resumed(place)).map(({ reused }) => reused!);
      assertEquals(reused, kept, `kill at file ${n}: what was kept must not be trained again`);
      total += reused[0]! + reused[1]!;
    }
    return `killed at each of ${files} files, each resumed to the same bytes: ${total} of ${
      files * 40
    } runs taken over`;
  },
};

/** Ctrl-C, and what service managers send. */
const interrupted: Fault = {
  name: "Ctrl-C",
  tried: async (folder) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const place = `${folder}/${signal}`, run = start(commandLine(folder, [...RUN, "--out", place]));
      await run.until(4);
      run.kill(signal);
      const { code, results, messages } = await run.ended;
      assertEquals([code, messages], [130, []]);
      assertMatch(results.at(-1)!, /^\{"event":"run-interrupted","advice":".*--resume.*"\}$/);
      const kept = keptIn(place),
        half = Object.keys(await digestsIn(place)).filter((path) => /\.(part|lock)$/.test(path));
      assertEquals(half, [], "a file was left half written");
      assertEquals(finishedIn(await resumed(place)).map(({ reused }) => reused), kept);
    }
    const words = RUN.filter((word) => word !== "--json"), place = `${folder}/text`;
    const run = start(commandLine(folder, [...words, "--out", place]));
    while (!keptIn(place).some((kept) => kept > 0)) await new Promise((resolve) => setTimeout(resolve, 10));
    run.kill("SIGINT");
    return `exit code 130, "${oneLine(await run.ended, 130)}"; resumed to the same bytes`;
  },
};

/** A worker that dies while it trains: once, and whenever it tries. */
const deadWorkers: Fault = {
  name: "a worker that dies",
  tried: async (folder) => {
    const dying = new URL("./dying_workers.ts", import.meta.url).pathname;
    const more = ["--allow-env=DYING_WORKERS", "--preload", dying];
    const words = (name: string) => commandLine(folder, [...RUN, "--out", `${folder}/${name}`], more);
    const once = await start(words("once"), { DYING_WORKERS: "1" }).ended;
    assertEquals(once.code, 0);
    assertEquals(await digestsIn(`${folder}/once`), await wanted());
    const always = await start(words("always"), { DYING_WORKERS: "1000" }).ended;
    const told = always.messages.filter((line) => line.startsWith("Cannot"));
    assertEquals([always.code, told.length], [1, 1], always.messages.join(" / "));
    assertStringIncludes(told[0]!, "failed twice: ");
    await resumed(`${folder}/always`);
    return `one: the same bytes; each: "${told[0]}", then resumed to the same bytes`;
  },
};

/** The folder of the results is removed under a run. */
const deleted: Fault = {
  name: "the folder deleted while running",
  tried: async (folder) => {
    const outcomes: string[] = [];
    for (const after of [1, 8, 14]) {
      const place = `${folder}/${after}`, run = start(commandLine(folder, [...RUN, "--out", place]));
      await run.until(after);
      await Deno.remove(place, { recursive: true });
      const ended = await run.ended;
      outcomes.push(ended.code === 0 ? "recovered" : `"${oneLine(ended, 1)}"`);
      if (ended.code === 0) assertEquals(await digestsIn(place), await wanted());
      await resumed(place);
    }
    return `after 1, 8, 14 events: ${outcomes.join(", ")}; then resumed to the same bytes`;
  },
};

/** Two runs that write to one folder. */
const twoRuns: Fault = {
  name: "two runs at once",
  tried: async (folder) => {
    const first = start(commandLine(folder, [...RUN, "--out", folder]));
    await first.until(3);
    const line = oneLine(await command(folder, ...RUN, "--out", folder), 2);
    assertEquals((await first.ended).code, 0);
    assertEquals(await digestsIn(folder), await wanted());
    return `the second: "${line}"; the first: undisturbed`;
  },
};

/** Faults that stop a run. */
export const STOPS: readonly Fault[] = [killed, killedAtFiles, interrupted, deadWorkers, deleted, twoRuns];
