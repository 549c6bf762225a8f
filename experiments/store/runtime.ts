/** What runtimes can do with files beyond `node:fs`: permissions and locks, which only Deno has. */
import { InputError } from "../../core/input/input_error.ts";
import { ifPresent, onDisk } from "./disk.ts";

/** Whether this is Deno, and not Node, Bun or a browser. */
const isDeno = typeof Deno !== "undefined";

/** Whether the user has forbidden to read a file; false where files have no permissions. */
export function isReadingForbidden(file: URL): boolean {
  return isDeno && Deno.permissions.querySync({ name: "read", path: file }).state === "denied";
}

/** An open file that one program at a time can lock. */
export interface LockableFile {
  /** Locks the file until it is closed; returns false if another program holds the lock. */
  readonly tryLock: () => boolean;
  /** Whether the file is still the one at its path. */
  readonly isAtPath: () => boolean;
  /** Removes the file at the path; throws the system's error if the system cannot remove an open file. */
  readonly remove: () => void;
  /** Closes the file. */
  readonly close: () => void;
}

/** Opens an existing file for locking; undefined if there is none. Throws an InputError where nothing can be locked. */
export function openLockable(path: string): LockableFile | undefined {
  if (!isDeno) {
    throw new InputError({ action: { verb: "lock", object: path }, rule: "this runtime cannot lock files" });
  }
  const file = onDisk(path, () => ifPresent(() => Deno.openSync(path, { write: true })));
  return file && {
    tryLock: () => file.tryLockSync(true),
    isAtPath: () => {
      const atPath = onDisk(path, () => ifPresent(() => Deno.lstatSync(path)));
      const { dev, ino } = file.statSync();
      return atPath?.dev === dev && atPath.ino === ino;
    },
    remove: () => Deno.removeSync(path),
    close: () => file.close(),
  };
}
