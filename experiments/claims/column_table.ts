/** Tables by columns, the form in which claims are judged. */
import type { CsvValue, Row } from "../define/columns.ts";
import type { AnyWhere } from "../define/factors.ts";
import type { Schema } from "../define/tables.ts";

/** The values of a column; a missing value is NaN as a number, and −1 as a code or truth value. */
export type ColumnValues =
  | { readonly type: "number"; readonly values: Float64Array }
  | { readonly type: "boolean"; readonly values: Int8Array }
  | { readonly type: "text"; readonly codes: Int32Array; readonly words: readonly string[] };

/** A table by columns. */
export interface ColumnTable {
  /** `<name>.csv` holds it. */
  readonly name: string;
  /** The columns that identify a row; empty if only its position does. */
  readonly key: readonly string[];
  /** The number of rows. */
  readonly length: number;
  /** All columns have this length. */
  readonly columns: Readonly<Record<string, ColumnValues>>;
}

/** Rows as columns. */
export function columnTableOf(
  { name, columns, key }: Pick<Schema, "name" | "columns" | "key">,
  rows: readonly Row[],
): ColumnTable {
  const entries = Object.entries(columns).map(([column, { type }]) => {
    const values = rows.map((row) => row[column]);
    return [column, type === "string" ? textColumn(values) : type === "boolean" ? booleans(values) : numbers(values)];
  });
  return { name, key, length: rows.length, columns: Object.fromEntries(entries) };
}

function numbers(values: readonly CsvValue[]): ColumnValues {
  return { type: "number", values: Float64Array.from(values, (value) => value === undefined ? NaN : Number(value)) };
}

function booleans(values: readonly CsvValue[]): ColumnValues {
  return { type: "boolean", values: Int8Array.from(values, (value) => value === undefined ? -1 : Number(value)) };
}

function textColumn(values: readonly CsvValue[]): ColumnValues {
  const codes = new Map<string, number>();
  const codeOf = (word: string) => {
    const known = codes.get(word) ?? codes.size;
    codes.set(word, known);
    return known;
  };
  const coded = Int32Array.from(values, (value) => value === undefined ? -1 : codeOf(String(value)));
  return { type: "text", codes: coded, words: [...codes.keys()] };
}

/** The column of this name. Throws a RangeError if the table has none. */
export function columnOf({ name, columns }: ColumnTable, column: string): ColumnValues {
  if (Object.hasOwn(columns, column)) return columns[column]!;
  throw new RangeError(`Cannot judge a claim: ${name}.csv has no column "${column}"`);
}

/** The values of a numeric column. Throws a RangeError if the table has no such column. */
export function numbersOf(table: ColumnTable, column: string): Float64Array {
  const values = columnOf(table, column);
  if (values.type === "number") return values.values;
  throw new RangeError(`Cannot judge a claim: the column "${column}" of ${table.name}.csv is not numeric`);
}

/** One value of a column; undefined if missing. */
export function valueAt(values: ColumnValues, row: number): CsvValue {
  if (values.type === "text") return values.words[values.codes[row]!];
  const value = values.values[row]!;
  if (values.type === "boolean") return value < 0 ? undefined : value === 1;
  return Number.isNaN(value) ? undefined : value;
}

/** A row of a table. */
export function rowAt({ columns }: ColumnTable, row: number): Row {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, valueAt(values, row)]));
}

/** Tells of each row whether a column has one of some values. */
export function isOneOf(values: ColumnValues, wanted: readonly unknown[]): (row: number) => boolean {
  if (values.type === "text") {
    const isWanted = values.words.map((word) => wanted.includes(word));
    return (row) => values.codes[row]! >= 0 && isWanted[values.codes[row]!]!;
  }
  const numbers = wanted.map(Number);
  return (row) => numbers.includes(values.values[row]!);
}

/** The indices of the rows that have, in every column named, one of the values given. */
export function selectRows(table: ColumnTable, where: AnyWhere): Int32Array {
  const tests = Object.entries(where).map(([column, values]) => isOneOf(columnOf(table, column), [values].flat()));
  const selected = new Int32Array(table.length);
  let count = 0;
  for (let row = 0; row < table.length; row++) {
    if (tests.every((test) => test(row))) selected[count++] = row;
  }
  return selected.slice(0, count);
}
