/** Small or hollow files that would take much time or memory if they were believed. */
import { formatJson } from "../../../experiments/store/files.ts";
import type { Fault } from "../fault.ts";
import { assertNone, copyFolder, forge, type Problem, problemsOf, runBounded, SMALL, smallResults } from "./attacks.ts";

const EXPERIMENT = "depth-xor";

/** Plants a bomb in the folder of a result. */
type Bomb = (folder: string) => Promise<void>;

interface Manifest {
  settings: { replicates: number; epochs: number; suiteSeed: string; levels: Record<string, string[]> };
  cells: unknown[];
  files: Record<string, string>;
}

const manifest = (change: (manifest: Manifest) => void): Bomb => (folder) =>
  forge(folder, "manifest.json", (json) => {
    const value = JSON.parse(json) as Manifest;
    change(value);
    return formatJson(value);
  });

const names = (count: number, prefix = "") => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const text = (name: string, change: (text: string) => string): Bomb => (folder) => forge(folder, name, change);
const sparse = (name: string, bytes: number): Bomb => async (folder) => {
  using file = await Deno.open(`${folder}/${name}`, { write: true, create: true });
  await file.truncate(bytes);
};

const GIB = 2 ** 30;
const TABLES = ["runs.csv", "curves.csv", "surface.csv", "claims.csv"];
const FILES = [...TABLES, "manifest.json", "summary.json", "datapackage.json", "report.html", ".journal"];

const BOMBS_BY_NAME: Readonly<Record<string, Bomb>> = {
  "the product of many levels": manifest(({ settings }) => {
    for (const factor of Object.keys(settings.levels)) settings.levels[factor] = names(4000, "level");
  }),
  "many factors of many levels": manifest(({ settings }) => {
    for (const factor of names(100, "factor")) settings.levels[factor] = names(100);
  }),
  "a level a million times": manifest(({ settings }) => {
    for (const [factor, [level]] of Object.entries(settings.levels)) settings.levels[factor] = Array(4000).fill(level);
  }),
  "more replicates than integers": manifest(({ settings }) => settings.replicates = 1e300),
  "a thousand million million replicates": manifest(({ settings }) => settings.replicates = 1e15),
  "a million replicates": manifest(({ settings }) => settings.replicates = 1e6),
  "as many replicates as are legal": manifest(({ settings }) => settings.replicates = 66_666),
  "more epochs than integers": manifest(({ settings }) => settings.epochs = 1e300),
  "a long seed": manifest(({ settings }) => settings.suiteSeed = "x".repeat(5e6)),
  "a million cells": manifest((value) => value.cells = Array(1e6).fill(null)),
  "a million files": manifest(({ files }) => names(3e5).forEach((name) => files[name] = "0".repeat(64))),
  "a million columns": text("runs.csv", (csv) => ",".repeat(1e6) + csv),
  "a million columns in a row": text("runs.csv", (csv) => csv.replace("\r\n", `\r\n${",".repeat(1e6)}`)),
  "five million rows": text("runs.csv", (csv) => csv + ",\r\n".repeat(5e6)),
  "twenty million blank lines": text("curves.csv", (csv) => csv + "\r\n".repeat(2e7)),
  "a quoted cell without end": text("runs.csv", (csv) => csv.replace("\r\n", `\r\n"${"x".repeat(2e7)}`)),
  "ten million quotation marks": text("runs.csv", (csv) => csv.replace("\r\n", `\r\n${'"'.repeat(1e7 + 1)}`)),
  ...Object.fromEntries(
    ["manifest.json", "summary.json"].flatMap((name) =>
      ["[", '{"a":', '[{"a":'].map((open) => [`nested ${open} in ${name}`, text(name, () => open.repeat(1e6))])
    ),
  ),
  "a picture without end": text("summary.json", (json) => {
    const value = JSON.parse(json);
    value.thumbnail.picture.children = Array(1e5).fill({ name: "g", attributes: {}, children: [] });
    return JSON.stringify(value);
  }),
  ...Object.fromEntries(
    [0.5, 0.6, 3, 1000].flatMap((size) =>
      FILES.map((name) => [`${size} GiB of holes in ${name}`, sparse(name, size * GIB)])
    ),
  ),
  "1000 GiB of holes in index.html": sparse("../index.html", 1000 * GIB),
  "1000 GiB of holes in .lock": sparse("../.lock", 1000 * GIB),
};

/** What takes long to verify because it takes long to train. */
const LONG_TO_TRAIN = ["as many replicates as are legal"];

/** What fits on a screen or two. */
const MAX_LINE = 2000, MAX_LINES = 200;

/** Plants each bomb, and lets each command that reads results meet it. */
export const BOMBS: Fault = {
  name: "bombs",
  attempt: async (folder, { quick }) => {
    const honest = await smallResults(folder, EXPERIMENT);
    const bombs = Object.entries(BOMBS_BY_NAME).filter((_, i) => !quick || i % 8 === 0);
    let largest = 0, longest = 0, count = 0;
    const problems = await problemsOf(bombs, async ([name, plant], i): Promise<Problem> => {
      const hostile = `${folder}/${i}`;
      await copyFolder(honest, hostile);
      await plant(`${hostile}/${EXPERIMENT}`);
      const calls = callsOn(hostile, honest).filter(([verb]) => verb !== "verify" || !LONG_TO_TRAIN.includes(name));
      for (const words of calls) {
        const { code, results, messages, cpuSeconds, peakMemory } = await runBounded(folder, words).catch((error) => {
          throw new Error(`${name}: ${(error as Error).message}`);
        });
        [largest, longest] = [Math.max(largest, peakMemory), Math.max(longest, cpuSeconds)];
        count++;
        const isOneLine = code === 0 || code === 1 && words[0] !== "report" || code === 2 && messages.length === 1;
        const printed = [...results, ...messages];
        const longestLine = printed.reduce((most, { length }) => Math.max(most, length), 0);
        if (!isOneLine) return `${name}, ${words[0]}: exit code ${code}: ${messages.join(" / ").slice(0, 300)}`;
        if (longestLine > MAX_LINE) return `${name}, ${words[0]}: a line of ${longestLine} characters`;
        if (printed.length > MAX_LINES) return `${name}, ${words[0]}: ${printed.length} lines`;
      }
      await Deno.remove(hostile, { recursive: true });
    });
    assertNone(problems, bombs.length);
    return `${bombs.length} bombs, ${count} commands: at most ${
      longest.toFixed(1)
    } s of the processor and ${largest} MiB`;
  },
};

/** The commands, those that write last. */
function callsOn(hostile: string, honest: string): string[][] {
  return [
    ["diff", honest, hostile],
    ["verify", hostile, "--quiet"],
    ["report", hostile],
    ["run", "forward-pass", ...SMALL, "--out", hostile],
    ["run", EXPERIMENT, ...SMALL, "--resume", "--out", hostile],
  ];
}
