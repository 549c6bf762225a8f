/** JSON as the command answers it. */

/** A value as JSON on one line; a number that JSON lacks is a string. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part) => typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
  );
}
