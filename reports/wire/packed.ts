/** A compact form of a chart's rows: column by column, repeated values once, numbers with four digits. */
import type { Chart } from "../chart/frame.ts";
import type { DataRow, Datum } from "../chart/layer.ts";

/**
 * A column: its values, or its distinct values and the index of each row's value among them.
 *
 * `indices` is one letter of `ALPHABET` per row, or a run-length encoding: index, count, index, count, …
 */
type PackedColumn = readonly Datum[] | {
  readonly distinct: readonly Datum[];
  readonly indices: string | readonly number[];
};

/** Packed rows. */
export interface PackedRows {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** Significant digits of a number: they resolve a tenth of a pixel on a chart 1000 pixels wide. */
const DIGITS = 4;
/** The letters that stand for the indices 0 to 63. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Packs rows; a field that a row lacks becomes null. */
export function packRows(rows: readonly DataRow[]): PackedRows {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    rows: rows.length,
    columns: Object.fromEntries(fields.map((field) => [field, packColumn(rows.map((row) => row[field] ?? null))])),
  };
}

function packColumn(values: readonly Datum[]): PackedColumn {
  const rounded = values.map((value) => typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value);
  const texts = rounded.map((value) => JSON.stringify(value));
  const indexByText = new Map([...new Set(texts)].map((text, index) => [text, index]));
  const distinct = [...indexByText.keys()].map((text): Datum => JSON.parse(text));
  const indices = texts.map((text) => indexByText.get(text)!);
  const runs: number[] = [];
  indices.forEach((index, i) => i > 0 && index === indices[i - 1] ? runs[runs.length - 1]!++ : runs.push(index, 1));
  const encodings: PackedColumn[] = [
    rounded,
    { distinct, indices: runs },
    ...(distinct.length <= ALPHABET.length
      ? [{ distinct, indices: indices.map((index) => ALPHABET[index]!).join("") }]
      : []),
  ];
  const size = (encoding: PackedColumn) => JSON.stringify(encoding).length;
  return encodings.reduce((best, encoding) => size(encoding) < size(best) ? encoding : best);
}

/** The inverse of `packRows`, up to rounding. */
export function unpackRows({ rows, columns }: PackedRows): DataRow[] {
  const unpacked = Object.entries(columns).map(([field, column]) => [field, unpackColumn(column)] as const);
  const rowAt = (i: number) => Object.fromEntries(unpacked.map(([field, values]) => [field, values[i]!]));
  return Array.from({ length: rows }, (_, i) => rowAt(i));
}

function unpackColumn(column: PackedColumn): readonly Datum[] {
  if (!("distinct" in column)) return column;
  const { distinct, indices } = column;
  if (typeof indices === "string") return Array.from(indices, (letter) => distinct[ALPHABET.indexOf(letter)]!);
  return indices.flatMap((index, i) => i % 2 === 0 ? new Array<Datum>(indices[i + 1]!).fill(distinct[index]!) : []);
}

/** A chart with packed rows. */
export function packChart(chart: Chart): Chart<PackedRows> {
  return { ...chart, layers: chart.layers.map((layer) => ({ ...layer, rows: packRows(layer.rows) })) };
}

/** The inverse of `packChart`, up to rounding. */
export function unpackChart(chart: Chart<PackedRows>): Chart {
  return { ...chart, layers: chart.layers.map((layer) => ({ ...layer, rows: unpackRows(layer.rows) })) };
}
