/** Where a tamper is: what `verify` must name. */

/** How a message names the place at which a text first differs: row and column in a CSV file, the line in others. */
export function locationOf(path: string, before: string, after: string): string {
  let index = 0;
  while (index < before.length && before[index] === after[index]) index++;
  return path.endsWith(".csv") ? cellAt(before, after, index) : `line ${before.slice(0, index).split("\n").length} `;
}

/** The cell of a position; a position behind the last row is that of one too many. */
function cellAt(before: string, after: string, index: number): string {
  const rows = before.slice(0, index).split("\r\n");
  const header = before.slice(0, before.indexOf("\r\n")).split(",");
  if (index === before.length && before !== after) return `row ${rows.length}, column ${header[0]}`;
  let column = 0;
  let isQuoted = false;
  for (const character of rows.at(-1)!) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === "," && !isQuoted) column++;
  }
  return `row ${rows.length}, column ${header[column]}`;
}
