/** What `parse` may be told. */
export interface ParseOptions {
  /** What parts the fields; by default a comma. */
  separator?: string;
  /** The sign that makes a line a comment where it is the first; by default none. */
  comment?: string;
  /** Whether to drop white space before each field; by default no. */
  trimLeadingSpace?: boolean;
  /** Whether to let stray quotation marks stand; by default no. */
  lazyQuotes?: boolean;
  /** How many fields each record must have; 0: as many as the first; negative or absent: any. */
  fieldsPerRecord?: number;
  /** Whether to leave out the first record, and take it as the names of the columns unless they are given. */
  skipFirstRow?: boolean;
  /** The names of the columns. */
  columns?: readonly string[];
}

/** What `parse` returns under options of the type `T`: objects where columns have names, else arrays. */
export type ParseResult<ParseOptions, T> = T extends ParseOptions & { columns: readonly (infer C extends string)[] }
  ? RecordWithColumn<C>[]
  : T extends ParseOptions & { skipFirstRow: true } ? Record<string, string>[]
  : T extends ParseOptions & { columns?: undefined; skipFirstRow?: false | undefined } ? string[][]
  : Record<string, string>[] | string[][];

/** A record whose columns have these names. */
export type RecordWithColumn<C extends string> = Record<C, string>;

/** Reads CSV into an array of fields for each record. */
export function parse(input: string): string[][];
/**
 * Reads CSV into an array of fields, or an object where columns have names, for each record.
 *
 * Lines end with LF or CRLF; blank lines are skipped; a byte order mark is dropped.
 *
 * @throws {SyntaxError} for stray quotation marks and wrong numbers of fields
 */
export function parse<const T extends ParseOptions>(input: string, options: T): ParseResult<ParseOptions, T>;
export function parse(input: string, options: ParseOptions = {}): Record<string, string>[] | string[][] {
  const records = readRecords(input, options);
  if (!options.skipFirstRow && !options.columns) return records;
  const first = options.skipFirstRow ? records.shift() : [];
  if (first === undefined) throw new TypeError("Cannot parse input: headers must be defined");
  const line = options.skipFirstRow ? 2 : 1;
  return records.map((record, i) => namedRecord(record, options.columns ?? first, line + i));
}

function namedRecord(record: readonly string[], names: readonly string[], line: number): Record<string, string> {
  if (record.length !== names.length) {
    throw new Error(
      `Syntax error on line ${line}: The record has ${record.length} fields, but the header has ${names.length} fields`,
    );
  }
  const result: Record<string, string> = {};
  names.forEach((name, i) => result[name] = record[i]!);
  return result;
}

function readRecords(input: string, options: ParseOptions): string[][] {
  const { separator = ",", comment, fieldsPerRecord = -1 } = options;
  if (['"', "\r", "\n", comment].includes(separator) || ['"', "\r", "\n"].includes(comment ?? "")) {
    throw new Error("Cannot parse input: invalid delimiter");
  }
  const lines = splitLines(input).reverse();
  const records: string[][] = [];
  let wanted = fieldsPerRecord > 0 ? fieldsPerRecord : undefined;
  // The line that errors name counts records and skipped lines, as the real package does.
  for (let line = 1; lines.length > 0; line++) {
    const next = lines.pop()!;
    const isSkipped = next === "" || (comment !== undefined && next[0] === comment);
    const record = isSkipped ? [] : readRecord(next, lines, line, options);
    if (line === 1 && fieldsPerRecord === 0) wanted = record.length;
    if (isSkipped) continue;
    if (wanted !== undefined && record.length !== wanted) {
      throw new SyntaxError(`Syntax error on line ${line}: expected ${wanted} fields but got ${record.length}`);
    }
    records.push(record);
  }
  return records;
}

/** The lines without their ends; the last one may lack it, or have half of it. */
function splitLines(input: string): string[] {
  const lines = input.replace(/^\ufeff/, "").split(/\r?\n/);
  const last = lines.pop()!;
  return last === "" ? lines : [...lines, last.replace(/\r$/, "")];
}

/** Reads the record that a line begins; takes further lines, from the end, where a quoted field spans them. */
function readRecord(first: string, lines: string[], recordLine: number, options: ParseOptions): string[] {
  const { separator = ",", trimLeadingSpace = false, lazyQuotes = false } = options;
  const fields: string[] = [];
  let line = recordLine;
  let whole = first;
  let rest = whole;

  function fault(atEnd: string, what: string): SyntaxError {
    const column = [...whole.slice(0, whole.length - atEnd.length)].length + 1;
    return new SyntaxError(
      `Syntax error on line ${recordLine}; parse error on line ${line}, column ${column}: ${what}`,
    );
  }

  /** Reads on to the closing quotation mark; tells whether another field follows. */
  function readQuoted(): boolean {
    let field = "";
    while (true) {
      const quote = rest.indexOf('"');
      if (quote >= 0) {
        field += rest.slice(0, quote);
        const mark = rest.slice(quote);
        rest = rest.slice(quote + 1);
        const isSeparator = rest.startsWith(separator);
        if (rest.startsWith('"')) {
          field += '"';
          rest = rest.slice(1);
        } else if (isSeparator || rest === "") {
          fields.push(field);
          rest = rest.slice(separator.length);
          return isSeparator;
        } else if (lazyQuotes) {
          field += '"';
        } else {
          throw fault(mark, EXTRANEOUS);
        }
      } else if (lines.length > 0) {
        field += `${rest}\n`;
        whole = rest = lines.pop()!;
        line++;
      } else {
        // Where text came last, the real package has gone on to a line that is not there.
        if (rest !== "") whole = "";
        if (!lazyQuotes) throw fault("", EXTRANEOUS);
        fields.push(field + rest);
        return false;
      }
    }
  }

  /** Reads on to the next separator; tells whether there is one. */
  function readUnquoted(): boolean {
    const end = rest.indexOf(separator);
    const field = end < 0 ? rest : rest.slice(0, end);
    const quote = field.indexOf('"');
    if (quote >= 0 && !lazyQuotes) throw fault(rest.slice(quote), 'bare " in non-quoted-field');
    fields.push(field);
    rest = rest.slice(field.length + separator.length);
    return end >= 0;
  }

  let isMore = true;
  while (isMore) {
    if (trimLeadingSpace) rest = rest.trimStart();
    if (rest.startsWith('"')) {
      rest = rest.slice(1);
      isMore = readQuoted();
    } else {
      isMore = readUnquoted();
    }
  }
  return fields;
}

const EXTRANEOUS = 'extraneous or missing " in quoted-field';
