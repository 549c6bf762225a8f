/** A lock that lets only one program at a time write to a folder. */
import { InputError } from "../../core/input/input_error.ts";
import { removeDrafts } from "./files.ts";
import { ensureFile, type Identity, makeFolder, placeOf } from "./plain_files.ts";
import { type LockableFile, openLockable } from "./runtime.ts";

/** The name of the lock within the folder. */
export const LOCK_FILE = ".lock";

/** A lock of a folder; disposing of it lets others write. */
export interface FolderLock extends Disposable {
  /** Throws an InputError if the folder's path now leads to another folder; one that is gone may be created again. */
  readonly checkPlace: () => void;
}

/**
 * Creates the folder that the user named if necessary, and locks it until the lock is disposed of.
 *
 * Removes the drafts that a killed program left there. Throws an InputError if another program holds the lock, or if
 * the lock's file is not plain.
 */
export function lockFolder(folder: string): FolderLock {
  makeFolder(folder, { isNamed: true });
  const place = placeOf(folder);
  const path = `${folder}/${LOCK_FILE}`;
  while (true) {
    ensureFile(path);
    const file = openLockable(path);
    if (file && holdLock(file, folder)) {
      removeDrafts(folder);
      return { checkPlace: () => checkPlace(folder, place), [Symbol.dispose]: () => release(file) };
    }
  }
}

/** A folder that was moved is the same; one that was deleted and created again stands at the same path. */
function checkPlace(folder: string, before: Identity | undefined): void {
  const now = placeOf(folder);
  if (!before || !now || now.path === before.path || now.dev === before.dev && now.ino === before.ino) return;
  throw new InputError({
    action: { verb: "write to", object: folder },
    rule: "it was replaced in the meantime, and leads to another folder",
  });
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
    // another program's lock may be at the path now
    if (file.isAtPath()) file.remove();
  } catch {
    // Not every system can remove an open file; an empty one does no harm.
  }
  file.close();
}
