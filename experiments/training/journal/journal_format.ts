/**
 * What a journal says: a header with what its runs depend on, then entries with results of consecutive runs.
 *
 * Every value is read like input. A journal is never held as a whole: a first pass finds its entries, and each is read
 * when it is needed (`journal_results.ts`).
 */
import { InputError, mapInputErrors } from "../../../core/input/input_error.ts";
import { parseJson } from "../../../core/input/json.ts";
import { fields, list, type Read, wholeNumber } from "../../../core/input/readers.ts";
import type { Plan } from "../../plan.ts";
import { PROVENANCE_FIELDS } from "../../store/manifest.ts";
import { openForReading } from "../../store/plain_files.ts";
import { type Provenance, provenanceOf } from "../../store/provenance.ts";
import { type Range, rangesOfEntries } from "../ranges.ts";
import { type ByteSource, decode, linesOf } from "./journal_lines.ts";

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

/** The header of the journal of a plan. */
export function journalHeaderOf(plan: Plan): JournalHeader {
  return { ...provenanceOf(plan), curves: plan.experiment.curveReplicates };
}

/** The readers of a header's fields. */
export const HEADER_FIELDS = { ...PROVENANCE_FIELDS, curves: wholeNumber(0) };

/** Reads the header of a journal. */
export const readJournalHeader: Read<JournalHeader> = fields(HEADER_FIELDS, "the journal's header");

/**
 * Finds the entries before the first line that is cut off or does not match its checksum; undefined without a header.
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
export function readLine<V>(file: string, line: number, read: () => V): V {
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

/** Reads the JSON of an entry: its results, still unread, and which runs they are of. */
export const readEntry = fields({ first: wholeNumber(0), count: wholeNumber(1), runs: list((value) => value, 1) });

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
