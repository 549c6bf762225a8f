/** Results on disk: a file appears whole or not at all. */
import { InputError } from "../core/reading.ts";

/** The files of a folder: name and text. */
export type Files = ReadonlyMap<string, string>;

/** Writes files into a folder, each beside its place first and then renamed; the last one named is the last to appear. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, text] of files) {
    const draft = `${folder}/.${name}.part`;
    await Deno.writeTextFile(draft, text);
    await Deno.rename(draft, `${folder}/${name}`);
  }
}

/** The text of a file; throws an InputError where it is missing or no text. */
export async function readFile(folder: string, name: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await Deno.readFile(`${folder}/${name}`));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw new InputError(`${folder}/${name} is missing`);
    if (error instanceof TypeError) throw new InputError(`${folder}/${name} must be UTF-8 text`);
    throw error;
  }
}
