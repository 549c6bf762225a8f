/** A lock that lets only one program at a time write to a folder. */
import { InputError } from "../../core/input/input_error.ts";
import { ifPresent, onDisk } from "./disk.ts";

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
    // the program that held the lock may have removed the file in the meantime
    const isAtPath = ifPresent(() => Deno.statSync(path).ino) === file.statSync().ino;
    if (isAtPath) return { [Symbol.dispose]: () => release(path, file) };
    file.close();
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
