/** Results on disk: a file appears whole or not at all. */
import { InputError } from "../../core/input/input_error.ts";
import { DiskError, refusalAt } from "./disk.ts";
import { textOf } from "./utf8.ts";

/** The files of a folder: name and text. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes files into a folder, each beside its place first and then renamed; the last one named is the last to appear.
 *
 * Nothing else runs meanwhile, so whoever stops the program by a signal finds all of them or none.
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
      throw refusalAt(`${folder}/${name}`, error);
    }
  }
}

/** The text of a file; throws an InputError where it is missing or no text. */
export async function readFile(folder: string, name: string): Promise<string> {
  const path = `${folder}/${name}`;
  try {
    return textOf(await readBytes(path), path);
  } catch (error) {
    const isMissing = error instanceof DiskError && error.refusal instanceof Deno.errors.NotFound;
    throw isMissing ? new InputError({ file: path, rule: "is missing" }) : error;
  }
}

/** The bytes of a file. */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    throw refusalAt(path, error);
  }
}

/** Removes a file that may not be there. */
export function removeFile(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Whether there is such a file. */
export function hasFile(folder: string, name: string): boolean {
  try {
    return Deno.statSync(`${folder}/${name}`).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return false;
    throw error;
  }
}
