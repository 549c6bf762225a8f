/** CSV text split into cells as they are written, so that messages can name the row and column of any fault. */

/** A row as it is written: quotation marks belong to the cells. */
export interface WrittenRow {
  readonly cells: readonly string[];
  /** What ends the row; empty for a last row that nothing ends. */
  readonly end: string;
}

/** The rows of any text, CSV or not; together they are the whole text. */
export function writtenRows(text: string): WrittenRow[] {
  const rows: WrittenRow[] = [];
  let cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || (character !== "," && character !== "\n")) continue;
    if (character === ",") cells.push(text.slice(from, i));
    else {
      rows.push(endedRow(cells, text.slice(from, i), "\n"));
      cells = [];
    }
    from = i + 1;
  }
  if (from < text.length || cells.length > 0) rows.push(endedRow(cells, text.slice(from), ""));
  return rows;
}

/** A carriage return before the end of a row belongs to the end. */
function endedRow(cells: readonly string[], last: string, end: string): WrittenRow {
  return last.endsWith("\r")
    ? { cells: [...cells, last.slice(0, -1)], end: `\r${end}` }
    : { cells: [...cells, last], end };
}

/** The name of what ends a row. */
export function lineEndName(end: string): string {
  return { "\r\n": "CRLF", "\n": "LF", "\r": "CR" }[end] ?? "nothing";
}

/** Whether a cell is CSV: without quotation marks, or quoted as a whole. */
export function isWellQuoted(cell: string): boolean {
  return /^(?:[^"]*|"(?:[^"]|"")*")$/.test(cell);
}

/** The value of a cell; a cell that is not CSV stays as it is written. */
export function valueOfCell(cell: string): string {
  return cell.startsWith('"') && isWellQuoted(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
