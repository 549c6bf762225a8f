/** Locates where a file first differs from its expected text. */
import { preview } from "../../core/input/input_error.ts";
import { csvRecords } from "../../experiments/store/csv.ts";

/**
 * The first difference as a phrase that follows the file's name; undefined if the texts are equal.
 *
 * In a CSV file it names row and column (the header is row 1), in any other file the line.
 */
export function firstDifference(name: string, actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined;
  if (actual === `\ufeff${expected}`) return "line 1 begins with a byte order mark";
  const inTable = name.endsWith(".csv") ? firstDifferentCell(parseRows(actual), parseRows(expected)) : undefined;
  return inTable ?? firstDifferentLine(actual, expected);
}

function firstDifferentCell(actual?: string[][], expected?: string[][]): string | undefined {
  if (!actual || !expected) return undefined;
  for (const [r, expectedRow] of expected.entries()) {
    const actualRow = actual[r];
    if (!actualRow) return `row ${r + 1} is missing`;
    const c = firstDifferentIndex(actualRow, expectedRow);
    if (c >= 0) return `row ${r + 1}, column ${expected[0]![c] ?? c + 1} ${mismatch(actualRow[c], expectedRow[c])}`;
  }
  return actual.length > expected.length ? `row ${expected.length + 1} is one too many` : undefined;
}

function firstDifferentLine(actualText: string, expectedText: string): string {
  const actual = actualText.split("\n");
  const expected = expectedText.split("\n");
  const l = firstDifferentIndex(actual, expected);
  if (l === actual.length && expectedText === `${actualText}\n`) return `line ${l} has no line break at its end`;
  const [actualPart, expectedPart] = excerpts(actual[l], expected[l]);
  return `line ${l + 1} ${mismatch(actualPart, expectedPart)}`;
}

/** −1 if the lists are equal. */
function firstDifferentIndex(a: readonly string[], b: readonly string[]): number {
  return Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, i) => a[i] !== b[i]);
}

const CONTEXT_CHARACTERS = 20;

/** Both lines from shortly before their first difference. */
function excerpts(actual?: string, expected?: string): (string | undefined)[] {
  if (actual === undefined || expected === undefined) return [actual, expected];
  let common = 0;
  while (actual[common] === expected[common]) common++;
  const from = Math.max(0, common - CONTEXT_CHARACTERS);
  return [actual.slice(from), expected.slice(from)];
}

function mismatch(actual: string | undefined, expected: string | undefined): string {
  if (expected === undefined) return "is one too many";
  return actual === undefined ? "is missing" : `must be ${preview(expected)}, but is ${preview(actual)}`;
}

/** Undefined if the text is not CSV. */
function parseRows(text: string): string[][] | undefined {
  try {
    return csvRecords(text, "");
  } catch {
    return undefined;
  }
}
