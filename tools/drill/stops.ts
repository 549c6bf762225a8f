/** Faults that stop a run. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type Stream, stream } from "../../core/random.ts";
import { readJournal } from "../../experiments/training/journal/journal.ts";
import {
  commandLine,
  digestsIn,
  expectedDigests,
  outputOf,
  resumeAndCheck,
  RUN,
  runCommand,
  singleMessage,
  startProcess,
} from "./command.ts";
import { type Fault, Unavailable } from "./fault.ts";

const EXPERIMENTS = ["delta-rule", "depth-xor"];
/** Upper bound on the delay between an event and a kill, in milliseconds: the time that publishing takes. */
const MAX_DELAY = 300;

/** Kills runs at random moments: after an event, half of them with an additional delay. */
const killed: Fault = {
  name: "SIGKILL",
  attempt: async (folder, { kills }) => {
    const complete = await startProcess(commandLine(folder, [...RUN, "--out", `${folder}/whole`])).result;
    assertEquals(complete.code, 0);
    const lines = complete.results.length;
    const counts = { before: 0, training: 0, between: 0, after: 0 };
    let reused = 0, trained = 0;
    for (let n = 0; n < kills; n++) {
      const out = `${folder}/${n}`;
      const random = stream("drill", `kill ${n}`);
      const eventCount = randomBelow(random, lines + 1);
      const delay = randomBelow(random, 2) * randomBelow(random, MAX_DELAY);
      const run = startProcess(commandLine(folder, [...RUN, "--out", out]));
      await run.waitForLines(eventCount);
      await new Promise((resolve) => setTimeout(resolve, delay));
      run.kill("SIGKILL");
      const { results } = await run.result;
      const saved = savedRuns(out);
      const finished = finishedIn(await resumeAndCheck(out));
      assertEquals(finished.map(({ reused }) => reused), saved, `kill ${n}: saved runs must not be trained again`);
      reused += saved[0]! + saved[1]!;
      trained += finished.reduce((sum, { runs, reused }) => sum + runs! - reused!, 0);
      const pages = results.filter((line) => line.includes("experiment-finished")).length;
      if (saved.every((count) => count === 0)) counts.before++;
      else counts[pages === 0 ? "training" : pages === 1 ? "between" : "after"]++;
      await Deno.remove(out, { recursive: true });
    }
    return `${kills} kills (${counts.before} before a run was saved, ${counts.training} before the first page, ` +
      `${counts.between} before the second, ${counts.after} after it), each resumed to the same bytes: ` +
      `${reused} runs reused, ${trained} trained, none twice`;
  },
};

function randomBelow(random: Stream, n: number): number {
  return Math.floor(random.uniform(0, n));
}

/** How many runs of each experiment a folder holds, in the journal or as a finished result. */
function savedRuns(folder: string): number[] {
  return EXPERIMENTS.map((id) => {
    const journal = readJournal(`${folder}/${id}`);
    if (journal) {
      return journal.entries.reduce((sum, { count }) => sum + count, 0);
    }
    try {
      const { cells, settings } = JSON.parse(Deno.readTextFileSync(`${folder}/${id}/manifest.json`));
      return cells.length * settings.replicates;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return 0;
      throw error;
    }
  });
}

function finishedIn(events: Awaited<ReturnType<typeof resumeAndCheck>>) {
  return events.filter(({ event }) => event === "experiment-finished");
}

/** Kills a run at each file that it renames from its draft. */
const killedAtFiles: Fault = {
  name: "SIGKILL as a file appears",
  attempt: async (folder) => {
    if (!await outputOf("strace", "-V")) throw new Unavailable("strace is not installed");
    const files = Object.keys(await expectedDigests()).length;
    let total = 0;
    for (let n = 1; n <= files; n++) {
      const out = `${folder}/${n}`, inject = `inject=rename:signal=SIGKILL:when=${n}`;
      const trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", inject];
      const { code } = await startProcess([...trace, ...commandLine(folder, [...RUN, "--out", out])]).result;
      assert(code !== 0, `the run was not killed at file ${n}`);
      const saved = savedRuns(out);
      const reused = finishedIn(await resumeAndCheck(out)).map(({ reused }) => reused!);
      assertEquals(reused, saved, `kill at file ${n}: saved runs must not be trained again`);
      total += reused[0]! + reused[1]!;
    }
    return `killed at each of ${files} files, each resumed to the same bytes: ${total} of ${files * 40} runs reused`;
  },
};

/** Ctrl-C, and the signal of service managers. */
const interrupted: Fault = {
  name: "Ctrl-C",
  attempt: async (folder) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const out = `${folder}/${signal}`, run = startProcess(commandLine(folder, [...RUN, "--out", out]));
      await run.waitForLines(4);
      run.kill(signal);
      const { code, results, messages } = await run.result;
      assertEquals([code, messages], [130, []]);
      assertMatch(results.at(-1)!, /^\{"event":"run-interrupted","advice":".*--resume.*"\}$/);
      const saved = savedRuns(out);
      const partial = Object.keys(await digestsIn(out)).filter((path) => /\.(part|lock)$/.test(path));
      assertEquals(partial, [], "a file was left half written");
      assertEquals(finishedIn(await resumeAndCheck(out)).map(({ reused }) => reused), saved);
    }
    const words = RUN.filter((word) => word !== "--json"), out = `${folder}/text`;
    const run = startProcess(commandLine(folder, [...words, "--out", out]));
    while (!savedRuns(out).some((count) => count > 0)) await new Promise((resolve) => setTimeout(resolve, 10));
    run.kill("SIGINT");
    return `exit code 130, "${singleMessage(await run.result, 130)}"; resumed to the same bytes`;
  },
};

/** Workers that die: the first one only, or all. */
const deadWorkers: Fault = {
  name: "a worker that dies",
  attempt: async (folder) => {
    const dying = new URL("./dying_workers.ts", import.meta.url).pathname;
    const flags = ["--allow-env=DYING_WORKERS", "--preload", dying];
    const words = (name: string) => commandLine(folder, [...RUN, "--out", `${folder}/${name}`], flags);
    const once = await startProcess(words("once"), { DYING_WORKERS: "1" }).result;
    assertEquals(once.code, 0);
    assertEquals(await digestsIn(`${folder}/once`), await expectedDigests());
    const always = await startProcess(words("always"), { DYING_WORKERS: "1000" }).result;
    const errors = always.messages.filter((line) => line.startsWith("Cannot"));
    assertEquals([always.code, errors.length], [1, 1], always.messages.join(" / "));
    assertStringIncludes(errors[0]!, "failed twice: ");
    await resumeAndCheck(`${folder}/always`);
    return `one: the same bytes; each: "${errors[0]}", then resumed to the same bytes`;
  },
};

/** The results folder is deleted during a run. */
const deleted: Fault = {
  name: "the folder deleted while running",
  attempt: async (folder) => {
    const outcomes: string[] = [];
    for (const after of [1, 8, 14]) {
      const out = `${folder}/${after}`, run = startProcess(commandLine(folder, [...RUN, "--out", out]));
      await run.waitForLines(after);
      await Deno.remove(out, { recursive: true });
      const result = await run.result;
      outcomes.push(result.code === 0 ? "recovered" : `"${singleMessage(result, 1)}"`);
      if (result.code === 0) assertEquals(await digestsIn(out), await expectedDigests());
      await resumeAndCheck(out);
    }
    return `after 1, 8, 14 events: ${outcomes.join(", ")}; then resumed to the same bytes`;
  },
};

/** Two runs write to the same folder. */
const twoRuns: Fault = {
  name: "two runs at once",
  attempt: async (folder) => {
    const first = startProcess(commandLine(folder, [...RUN, "--out", folder]));
    await first.waitForLines(3);
    const line = singleMessage(await runCommand(folder, ...RUN, "--out", folder), 2);
    assertEquals((await first.result).code, 0);
    assertEquals(await digestsIn(folder), await expectedDigests());
    return `the second: "${line}"; the first: undisturbed`;
  },
};

/** Faults that stop a run. */
export const STOPS: readonly Fault[] = [killed, killedAtFiles, interrupted, deadWorkers, deleted, twoRuns];
