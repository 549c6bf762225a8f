/** The results in the entries of a journal, each entry read when its runs are needed. */
import { InputError } from "../../../core/input/input_error.ts";
import { parseJson } from "../../../core/input/json.ts";
import type { Read } from "../../../core/input/readers.ts";
import { prepare } from "../../../core/train_network.ts";
import type { Trained } from "../../../core/training.ts";
import { cellAt, configOf, type Plan } from "../../plan.ts";
import { openForReading } from "../../store/plain_files.ts";
import { encodeEntry, type ResultEntry, resultReader } from "../stored_result.ts";
import { checkEntries, type Journal, type JournalEntry, readEntry, readLine } from "./journal_format.ts";
import { type ByteSource, decode, lineOf } from "./journal_lines.ts";

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
