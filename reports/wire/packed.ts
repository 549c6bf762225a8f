/** Rows of a chart's data in little space: column by column, what repeats written once, numbers with four digits. */

/** A value of a row. */
export type Datum = number | string | boolean | null | readonly number[];
/** A row of data by field. */
export type DataRow = Readonly<Record<string, Datum | undefined>>;

/** A column: its values, or the few that it has and which of them each row has: a letter a row, or by turns a number and how often. */
type PackedColumn = readonly Datum[] | { readonly of: readonly Datum[]; readonly at: string | readonly number[] };

/** Rows with the same fields. */
export interface Packed {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** Digits of a number: a tenth of a pixel on a chart 1,000 pixels wide. */
const DIGITS = 4;
/** The letters that stand for values. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Packs rows; a field that a row lacks becomes null. */
export function pack(rows: readonly DataRow[]): Packed {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    rows: rows.length,
    columns: Object.fromEntries(fields.map((field) => [field, packColumn(rows.map((row) => row[field] ?? null))])),
  };
}

function packColumn(values: readonly Datum[]): PackedColumn {
  const short = values.map((value) => typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value);
  const numbers = new Map<string, number>(), of: Datum[] = [];
  const at = short.map((value) => {
    const key = JSON.stringify(value), known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, of.length);
    return of.push(value) - 1;
  });
  const runs: number[] = [];
  at.forEach((number, i) => i > 0 && number === at[i - 1] ? runs[runs.length - 1]!++ : runs.push(number, 1));
  const forms: PackedColumn[] = [
    short,
    { of, at: runs },
    ...(of.length <= LETTERS.length ? [{ of, at: at.map((number) => LETTERS[number]!).join("") }] : []),
  ];
  const size = (form: PackedColumn) => JSON.stringify(form).length;
  return forms.reduce((best, form) => size(form) < size(best) ? form : best);
}

/** The rows again. */
export function unpack({ rows, columns }: Packed): DataRow[] {
  const read = Object.entries(columns).map(([field, column]) => [field, unpackColumn(column)] as const);
  return Array.from({ length: rows }, (_, i) => Object.fromEntries(read.map(([field, values]) => [field, values[i]!])));
}

function unpackColumn(column: PackedColumn): readonly Datum[] {
  if (!("of" in column)) return column;
  const { of, at } = column;
  if (typeof at === "string") return Array.from(at, (letter) => of[LETTERS.indexOf(letter)]!);
  return at.flatMap((number, i) => i % 2 === 0 ? new Array<Datum>(at[i + 1]!).fill(of[number]!) : []);
}
