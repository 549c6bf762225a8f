/** Canonical JSON: one text for each value. */

/**
 * Serializes a value as canonical JSON: keys sorted, no white space, numbers as ECMAScript writes them.
 *
 * Fields that are undefined are left out. Throws a RangeError for a number that is not finite, and for functions.
 * Source: RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    const names = fields.sort(([a], [b]) => a < b ? -1 : 1);
    return `{${names.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
  }
  if (typeof value === "function" || value === undefined || typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`Cannot write as canonical JSON: ${String(value)}`);
  }
  return JSON.stringify(value);
}
