/** What all attacks by a folder share: honest results to start from, draws, and the outcomes that are acceptable. */
import { assert, assertEquals } from "@std/assert";
import type { Stream } from "../../../core/random.ts";
import { formatJson, sha256Hex } from "../../../experiments/store/files.ts";
import { commandLine, measure, type MeasuredResult, runCommand, startProcess } from "../command.ts";

/** Settings of a run that takes a fraction of a second. */
export const SMALL: readonly string[] = ["--seeds", "2", "--epochs", "20", "--quiet"];

/** Runs experiments, or the whole suite, with small settings and returns the folder of the results. */
export async function smallResults(folder: string, ...ids: string[]): Promise<string> {
  const results = `${folder}/results`;
  assertEquals((await runCommand(folder, "run", ...ids, ...SMALL, "--out", results)).code, 0);
  return results;
}

/** Copies a folder. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** The limits on a command that reads a hostile folder. Others may use the machine: the clock only finds what hangs. */
const MAX_SECONDS = 900, MAX_CPU_SECONDS = 20, MAX_MEBIBYTES = 1024;

/** Runs the command; throws if it takes too long or too much memory, or ends in a crash or a stack trace. */
export async function runBounded(folder: string, words: readonly string[]): Promise<MeasuredResult> {
  const result = await measure(startProcess(commandLine(folder, words)), MAX_SECONDS);
  const { code, messages, seconds, cpuSeconds, peakMemory } = result;
  const what = words.join(" ").replaceAll(folder, "");
  const said = messages.join(" / ").slice(0, 300);
  assert(seconds <= MAX_SECONDS, `${what}: takes more than ${MAX_SECONDS} s`);
  assert(cpuSeconds <= MAX_CPU_SECONDS, `${what}: takes ${cpuSeconds} s of the processor`);
  assert(peakMemory <= MAX_MEBIBYTES, `${what}: takes ${peakMemory} MiB`);
  assert([0, 1, 2].includes(code), `${what}: exit code ${code}: ${said}`);
  assert(!messages.some((line) => /^error|^ +at |panicked/.test(line)), `${what}: stack trace: ${said}`);
  return result;
}

/** A problem with an attack, or undefined where it was handled. */
export type Problem = string | undefined;

/** Tries `attempt` on all items, as many at once as there are cores; returns the problems, thrown ones included. */
export async function problemsOf<T>(
  items: readonly T[],
  attempt: (item: T, index: number) => Promise<Problem>,
): Promise<string[]> {
  const problems: string[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      const problem = await attempt(item, index).catch((error: Error) => error.message);
      if (problem !== undefined) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: navigator.hardwareConcurrency }, work));
  return problems.sort();
}

const MAX_SHOWN = 25;

/** Throws if there are problems, with as many of them as one can read. */
export function assertNone(problems: readonly string[], attempts: number): void {
  const shown = problems.slice(0, MAX_SHOWN).join("\n    ");
  assert(problems.length === 0, `${problems.length} of ${attempts} not handled:\n    ${shown}`);
}

/** A random item. */
export function draw<T>(random: Stream, items: readonly T[]): T {
  return items[Math.floor(random.uniform(0, items.length))]!;
}

/** Changes a file of a result, and its digest in the manifest. */
export async function forge(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const text = change(await Deno.readTextFile(`${folder}/${name}`));
  await Deno.writeTextFile(`${folder}/${name}`, text);
  if (name === "manifest.json") return;
  const manifest = JSON.parse(await Deno.readTextFile(`${folder}/manifest.json`));
  manifest.files[name] = sha256Hex(text);
  await Deno.writeTextFile(`${folder}/manifest.json`, formatJson(manifest));
}
