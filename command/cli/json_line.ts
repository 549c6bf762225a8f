/** JSON on one line. */

/** A value as JSON; a non-finite number becomes a string such as `"NaN"`. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part) => typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
  );
}
