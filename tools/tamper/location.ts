/** Where a tamper is: what `verify` must name. */

/** How a message names the place at which a text first differs: row and column in a CSV file, the line in others. */
export function locationOf(path: string, before: string, after: string): string {
  let index = 0;
  while (index < before.length && before[index] === after[index]) index++;
  if (path.endsWith(".csv")) return cellAt(before, after, index);
  // a text that is cut off before a line feed lacks the next line, unless there is none
  const isCut = index === after.length && before[index] === "\n" && index + 1 < before.length;
  return `line ${before.slice(0, index).split("\n").length + (isCut ? 1 : 0)}`;
}

/** The cell of a position; where a row has lost or gained cells, it is the first of these. */
function cellAt(before: string, after: string, index: number): string {
  const rows = before.slice(0, index).split("\r\n");
  const header = before.slice(0, before.indexOf("\r\n")).split(",");
  let column = 0;
  let isQuoted = false;
  for (const character of rows.at(-1)!) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === "," && !isQuoted) column++;
  }
  const isShorter = before[index] === "," && !isQuoted && isEnd(after, index);
  const isLonger = after[index] === "," && !isQuoted && isEnd(before, index) && rows.at(-1) !== "";
  if (isShorter || isLonger) column++;
  // a header that lacks a name has only the number of the column
  const name = isShorter && rows.length === 1 ? undefined : header[column];
  return `row ${rows.length}, column ${name ?? column + 1}`;
}

/** Whether a row or the text ends at a position. */
function isEnd(text: string, index: number): boolean {
  const rest = text.slice(index, index + 2);
  return ["", "\r", "\r\n"].includes(rest) || rest.startsWith("\n");
}
