/** Rows of a table as views read them: of runs.csv, which may have millions, none is held as an object. */
import { type ColumnTable, rowAt, valueAt } from "../../experiments/claims/column_table.ts";
import type { CsvValue, Row } from "../../experiments/define/columns.ts";

/** Rows, as a list has them. A row is valid during the call that receives it. */
export interface Rows {
  readonly length: number;
  map<V>(callback: (row: Row, place: number) => V): V[];
  flatMap<V>(callback: (row: Row, place: number) => V | readonly V[]): V[];
  filter(test: (row: Row) => boolean): Rows;
  some(test: (row: Row) => boolean): boolean;
  every(test: (row: Row) => boolean): boolean;
}

/** Rows of a table by columns: one object stands for each of them in turn. */
class ColumnRows implements Rows {
  readonly #cursor: { index: number };

  constructor(readonly table: ColumnTable, readonly indices: Int32Array, cursor = cursorOf(table)) {
    this.#cursor = cursor;
  }

  get length(): number {
    return this.indices.length;
  }

  map<V>(callback: (row: Row, place: number) => V): V[] {
    return Array.from(this.indices, (index, place) => callback(this.#at(index), place));
  }

  flatMap<V>(callback: (row: Row, place: number) => V | readonly V[]): V[] {
    const values: V[] = [];
    this.indices.forEach((index, place) => {
      const result = callback(this.#at(index), place);
      if (Array.isArray(result)) { for (const value of result) values.push(value); }
      else values.push(result as V);
    });
    return values;
  }

  filter(test: (row: Row) => boolean): ColumnRows {
    return this.with(this.indices.filter((index) => test(this.#at(index))));
  }

  some(test: (row: Row) => boolean): boolean {
    return this.indices.some((index) => test(this.#at(index)));
  }

  every(test: (row: Row) => boolean): boolean {
    return this.indices.every((index) => test(this.#at(index)));
  }

  /** Other rows of the same table. */
  with(indices: Int32Array): ColumnRows {
    return new ColumnRows(this.table, indices, this.#cursor);
  }

  #at(index: number): Row {
    this.#cursor.index = index;
    return this.#cursor as unknown as Row;
  }
}

/** An object that has the values of the row at its index. */
function cursorOf(table: ColumnTable): { index: number } {
  const cursor = { index: 0 };
  for (const [name, values] of Object.entries(table.columns)) {
    Object.defineProperty(cursor, name, { get: () => valueAt(values, cursor.index) });
  }
  return cursor;
}

/** Rows of a table by their indices. */
export function rowsOf(table: ColumnTable, indices: Int32Array): Rows {
  return new ColumnRows(table, indices);
}

/** Rows as a list of objects. */
export function listOf(rows: Rows): readonly Row[] {
  return rows instanceof ColumnRows ? Array.from(rows.indices, (index) => rowAt(rows.table, index)) : rows as Row[];
}

/** The different values of a column, in the order of the rows. */
export function distinctValues(rows: Rows, column: string): Set<CsvValue> {
  const values = new Set<CsvValue>();
  const ofColumn = rows instanceof ColumnRows ? rows.table.columns[column] : undefined;
  if (ofColumn?.type !== "text") {
    rows.some((row) => !values.add(row[column]));
    return values;
  }
  const seen = new Set<number>();
  for (const index of (rows as ColumnRows).indices) seen.add(ofColumn.codes[index]!);
  for (const code of seen) values.add(ofColumn.words[code]);
  return values;
}

/** Rows by the text of a column, in the order of the rows. */
export function groupRows(rows: Rows, column: string): Map<string, Rows> {
  if (!(rows instanceof ColumnRows)) {
    return Map.groupBy(listOf(rows), (row) => String(row[column] ?? ""));
  }
  const values = rows.table.columns[column]!;
  const places = new Map<string, number>();
  const placeOf = Int32Array.from(rows.indices, (index) => {
    const text = String(valueAt(values, index) ?? "");
    const place = places.get(text) ?? places.size;
    if (place === places.size) places.set(text, place);
    return place;
  });
  const sizes = new Int32Array(places.size);
  for (const place of placeOf) sizes[place]!++;
  const groups = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  rows.indices.forEach((index, i) => groups[placeOf[i]!]![sizes[placeOf[i]!]!++] = index);
  return new Map([...places].map(([text, place]) => [text, rows.with(groups[place]!)]));
}
