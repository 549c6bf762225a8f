/** What the disk refuses. */

/** A refusal of the disk, with the file or folder that it concerns: the runtime does not always name it. */
export class DiskError extends Error {
  override name = "DiskError";

  /** `refusal` is the error of the runtime. */
  constructor(readonly path: string, readonly refusal: Error) {
    super(`${path}: ${refusal.message}`, { cause: refusal });
  }
}

/** Does something with a file or folder; what the disk refuses is told with its path. */
export function onDisk<V>(path: string, act: () => V): V {
  try {
    return act();
  } catch (error) {
    throw refusalAt(path, error);
  }
}

/** An error with the path that it concerns, if it comes from the disk; otherwise the error itself. */
export function refusalAt(path: string, error: unknown): unknown {
  return error instanceof Error && /\(os error \d+\)/.test(error.message) ? new DiskError(path, error) : error;
}
