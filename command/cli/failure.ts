/** Errors as one-line messages with exit codes. */
import { InputError } from "../../core/input/input_error.ts";
import { DiskError } from "../../experiments/store/disk.ts";
import { TrainingFailed } from "../../experiments/training/training_failed.ts";
import { AccessDenied } from "./file_access.ts";
import { accessDeniedMessage, deniedAccess } from "./permission_message.ts";
import type { ExitCode } from "./subcommand.ts";

/** Thrown when a run could not be finished although the input was valid. */
export class IncompleteRun extends Error {
  override name = "IncompleteRun";
}

/** What the user sees of an error. */
export interface Failure {
  readonly message: string;
  readonly code: ExitCode;
}

/** Reasons for which a path cannot be used, by error. */
const PATH_ERRORS: readonly (readonly [matches: (error: Error) => boolean, reason: string])[] = [
  [isA(Deno.errors.NotFound), "it does not exist"],
  [isA(Deno.errors.PermissionDenied), "the system does not allow it"],
  [isA(Deno.errors.NotADirectory), "a file exists where a folder is needed"],
  [isA(Deno.errors.IsADirectory), "it is a folder"],
  [isA(Deno.errors.AlreadyExists), "a file exists where a folder is needed"],
  [isA(Deno.errors.FilesystemLoop), "its links form a loop"],
  // the runtime has no class for this one
  [(error) => "code" in error && error.code === "ENAMETOOLONG", "its name is too long"],
];

function isA(errorClass: new (message: string) => Error): (error: Error) => boolean {
  return (error) => error instanceof errorClass;
}

/** Describes an error raised while doing `verb` with the command line `args`; undefined for a bug in the suite. */
export function describeFailure(error: unknown, verb: string, args: readonly string[]): Failure | undefined {
  if (error instanceof InputError) return { message: error.during({ verb }).message, code: 2 };
  if (error instanceof TrainingFailed) return { message: `Cannot train: ${error.message}`, code: 1 };
  if (error instanceof IncompleteRun) return { message: error.message, code: 1 };
  if (error instanceof AccessDenied) return { message: accessDeniedMessage(error, args), code: 2 };
  if (error instanceof Deno.errors.NotCapable) {
    const denied = deniedAccess(error);
    return { message: denied ? accessDeniedMessage(denied, args) : `Cannot continue: ${error.message}`, code: 2 };
  }
  return error instanceof Error ? describeSystemError(error) : undefined;
}

function describeSystemError(error: Error): Failure | undefined {
  const { path, systemError } = error instanceof DiskError ? error : { path: pathIn(error), systemError: error };
  const known = PATH_ERRORS.find(([matches]) => matches(systemError));
  if (known) return { message: `Cannot use "${path}": ${known[1]}`, code: 2 };
  const [, reason] = /^(.*) \(os error \d+\)/.exec(systemError.message) ?? [];
  if (!reason) return undefined;
  return { message: `Cannot use "${path}": ${reason[0]!.toLowerCase()}${reason.slice(1)}`, code: 1 };
}

/** The path that the runtime quotes in its message. */
function pathIn({ message }: Error): string {
  return /'(.*)'$/s.exec(message)?.[1] ?? "";
}
