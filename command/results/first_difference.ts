/** Locates where a file first differs from its expected text. */
import { preview } from "../../core/input/input_error.ts";
import { differInScriptOnly } from "../../reports/page/page_scripts.ts";
import { cellEndName, valueOfCell, writtenCells } from "../../experiments/store/csv_cells.ts";

/** Where texts begin that are not the beginning of their table: their first row, and the names of its columns. */
export interface TablePlace {
  readonly row: number;
  readonly columns: readonly string[];
}

/**
 * The first difference as a phrase that follows the file's name; undefined if the texts are equal.
 *
 * In a CSV file it names row and column (the header is row 1), in any other file the line. Scripts of pages differ
 * between versions of the packages that they contain. `place` says where the texts begin, if that is not the header.
 */
export function firstDifference(
  name: string,
  actual: string,
  expected: string,
  place?: TablePlace,
): string | undefined {
  if (actual === expected) return undefined;
  if (actual.startsWith("\ufeff") && !expected.startsWith("\ufeff")) return "line 1 begins with a byte order mark";
  // the rest of a long text, which may be anything, follows the first difference
  const found = actual.slice(0, expected.length + MAX_EXCESS);
  if (name.endsWith(".html") && differInScriptOnly(actual, expected)) {
    return "was made with another script; all else is right";
  }
  const inTable = name.endsWith(".csv") ? firstDifferentCell(found, expected, place) : undefined;
  return inTable ?? firstDifferentLine(found, expected);
}

function firstDifferentCell(
  actualText: string,
  expectedText: string,
  place: TablePlace = { row: 1, columns: [] },
): string | undefined {
  const names = [...place.columns];
  const before = place.row - 1;
  const nameOf = (column: number) => names[column - 1] ?? String(column);
  const actualCells = writtenCells(actualText);
  for (const expected of writtenCells(expectedText)) {
    const { column, text, end } = expected;
    const row = before + expected.row;
    if (row === 1) names.push(valueOfCell(text));
    const { value: actual } = actualCells.next();
    if (!actual) return `row ${row}, column ${nameOf(column)}${column === 1 ? ": the row" : ""} is missing`;
    if (actual.text !== text) return `row ${row}, column ${nameOf(column)} ${cellMismatch(actual.text, text)}`;
    if (actual.end === end) continue;
    if (actual.end === ",") return `row ${row}, column ${nameOf(column + 1)} is one too many`;
    if (end === ",") return `row ${row}, column ${nameOf(column + 1)} is missing`;
    const [must, is] = [end, actual.end].map(cellEndName);
    return `row ${row}, column ${nameOf(column)} must be followed by ${must}, but is followed by ${is}`;
  }
  const { value: surplus } = actualCells.next();
  return surplus && `row ${before + surplus.row}, column ${nameOf(1)}: the row is one too many`;
}

/** Shows the values of two cells, or the cells as written if their values are the same. */
function cellMismatch(actual: string, expected: string): string {
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
/** How much longer than the expected text another is read. */
export const MAX_EXCESS = 1000;
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
