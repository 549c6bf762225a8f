/** Errors of the file system. */

/** An error of the file system with the path that it concerns, which the runtime does not always report. */
export class DiskError extends Error {
  override name = "DiskError";

  constructor(readonly path: string, readonly systemError: Error) {
    super(`${path}: ${systemError.message}`, { cause: systemError });
  }
}

/** Runs `act` on a file or folder; errors of the file system become DiskErrors with its path. */
export function onDisk<V>(path: string, act: () => V): V {
  try {
    return act();
  } catch (error) {
    throw diskErrorAt(path, error);
  }
}

/** The result of `act`, or undefined if a file that it needs is missing. */
export function ifPresent<V>(act: () => V): V | undefined {
  try {
    return act();
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}

/** The error as a DiskError if it comes from the file system, otherwise the error itself. */
export function diskErrorAt(path: string, error: unknown): unknown {
  const isBare = systemCode(error) !== undefined && !(error instanceof DiskError);
  return isBare ? new DiskError(path, error as Error) : error;
}

/** The operating system's code of an error, such as `ENOENT`; undefined if the error is not the system's. */
export function systemCode(error: unknown): string | undefined {
  const { code } = (error instanceof DiskError ? error.systemError : error) as { readonly code?: unknown };
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
