/** The rows of a stored table, one after the other, with their keys: the table may be larger than the memory. */
import { InputError } from "../../core/input/input_error.ts";
import { recordsOf } from "../../experiments/store/tables/csv_stream.ts";
import type { Content } from "../../experiments/define/stored.ts";

/** A row: its cells as text, in the order of the columns; a row that is too short lacks its last ones. */
export interface TextRow {
  /** From 2: the header is row 1. */
  readonly row: number;
  /** Its key columns and their values, or its number in a table without key columns. */
  readonly key: string;
  readonly cells: readonly string[];
}

/** A table as text. */
export interface TextTable {
  /** The columns of the header. */
  readonly columns: readonly string[];
  /** The name of the column at a place; one whose name is missing or repeated is named by its number. */
  readonly columnAt: (place: number) => string;
  readonly rows: IterableIterator<TextRow>;
}

/** A table that a result does not have. */
export const NO_TABLE: TextTable = { columns: [], columnAt: (place) => `column ${place + 1}`, rows: [].values() };

/**
 * Opens a table; its rows are read as they are asked for.
 *
 * Throws an InputError, here or while reading, if the file is not CSV or lacks a key column.
 */
export function openTable(content: Content, file: string, keyColumns: readonly string[]): TextTable {
  const records = recordsOf(content, file);
  const columns: readonly string[] = records.next().value ?? [];
  const missing = keyColumns.find((column) => !columns.includes(column));
  if (missing) throw new InputError({ file, row: 1, column: missing, rule: "is missing" });
  const columnAt = (place: number) =>
    columns.indexOf(columns[place]!) < place ? `column ${place + 1}` : columns[place]!;
  return { columns: columns.map((_, place) => columnAt(place)), columnAt, rows: rowsOf(records, columns, keyColumns) };
}

function* rowsOf(
  records: Iterable<readonly string[]>,
  columns: readonly string[],
  keyColumns: readonly string[],
): Generator<TextRow> {
  const places = keyColumns.map((column) => ({ column, place: columns.indexOf(column) }));
  let row = 1;
  for (const cells of records) {
    row++;
    const key = places.map(({ column, place }) => `${column} ${cells[place] ?? ""}`).join(", ");
    yield { row, key: key || `row ${row}`, cells };
  }
}

/** Most cells of rows by key. */
const MAX_CELLS = 32 * 1024 * 1024;

/** Rows by key; a key that occurs again names its row, too. Throws an InputError if they would fill the memory. */
export function rowsByKey(rows: Iterable<TextRow>): Map<string, TextRow> {
  const byKey = new Map<string, TextRow>();
  let cells = 0;
  for (const each of rows) {
    cells += each.cells.length;
    if (cells > MAX_CELLS) {
      throw new InputError(`rows in another order can be compared up to ${MAX_CELLS} cells, but there are more`);
    }
    const key = byKey.has(each.key) ? `${each.key}, again in row ${each.row}` : each.key;
    byKey.set(key, { ...each, key });
  }
  return byKey;
}
