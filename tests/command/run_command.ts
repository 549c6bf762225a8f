/** The command as people type it, in this process or as one of its own, in a folder that is removed afterwards. */
import { assertEquals } from "@std/assert";
import { main } from "../../command/main.ts";

const ROOT = new URL("../../", import.meta.url);

async function granted(descriptor: Deno.PermissionDescriptor): Promise<boolean> {
  return (await Deno.permissions.query(descriptor)).state === "granted";
}

const files = await granted({ name: "read" }) && await granted({ name: "write" });
const processes = files && await granted({ name: "run", command: Deno.execPath() });

/** A test with a folder of its own; ignored where no files may be written. */
export function fileTest(name: string, fn: (folder: string) => Promise<void>): void {
  Deno.test({ name, ignore: !files, fn: () => inFolder(fn) });
}

/** A test that starts processes; ignored where it may not. */
export function processTest(name: string, fn: (folder: string) => Promise<void>): void {
  Deno.test({ name, ignore: !processes, fn: () => inFolder(fn) });
}

async function inFolder(fn: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await fn(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What came back: the exit code and the lines. */
export interface Said {
  readonly code: number;
  readonly results: readonly string[];
  readonly messages: readonly string[];
}

/** Types words in this process. */
export async function type(...words: string[]): Promise<Said> {
  const results: string[] = [], messages: string[] = [];
  const code = await main(words, {
    result: (line) => results.push(...line.split("\n")),
    message: (line) => messages.push(line),
    watched: false,
    colored: false,
    columns: () => 80,
  });
  return { code, results, messages };
}

/** Starts the command with the permissions of its task, and the folder besides. */
export function start(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Deno.ChildProcess {
  const granted = [`--allow-read=.,${folder}`, `--allow-write=results,${folder}`];
  return startDeno(["run", "--no-check", ...granted, "command/main.ts", ...words], env);
}

/** Starts Deno in the project's folder. */
export function startDeno(args: readonly string[], env: Readonly<Record<string, string>> = {}): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { ...env },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** What a process answers to an input. */
export async function answerOf(child: Deno.ChildProcess, input: string | Uint8Array = "") {
  const writer = child.stdin.getWriter();
  await writer.write(typeof input === "string" ? new TextEncoder().encode(input) : input);
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, results: text(stdout), messages: text(stderr) };
}

/** All files below a folder, with their text, by path. */
export async function filesIn(folder: string, within = ""): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(`${folder}${within}`)) {
    const path = `${within}/${name}`;
    if (isDirectory) Object.assign(files, await filesIn(folder, path));
    else files[path] = await Deno.readTextFile(`${folder}${path}`);
  }
  return files;
}

/** Sees to it that files are the same; says no more than which are not, for they are long. */
export function assertSameFiles(is: Readonly<Record<string, string>>, must: Readonly<Record<string, string>>): void {
  const paths = new Set([...Object.keys(is), ...Object.keys(must)]);
  assertEquals([...paths].filter((path) => is[path] !== must[path]), []);
}
