/** Where a file first differs from what it must be. */
import { shown } from "../../core/input/input_error.ts";
import { linesOf } from "../../experiments/store/csv.ts";

/**
 * The first difference in words that complete the file's name; undefined where there is none.
 *
 * In a CSV it is a row (the header is row 1) and a column, in other files a line.
 */
export function firstDifference(name: string, is: string, must: string): string | undefined {
  if (is === must) return undefined;
  if (is === `\ufeff${must}`) return "line 1 begins with a byte order mark";
  return (name.endsWith(".csv") ? inTable(is, must) : undefined) ?? inLines(is, must);
}

function inTable(is: string, must: string): string | undefined {
  const [found, wanted] = [rowsOf(is), rowsOf(must)];
  if (!found || !wanted) return undefined;
  for (const [r, row] of wanted.entries()) {
    if (r >= found.length) return `row ${r + 1} is missing`;
    const c = Array.from({ length: Math.max(row.length, found[r]!.length) }).findIndex((_, c) =>
      found[r]![c] !== row[c]
    );
    if (c >= 0) return `row ${r + 1}, column ${wanted[0]![c] ?? c + 1} ${mismatch(found[r]![c], row[c])}`;
  }
  return found.length > wanted.length ? `row ${wanted.length + 1} is one too many` : undefined;
}

function inLines(is: string, must: string): string {
  const found = is.split("\n"), wanted = must.split("\n");
  const l = Array.from({ length: Math.max(found.length, wanted.length) }).findIndex((_, l) => found[l] !== wanted[l]);
  if (l === found.length && must === `${is}\n`) return `line ${l} has no end`;
  return `line ${l + 1} ${mismatch(...apart(found[l], wanted[l]))}`;
}

/** The parts of two lines from shortly before where they part. */
function apart(is: string | undefined, must: string | undefined): [string | undefined, string | undefined] {
  if (is === undefined || must === undefined) return [is, must];
  let same = 0;
  while (is[same] === must[same]) same++;
  const from = Math.max(0, same - 20);
  return [is.slice(from), must.slice(from)];
}

function mismatch(is: string | undefined, must: string | undefined): string {
  if (must === undefined) return "is one too many";
  return is === undefined ? "is missing" : `must be ${shown(must)}, but is ${shown(is)}`;
}

function rowsOf(text: string): string[][] | undefined {
  try {
    return linesOf(text, "it");
  } catch {
    return undefined;
  }
}
