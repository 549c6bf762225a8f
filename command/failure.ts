/** What a person is told when something fails: one line, and the exit code. */
import { InputError } from "../core/reading.ts";
import { TrainingFailed } from "../experiments/pool.ts";
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
  const granted = permissionMessage(error, args);
  if (granted) return { message: granted, code: 2 };
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

/** The command that grants what was not allowed. */
function permissionMessage(error: Error, args: readonly string[]): string | undefined {
  if (!(error instanceof Deno.errors.NotCapable)) return undefined;
  const [, access, path] = /Requires (\w+) access to "?(.*?)"?, run again/.exec(error.message) ?? [];
  if (!access || !path) return `Cannot go on: ${error.message}`;
  const escaped = path.replaceAll(",", ",,"), writes = access === "write" ? escaped : `results,${escaped}`;
  const words = [`--allow-read=.,${escaped}`, `--allow-write=${writes}`, "command/main.ts", ...args];
  const command = `deno run ${words.map(quoted).join(" ")}`;
  return `Cannot ${access} "${path}" without permission; this grants it: ${command}`;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  const [option, value] = /^(--[\w-]+=)(.*)$/s.exec(word)?.slice(1) ?? ["", word];
  return /^[\w.,=+:@%/-]+$/.test(value!) ? word : `${option}'${value!.replaceAll("'", "'\\''")}'`;
}
