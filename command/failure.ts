/** What a person is told when something fails: one line, and the exit code. */
import { InputError } from "../core/reading.ts";
import { TrainingFailed } from "../experiments/pool.ts";
import { quoted } from "../reports/command_line.ts";
import { NotGranted } from "./access.ts";
import type { ExitCode } from "./subcommand.ts";

/** Something that could not be finished through no fault of the person's words. */
export class Unfinished extends Error {
  override name = "Unfinished";
}

/** A failure put into words. */
export interface Failure {
  readonly message: string;
  readonly code: ExitCode;
}

/** What went wrong on disk, by the kind of error. */
const ON_DISK: readonly (readonly [new (message: string) => Error, string])[] = [
  [Deno.errors.NotFound, "it does not exist"],
  [Deno.errors.PermissionDenied, "the system does not allow it"],
  [Deno.errors.NotADirectory, "a file is in the way of the folder"],
  [Deno.errors.IsADirectory, "it is a folder"],
  [Deno.errors.AlreadyExists, "a file is in the way of the folder"],
  [Deno.errors.FilesystemLoop, "its links lead round in a circle"],
];

/** Explains to whoever typed `args` why an act failed; undefined where it is a fault of the suite itself. */
export function explain(error: unknown, act: string, args: readonly string[]): Failure | undefined {
  if (error instanceof InputError) {
    const { message } = error;
    return { message: message.startsWith("Cannot ") ? message : `Cannot ${act}: ${message}`, code: 2 };
  }
  if (error instanceof TrainingFailed) return { message: `Cannot train: ${error.message}`, code: 1 };
  if (error instanceof Unfinished) return { message: error.message, code: 1 };
  if (!(error instanceof Error)) return undefined;
  const refusal = error instanceof Deno.errors.NotCapable ? refusalOf(error) : error;
  if (refusal instanceof NotGranted) return { message: permissionMessage(refusal, args), code: 2 };
  if (error instanceof Deno.errors.NotCapable) return { message: `Cannot go on: ${error.message}`, code: 2 };
  const [, path = ""] = /'([^']*)'/.exec(error.message) ?? [], subject = `Cannot use "${withoutDraft(path)}"`;
  const known = ON_DISK.find(([kind]) => error instanceof kind);
  if (known) return { message: `${subject}: ${known[1]}`, code: 2 };
  const [, reason] = /^(.*) \(os error \d+\)/.exec(error.message) ?? [];
  if (!reason) return undefined;
  return { message: `${subject}: ${reason[0]!.toLowerCase()}${reason.slice(1)}`, code: 1 };
}

/** The file that a draft is for. */
function withoutDraft(path: string): string {
  return path.replace(/\/\.([^/]+)\.part$/, "/$1");
}

/** What the runtime refused, where nobody had asked beforehand; the error itself where it is no file. */
function refusalOf(error: Error): Error {
  const [, access, path] = /Requires (read|write) access to "?(.*?)"?, run again/s.exec(error.message) ?? [];
  if (!access || !path) return error;
  const missing = { read: [], write: [], [access]: [path] };
  return new NotGranted(missing, { ...missing, read: [path] });
}

/** What was not allowed, and the command that grants all that is needed. */
function permissionMessage({ missing, needed }: NotGranted, args: readonly string[]): string {
  const acts = (["read", "write"] as const).filter((access) => missing[access].length > 0).join(" and ");
  const paths = [...new Set([...missing.read, ...missing.write])].map((path) => `"${path}"`).join(" and ");
  const list = (paths: readonly string[]) => paths.map((path) => path.replaceAll(",", ",,")).join(",");
  const writes = needed.write.length > 0 ? needed.write : ["results"];
  const flags = [`--allow-read=${list([".", ...needed.read])}`, `--allow-write=${list(writes)}`];
  const command = ["deno run", ...[...flags, "command/main.ts", ...args].map(quoted)].join(" ");
  return `Cannot ${acts} ${paths} without permission; this grants it: ${command}`;
}
