/** CSV text split into cells as they are written, so that messages can name the row and column of any fault. */

/** A cell as it is written: quotation marks belong to it. */
export interface WrittenCell {
  /** From 1; the header is row 1. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  readonly text: string;
  /** What follows: a comma, or the end of the row, which is empty where the whole text ends. */
  readonly end: string;
}

/** The cells of any text, CSV or not; together they are the whole text. Each is made when it is asked for. */
export function* writtenCells(text: string): Generator<WrittenCell> {
  let row = 1;
  let column = 1;
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || (character !== "," && character !== "\n")) continue;
    const isRowEnd = character === "\n";
    // a carriage return before the end of a row belongs to the end
    const end = isRowEnd && i > from && text[i - 1] === "\r" ? "\r\n" : character;
    yield { row, column, text: text.slice(from, i + 1 - end.length), end };
    from = i + 1;
    if (isRowEnd) row++;
    column = isRowEnd ? 1 : column + 1;
  }
  if (from === text.length && column === 1) return;
  const end = from < text.length && text.endsWith("\r") ? "\r" : "";
  yield { row, column, text: text.slice(from, text.length - end.length), end };
}

/** The name of what follows a cell. */
export function cellEndName(end: string): string {
  return { ",": "a comma", "\r\n": "CRLF", "\n": "LF", "\r": "CR" }[end] ?? "nothing";
}

/** Whether a cell is CSV: without quotation marks, or quoted as a whole. */
export function isWellQuoted(cell: string): boolean {
  // a regular expression would need a stack as long as the cell
  if (!cell.includes('"')) return true;
  const isQuoted = cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted && !cell.slice(1, -1).replaceAll('""', "").includes('"');
}

/** The value of a cell; a cell that is not CSV stays as it is written. */
export function valueOfCell(cell: string): string {
  return cell.startsWith('"') && isWellQuoted(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
