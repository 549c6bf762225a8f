/** Odd surroundings: clocks, pipes, terminals, sizes. */
import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { stripVTControlCharacters } from "node:util";
import { command, commandLine, digestsIn, ROOT, RUN, said, start, wanted } from "./command.ts";
import { type Fault, NotHere } from "./fault.ts";

/** The clock is set back by a month in the midst of a run. */
const clock: Fault = {
  name: "clock set back",
  tried: async (folder) => {
    const library = await said("sh", "-c", "ls /usr/lib/*/faketime/libfaketimeMT.so.1");
    if (!library) throw new NotHere("faketime is not installed");
    const offset = `${folder}/offset`, out = `${folder}/out`;
    await Deno.writeTextFile(offset, "+0");
    // As on a real machine, the clock that only ever goes forward goes on.
    const env = {
      LD_PRELOAD: library.trim(),
      FAKETIME_TIMESTAMP_FILE: offset,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
    const run = start(commandLine(folder, [...RUN, "--out", out]), env);
    await run.until(8);
    await Deno.writeTextFile(offset, "-30d");
    const { code, messages } = await run.ended;
    assertEquals([code, messages], [0, []]);
    assertEquals(await digestsIn(out), await wanted());
    return "the same bytes";
  },
};

/** Whoever reads the results goes after the first line. */
const pipe: Fault = {
  name: "closed pipe (| head -1)",
  tried: async (folder) => {
    const out = `${folder}/out`, cell = ["--set", "function=xor", "--set", "network=two-layer"];
    const calls = [
      [...RUN.filter((word) => word !== "--json"), "--quiet", "--out", out],
      ["list"],
      ["config", "depth-xor", ...cell],
      ["trace", "depth-xor", ...cell, "--steps", "400"],
      ["gradcheck"],
      ["--help"],
    ];
    for (const words of calls) {
      const { messages } = await start(["sh", "-c", `"$0" "$@" | head -1`, ...commandLine(folder, words)]).ended;
      assertEquals([words[0], messages], [words[0], []]);
    }
    assertEquals(await digestsIn(out), await wanted());
    return `${calls.length} sub-commands, no message; run: the same bytes`;
  },
};

/** A terminal of 20 columns. */
const narrow: Fault = {
  name: "a terminal of 20 columns",
  tried: async (folder) => {
    if (!await said("script", "--version")) throw new NotHere("script is not installed");
    const out = `${folder}/out`, words = [...RUN.filter((word) => word !== "--json"), "--out", out];
    const call = commandLine(folder, words).map((word) => `'${word}'`).join(" ");
    const { code, stdout } = await new Deno.Command("script", {
      args: ["-qec", `stty cols 20 rows 8 && ${call}`, "/dev/null"],
      cwd: ROOT,
      stdin: "null",
    }).output();
    assertEquals(code, 0);
    assertEquals(await digestsIn(out), await wanted());
    const frames = new TextDecoder().decode(stdout).split("\r\x1b[K").slice(1, -1).map(stripVTControlCharacters);
    frames.forEach((frame) => assertLessOrEqual(frame.length, 19, frame));
    return `${frames.length} drawings of the progress, none wider than the terminal; the same bytes`;
  },
};

/** An experiment of 100,000 runs. */
const many: Fault = {
  name: "100,000 runs",
  tried: async (folder) => {
    const words = ["run", "delta-rule", "--seeds", "50000", "--epochs", "1", "--json", "--out", `${folder}/out`];
    const began = performance.now(), run = start(commandLine(folder, words));
    let peak = 0, isRunning = true;
    const watching = (async () => {
      while (isRunning) {
        peak = Math.max(peak, peakOf(run.pid));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const { code, results, messages } = await run.ended, seconds = (performance.now() - began) / 1000;
    isRunning = false;
    await watching;
    assertEquals([code, messages], [0, []]);
    assertEquals(JSON.parse(results.at(-2)!).runs, 100_000);
    const resuming = performance.now(), again = await command(folder, ...words, "--resume");
    assertEquals(JSON.parse(again.results.at(-2)!).reused, 100_000);
    const resumed = (performance.now() - resuming) / 1000;
    const { size } = await Deno.stat(`${folder}/out/delta-rule/runs.csv`), memory = peak ? `${peak} MiB` : "unknown";
    return `${seconds.toFixed(1)} s, ${memory} of memory at most, runs.csv ${(size / 1e6).toFixed(1)} MB; ` +
      `--resume of it ${resumed.toFixed(1)} s`;
  },
};

/** The most memory that a process has had so far, in MiB; 0 where the system does not tell. */
function peakOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(Deno.readTextFileSync(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** DuckDB reads a table of a result back. */
const duckdb: Fault = {
  name: "CSV read by DuckDB",
  tried: async (folder) => {
    const words = ["run", "depth-xor", "hidden-width", "optimisers", "--seeds", "3", "--epochs", "50", "--quiet"];
    assertEquals((await command(folder, ...words, "--out", folder)).code, 0);
    const script = new URL("./read_by_duckdb.ts", import.meta.url).pathname;
    const { code, results, messages } = await start([Deno.execPath(), "run", "-A", "--no-lock", script, folder]).ended;
    if (messages.some((line) => line.includes("npm package"))) throw new NotHere(messages.join(" "));
    assert(code === 0, messages.join("\n"));
    return results.join("; ");
  },
};

/** Odd surroundings. */
export const SURROUNDINGS: readonly Fault[] = [clock, pipe, narrow, many, duckdb];
