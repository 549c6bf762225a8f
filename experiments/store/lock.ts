/** A lock that lets only one program at a time write to a folder. */
import { InputError } from "../../core/input/input_error.ts";
import { onDisk } from "./disk.ts";

/** Creates the folder if necessary and locks it until the lock is disposed of; throws an InputError if it is locked. */
export function lockFolder(folder: string): Disposable {
  Deno.mkdirSync(folder, { recursive: true });
  // Without permission to read, fail now with an error about the folder rather than later about a file in it.
  Deno.statSync(folder);
  const path = `${folder}/.lock`;
  while (true) {
    const file = onDisk(path, () => Deno.openSync(path, { write: true, create: true }));
    if (!file.tryLockSync(true)) {
      file.close();
      throw new InputError({
        action: { verb: "write to", object: folder },
        rule: "another run is writing there; run --out names another folder",
      });
    }
    if (isAt(path, file)) return { [Symbol.dispose]: () => release(path, file) };
    file.close();
  }
}

/** Whether the open file is still the one at its path: the program that held the lock removes the file. */
function isAt(path: string, file: Deno.FsFile): boolean {
  try {
    return Deno.statSync(path).ino === file.statSync().ino;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function release(path: string, file: Deno.FsFile): void {
  try {
    Deno.removeSync(path);
  } catch {
    // Not every system can remove an open file; an empty one does no harm.
  }
  file.close();
}
