/** Compares the tables of results with stored files while they are filled: neither is held as a whole. */
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Trained } from "../../core/training.ts";
import type { Plan } from "../../experiments/plan.ts";
import { schemasOf } from "../../experiments/records.ts";
import { contentOfFile, type TextSink } from "../../experiments/store/content.ts";
import type { Content } from "../../experiments/define/stored.ts";
import { writtenCells } from "../../experiments/store/csv_cells.ts";
import { hasFile, readFile } from "../../experiments/store/files.ts";
import { MAX_TEXT_BYTES, type OpenFile, openForReading } from "../../experiments/store/plain_files.ts";
import { writeTables } from "../../experiments/store/tables/store_tables.ts";
import { firstDifference, MAX_EXCESS } from "./first_difference.ts";

/**
 * Fills the tables from results in the plan's order; returns the first difference from the files in a folder, with its
 * location, undefined if there is none.
 */
export function differenceInTables(folder: string, plan: Plan, results: Iterable<Trained>): string | undefined {
  const sinks: ComparingSink[] = [];
  try {
    writeTables(plan, results, (name) => {
      const sink = new ComparingSink(
        folder,
        `${name}.csv`,
        Object.keys(schemasOf(plan).find((each) => each.name === name)!.columns),
      );
      sinks.push(sink);
      return sink;
    });
  } finally {
    sinks.forEach((sink) => sink[Symbol.dispose]());
  }
  return sinks.map(({ difference }) => difference).find((difference) => difference !== undefined);
}

/** Bytes of one UTF-16 unit in UTF-8, at most. */
const MAX_UTF8_BYTES = 3;

/** Characters that are compared at once. */
const BUFFERED = 1 << 18;

/** Compares a text that arrives in pieces with a file. */
class ComparingSink implements TextSink, Disposable {
  /** The first difference, with its location. */
  difference: string | undefined;
  #file: OpenFile | undefined;
  /** What has been compared: bytes, and rows. */
  #offset = 0;
  #rows = 0;
  #buffer = "";

  constructor(readonly folder: string, readonly name: string, readonly columns: readonly string[]) {
    this.#attempt(() => {
      if (hasFile(folder, name)) this.#file = openForReading(`${folder}/${name}`);
      else this.difference = `${folder}/${name} is missing`;
    });
  }

  write(text: string): void {
    this.#buffer += text;
    if (this.#buffer.length >= BUFFERED) this.#flush();
  }

  finish(): Content {
    this.#flush();
    if (!this.difference && this.#file!.size > this.#offset) this.#locate("");
    return contentOfFile(`${this.folder}/${this.name}`);
  }

  [Symbol.dispose](): void {
    this.#file?.[Symbol.dispose]();
    this.#file = undefined;
  }

  #flush(): void {
    const text = this.#buffer;
    this.#buffer = "";
    if (this.difference || text === "") return;
    const expected = new TextEncoder().encode(text);
    const actual = new Uint8Array(expected.length);
    const length = this.#file!.read(actual, this.#offset);
    if (length < expected.length || !isEqual(actual, expected)) return this.#locate(text);
    this.#offset += expected.length;
    this.#rows += countRows(text);
  }

  /** Finds the difference between what is expected next and what is in the file. */
  #locate(expected: string): void {
    this.#attempt(() => {
      const path = `${this.folder}/${this.name}`;
      const { size } = this.#file!;
      if (size <= MAX_TEXT_BYTES) readFile(this.folder, this.name); // throws where it is no text
      const bytes = new Uint8Array(Math.min(size - this.#offset, MAX_UTF8_BYTES * (expected.length + MAX_EXCESS)));
      this.#file!.read(bytes, this.#offset);
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      const actual = text.slice(0, expected.length + MAX_EXCESS);
      const place = this.#rows === 0 ? undefined : { row: this.#rows + 1, columns: this.columns };
      this.difference = `${path}, ${firstDifference(this.name, actual, expected, place)}`;
    });
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.difference = inputErrorMessage(error);
    }
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The number of rows of a text that consists of whole rows. */
function countRows(text: string): number {
  if (text.includes('"')) {
    let rows = 0;
    for (const { end } of writtenCells(text)) if (end === "\r\n") rows++;
    return rows;
  }
  let rows = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) rows++;
  return rows;
}
