/** A value as indented JSON with a final line feed, the format of all JSON files of the suite. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
