/** Tables as text. */

/** Lines with the cells of each column below its title; the columns numbered in `right` stand to the right. */
export function layOut(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const widths = titles.map((title, c) => Math.max(title.length, ...rows.map((row) => row[c]!.length)));
  return [titles, ...rows].map((row) =>
    row.map((cell, c) => right.includes(c) ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!)).join("   ").trimEnd()
  );
}
