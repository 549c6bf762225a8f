/** Tables as CSV text and back; numbers survive the round trip to the last bit. */
import { parse, stringify } from "@std/csv";
import { InputError } from "../../core/input/input_error.ts";
import type { Column, CsvValue, Row } from "../define/columns.ts";
import type { Schema, Table } from "../define/tables.ts";

/** A table as RFC 4180 text; numbers as `String(x)`, missing values as empty fields. */
export function csvOf({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  const names = Object.keys(columns);
  return stringify([names, ...rows.map((row) => fieldsOf(names, row))]);
}

/** A row as a line of such text, without its line end. */
export function csvLineOf(names: readonly string[], row: Row): string {
  return stringify([fieldsOf(names, row)]).replace(/\r\n$/, "");
}

function fieldsOf(names: readonly string[], row: Row): string[] {
  return names.map((name) => row[name] === undefined ? "" : String(row[name]));
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
  checkEncoding(text, file);
  const names = Object.keys(columns);
  const [header = [], ...records] = csvRecords(text, file);
  checkHeader(header, names, file);
  return records.map((record, i) => {
    const row = i + 2;
    checkWidth(record, names.length, { file, row });
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

function checkEncoding(text: string, file: string): void {
  if (text.startsWith("\ufeff")) {
    throw new InputError({ file, rule: "begins with a byte order mark, as no file of the suite does" });
  }
  if (text === "") throw new InputError({ file, rule: "is empty" });
  if (/^[^\n]*(?<!\r)\n/.test(text)) throw new InputError({ file, row: 1, rule: "must end in CRLF, but ends in LF" });
  if (text.endsWith("\r\n")) return;
  const row = text.replaceAll(/"[^"]*"/g, "").split("\r\n").length;
  throw new InputError({ file, rule: `is cut off: row ${row} has no end, which is CRLF` });
}

function checkHeader(header: readonly string[], names: readonly string[], file: string): void {
  names.forEach((name, i) => {
    if (header[i] === name) return;
    throw new InputError({ file, row: 1, column: i + 1, rule: `must be "${name}"`, value: header[i] ?? "" });
  });
  checkWidth(header, names.length, { file, row: 1 });
}

function checkWidth(record: readonly string[], width: number, place: { file: string; row: number }): void {
  if (record.length === width) return;
  throw new InputError({ ...place, rule: `must have ${width} columns`, value: record.length, relation: "has" });
}

/** The records of a CSV file as lists of fields, header included; throws an InputError if it is not CSV. */
export function csvRecords(text: string, file: string): string[][] {
  try {
    return parse(text);
  } catch (error) {
    throw new InputError({ file, rule: `is not CSV: ${(error as Error).message.split("\n")[0]}` });
  }
}
