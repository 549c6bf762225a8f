/** The real command as a process, with the permissions of its task. */
import { assert, assertEquals } from "@std/assert";
import project from "../../deno.json" with { type: "json" };

/** The project's folder. */
export const ROOT = new URL("../../", import.meta.url);

/** How a process ended, and what it said. */
export interface Ended {
  readonly code: number;
  readonly results: readonly string[];
  readonly messages: readonly string[];
}

/** A process that goes on. */
export interface Running {
  readonly pid: number;
  readonly kill: (signal: Deno.Signal) => void;
  /** Waits for so many lines of results, or the end. */
  readonly until: (lines: number) => Promise<void>;
  readonly ended: Promise<Ended>;
}

/** The command line that runs the command on a folder: the task's own, which may also read and write there. */
export function commandLine(folder: string, words: readonly string[], more: readonly string[] = []): string[] {
  const task = project.tasks.experiment.split("deno ").at(-1)!.split(" ");
  const granted = task.map((word) => /^--allow-(read|write)=/.test(word) ? `${word},${folder}` : word);
  const script = granted.pop()!;
  return [Deno.execPath(), ...granted, ...more, script, ...words];
}

/** Starts a program; it finds nothing on its standard input. */
export function start([program, ...args]: readonly string[], env: Record<string, string> = {}): Running {
  const child = new Deno.Command(program!, { args, cwd: ROOT, env, stdin: "null", stdout: "piped", stderr: "piped" })
    .spawn();
  const lines: string[] = [], waiting = new Set<() => void>();
  const reading = (async () => {
    for await (const line of linesOf(child.stdout)) {
      lines.push(line);
      waiting.forEach((look) => look());
    }
  })();
  const ended = Promise.all([child.status, reading, new Response(child.stderr).text()]).then(([{ code }, , text]) => ({
    code,
    results: lines,
    messages: text.split("\n").filter((line) => line !== ""),
  }));
  const until = async (count: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => lines.length >= count && resolve();
    waiting.add(look);
    look();
    await Promise.race([promise, ended]);
    waiting.delete(look);
  };
  const kill = (signal: Deno.Signal) => {
    try {
      child.kill(signal);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // it has ended already
    }
  };
  return { pid: child.pid, kill, until, ended };
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Runs the command to its end. */
export async function command(folder: string, ...words: string[]): Promise<Ended> {
  return await start(commandLine(folder, words)).ended;
}

/** A run of two experiments that takes about a second, in two dozen blocks; with its events. */
export const RUN: readonly string[] =
  "run delta-rule depth-xor --seeds 5 --epochs 1000 --engine reference --jobs 2 --json".split(" ");

/** The digest of every file below a folder, by path. */
export async function digestsIn(folder: string, within = ""): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(`${folder}${within}`)) {
    const path = `${within}/${name}`;
    if (isDirectory) Object.assign(digests, await digestsIn(folder, path));
    else {
      const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(`${folder}${path}`));
      digests[path] = new Uint8Array(digest).toHex();
    }
  }
  return digests;
}

let undisturbed: Promise<Record<string, string>> | undefined;

/** What a folder must hold after RUN. */
export function wanted(): Promise<Record<string, string>> {
  return undisturbed ??= (async () => {
    const folder = await Deno.makeTempDir();
    try {
      assertEquals((await command(folder, ...RUN, "--out", folder)).code, 0);
      return await digestsIn(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  })();
}

/** Goes on with RUN in a folder and sees to it that the bytes are those of an undisturbed run; its events. */
export async function resumed(folder: string): Promise<Event[]> {
  const { code, results, messages } = await command(folder, ...RUN, "--resume", "--out", folder);
  assertEquals([code, messages], [0, []]);
  assertEquals(await digestsIn(folder), await wanted());
  return results.map((line) => JSON.parse(line));
}

/** An event of `run --json`. */
export interface Event {
  readonly event: string;
  readonly experiment?: string;
  readonly runs?: number;
  readonly reused?: number;
}

/** Sees to it that a process ended with one line for a person; that line. */
export function oneLine({ code, messages }: Ended, wanted: number | readonly number[]): string {
  assert([wanted].flat().includes(code), `exit code ${code}: ${messages.join(" / ")}`);
  assertEquals(messages.length, 1, messages.join(" / "));
  assert(!/^error|^ +at /.test(messages[0]!), messages[0]);
  return messages[0]!;
}

/** What a program prints, or undefined where it is not here or fails. */
export async function said(program: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command(program, { args, stdin: "null", stderr: "null" }).output();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
