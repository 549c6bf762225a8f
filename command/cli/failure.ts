/** Errors as one-line messages with exit codes. */
import { InputError } from "../../core/input/input_error.ts";
import { DiskError } from "../../experiments/store/disk.ts";
import { TrainingFailed } from "../../experiments/training/trainer.ts";
import { AccessDenied, accessDeniedMessage, deniedAccess } from "./file_access.ts";
import type { ExitCode } from "./subcommand.ts";

/** Thrown when a run could not be finished although the input was valid. */
export class IncompleteRun extends Error {
  override name = "IncompleteRun";
}

/** What the user sees of an error. */
type Failure = { readonly message: string; readonly code: ExitCode };

/** Reasons for which a path cannot be used, by name or code of the system's error. */
const PATH_ERRORS: Readonly<Record<string, string>> = {
  NotFound: "it does not exist",
  PermissionDenied: "the system does not allow it",
  NotADirectory: "a file exists where a folder is needed",
  IsADirectory: "it is a folder",
  AlreadyExists: "a file exists where a folder is needed",
  FilesystemLoop: "its links form a loop",
  ENAMETOOLONG: "its name is too long",
};

/** Describes an error raised while doing `verb` with the command line `args`; undefined for a bug in the suite. */
export function describeFailure(error: unknown, verb: string, args: readonly string[]): Failure | undefined {
  if (error instanceof InputError) return { message: error.during({ verb }).message, code: 2 };
  if (error instanceof TrainingFailed) return { message: `Cannot train: ${error.message}`, code: 1 };
  if (error instanceof IncompleteRun) return { message: error.message, code: 1 };
  const denied = error instanceof Deno.errors.NotCapable ? deniedAccess(error) : error;
  if (denied instanceof AccessDenied) return { message: accessDeniedMessage(denied, args), code: 2 };
  if (error instanceof Deno.errors.NotCapable) return { message: `Cannot continue: ${error.message}`, code: 2 };
  return error instanceof Error ? describeSystemError(error) : undefined;
}

function describeSystemError(error: Error): Failure | undefined {
  const { path, systemError } = error instanceof DiskError ? error : { path: pathIn(error), systemError: error };
  const { name, code = "" } = systemError as Error & { readonly code?: string };
  const known = PATH_ERRORS[name] ?? PATH_ERRORS[code];
  if (known) return { message: `Cannot use "${path}": ${known}`, code: 2 };
  const [, reason] = /^(.*) \(os error \d+\)/.exec(systemError.message) ?? [];
  if (!reason) return undefined;
  return { message: `Cannot use "${path}": ${reason[0]!.toLowerCase()}${reason.slice(1)}`, code: 1 };
}

/** The path that the runtime quotes in its message. */
function pathIn({ message }: Error): string {
  return /'(.*)'$/s.exec(message)?.[1] ?? "";
}
