/** The real command as a process, with its permissions. */
import { assert, assertEquals } from "@std/assert";
import { COMMAND } from "../start.ts";

/** The project's folder. */
export const ROOT = new URL("../../", import.meta.url);

/** Exit code, and the lines of standard output and standard error. */
export interface ProcessResult {
  readonly code: number;
  readonly results: readonly string[];
  readonly messages: readonly string[];
}

/** A running process. */
export interface RunningProcess {
  readonly pid: number;
  readonly kill: (signal: Deno.Signal) => void;
  /** Waits for `count` lines of standard output, or the end of the process. */
  readonly waitForLines: (count: number) => Promise<void>;
  readonly result: Promise<ProcessResult>;
}

/** The command line of the command, with permission to read and write `folder` too. */
export function commandLine(folder: string, words: readonly string[], flags: readonly string[] = []): string[] {
  const granted = COMMAND.map((word) => /^--allow-(read|write)=/.test(word) ? `${word},${folder}` : word);
  const script = granted.pop()!;
  return [Deno.execPath(), ...granted, ...flags, script, ...words];
}

/** Starts a program with an empty standard input. */
export function startProcess([program, ...args]: readonly string[], env: Record<string, string> = {}): RunningProcess {
  const child = new Deno.Command(program!, { args, cwd: ROOT, env, stdin: "null", stdout: "piped", stderr: "piped" })
    .spawn();
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const reading = (async () => {
    for await (const line of readLines(child.stdout)) {
      lines.push(line);
      listeners.forEach((notify) => notify());
    }
  })();
  const result = Promise.all([child.status, reading, new Response(child.stderr).text()]).then(([{ code }, , text]) => ({
    code,
    results: lines,
    messages: text.split("\n").filter((line) => line !== ""),
  }));
  const waitForLines = async (count: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const notify = () => lines.length >= count && resolve();
    listeners.add(notify);
    notify();
    await Promise.race([promise, result]);
    listeners.delete(notify);
  };
  const kill = (signal: Deno.Signal) => {
    try {
      child.kill(signal);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // it has ended
    }
  };
  return { pid: child.pid, kill, waitForLines, result };
}

async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Runs the command and waits for its end. */
export async function runCommand(folder: string, ...words: string[]): Promise<ProcessResult> {
  return await startProcess(commandLine(folder, words)).result;
}

/** The result of a process, and what it cost. */
export interface MeasuredResult extends ProcessResult, Usage {
  readonly seconds: number;
}

/** What a process has used so far; zeros if the system does not report it. */
interface Usage {
  /** Largest memory in MiB. */
  readonly peakMemory: number;
  readonly cpuSeconds: number;
}

/** Waits for the end of a process, and kills it after `maxSeconds`. */
export async function measure(running: RunningProcess, maxSeconds = Infinity): Promise<MeasuredResult> {
  const started = performance.now();
  const secondsSoFar = () => (performance.now() - started) / 1000;
  let usage: Usage = { peakMemory: 0, cpuSeconds: 0 };
  const watch = () => {
    usage = usageOf(running.pid) ?? usage;
    if (secondsSoFar() > maxSeconds) running.kill("SIGKILL");
  };
  const timer = setInterval(watch, 20);
  try {
    return { ...await running.result, ...usage, seconds: secondsSoFar() };
  } finally {
    clearInterval(timer);
  }
}

const CLOCK_TICKS_PER_SECOND = 100;

/** What a process has used; undefined if it has ended, or if the system does not report it. */
function usageOf(pid: number): Usage | undefined {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(Deno.readTextFileSync(`/proc/${pid}/status`))?.[1];
    if (peak === undefined) return undefined;
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    const [user, system] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12, 14).map(Number);
    return { peakMemory: Math.round(Number(peak) / 1024), cpuSeconds: (user! + system!) / CLOCK_TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

/** Runs two experiments for about a second, in two dozen blocks, and prints events. */
export const RUN: readonly string[] =
  "run delta-rule depth-xor --seeds 5 --epochs 1000 --engine reference --jobs 2 --json".split(" ");

/** The digest of every file in a folder and its subfolders, by path. */
export async function digestsIn(folder: string, subfolder = ""): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(`${folder}${subfolder}`)) {
    const path = `${subfolder}/${name}`;
    if (isDirectory) Object.assign(digests, await digestsIn(folder, path));
    else {
      const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(`${folder}${path}`));
      digests[path] = new Uint8Array(digest).toHex();
    }
  }
  return digests;
}

let cachedDigests: Promise<Record<string, string>> | undefined;

/** The digests of all files after an undisturbed RUN. */
export function expectedDigests(): Promise<Record<string, string>> {
  return cachedDigests ??= (async () => {
    const folder = await Deno.makeTempDir();
    try {
      assertEquals((await runCommand(folder, ...RUN, "--out", folder)).code, 0);
      return await digestsIn(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  })();
}

/** Resumes RUN in a folder and asserts that its files equal those of an undisturbed run; returns the events. */
export async function resumeAndCheck(folder: string): Promise<Event[]> {
  const { code, results, messages } = await runCommand(folder, ...RUN, "--resume", "--out", folder);
  assertEquals([code, messages], [0, []]);
  assertEquals(await digestsIn(folder), await expectedDigests());
  return results.map((line) => JSON.parse(line));
}

/** An event of `run --json`. */
export interface Event {
  readonly event: string;
  readonly experiment?: string;
  readonly runs?: number;
  readonly reused?: number;
}

/** Asserts that a process ended with one message that is not a stack trace; returns it. */
export function singleMessage({ code, messages }: ProcessResult, codes: number | readonly number[]): string {
  assert([codes].flat().includes(code), `exit code ${code}: ${messages.join(" / ")}`);
  assertEquals(messages.length, 1, messages.join(" / "));
  assert(!/^error|^ +at /.test(messages[0]!), messages[0]);
  return messages[0]!;
}

/** The standard output of a program; undefined if it is not installed or fails. */
export async function outputOf(program: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command(program, { args, stdin: "null", stderr: "null" }).output();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
