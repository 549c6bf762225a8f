/** A lock that lets only one program at a time write to a folder. */
import { InputError } from "../../core/input/input_error.ts";
import { removeDrafts } from "./files.ts";
import { ensureFile, makeFolder } from "./plain_files.ts";
import { type LockableFile, openLockable } from "./runtime.ts";

/** The name of the lock within the folder. */
export const LOCK_FILE = ".lock";

/**
 * Creates the folder that the user named if necessary, and locks it until the lock is disposed of.
 *
 * Removes the drafts that a killed program left there. Throws an InputError if another program holds the lock, or if
 * the lock's file is not plain.
 */
export function lockFolder(folder: string): Disposable {
  makeFolder(folder, { isNamed: true });
  const path = `${folder}/${LOCK_FILE}`;
  while (true) {
    ensureFile(path);
    const file = openLockable(path);
    if (file && holdLock(file, folder)) {
      removeDrafts(folder);
      return { [Symbol.dispose]: () => release(file) };
    }
  }
}

/** Locks an open file; returns false, with the file closed, if another file is now at its path. */
function holdLock(file: LockableFile, folder: string): boolean {
  if (!file.tryLock()) {
    file.close();
    throw new InputError({
      action: { verb: "write to", object: folder },
      rule: "another run is writing there; run --out names another folder",
    });
  }
  // the program that held the lock may have removed the file in the meantime
  const isAtPath = file.isAtPath();
  if (!isAtPath) file.close();
  return isAtPath;
}

function release(file: LockableFile): void {
  try {
    file.remove();
  } catch {
    // Not every system can remove an open file; an empty one does no harm.
  }
  file.close();
}
