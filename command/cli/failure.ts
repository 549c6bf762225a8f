/** Errors as one-line messages with exit codes. */
import { InputError, shortened } from "../../core/input/input_error.ts";
import { DiskError, systemCode } from "../../experiments/store/disk.ts";
import { TrainingFailed } from "../../experiments/training/training_failed.ts";
import { AccessDenied, accessDeniedMessage, deniedAccess } from "./file_access.ts";
import type { ExitCode } from "./subcommand.ts";

/** Thrown when a run could not be finished although the input was valid. */
export class IncompleteRun extends Error {
  override name = "IncompleteRun";
}

/** What the user sees of an error. */
type Failure = { readonly message: string; readonly code: ExitCode };

/** Reasons for which a path cannot be used, by code of the system's error. */
const PATH_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  EACCES: "the system does not allow it",
  EPERM: "the system does not allow it",
  ENOTDIR: "a file exists where a folder is needed",
  EISDIR: "it is a folder",
  EEXIST: "a file exists where a folder is needed",
  ELOOP: "its links form a loop",
  ENAMETOOLONG: "its name is too long",
};

/** Describes an error raised while doing `verb` with the command line `args`; undefined for a bug in the suite. */
export function describeFailure(error: unknown, verb: string, args: readonly string[]): Failure | undefined {
  if (error instanceof InputError) return { message: error.during({ verb }).message, code: 2 };
  if (error instanceof TrainingFailed) return { message: `Cannot train: ${error.message}`, code: 1 };
  if (error instanceof IncompleteRun) return { message: error.message, code: 1 };
  const denied = error instanceof Deno.errors.NotCapable ? deniedAccess(error) : error;
  if (denied instanceof AccessDenied) return { message: accessDeniedMessage(denied, args.map(shortened)), code: 2 };
  if (error instanceof Deno.errors.NotCapable) return { message: `Cannot continue: ${error.message}`, code: 2 };
  return error instanceof Error ? describeSystemError(error) : undefined;
}

function describeSystemError(error: Error): Failure | undefined {
  const { path, systemError } = error instanceof DiskError ? error : { path: pathIn(error), systemError: error };
  const subject = `Cannot use "${shortened(path)}"`;
  const code = systemCode(systemError);
  if (code === undefined) return undefined;
  const known = PATH_ERRORS[code];
  if (known) return { message: `${subject}: ${known}`, code: 2 };
  // Deno writes `Reason (os error 28): …`, node:fs `ENOSPC: reason, write`
  const [reason = code] = /(?<=^E\w+: ).*?(?=,|$)|^.*?(?= \(os error)/.exec(systemError.message) ?? [];
  return { message: `${subject}: ${reason[0]!.toLowerCase()}${reason.slice(1)}`, code: 1 };
}

/** The path that the runtime quotes in its message. */
function pathIn({ message }: Error): string {
  return /'(.*)'$/s.exec(message)?.[1] ?? "";
}
