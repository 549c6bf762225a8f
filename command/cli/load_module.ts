/** Loads a module that the user names. */
import { pathToFileURL } from "node:url";
import { InputError } from "../../core/input/input_error.ts";
import { readNamedFile } from "../../experiments/store/plain_files.ts";
import { AccessDenied, deniedAccess, requireAccess } from "./file_access.ts";

/**
 * The exports of a module; its code runs with the permissions of this program.
 *
 * Throws an InputError of one line if it does not parse, cannot be found, or throws; AccessDenied if it, or a file that
 * it imports, may not be read.
 */
export async function loadModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  await requireAccess({ read: [file] });
  // refuses what is no file
  readNamedFile(file);
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    throw refusalOf(file, error);
  }
}

function refusalOf(file: string, error: unknown): Error {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const denied = error instanceof Error ? deniedAccess(error) : undefined;
  if (denied) return new AccessDenied(denied.denied, { read: [file, ...denied.needed.read], write: [] });
  // of a module that does not parse, Deno shows the line, and names the place at the end
  const [, place] = /\n\s*at (\S+:\d+:\d+)$/.exec(message) ?? [];
  const reason = message.split("\n")[0]!.replace(/^SyntaxError: /, "");
  const rule = `${reason}${place === undefined ? "" : ` (${place})`}`.replaceAll(pathToFileURL(file).href, file);
  return new InputError({ action: { verb: "load", object: file }, rule });
}
