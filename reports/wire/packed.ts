/** Rows of a chart in little space: column by column, repeated values written once, numbers with four digits. */
import type { Chart } from "../chart/frame.ts";
import type { DataRow, Datum } from "../chart/layer.ts";

/**
 * A column: its values, or its distinct values and which of them each row has.
 *
 * `indices` is one letter per row, or a run-length encoding: an index and how often it repeats, in turns.
 */
type PackedColumn = readonly Datum[] | {
  readonly distinct: readonly Datum[];
  readonly indices: string | readonly number[];
};

/** Rows with the same fields. */
export interface Packed {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** Digits of a number: a tenth of a pixel on a chart 1,000 pixels wide. */
const DIGITS = 4;
/** The letters that stand for indices. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Packs rows; a field that a row lacks becomes null. */
export function pack(rows: readonly DataRow[]): Packed {
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
  const forms: PackedColumn[] = [
    rounded,
    { distinct, indices: runs },
    ...(distinct.length <= ALPHABET.length
      ? [{ distinct, indices: indices.map((index) => ALPHABET[index]!).join("") }]
      : []),
  ];
  const size = (form: PackedColumn) => JSON.stringify(form).length;
  return forms.reduce((best, form) => size(form) < size(best) ? form : best);
}

/** The inverse of `pack`, but for the rounding. */
export function unpack({ rows, columns }: Packed): DataRow[] {
  const read = Object.entries(columns).map(([field, column]) => [field, unpackColumn(column)] as const);
  return Array.from({ length: rows }, (_, i) => Object.fromEntries(read.map(([field, values]) => [field, values[i]!])));
}

function unpackColumn(column: PackedColumn): readonly Datum[] {
  if (!("distinct" in column)) return column;
  const { distinct, indices } = column;
  if (typeof indices === "string") return Array.from(indices, (letter) => distinct[ALPHABET.indexOf(letter)]!);
  return indices.flatMap((index, i) => i % 2 === 0 ? new Array<Datum>(indices[i + 1]!).fill(distinct[index]!) : []);
}

/** A chart with packed rows. */
export function packChart(chart: Chart): Chart<Packed> {
  return { ...chart, layers: chart.layers.map((layer) => ({ ...layer, rows: pack(layer.rows) })) };
}

/** The inverse of `packChart`, but for the rounding. */
export function unpackChart(chart: Chart<Packed>): Chart {
  return { ...chart, layers: chart.layers.map((layer) => ({ ...layer, rows: unpack(layer.rows) })) };
}
