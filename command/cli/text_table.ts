/** Tables as plain text. */

/** A table cell; `ansiColor` is the ANSI colour code of its text. */
export interface TableCell {
  readonly text: string;
  readonly ansiColor?: number;
}

/** The lines of a table; all rows have the same number of cells. The columns `rightAligned` are right-aligned. */
export function formatTable(
  rows: readonly (readonly (string | TableCell)[])[],
  rightAligned: readonly number[] = [],
): string[] {
  const cells = rows.map((row) => row.map((cell) => typeof cell === "string" ? { text: cell } : cell));
  const widths = cells[0]!.map((_, c) => Math.max(...cells.map((row) => row[c]!.text.length)));
  const align = (cell: TableCell, c: number) => {
    const padding = " ".repeat(widths[c]! - cell.text.length);
    return rightAligned.includes(c) ? padding + colored(cell) : colored(cell) + padding;
  };
  return cells.map((row) => row.map(align).join("   ").trimEnd());
}

function colored({ text, ansiColor }: TableCell): string {
  return ansiColor === undefined ? text : `\x1b[${ansiColor}m${text}\x1b[0m`;
}
