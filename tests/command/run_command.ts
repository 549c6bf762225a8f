/** Runs the command in this process or as a child process; files go to a temporary folder. */
import { assert, assertEquals } from "@std/assert";
import { main } from "../../command/main.ts";
import { type FolderTest, folderTest } from "../needs.ts";

const ROOT = new URL("../../", import.meta.url);

/** A test with a temporary folder; ignored without permission to use files. */
export function fileTest(name: string, fn: FolderTest): void {
  folderTest(["read", "write"], name, fn);
}

/** A test with a temporary folder that starts processes; ignored without permission to do so. */
export function processTest(name: string, fn: FolderTest): void {
  folderTest(["read", "write", "run"], name, fn);
}

/** Options for a run that takes a fraction of a second. */
export const SMALL_RUN: readonly string[] = ["--seeds", "2", "--epochs", "20", "--quiet"];

/** The exit code and the lines printed. */
export interface CommandResult {
  readonly code: number;
  readonly results: readonly string[];
  readonly messages: readonly string[];
}

/** Runs a command line in this process. */
export async function runCommand(...args: string[]): Promise<CommandResult> {
  const results: string[] = [];
  const messages: string[] = [];
  const code = await main(args, {
    printResult: (line) => results.push(...line.split("\n")),
    printPieces: (pieces) => results.push([...pieces].join("")),
    printStyled: (line) => results.push(line),
    printMessage: (line) => messages.push(line),
    isInteractive: false,
    hasColor: false,
    columns: () => 80,
  });
  return { code, results, messages };
}

/** Starts the command as a process with the permissions of its task, and access to `folder`. */
export function startCommand(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Deno.ChildProcess {
  const permissions = [`--allow-read=.,${folder}`, `--allow-write=results,${folder}`];
  return startDeno(["run", "--no-check", ...permissions, "command/main.ts", ...args], env);
}

/** Starts Deno in the project's folder, or in another. */
export function startDeno(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string | URL = ROOT,
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { ...env },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Sends a process its whole input and waits for its output. */
export async function communicate(child: Deno.ChildProcess, input: string | Uint8Array = "") {
  const writer = child.stdin.getWriter();
  await writer.write(typeof input === "string" ? new TextEncoder().encode(input) : input);
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, results: text(stdout), messages: text(stderr) };
}

/** Changes a file's text; the returned function restores it. */
export async function changeFile(
  path: string,
  change: (text: string) => string | Uint8Array,
): Promise<() => Promise<void>> {
  const text = await Deno.readTextFile(path);
  const changed = change(text);
  assert(changed !== text, `the change has no effect on ${path}`);
  await Deno.writeFile(path, typeof changed === "string" ? new TextEncoder().encode(changed) : changed);
  return () => Deno.writeTextFile(path, text);
}

/** The texts of all files below a folder, by path. */
export async function readFilesIn(folder: string, within = ""): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(`${folder}${within}`)) {
    const path = `${within}/${name}`;
    if (isDirectory) Object.assign(files, await readFilesIn(folder, path));
    else files[path] = await Deno.readTextFile(`${folder}${path}`);
  }
  return files;
}

/** Asserts that files are equal; a failure lists only their paths, because the texts are long. */
export function assertSameFiles(
  actual: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): void {
  const paths = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  assertEquals([...paths].filter((path) => actual[path] !== expected[path]), []);
}
