/** Tables whose rows are in a CSV file or text: read once as typed columns, in pieces, and checked on the way. */
import { InputError } from "../../../core/input/input_error.ts";
import { type ColumnTable, type ColumnValues, rowAt } from "../../claims/column_table.ts";
import type { Row } from "../../define/columns.ts";
import type { Schema, Table } from "../../define/tables.ts";
import { type ColumnBuilder, columnBuilder } from "./typed_columns.ts";
import { contentOfText } from "../content.ts";
import type { Content, StoredTable } from "../../define/stored.ts";
import { csvHeader, csvOf, csvRecords, rowsOf } from "../csv.ts";
import { decodeUtf8 } from "../files.ts";
import { MAX_TEXT_BYTES } from "../plain_files.ts";

/** What is done with a table while it is read. */
export interface ReadOptions {
  /** The folder of its file, for messages. */
  readonly folder?: string;
  /** Of a large table only these columns are kept; all by default. */
  readonly isKept?: (column: string) => boolean;
}

/** A table of more bytes is large. */
const LARGE_BYTES = 32 * 1024 * 1024;

/** A table in memory, as it is stored. */
export function storedTableOf(table: Table, options?: ReadOptions): StoredTable {
  return readStoredTable(table, contentOfText(csvOf(table)), options);
}

/**
 * Reads a table's content; throws an InputError with file, row and column if it is not exactly what `csvOf` writes.
 */
export function readStoredTable(schema: Schema, content: Content, options: ReadOptions = {}): StoredTable {
  const { name, columns, key } = schema;
  const isLarge = content.bytes > LARGE_BYTES;
  const { isKept = () => true } = options;
  const builders = Object.entries(columns).map(([column, { type }]) => columnBuilder(type, !isLarge || isKept(column)));
  const length = readLines(schema, content, builders, options.folder);
  const values = Object.entries(columns).flatMap(([column], c): [string, ColumnValues][] => {
    const built = builders[c]!.finish();
    return built ? [[column, built]] : [];
  });
  const columnTable: ColumnTable = { name, key, length, columns: Object.fromEntries(values) };
  let rows: readonly Row[] | undefined;
  return {
    name,
    meaning: schema.meaning,
    columns,
    key,
    content,
    columnTable,
    get rows() {
      return rows ??= Array.from({ length }, (_, row) => rowAt(columnTable, row));
    },
  };
}

/** Some rows of a table by index, with all columns, whether these were kept or not. */
export function rowsAt(
  { name, columns, columnTable, content }: StoredTable,
  indices: readonly number[],
): Map<number, Row> {
  const isWhole = Object.keys(columns).every((column) => Object.hasOwn(columnTable.columns, column));
  if (isWhole) return new Map(indices.map((index) => [index, rowAt(columnTable, index)]));
  const wanted = new Set(indices);
  const header = csvHeader(columns);
  const rows = new Map<number, Row>();
  let index = -1;
  for (const line of linesOf(content)) {
    if (wanted.has(index)) rows.set(index, rowsOf(`${header}${line}\r\n`, { name, columns })[0]!);
    index++;
  }
  return rows;
}

/** Longest line, in characters, that is read in pieces. */
const MAX_LINE = 1 << 20;

/** Adds the fields of all rows to the builders of their columns; returns the number of rows. */
function readLines(
  schema: Schema,
  content: Content,
  builders: readonly ColumnBuilder[],
  folder: string | undefined,
): number {
  const header = csvHeader(schema.columns).slice(0, -"\r\n".length);
  let row = 0;
  try {
    for (const line of linesOf(content)) {
      row++;
      const isRight = row === 1 ? line === header : addLine(line, builders);
      if (!isRight) throw faultOf(schema, content, row, folder);
    }
  } catch (error) {
    throw error instanceof MalformedText ? faultOf(schema, content, row + 1, folder) : error;
  }
  if (row === 0) throw faultOf(schema, content, 1, folder);
  return row - 1;
}

/** Thrown where a text is not made of lines that end in CRLF, or no UTF-8. */
class MalformedText extends Error {}

/** The lines of a CSV text without their ends, the header first; a line feed within a field does not end a line. */
export function* linesOf(content: Content): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (error) {
      throw error instanceof TypeError ? new MalformedText() : error;
    }
  };
  let rest = "";
  for (const piece of content.pieces()) {
    const text = rest + decode(piece);
    let start = 0;
    const endOf = text.includes('"') ? endOfLine : endOfPlainLine;
    for (let end; (end = endOf(text, start)) >= 0; start = end + 1) {
      if (end === start || text.charCodeAt(end - 1) !== CARRIAGE_RETURN) throw new MalformedText();
      yield text.slice(start, end - 1);
    }
    rest = text.slice(start);
    if (rest.length > MAX_LINE) throw new MalformedText();
  }
  if (rest + decode() !== "") throw new MalformedText();
}

const CARRIAGE_RETURN = 13;

/** The index of the next line feed in a text without quotation marks; −1 if there is none. */
function endOfPlainLine(text: string, start: number): number {
  return text.indexOf("\n", start);
}

/** The index of the line feed that ends the line from `start` on, in a text with quotation marks; −1 if there is none. */
export function endOfLine(text: string, start: number): number {
  let end = text.indexOf("\n", start);
  let quote = text.indexOf('"', start);
  // a line feed between quotation marks belongs to a field
  while (quote >= 0 && quote < end) {
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) return -1;
    if (closing > end) end = text.indexOf("\n", closing);
    quote = text.indexOf('"', closing + 1);
  }
  return end;
}

/** Adds the fields of a line to their columns; false if the line is not what `csvOf` writes. */
function addLine(line: string, builders: readonly ColumnBuilder[]): boolean {
  if (line.includes('"')) return addQuotedLine(line, builders);
  let start = 0;
  const last = builders.length - 1;
  for (let c = 0; c < last; c++) {
    const end = line.indexOf(",", start);
    if (end < 0 || !builders[c]!.add(line.slice(start, end))) return false;
    start = end + 1;
  }
  return last >= 0 && !line.includes(",", start) && line !== "" && builders[last]!.add(line.slice(start));
}

function addQuotedLine(line: string, builders: readonly ColumnBuilder[]): boolean {
  const records = recordsOf(`${line}\r\n`);
  if (records?.length !== 1 || records[0]!.length !== builders.length) return false;
  return records[0]!.every((field, c) => builders[c]!.add(field));
}

function recordsOf(text: string): string[][] | undefined {
  try {
    return csvRecords(text, "");
  } catch {
    return undefined;
  }
}

/** What is wrong with a table's text at a row, or before it, as exactly as its size allows. */
function faultOf(schema: Schema, content: Content, row: number, folder: string | undefined): InputError {
  const file = `${schema.name}.csv`;
  const place = (error: InputError) => folder === undefined ? error : error.within({ folder });
  try {
    if (content.bytes <= MAX_TEXT_BYTES) rowsOf(content.text ?? decodeUtf8(allBytes(content), file), schema);
  } catch (error) {
    if (error instanceof InputError) return place(error);
    throw error;
  }
  return place(new InputError({ file, row, rule: "is not a row as this suite writes it" }));
}

/** The bytes of a content that fits into memory. */
export function allBytes(content: Content): Uint8Array {
  const bytes = new Uint8Array(content.bytes);
  let length = 0;
  for (const piece of content.pieces()) {
    bytes.set(piece.subarray(0, bytes.length - length), length);
    length = Math.min(bytes.length, length + piece.length);
  }
  return bytes;
}
