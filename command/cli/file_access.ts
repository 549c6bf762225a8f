/** File permissions, requested once before a sub-command does anything, and messages about missing ones. */
import { parse, resolve } from "node:path";
import { InputError } from "../../core/input/input_error.ts";
import { placeOf } from "../../experiments/store/plain_files.ts";
import { shellQuote } from "../../reports/page/command_line.ts";

/** Paths to read and to write, each with everything below it. */
interface FileAccess {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** Thrown when a sub-command may not use the files it needs. */
export class AccessDenied extends Error {
  override name = "AccessDenied";

  /** `denied` is the part of `needed` that was refused. */
  constructor(readonly denied: FileAccess, readonly needed: FileAccess) {
    super("file access was denied");
  }
}

/**
 * Requests access to all paths, prompting on a terminal; throws AccessDenied if any is refused.
 *
 * Throws an InputError for a path that is not the one typed, and rather than ask for writing to the whole file system.
 */
export async function requireAccess({ read = [], write = [] }: Partial<FileAccess>): Promise<void> {
  [...read, ...write].forEach(checkEncoding);
  write.forEach((path) => checkNotRoot(path));
  const denied = { read: await requestAll("read", read), write: await requestAll("write", write) };
  if (denied.read.length + denied.write.length > 0) throw new AccessDenied(denied, { read, write });
  // links can be followed only now
  write.forEach((path) => checkNotRoot(path, placeOf(path)?.path));
}

/** Throws an InputError if the path has lost bytes: the runtime replaces all that are not UTF-8 by U+FFFD. */
function checkEncoding(path: string): void {
  if (!path.includes("\ufffd")) return;
  throw new InputError({ action: { verb: "use", object: path }, rule: "its name is not UTF-8" });
}

/** Throws an InputError if a path is the root of the file system, or leads there. */
function checkNotRoot(path: string, leadsTo = path): void {
  const full = resolve(leadsTo);
  if (full !== parse(full).root) return;
  throw new InputError({
    action: { verb: "write to", object: path },
    rule: "it is the root of the file system; results need a folder of their own",
  });
}

/** The denied paths; requested one after the other, because a terminal can show one prompt at a time. */
async function requestAll(name: "read" | "write", paths: readonly string[]): Promise<string[]> {
  const statuses = await Array.fromAsync(paths, (path) => Deno.permissions.request({ name, path }));
  return paths.filter((_, i) => statuses[i]!.state !== "granted");
}

/** The file access named in the runtime's NotCapable error; undefined if it is about anything else. */
export function deniedAccess({ message }: Error): AccessDenied | undefined {
  const [, access, path] = /Requires (read|write) access to "?(.*?)"?, run again/s.exec(message) ?? [];
  if (!access || !path) return undefined;
  const denied = { read: [], write: [], [access]: [path] };
  return new AccessDenied(denied, { ...denied, read: [path] });
}

/** One line that names the denied paths and the command that grants everything this call needs, if one can. */
export function accessDeniedMessage({ denied, needed }: AccessDenied, args: readonly string[]): string {
  const verbs = (["read", "write"] as const).filter((access) => denied[access].length > 0).join(" and ");
  const paths = [...new Set([...denied.read, ...denied.write])].map((path) => `"${path}"`).join(" and ");
  const ungrantable = [...needed.read, ...needed.write].find((path) => path.includes(","));
  if (ungrantable) return `Cannot ${verbs} "${ungrantable}": no permission can name a path with a comma; rename it`;
  const writable = needed.write.length > 0 ? needed.write : ["results"];
  const flags = [`--allow-read=${[".", ...needed.read].join()}`, `--allow-write=${writable.join()}`];
  const command = ["deno run", ...[...flags, "command/main.ts", ...args].map(shellQuote)].join(" ");
  return `Cannot ${verbs} ${paths} without permission; this grants it: ${command}`;
}
