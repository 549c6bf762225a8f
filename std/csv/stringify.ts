/** The name of a property, or an index of an array. */
export type PropertyAccessor = number | string;

/** Where a column takes its values, and its header: by default the last accessor. */
export type ColumnDetails = {
  header?: string;
  prop: PropertyAccessor | PropertyAccessor[];
};

/** A column: an accessor, a path of them into nested data, or details. */
export type Column = ColumnDetails | PropertyAccessor | PropertyAccessor[];

/** A row of data. */
export type DataItem = Readonly<Record<string, unknown> | unknown[]>;

/** What `stringify` may be told. */
export type StringifyOptions = {
  /** Whether to write a row of headers where there are columns; by default yes. */
  headers?: boolean;
  /** What parts the fields; by default a comma. */
  separator?: string;
  /** What to write, in order; by default all elements of each row, which must then be an array. */
  columns?: readonly Column[];
  /** Whether to begin with a byte order mark; by default no. */
  bom?: boolean;
};

/**
 * Writes rows as CSV, each ended by CRLF.
 *
 * `null` and `undefined` become nothing, objects JSON, all else `String(value)`. A field is quoted where it holds the
 * separator, a line feed or a quotation mark.
 */
export function stringify(data: readonly DataItem[], options?: StringifyOptions): string {
  const { headers = true, separator = ",", columns = [], bom = false } = options ?? {};
  if (separator.includes('"') || separator.includes("\r\n")) {
    throw new TypeError(
      "Separator cannot include the following strings:\n" +
        '  - U+0022: Quotation mark (")\n' +
        "  - U+000D U+000A: Carriage Return + Line Feed (\\r\\n)",
    );
  }
  const paths = columns.map(path);
  const rows: unknown[][] = data.map((item) =>
    paths.length > 0 ? paths.map((accessors) => valueAt(item, accessors)) : elements(item)
  );
  if (headers && columns.length > 0) rows.unshift(columns.map(header));
  return (bom ? "\ufeff" : "") +
    rows.map((values) => values.map((value) => field(value, separator)).join(separator) + "\r\n").join("");
}

function path(column: Column): readonly PropertyAccessor[] {
  if (typeof column !== "object") return [column];
  if (Array.isArray(column)) return column;
  return Array.isArray(column.prop) ? column.prop : [column.prop];
}

function header(column: Column): string {
  if (typeof column === "object" && !Array.isArray(column) && typeof column.header === "string") return column.header;
  return String(path(column).at(-1));
}

/** Follows a path; a value that is no object ends it early. */
function valueAt(item: DataItem, accessors: readonly PropertyAccessor[]): unknown {
  let value: unknown = item;
  for (const accessor of accessors) {
    if (typeof value !== "object" || value === null) break;
    if (Array.isArray(value) && typeof accessor !== "number") {
      throw new TypeError('Property accessor is not of type "number"');
    }
    value = (value as Record<PropertyKey, unknown>)[accessor];
  }
  return value;
}

function elements(item: unknown): unknown[] {
  if (Array.isArray(item)) return item;
  if (typeof item === "object") throw new TypeError("No property accessor function was provided for object");
  return [item];
}

function field(value: unknown, separator: string): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const isPlain = ![separator, "\n", '"'].some((sign) => text.includes(sign));
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
