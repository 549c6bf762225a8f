/** Reads and writes the files of a result. */
import { InputError } from "../../core/input/input_error.ts";
import { DiskError, diskErrorAt } from "./disk.ts";
import { decodeUtf8 } from "./utf8.ts";

/** The texts of files by name. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes files to a folder, in order; each appears whole or not at all, because it is written as a draft and renamed.
 *
 * The calls are synchronous, so a signal that this program handles cannot separate the files.
 */
export function writeFiles(folder: string, files: Files): void {
  Deno.mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) {
    const draft = `${folder}/.${name}.part`;
    try {
      Deno.writeTextFileSync(draft, text);
      Deno.renameSync(draft, `${folder}/${name}`);
    } catch (error) {
      removeFile(draft);
      throw diskErrorAt(`${folder}/${name}`, error);
    }
  }
}

/** The text of a file; throws an InputError if it is missing or not UTF-8. */
export async function readFile(folder: string, name: string): Promise<string> {
  const path = `${folder}/${name}`;
  try {
    return decodeUtf8(await readBytes(path), path);
  } catch (error) {
    const isMissing = error instanceof DiskError && error.systemError instanceof Deno.errors.NotFound;
    throw isMissing ? new InputError({ file: path, rule: "is missing" }) : error;
  }
}

/** The bytes of a file. */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    throw diskErrorAt(path, error);
  }
}

/** Removes a file if it exists. */
export function removeFile(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Whether the file exists. */
export function hasFile(folder: string, name: string): boolean {
  try {
    return Deno.statSync(`${folder}/${name}`).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return false;
    throw error;
  }
}
