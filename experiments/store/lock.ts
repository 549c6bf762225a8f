/** A lock that lets only one program at a time write to a folder. */
import { InputError } from "../../core/input/input_error.ts";
import { ifPresent, onDisk } from "./disk.ts";
import { removeDrafts } from "./files.ts";
import { ensureFile, makeFolder } from "./plain_files.ts";

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
    // node:fs cannot lock a file
    const file = onDisk(path, () => ifPresent(() => Deno.openSync(path, { write: true })));
    if (file && holdLock(file, path, folder)) {
      removeDrafts(folder);
      return { [Symbol.dispose]: () => release(path, file) };
    }
  }
}

/** Locks an open file; returns false, with the file closed, if another file is now at its path. */
function holdLock(file: Deno.FsFile, path: string, folder: string): boolean {
  if (!file.tryLockSync(true)) {
    file.close();
    throw new InputError({
      action: { verb: "write to", object: folder },
      rule: "another run is writing there; run --out names another folder",
    });
  }
  // the program that held the lock may have removed the file in the meantime
  const atPath = onDisk(path, () => ifPresent(() => Deno.lstatSync(path)));
  const { dev, ino } = file.statSync();
  const isAtPath = atPath?.dev === dev && atPath.ino === ino;
  if (!isAtPath) file.close();
  return isAtPath;
}

function release(path: string, file: Deno.FsFile): void {
  try {
    Deno.removeSync(path);
  } catch {
    // Not every system can remove an open file; an empty one does no harm.
  }
  file.close();
}
