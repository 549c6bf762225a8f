/** The files that a call needs: asked for at once, before anything is done. */

/** What is read and what is written: paths, each with all that lies below it. */
export interface Access {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** Thrown where a call may not use the files that it needs. */
export class NotGranted extends Error {
  override name = "NotGranted";

  /** `missing` is the part of what is `needed` that was refused. */
  constructor(readonly missing: Access, readonly needed: Access) {
    super("files that are needed may not be used");
  }
}

/** Sees to it that all may be used, asking whoever sits at the terminal; throws NotGranted for what may not. */
export async function requireAccess({ read = [], write = [] }: Partial<Access>): Promise<void> {
  const missing = { read: await refused("read", read), write: await refused("write", write) };
  if (missing.read.length + missing.write.length > 0) throw new NotGranted(missing, { read, write });
}

/** One after the other, for a terminal can ask one question at a time. */
async function refused(name: "read" | "write", paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const { state } = await Deno.permissions.request({ name, path });
    if (state !== "granted") found.push(path);
  }
  return found;
}
