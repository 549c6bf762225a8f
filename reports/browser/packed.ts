/** Rows of a chart's data in a small space: column by column, what repeats written once, numbers with five digits. */

/** A value of a row. */
export type Datum = number | string | boolean | null | readonly number[];
/** A row of data by field. */
export type DataRow = Readonly<Record<string, Datum | undefined>>;

/** A column: its values, or the few values that it has and which of them each row has. */
type PackedColumn = readonly Datum[] | { readonly of: readonly Datum[]; readonly at: readonly number[] };

/** Rows with the same fields. */
export interface Packed {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

const DIGITS = 5;

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
  const places = new Map<string, number>(), of: Datum[] = [];
  const at = short.map((value) => {
    const key = JSON.stringify(value);
    if (!places.has(key)) {
      places.set(key, of.length);
      of.push(value);
    }
    return places.get(key)!;
  });
  return of.length * 2 < short.length ? { of, at } : short;
}

/** The rows again. */
export function unpack({ rows, columns }: Packed): DataRow[] {
  const entries = Object.entries(columns);
  return Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(entries.map(([field, column]) => {
      const value = "of" in column ? column.of[column.at[i]!] : column[i];
      return [field, value];
    })));
}
