/** A folder that one program at a time writes to. */
import { InputError } from "../../core/input/input_error.ts";
import { onDisk } from "./disk.ts";

/** Makes the folder where it is not there, and keeps others out of it until the lock is disposed of. */
export function lockFolder(folder: string): Disposable {
  Deno.mkdirSync(folder, { recursive: true });
  // Whoever may not read here learns it now, and of the folder rather than of a file in it.
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

/** Whether the file that is open is still the one at its path: the last holder removes it when it goes. */
function isAt(path: string, file: Deno.FsFile): boolean {
  try {
    return Deno.statSync(path).ino === file.statSync().ino;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function release(path: string, file: Deno.FsFile): void {
  // A file that is open cannot be removed everywhere; an empty one that stays does no harm.
  try {
    Deno.removeSync(path);
  } catch {
    // It stays.
  }
  file.close();
}
