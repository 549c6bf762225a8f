/**
 * The format of a journal.
 *
 * A line is a checksum, a space, and a value as JSON: first a header, which says what the runs depend on, then entries
 * with results of consecutive runs. The checksums tell where a crash has cut the file off; they prove nothing else, so
 * every value is read like input. A journal is never held as a whole: a first pass finds its entries, and each is read
 * when it is needed.
 */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { parseJson } from "../../core/input/json.ts";
import { fields, list, type Read, wholeNumber } from "../../core/input/readers.ts";
import { prepare } from "../../core/train_network.ts";
import type { Trained } from "../../core/training.ts";
import { cellAt, configOf, type Plan } from "../plan.ts";
import { sha256HexOf } from "../store/digest.ts";
import { PROVENANCE_FIELDS } from "../store/manifest.ts";
import { openForReading } from "../store/plain_files.ts";
import { type Provenance, provenanceOf } from "../store/provenance.ts";
import { type Range, rangesOfEntries } from "./ranges.ts";
import { encodeEntry, type ResultEntry, resultReader } from "./stored_result.ts";

const NEWLINE = 10;
const CHECKSUM_LENGTH = 16;
/** Longest line that is read: its values fit in memory. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;

/** What the runs of a journal depend on. */
export interface JournalHeader extends Provenance {
  /** Replicates of each cell that keep a learning curve. */
  readonly curves: number;
}

/** The valid part of a journal with a header of type H, as far as it can be checked without a plan. */
export interface Journal<H = JournalHeader> {
  /** The path of the file. */
  readonly file: string;
  readonly header: H;
  readonly entries: readonly JournalEntry[];
  /** Length of the valid part in bytes. */
  readonly validLength: number;
}

/** Where results of consecutive runs are in a journal. */
export interface JournalEntry {
  /** From 1. */
  readonly line: number;
  /** Index of the first run. */
  readonly first: number;
  readonly count: number;
  /** The bytes of its JSON in the file. */
  readonly offset: number;
  readonly length: number;
}

/** Bytes of which any part can be read. */
export interface ByteSource {
  readonly size: number;
  /** Reads bytes from an offset on into an array; returns how many there were. */
  readonly read: (into: Uint8Array, offset: number) => number;
}

/** Bytes in memory. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (into, offset) => {
      const part = bytes.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** The header of the journal of a plan. */
export function journalHeaderOf(plan: Plan): JournalHeader {
  return { ...provenanceOf(plan), curves: plan.experiment.curveReplicates };
}

/** The readers of a header's fields. */
export const HEADER_FIELDS = { ...PROVENANCE_FIELDS, curves: wholeNumber(0) };

/** Reads the header of a journal. */
export const readJournalHeader: Read<JournalHeader> = fields(HEADER_FIELDS, "the journal's header");

/**
 * Finds the entries up to the first line that is cut off or does not match its checksum; undefined if that is the first.
 *
 * Throws an InputError that names the file and the line if the first line is no header, or if another is no entry.
 */
export function parseJournal<H>(bytes: ByteSource, file: string, readHeader: Read<H>): Journal<H> | undefined {
  let header: H | undefined;
  let validLength = 0;
  const entries: JournalEntry[] = [];
  for (const { line, offset, json } of linesOf(bytes, file)) {
    if (line === 1) header = readLine(file, line, () => readHeader(parseJson(decode(json), file), ""));
    else entries.push({ ...extentOf(json, file, line), line, offset, length: json.length });
    validLength = offset + json.length + 1;
  }
  return header && { file, header, entries, validLength };
}

/** The journal in a plain file; throws the errors of `parseJournal` and `readPlainFile`. */
export function parseJournalFile<H>(file: string, readHeader: Read<H>): Journal<H> | undefined {
  using bytes = openForReading(file);
  return parseJournal(bytes, file, readHeader);
}

/** Reads what is on a line; errors name the file and the line. */
function readLine<V>(file: string, line: number, read: () => V): V {
  return mapInputErrors((error) => error.within({ file, line }), read);
}

/** Which runs an entry is about; reads only its beginning, if that is as `encodeEntry` writes it. */
function extentOf(json: Uint8Array, file: string, line: number): Pick<JournalEntry, "first" | "count"> {
  const start = decode(json.subarray(0, MAX_EXTENT_BYTES));
  const end = start.indexOf(RUNS_FIELD);
  const read = (text: string) => readLine(file, line, () => readEntry(parseJson(text, file), ""));
  const { first, count } = read(end < 0 ? decode(json) : `${start.slice(0, end)}${RUNS_FIELD}[0]}`);
  return { first, count };
}

const MAX_EXTENT_BYTES = 100;
const RUNS_FIELD = ',"runs":';

const readEntry = fields({ first: wholeNumber(0), count: wholeNumber(1), runs: list((value) => value, 1) });

/** Throws an InputError that names the file and the line if an entry is about other runs than those of the plan. */
export function checkEntries({ file, entries }: Pick<Journal<unknown>, "file" | "entries">, { runCount }: Plan): void {
  for (const { line, first, count } of entries) {
    readLine(file, line, () => {
      wholeNumber(0, runCount - 1)(first, "first");
      if (first + count <= runCount) return;
      const field = `runs[${runCount - first}]`;
      throw new InputError({ field, rule: `is one too many: the plan has ${runCount} runs` });
    });
  }
  const ascending = [...entries].sort((a, b) => a.first - b.first || a.line - b.line);
  ascending.forEach((entry, i) => {
    const before = ascending[i - 1];
    if (!before || before.first + before.count <= entry.first) return;
    const [earlier, later] = before.line < entry.line ? [before, entry] : [entry, before];
    const run = Math.max(earlier.first, later.first);
    const field = `runs[${run - later.first}]`;
    throw new InputError({ file, line: later.line, field, rule: `repeats run ${run} of an earlier line` });
  });
}

/** The runs of a journal's entries. */
export function runsIn({ entries }: Pick<Journal<unknown>, "entries">): Range[] {
  return rangesOfEntries(entries);
}

/** Reads the results of entries; it must be disposed of. */
export interface ResultSource extends Disposable {
  /** The path of the file, for messages. */
  readonly file: string;
  readonly entries: readonly Pick<JournalEntry, "first" | "count">[];
  /** The results of the entry at a place in the list, in order. */
  readonly read: (place: number) => readonly Trained[];
}

/** The results in a journal's file. Reading throws an InputError if a result cannot be that of the plan's run. */
export function openResults(journal: Pick<Journal<unknown>, "file" | "entries">, plan: Plan): ResultSource {
  const bytes = openForReading(journal.file);
  return { ...resultsFrom(bytes, journal, plan), [Symbol.dispose]: () => bytes[Symbol.dispose]() };
}

/** The results in the bytes of a journal. */
export function resultsFrom(
  bytes: ByteSource,
  { file, entries }: Pick<Journal<unknown>, "file" | "entries">,
  plan: Plan,
): ResultSource {
  const decodeEntry = entryDecoder(plan, file);
  return {
    file,
    entries,
    read: (place) => {
      const { offset, length } = entries[place]!;
      const json = new Uint8Array(length);
      bytes.read(json, offset);
      return decodeEntry(entries[place]!, json);
    },
    [Symbol.dispose]: () => {},
  };
}

/** Results that were encoded and are still in memory. */
export function resultsInMemory(entries: readonly ResultEntry[], plan: Plan): ResultSource {
  const decodeEntry = entryDecoder(plan, "memory");
  return {
    file: "memory",
    entries,
    read: (place) => decodeEntry({ ...entries[place]!, line: place + 1 }, entries[place]!.json),
    [Symbol.dispose]: () => {},
  };
}

/** Decodes entries; throws an InputError that names file and line if one cannot have been written for the plan. */
function entryDecoder(plan: Plan, file: string) {
  const readerOf = resultReaders(plan);
  return ({ line, first, count }: Pick<JournalEntry, "line" | "first" | "count">, json: Uint8Array): Trained[] =>
    readLine(file, line, () => {
      const entry = readEntry(parseJson(decode(json), file), "");
      if (entry.first !== first) throw new InputError({ field: "first", rule: `must be ${first}`, value: entry.first });
      if (entry.runs.length !== count) {
        throw new InputError({ field: "runs", rule: `must have ${count} items, but has ${entry.runs.length}` });
      }
      return entry.runs.map((each, i) => readerOf(first + i)(each, i));
    });
}

/** The readers of results by index of the run; trainings that differ only in their seed share one. */
function resultReaders(plan: Plan): (index: number) => (value: unknown, place: number) => Trained {
  let from = 0;
  let to = 0;
  let read: Read<Trained>;
  const readAt = (value: unknown, place: number) => read(value, `runs[${place}]`);
  return (index) => {
    if (index < from || index >= to) {
      const { cell, first } = cellAt(plan, index);
      const curvesEnd = first + plan.experiment.curveReplicates;
      const end = first + plan.cells[cell]!.replicates;
      [from, to] = index < curvesEnd ? [first, Math.min(curvesEnd, end)] : [curvesEnd, end];
      read = resultReader(prepare(configOf(plan, cell, index - first)));
    }
    return readAt;
  };
}

/**
 * The results in a journal by index of the run.
 *
 * Throws an InputError that names the file and the line if an entry cannot have been written for the plan.
 */
export function resultsOf(source: ResultSource): Map<number, Trained> {
  return new Map(
    source.entries.flatMap(({ first }, place) => source.read(place).map((result, i) => [first + i, result] as const)),
  );
}

/** Reads every result of a journal; throws an InputError if one cannot be that of the plan's run. */
export function checkResults(journal: Pick<Journal<unknown>, "file" | "entries">, plan: Plan): void {
  checkEntries(journal, plan);
  using source = openResults(journal, plan);
  for (const place of source.entries.keys()) source.read(place);
}

/** An entry with the results of consecutive runs, the first of which has index `first`, as a line. */
export function entryLine(first: number, results: readonly Trained[]): Uint8Array {
  return lineOf(encodeEntry(first, results).json);
}

/** A value as a line with its checksum. */
export function journalLine(value: unknown): Uint8Array {
  return lineOf(new TextEncoder().encode(JSON.stringify(value)));
}

/** JSON as a line with its checksum. */
export function lineOf(json: Uint8Array): Uint8Array {
  const parts = partsOfLine(json);
  const line = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    line.set(part, offset);
    offset += part.length;
  }
  return line;
}

/** The parts of such a line: its JSON, which may be large, is not copied. */
export function partsOfLine(json: Uint8Array): readonly Uint8Array[] {
  return [new TextEncoder().encode(`${checksumOf(json)} `), json, new Uint8Array([NEWLINE])];
}

/** Where the JSON begins in a line. */
export const JSON_START = CHECKSUM_LENGTH + 1;

/** The JSON of the lines up to the first that is cut off or does not match its checksum; valid until the next is read. */
function* linesOf(bytes: ByteSource, file: string) {
  let buffer = new Uint8Array(Math.min(FIRST_BUFFER_BYTES, Math.max(bytes.size, 1)));
  /** Offset of the buffer in the file, number of bytes in it, and start of the next line in it. */
  let offset = 0;
  let filled = bytes.read(buffer, 0);
  let start = 0;
  for (let line = 1;; line++) {
    let end = buffer.subarray(0, filled).indexOf(NEWLINE, start);
    while (end < 0) {
      const rest = filled - start;
      if (rest > MAX_LINE_BYTES) throw new InputError({ file, line, rule: "is too long to be read" });
      const larger = rest > buffer.length / 2 ? new Uint8Array(2 * buffer.length) : buffer;
      larger.set(buffer.subarray(start, filled));
      buffer = larger;
      offset += start;
      start = 0;
      const count = bytes.read(buffer.subarray(rest), offset + rest);
      filled = rest + count;
      if (count === 0) return;
      end = buffer.subarray(0, filled).indexOf(NEWLINE, rest);
    }
    const json = buffer.subarray(start + JSON_START, Math.max(end, start + JSON_START));
    if (decode(buffer.subarray(start, start + JSON_START)) !== `${checksumOf(json)} `) return;
    yield { line, offset: offset + start + JSON_START, json };
    start = end + 1;
  }
}

const FIRST_BUFFER_BYTES = 1 << 20;

const decoder = new TextDecoder();

function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function checksumOf(json: Uint8Array): string {
  return sha256HexOf(json).slice(0, CHECKSUM_LENGTH);
}
