/** The records of CSV files that may be larger than a text can be. */
import { InputError } from "../../../core/input/input_error.ts";
import type { Content } from "../../define/stored.ts";
import { csvRecords } from "../csv.ts";
import { decodeUtf8 } from "../files.ts";
import { MAX_TEXT_BYTES } from "../plain_files.ts";
import { allBytes, endOfLine } from "./stored_table.ts";

/** Longest record, in characters. */
const MAX_RECORD = 1 << 20;

/**
 * The records of a CSV file as lists of fields, header included; only one piece of the file is held at a time.
 *
 * Throws an InputError with the file, and the row where possible, if it is not CSV or not UTF-8, or if a record is longer
 * than 2²⁰ characters.
 */
export function* recordsOf(content: Content, file: string): Generator<string[]> {
  let row = 1, rest = "";
  let columns: readonly string[] | undefined;
  const parse = (text: string) => {
    if (text === "") return [];
    const records = csvRecords(text, file, { row, ...(columns && { columns }) });
    columns ??= records[0] ?? [];
    row += records.length;
    return records;
  };
  for (const piece of textsOf(content, file)) {
    const text = rest + piece;
    const end = endOfRecords(text);
    yield* parse(text.slice(0, end));
    rest = text.slice(end);
    if (rest.length > MAX_RECORD) {
      const tooLong = new InputError({ file, row, rule: `must have at most ${MAX_RECORD} characters` });
      parse(rest); // throws where the reason is a stray quotation mark
      throw tooLong;
    }
  }
  yield* parse(rest);
}

/** The index after the last record that ends in a text. */
function endOfRecords(text: string): number {
  if (!text.includes('"')) return text.lastIndexOf("\n") + 1;
  let start = 0;
  for (let end; (end = endOfLine(text, start)) >= 0;) start = end + 1;
  return start;
}

/** The text of a content piece by piece. */
function* textsOf(content: Content, file: string): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    for (const piece of content.pieces()) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (content.bytes <= MAX_TEXT_BYTES) decodeUtf8(allBytes(content), file); // names the line
    throw new InputError({ file, rule: "must be UTF-8 text" });
  }
}
