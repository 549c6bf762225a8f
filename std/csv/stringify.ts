/**
 * Writes rows as CSV, each ended by CRLF.
 *
 * `null` and `undefined` become nothing, objects JSON, all else `String(value)`. A field is quoted if it contains a comma,
 * a line feed or a quotation mark.
 */
export function stringify(data: readonly (readonly unknown[])[]): string {
  return data.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return /[,\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
