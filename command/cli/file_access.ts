/** File permissions, requested once before a sub-command does anything. */

/** Paths to read and to write, each with everything below it. */
export interface FileAccess {
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

/** Requests access to all paths, prompting on a terminal; throws AccessDenied if any is refused. */
export async function requireAccess({ read = [], write = [] }: Partial<FileAccess>): Promise<void> {
  const denied = { read: await requestAll("read", read), write: await requestAll("write", write) };
  if (denied.read.length + denied.write.length > 0) throw new AccessDenied(denied, { read, write });
}

/** The denied paths; requested one by one, because a terminal can show one prompt at a time. */
async function requestAll(name: "read" | "write", paths: readonly string[]): Promise<string[]> {
  const denied: string[] = [];
  for (const path of paths) {
    const { state } = await Deno.permissions.request({ name, path });
    if (state !== "granted") denied.push(path);
  }
  return denied;
}
