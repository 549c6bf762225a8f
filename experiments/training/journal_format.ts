/**
 * The format of a journal.
 *
 * A line is a checksum, a space, and a value as JSON: first a header, which says what the runs depend on, then entries
 * with results of consecutive runs. The checksums tell where a crash has cut the file off; they prove nothing else, so
 * every value is read like input.
 */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { parseJson } from "../../core/input/json.ts";
import { fields, list, type Read, wholeNumber } from "../../core/input/readers.ts";
import { prepare } from "../../core/train_network.ts";
import type { Trained } from "../../core/training.ts";
import { type Outline, runAt } from "../plan.ts";
import { sha256Hex } from "../store/files.ts";
import { PROVENANCE_FIELDS } from "../store/manifest.ts";
import { type Provenance, provenanceOf } from "../store/provenance.ts";
import { encodeResult, resultReader } from "./stored_result.ts";

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
  readonly entries: readonly JournalLine[];
  /** Length of the valid part in bytes. */
  readonly validLength: number;
}

/** A line whose checksum matches. */
interface JournalLine {
  /** From 1. */
  readonly line: number;
  /** Parses its JSON, which may be large: a journal is never held as a whole. */
  readonly parse: () => unknown;
}

/** The header of the journal of a plan. */
export function journalHeaderOf(outline: Outline): JournalHeader {
  return { ...provenanceOf(outline), curves: outline.experiment.curveReplicates };
}

/** The readers of a header's fields. */
export const HEADER_FIELDS = { ...PROVENANCE_FIELDS, curves: wholeNumber(0) };

/** Reads the header of a journal. */
export const readJournalHeader: Read<JournalHeader> = fields(HEADER_FIELDS, "the journal's header");

/**
 * Reads a journal up to the first line that is cut off or does not match its checksum; undefined if that is the first.
 *
 * Throws an InputError that names the file and the line if the first line is no header.
 */
export function parseJournal<H>(bytes: Uint8Array, file: string, readHeader: Read<H>): Journal<H> | undefined {
  const { lines: [first, ...entries], validLength } = readLines(bytes, file);
  if (!first) return undefined;
  const header = mapInputErrors((error) => error.within({ file, line: 1 }), () => readHeader(first.parse(), ""));
  return { file, header, entries, validLength };
}

/** Reads an entry of a journal, whose runs are `count` in all, without its results. */
const entryFields = (count: number) => fields({ first: wholeNumber(0, count - 1), runs: list((value) => value, 1) });

/**
 * The results in a journal by index of the run.
 *
 * Throws an InputError that names the file and the line if an entry cannot have been written for the outline.
 */
export function resultsIn(journal: Pick<Journal, "file" | "entries">, outline: Outline): Map<number, Trained> {
  const results = new Map<number, Trained>();
  forEachResult(journal, outline, (index, result) => results.set(index, result));
  return results;
}

/** Calls back with each result in a journal and the index of its run; throws the same errors as `resultsIn`. */
export function forEachResult(
  { file, entries }: Pick<Journal, "file" | "entries">,
  outline: Outline,
  visit: (index: number, result: Trained) => void,
): void {
  const { runCount } = outline;
  const visited = new Set<number>();
  const readEntry = entryFields(runCount);
  for (const { line, parse } of entries) {
    mapInputErrors((error) => error.within({ file, line }), () => {
      const entry = readEntry(parse(), "");
      entry.runs.forEach((each, i) => {
        const field = `runs[${i}]`;
        const index = entry.first + i;
        if (index >= runCount) throw new InputError({ field, rule: `is one too many: the plan has ${runCount} runs` });
        if (visited.has(index)) throw new InputError({ field, rule: `repeats run ${index} of an earlier line` });
        visited.add(index);
        visit(index, resultReader(prepare(runAt(outline, index).config))(each, field));
      });
    });
  }
}

/** An entry with the results of consecutive runs, the first of which has index `first`, as a line. */
export function entryLine(first: number, results: readonly Trained[]): Uint8Array {
  return journalLine({ first, runs: results.map(encodeResult) });
}

/** A value as a line with its checksum. */
export function journalLine(value: unknown): Uint8Array {
  const json = JSON.stringify(value);
  return new TextEncoder().encode(`${checksumOf(json)} ${json}\n`);
}

/** The lines up to the first that is cut off or does not match its checksum, and their length in bytes. */
function readLines(bytes: Uint8Array, file: string): { readonly lines: JournalLine[]; readonly validLength: number } {
  const lines: JournalLine[] = [];
  let validLength = 0;
  while (true) {
    const end = bytes.indexOf(NEWLINE, validLength);
    if (end < 0) break;
    const line = lines.length + 1;
    if (end - validLength > MAX_LINE_BYTES) throw new InputError({ file, line, rule: "is too long to be read" });
    const jsonStart = validLength + CHECKSUM_LENGTH + 1;
    const decode = () => new TextDecoder().decode(bytes.subarray(jsonStart, end));
    const seal = new TextDecoder().decode(bytes.subarray(validLength, jsonStart));
    if (seal !== `${checksumOf(decode())} `) break;
    const parse = () => mapInputErrors((error) => error.within({ line }), () => parseJson(decode(), file));
    lines.push({ line, parse });
    validLength = end + 1;
  }
  return { lines, validLength };
}

function checksumOf(json: string): string {
  return sha256Hex(json).slice(0, CHECKSUM_LENGTH);
}
