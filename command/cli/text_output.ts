/** Texts for standard output: tables, counts and JSON. */

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
  const cells = rows.map((row) =>
    row.map((cell): TableCell => {
      const { text, ...style } = typeof cell === "string" ? { text: cell } : cell;
      return { text: escapeInvisible(text), ...style };
    })
  );
  const widths = cells[0]!.map((_, c) => Math.max(...cells.map((row) => row[c]!.text.length)));
  const align = (cell: TableCell, c: number) => {
    const padding = " ".repeat(widths[c]! - cell.text.length);
    const text = cell.ansiColor === undefined ? cell.text : `\x1b[${cell.ansiColor}m${cell.text}\x1b[0m`;
    return rightAligned.includes(c) ? padding + text : text + padding;
  };
  return cells.map((row) => row.map(align).join("   ").trimEnd());
}

/** A count with its noun: `1 row`, `2 rows`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Seconds as text, in seconds, minutes or hours: `9.5 s`, `12 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Control characters, line separators, marks that change the direction of writing, and non-characters. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]/gu;

/** A text whose invisible characters are escaped as in JSON, so that a terminal cannot obey them. */
export function escapeInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => {
    const json = JSON.stringify(character).slice(1, -1);
    return json === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}` : json;
  });
}

/** The same, except that line feeds stay. */
export function escapeLines(text: string): string {
  return text.split("\n").map(escapeInvisible).join("\n");
}

/** A value as JSON on one line; a non-finite number becomes a string such as `"NaN"`. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value, (_, part) => typeof part !== "number" || Number.isFinite(part) ? part : String(part));
}
