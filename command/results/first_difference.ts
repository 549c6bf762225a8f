/** Locates where a file first differs from its expected text. */
import { preview } from "../../core/input/input_error.ts";
import { lineEndName, valueOfCell, type WrittenRow, writtenRows } from "../../experiments/store/csv_cells.ts";

/**
 * The first difference as a phrase that follows the file's name; undefined if the texts are equal.
 *
 * In a CSV file it names row and column (the header is row 1), in any other file the line.
 */
export function firstDifference(name: string, actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined;
  if (actual.startsWith("\ufeff") && !expected.startsWith("\ufeff")) return "line 1 begins with a byte order mark";
  const inTable = name.endsWith(".csv") ? firstDifferentCell(writtenRows(actual), writtenRows(expected)) : undefined;
  return inTable ?? firstDifferentLine(actual, expected);
}

function firstDifferentCell(actual: readonly WrittenRow[], expected: readonly WrittenRow[]): string | undefined {
  const nameOf = (c: number) => valueOfCell(expected[0]?.cells[c] ?? String(c + 1));
  for (const [r, row] of expected.entries()) {
    const found = actual[r];
    if (!found) return `row ${r + 1}, column ${nameOf(0)}: the row is missing`;
    const c = firstDifferentIndex(found.cells, row.cells);
    if (c >= 0) return `row ${r + 1}, column ${nameOf(c)} ${cellMismatch(found.cells[c], row.cells[c])}`;
    if (found.end === row.end) continue;
    const ends = `must be followed by ${lineEndName(row.end)}, but is followed by ${lineEndName(found.end)}`;
    return `row ${r + 1}, column ${nameOf(row.cells.length - 1)} ${ends}`;
  }
  if (actual.length > expected.length) {
    return `row ${expected.length + 1}, column ${nameOf(0)}: the row is one too many`;
  }
}

/** Shows the values of two cells, or the cells as written if their values are the same. */
function cellMismatch(actual: string | undefined, expected: string | undefined): string {
  if (actual === undefined || expected === undefined) return mismatch(actual, expected);
  const values = [valueOfCell(actual), valueOfCell(expected)] as const;
  return mismatch(...(values[0] === values[1] ? excerpts(actual, expected) : excerpts(...values)));
}

function firstDifferentLine(actualText: string, expectedText: string): string {
  const actual = actualText.split("\n");
  const expected = expectedText.split("\n");
  const l = firstDifferentIndex(actual, expected);
  if (l === actual.length && expectedText === `${actualText}\n`) return `line ${l} has no line break at its end`;
  return `line ${l + 1} ${mismatch(...excerpts(actual[l], expected[l]))}`;
}

/** −1 if the lists are equal. */
function firstDifferentIndex(a: readonly string[], b: readonly string[]): number {
  return Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, i) => a[i] !== b[i]);
}

const CONTEXT_CHARACTERS = 20;
/** Shorter texts are shown from their beginning. */
const LONG = 50;

/** Both texts, from shortly before their first difference if they are long. */
function excerpts(actual?: string, expected?: string): readonly [string | undefined, string | undefined] {
  if (actual === undefined || expected === undefined || Math.max(actual.length, expected.length) <= LONG) {
    return [actual, expected];
  }
  let common = 0;
  while (actual[common] === expected[common]) common++;
  const from = Math.max(0, common - CONTEXT_CHARACTERS);
  return [actual.slice(from), expected.slice(from)];
}

function mismatch(actual: string | undefined, expected: string | undefined): string {
  if (expected === undefined) return "is one too many";
  return actual === undefined ? "is missing" : `must be ${preview(expected)}, but is ${preview(actual)}`;
}
