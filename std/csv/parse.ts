/**
 * Reads CSV into an array of fields for each record.
 *
 * Lines end with LF or CRLF; blank lines are skipped; a byte order mark is dropped.
 *
 * @throws {SyntaxError} for stray quotation marks
 */
export function parse(input: string): string[][] {
  const lines = splitLines(input).reverse();
  const records: string[][] = [];
  // The line that errors name counts records and blank lines, as the real package does.
  for (let line = 1; lines.length > 0; line++) {
    const next = lines.pop()!;
    if (next !== "") records.push(readRecord(next, lines, line));
  }
  return records;
}

/** The lines without their ends; the last one may lack it, or have half of it. */
function splitLines(input: string): string[] {
  const lines = input.replace(/^\ufeff/, "").split(/\r?\n/);
  const last = lines.pop()!;
  return last === "" ? lines : [...lines, last.replace(/\r$/, "")];
}

/** Reads the record that starts on a line; takes further lines, from the end of the list, for a quoted field. */
function readRecord(first: string, lines: string[], recordLine: number): string[] {
  const fields: string[] = [];
  let line = recordLine;
  let whole = first;
  let rest = whole;

  function syntaxError(atEnd: string, problem: string): SyntaxError {
    const column = [...whole.slice(0, whole.length - atEnd.length)].length + 1;
    return new SyntaxError(
      `Syntax error on line ${recordLine}; parse error on line ${line}, column ${column}: ${problem}`,
    );
  }

  /** Reads up to the closing quotation mark; returns whether another field follows. */
  function readQuoted(): boolean {
    let field = "";
    while (true) {
      const quote = rest.indexOf('"');
      if (quote < 0) {
        if (lines.length === 0) {
          // If text came last, the real package has gone on to a line that is not there.
          if (rest !== "") whole = "";
          throw syntaxError("", UNMATCHED_QUOTE);
        }
        field += `${rest}\n`;
        whole = rest = lines.pop()!;
        line++;
        continue;
      }
      field += rest.slice(0, quote);
      const atQuote = rest.slice(quote);
      rest = atQuote.slice(1);
      if (rest.startsWith('"')) {
        field += '"';
        rest = rest.slice(1);
        continue;
      }
      const isFollowed = rest.startsWith(",");
      if (!isFollowed && rest !== "") throw syntaxError(atQuote, UNMATCHED_QUOTE);
      fields.push(field);
      rest = rest.slice(1);
      return isFollowed;
    }
  }

  /** Reads up to the next comma; returns whether there is one. */
  function readUnquoted(): boolean {
    const end = rest.indexOf(",");
    const field = end < 0 ? rest : rest.slice(0, end);
    const quote = field.indexOf('"');
    if (quote >= 0) throw syntaxError(rest.slice(quote), 'bare " in non-quoted-field');
    fields.push(field);
    rest = rest.slice(field.length + 1);
    return end >= 0;
  }

  let isFollowed = true;
  while (isFollowed) {
    if (rest.startsWith('"')) {
      rest = rest.slice(1);
      isFollowed = readQuoted();
    } else {
      isFollowed = readUnquoted();
    }
  }
  return fields;
}

const UNMATCHED_QUOTE = 'extraneous or missing " in quoted-field';
