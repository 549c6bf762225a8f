/** What a person is told when something fails: one line, and the exit code. */
import { InputError } from "../core/reading.ts";
import { TrainingFailed } from "../experiments/pool.ts";
import { DiskError } from "../experiments/disk.ts";
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

const of = (kind: new (message: string) => Error) => (error: Error) => error instanceof kind;

/** What is wrong with a path that a person gave, by the kind of error. */
const ON_DISK: readonly (readonly [is: (error: Error) => boolean, string])[] = [
  [of(Deno.errors.NotFound), "it does not exist"],
  [of(Deno.errors.PermissionDenied), "the system does not allow it"],
  [of(Deno.errors.NotADirectory), "a file is in the way of the folder"],
  [of(Deno.errors.IsADirectory), "it is a folder"],
  [of(Deno.errors.AlreadyExists), "a file is in the way of the folder"],
  [of(Deno.errors.FilesystemLoop), "its links lead round in a circle"],
  // the runtime has no class for it
  [(error) => "code" in error && error.code === "ENAMETOOLONG", "its name is too long"],
];

/** Explains to whoever typed `args` why an act failed; undefined where it is a fault of the suite itself. */
export function explain(error: unknown, act: string, args: readonly string[]): Failure | undefined {
  const failure = failureOf(error, act, args);
  return failure && { ...failure, message: oneLine(failure.message) };
}

/** A text with its line ends and other control characters as JSON writes them. */
function oneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (sign) => SHORT[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The control characters for which JSON has a letter. */
const SHORT: Readonly<Record<string, string>> = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

function failureOf(error: unknown, act: string, args: readonly string[]): Failure | undefined {
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
  const { path, refusal: reason } = error instanceof DiskError ? error : { path: pathIn(error), refusal: error };
  const subject = `Cannot use "${path}"`, known = ON_DISK.find(([is]) => is(reason));
  if (known) return { message: `${subject}: ${known[1]}`, code: 2 };
  const [, words] = /^(.*) \(os error \d+\)/.exec(reason.message) ?? [];
  if (!words) return undefined;
  return { message: `${subject}: ${words[0]!.toLowerCase()}${words.slice(1)}`, code: 1 };
}

/** The path that the runtime names in an error. */
function pathIn({ message }: Error): string {
  return /'(.*)'$/s.exec(message)?.[1] ?? "";
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
