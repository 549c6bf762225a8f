/** Tables as CSV text and back, so that what is read is what was written, to the last bit. */
import { parse, stringify } from "@std/csv";
import { InputError } from "../../core/input/input_error.ts";
import type { Cell, Column, Row } from "../define/columns.ts";
import type { Schema, Table } from "../records.ts";

/** A table as RFC 4180 text; numbers as `String(x)`, what is missing as nothing. */
export function csvOf({ columns, rows }: Table): string {
  const names = Object.keys(columns);
  return stringify([names, ...rows.map((row) => textsOf(names, row))]);
}

/** A row's line in such a text, without its end. */
export function lineOf(names: readonly string[], row: Row): string {
  return stringify([textsOf(names, row)]).replace(/\r\n$/, "");
}

function textsOf(names: readonly string[], row: Row): string[] {
  return names.map((name) => row[name] === undefined ? "" : String(row[name]));
}

/** Reads what a column holds; undefined where the text is none of its kind. */
const READERS: Readonly<Record<Column["type"], (text: string) => Exclude<Cell, undefined> | undefined>> = {
  string: (text) => text,
  boolean: (text) => text === "true" ? true : text === "false" ? false : undefined,
  number: (text) => {
    const value = Number(text);
    return Number.isFinite(value) && String(value) === text ? value : undefined;
  },
  integer: (text) => {
    const value = Number(text);
    return Number.isSafeInteger(value) && String(value) === text ? value : undefined;
  },
};

/**
 * The rows of a table's text; throws an InputError that names file, row and column where it is not as written.
 *
 * Rows are counted as a spreadsheet does: the header is row 1.
 */
export function rowsOf(text: string, { name, columns }: Schema): Row[] {
  const file = `${name}.csv`, names = Object.keys(columns);
  if (text.startsWith("\ufeff")) {
    throw new InputError({ file, rule: "begins with a byte order mark, as no file of the suite does" });
  }
  if (text === "") throw new InputError({ file, rule: "is empty" });
  if (/^[^\n]*(?<!\r)\n/.test(text)) throw new InputError({ file, row: 1, rule: "must end in CRLF, but ends in LF" });
  if (!text.endsWith("\r\n")) {
    const row = text.replaceAll(/"[^"]*"/g, "").split("\r\n").length;
    throw new InputError({ file, rule: `is cut off: row ${row} has no end, which is CRLF` });
  }
  const lines = linesOf(text, file);
  const header = lines[0] ?? [];
  const wrongWidth = (row: number, width: number) =>
    new InputError({ file, row, rule: `must have ${names.length} columns`, value: width, relation: "has" });
  names.forEach((wanted, i) => {
    if (header[i] === wanted) return;
    throw new InputError({ file, row: 1, column: i + 1, rule: `must be "${wanted}"`, value: header[i] ?? "" });
  });
  if (header.length > names.length) {
    throw wrongWidth(1, header.length);
  }
  return lines.slice(1).map((line, i) => {
    const row = i + 2;
    if (line.length !== names.length) {
      throw wrongWidth(row, line.length);
    }
    return Object.fromEntries(names.map((column, c) => {
      const cell = line[c]!, { type } = columns[column]!;
      if (cell === "") return [column, undefined];
      const value = READERS[type](cell);
      if (value !== undefined) return [column, value];
      throw new InputError({ file, row, column, rule: `must be ${RULES[type]}`, value: cell });
    }));
  });
}

const RULES: Readonly<Record<Column["type"], string>> = {
  string: "a text",
  boolean: "true or false",
  number: "a number as written by String(x)",
  integer: "a whole number",
};

/** The lines of a CSV file as lists of texts, the header among them; throws an InputError where it is no CSV. */
export function linesOf(text: string, file: string): string[][] {
  try {
    return parse(text);
  } catch (error) {
    throw new InputError({ file, rule: `is not CSV: ${(error as Error).message.split("\n")[0]}` });
  }
}
