/** Tables as CSV text and back; numbers survive the round trip to the last bit. */
import { parse, stringify } from "@std/csv";
import { InputError } from "../../core/input/input_error.ts";
import type { Column, Columns, CsvValue, Row } from "../define/columns.ts";
import type { Schema, Table } from "../define/tables.ts";
import { cellEndName, isWellQuoted, valueOfCell, writtenCells } from "./csv_cells.ts";

/** A table as RFC 4180 text; numbers as `String(x)`, missing values as empty fields. */
export function csvOf({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  return csvHeader(columns) + csvLines(columns, rows);
}

/** The first line of a table's text. */
export function csvHeader(columns: Columns): string {
  return stringify([Object.keys(columns)]);
}

/** The lines of rows. */
export function csvLines(columns: Columns, rows: readonly Row[]): string {
  const names = Object.keys(columns);
  let text = "";
  for (const row of rows) text += `${csvLineOf(names, row)}\r\n`;
  return text;
}

/** A text as a field: numbers and truth values need no quotation marks, and most texts are levels that occur often. */
function fieldOf(text: string): string {
  const known = fields.get(text);
  if (known !== undefined) return known;
  const field = stringify([[text]]).slice(0, -"\r\n".length);
  if (fields.size < MAX_KNOWN_FIELDS) fields.set(text, field);
  return field;
}

const fields = new Map<string, string>();
const MAX_KNOWN_FIELDS = 10_000;

/** A row as a line of such text, without its line end. */
export function csvLineOf(names: readonly string[], row: Row): string {
  let line = "";
  for (let c = 0; c < names.length; c++) {
    const value = row[names[c]!];
    if (c > 0) line += ",";
    if (value !== undefined) line += typeof value === "string" ? fieldOf(value) : String(value);
  }
  return line;
}

/** For each type of column the rule for error messages and how to parse a field; undefined if it is not valid. */
const PARSERS: Readonly<Record<Column["type"], { rule: string; parse(text: string): CsvValue }>> = {
  string: { rule: "a text", parse: (text) => text },
  boolean: { rule: "true or false", parse: (text) => text === "true" ? true : text === "false" ? false : undefined },
  number: { rule: "a number as written by String(x)", parse: (text) => numberOf(text, Number.isFinite) },
  integer: { rule: "a whole number", parse: (text) => numberOf(text, Number.isSafeInteger) },
};

function numberOf(text: string, isValid: (value: number) => boolean): number | undefined {
  const value = Number(text);
  return isValid(value) && String(value) === text ? value : undefined;
}

/**
 * The rows of a table's text; throws an InputError with file, row and column if it is not exactly what `csvOf` writes.
 *
 * Rows are counted as in a spreadsheet: the header is row 1.
 */
export function rowsOf(text: string, { name, columns }: Pick<Schema, "name" | "columns">): Row[] {
  const file = `${name}.csv`;
  const names = Object.keys(columns);
  checkSize(text, file);
  checkEncoding(text, names, file);
  const [header = [], ...records] = csvRecords(text, file);
  checkHeader(header, names, file);
  return records.map((record, i) => {
    const row = i + 2;
    checkWidth(record, names, { file, row });
    return Object.fromEntries(names.map((column, c) => {
      const { parse, rule } = PARSERS[columns[column]!.type];
      const field = record[c]!;
      if (field === "") return [column, undefined];
      const value = parse(field);
      if (value !== undefined) return [column, value];
      throw new InputError({ file, row, column, rule: `must be ${rule}`, value: field });
    }));
  });
}

function checkEncoding(text: string, names: readonly string[], file: string): void {
  const first = { file, row: 1, column: names[0] ?? 1 };
  if (text.startsWith("\ufeff")) {
    throw new InputError({ ...first, rule: "begins with a byte order mark, as no file of the suite does" });
  }
  if (text === "") throw new InputError({ ...first, rule: "is missing: the file is empty" });
  const hasBlankLine = text.startsWith("\r\n") || text.includes("\n\r\n") || text.includes("\n\n");
  const ends = [text.slice(0, text.indexOf("\n") + 1), text].map((part) => part.endsWith("\r\n"));
  if (hasBlankLine || ends.includes(false)) checkLines(text, names, file);
}

/** Throws an InputError for a row that is blank or does not end in CRLF. */
function checkLines(text: string, names: readonly string[], file: string): void {
  for (const cell of writtenCells(text)) {
    if (cell.end === ",") continue;
    const place = { file, row: cell.row, column: names[cell.column - 1] ?? cell.column };
    if (cell.end !== "\r\n") {
      const isLast = !cell.end.endsWith("\n");
      const problem = `must be followed by CRLF, but is followed by ${cellEndName(cell.end)}`;
      throw new InputError({ ...place, rule: isLast ? "is cut off: no CRLF follows" : problem });
    }
    if (cell.column === 1 && cell.text === "") throw new InputError({ ...place, rule: "is missing: the row is blank" });
  }
}

function checkHeader(header: readonly string[], names: readonly string[], file: string): void {
  names.forEach((name, i) => {
    if (header[i] === name) return;
    throw new InputError({ file, row: 1, column: i + 1, rule: `must be "${name}"`, value: header[i] ?? "" });
  });
  checkWidth(header, names, { file, row: 1 });
}

function checkWidth(record: readonly string[], names: readonly string[], place: { file: string; row: number }): void {
  const { length } = record;
  if (length === names.length) return;
  const problem = length < names.length ? "is missing" : "is one too many";
  const column = names[length] ?? names.length + 1;
  throw new InputError({ ...place, column, rule: `${problem}: a row has ${names.length}` });
}

/** Which part of a CSV file a text is. */
interface FilePart {
  /** The number of its first row; 1 by default, which is the header. */
  readonly row?: number;
  /** The names of the columns, if the header is not in the text. */
  readonly columns?: readonly string[];
}

/**
 * The records of a CSV file, or of a part of it, as lists of fields, header included.
 *
 * Throws an InputError if the text is not CSV, or has too many fields to be held.
 */
export function csvRecords(text: string, file: string, part: FilePart = {}): string[][] {
  checkSize(text, file);
  try {
    return parse(text);
  } catch {
    throw new InputError({ file, ...placeOfStrayQuote(text, part), rule: "is not CSV: it has a stray quotation mark" });
  }
}

/** Most rows, and most fields, of a table in memory: many more of them, empty ones above all, would fill it. */
const MAX_COUNTS = { row: ["\n", 4 * 1024 * 1024], field: [",", 32 * 1024 * 1024] } as const;

function checkSize(text: string, file: string): void {
  for (const [noun, [separator, max]] of Object.entries(MAX_COUNTS)) {
    if (text.length <= max) continue;
    let count = 0;
    for (let i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, i + 1)) count++;
    if (count > max) {
      throw new InputError({ file, rule: `must have at most ${max} ${noun}s`, value: count, relation: "has" });
    }
  }
}

function placeOfStrayQuote(
  text: string,
  { row: firstRow = 1, columns = [] }: FilePart,
): { row: number; column: string | number } {
  const names = [...columns];
  for (const { row: rowInText, column, text: cell } of writtenCells(text)) {
    const row = firstRow - 1 + rowInText;
    if (!isWellQuoted(cell)) return { row, column: names[column - 1] ?? column };
    if (row === 1) names.push(valueOfCell(cell));
  }
  return { row: firstRow, column: 1 };
}
