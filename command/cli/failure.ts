/** What a person is told when something fails: one line, and the exit code. */
import { InputError } from "../../core/input/input_error.ts";
import { DiskError } from "../../experiments/store/disk.ts";
import { TrainingFailed } from "../../experiments/training/pool.ts";
import { NotGranted } from "./access.ts";
import { grantMessage, refusedFile } from "./grant.ts";
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
  if (error instanceof InputError) {
    return { message: error.during({ verb: act }).message, code: 2 };
  }
  if (error instanceof TrainingFailed) return { message: `Cannot train: ${error.message}`, code: 1 };
  if (error instanceof Unfinished) return { message: error.message, code: 1 };
  if (!(error instanceof Error)) return undefined;
  const denied = error instanceof Deno.errors.NotCapable ? refusedFile(error) : error;
  if (denied instanceof NotGranted) return { message: grantMessage(denied, args), code: 2 };
  if (!denied) return { message: `Cannot go on: ${error.message}`, code: 2 };
  const { path, refusal } = error instanceof DiskError ? error : { path: pathIn(error), refusal: error };
  const subject = `Cannot use "${path}"`, known = ON_DISK.find(([is]) => is(refusal));
  if (known) return { message: `${subject}: ${known[1]}`, code: 2 };
  const [, reason] = /^(.*) \(os error \d+\)/.exec(refusal.message) ?? [];
  if (!reason) return undefined;
  return { message: `${subject}: ${reason[0]!.toLowerCase()}${reason.slice(1)}`, code: 1 };
}

/** The path that the runtime names in an error. */
function pathIn({ message }: Error): string {
  return /'(.*)'$/s.exec(message)?.[1] ?? "";
}
