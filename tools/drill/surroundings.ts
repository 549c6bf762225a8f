/** Unusual environments: clocks, pipes, terminals, sizes, other readers. */
import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { stripVTControlCharacters } from "node:util";
import {
  commandLine,
  digestsIn,
  expectedDigests,
  measure,
  outputOf,
  ROOT,
  RUN,
  runCommand,
  startProcess,
} from "./command.ts";
import { type Fault, Unavailable } from "./fault.ts";

/** The clock is set back by a month during a run. */
const clock: Fault = {
  name: "clock set back",
  attempt: async (folder) => {
    const library = await outputOf("sh", "-c", "ls /usr/lib/*/faketime/libfaketimeMT.so.1");
    if (!library) throw new Unavailable("faketime is not installed");
    const offset = `${folder}/offset`, out = `${folder}/out`;
    await Deno.writeTextFile(offset, "+0");
    // As on a real machine, the monotonic clock is not affected.
    const env = {
      LD_PRELOAD: library.trim(),
      FAKETIME_TIMESTAMP_FILE: offset,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
    const run = startProcess(commandLine(folder, [...RUN, "--out", out]), env);
    await run.waitForLines(8);
    await Deno.writeTextFile(offset, "-30d");
    const { code, messages } = await run.result;
    assertEquals([code, messages], [0, []]);
    assertEquals(await digestsIn(out), await expectedDigests());
    return "the same bytes";
  },
};

/** The reader of standard output exits after the first line. */
const pipe: Fault = {
  name: "closed pipe (| head -1)",
  attempt: async (folder) => {
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
      const { messages } = await startProcess(["sh", "-c", `"$0" "$@" | head -1`, ...commandLine(folder, words)])
        .result;
      assertEquals([words[0], messages], [words[0], []]);
    }
    assertEquals(await digestsIn(out), await expectedDigests());
    return `${calls.length} sub-commands, no message; run: the same bytes`;
  },
};

/** A terminal of 20 columns. */
const narrow: Fault = {
  name: "a terminal of 20 columns",
  attempt: async (folder) => {
    if (!await outputOf("script", "--version")) throw new Unavailable("script is not installed");
    const out = `${folder}/out`, words = [...RUN.filter((word) => word !== "--json"), "--out", out];
    const call = commandLine(folder, words).map((word) => `'${word}'`).join(" ");
    const { code, stdout } = await new Deno.Command("script", {
      args: ["-qec", `stty cols 20 rows 8 && ${call}`, "/dev/null"],
      cwd: ROOT,
      stdin: "null",
    }).output();
    assertEquals(code, 0);
    assertEquals(await digestsIn(out), await expectedDigests());
    const frames = new TextDecoder().decode(stdout).split("\r\x1b[K").slice(1, -1).map(stripVTControlCharacters);
    frames.forEach((frame) => assertLessOrEqual(frame.length, 19, frame));
    return `${frames.length} drawings of the progress bar, none wider than the terminal; the same bytes`;
  },
};

/** An experiment with 100,000 runs. */
const many: Fault = {
  name: "100,000 runs",
  attempt: async (folder) => {
    const words = ["run", "delta-rule", "--seeds", "50000", "--epochs", "1", "--json", "--out", `${folder}/out`];
    const { code, results, messages, seconds, peakMemory } = await measure(startProcess(commandLine(folder, words)));
    assertEquals([code, messages], [0, []]);
    assertEquals(JSON.parse(results.at(-2)!).runs, 100_000);
    const resuming = performance.now(), again = await runCommand(folder, ...words, "--resume");
    assertEquals(JSON.parse(again.results.at(-2)!).reused, 100_000);
    const resumed = (performance.now() - resuming) / 1000;
    const { size } = await Deno.stat(`${folder}/out/delta-rule/runs.csv`),
      memory = peakMemory ? `${peakMemory} MiB` : "unknown";
    return `${seconds.toFixed(1)} s, ${memory} peak memory, runs.csv ${(size / 1e6).toFixed(1)} MB; ` +
      `--resume ${resumed.toFixed(1)} s`;
  },
};

/** DuckDB reads the tables of results. */
const duckdb: Fault = {
  name: "CSV read by DuckDB",
  attempt: async (folder) => {
    const words = ["run", "depth-xor", "hidden-width", "optimisers", "--seeds", "3", "--epochs", "50", "--quiet"];
    assertEquals((await runCommand(folder, ...words, "--out", folder)).code, 0);
    const script = new URL("./read_by_duckdb.ts", import.meta.url).pathname;
    const { code, results, messages } = await startProcess([Deno.execPath(), "run", "-A", "--no-lock", script, folder])
      .result;
    if (messages.some((line) => line.includes("npm package"))) throw new Unavailable(messages.join(" "));
    assert(code === 0, messages.join("\n"));
    return results.join("; ");
  },
};

/** Unusual environments. */
export const SURROUNDINGS: readonly Fault[] = [clock, pipe, narrow, many, duckdb];
