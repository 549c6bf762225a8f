/**
 * The journal of an experiment that is still training: an append-only file beside its CSV, from which a run resumes.
 *
 * The first line is a header, which says what the runs depend on; each further line holds results of consecutive runs.
 * The checksums of the lines tell where a crash has cut the file off.
 */
import type { Trained } from "../../core/training.ts";
import { ifPresent, onDisk } from "../store/disk.ts";
import { chunksOf } from "../chunks.ts";
import { removeFile } from "../store/files.ts";
import { checksummedLine, decodeResult, encodeResult, type JournalEntry, readLines } from "./journal_line.ts";
import { type Trainer, TrainingFailed } from "./trainer.ts";

/** Name of the journal within the experiment's folder. */
export const JOURNAL_FILE = ".journal";

/** The valid part of a journal. */
export interface JournalContents {
  /** What the runs depend on. */
  readonly header: unknown;
  /** Results by index of the run. */
  readonly results: ReadonlyMap<number, Trained>;
  /** Length of the valid part in bytes. */
  readonly validLength: number;
}

/** Reads the journal of a folder; undefined if there is none, or none with a valid header. */
export function readJournal(folder: string): JournalContents | undefined {
  const path = `${folder}/${JOURNAL_FILE}`;
  const bytes = onDisk(path, () => ifPresent(() => Deno.readFileSync(path))) ?? new Uint8Array();
  const { values: [header, ...entries], validLength } = readLines(bytes);
  if (validLength === 0) return undefined;
  const results = (entries as JournalEntry[]).flatMap(({ first, runs }) =>
    runs.map((run, i) => [first + i, decodeResult(run)] as const)
  );
  return { header, results: new Map(results), validLength };
}

/** Removes the journal of a folder, if there is one. */
export function removeJournal(folder: string): void {
  removeFile(`${folder}/${JOURNAL_FILE}`);
}

/** A trainer that skips the runs of `journal` and appends the results of all others to the file. */
export function withJournal(
  trainer: Trainer,
  folder: string,
  header: unknown,
  journal: JournalContents | undefined,
): Trainer {
  return async (configs, options) => {
    const results = configs.map((_, i) => journal?.results.get(i));
    const missing = [...configs.keys()].filter((i) => results[i] === undefined);
    let file: Deno.FsFile | undefined;
    using _closing = { [Symbol.dispose]: () => file?.close() };
    const onProgress = (progress: number) => {
      options.onProgress?.((configs.length - missing.length + progress * missing.length) / configs.length);
    };
    onProgress(0);
    const training = trainer(missing.map((i) => configs[i]!), {
      ...options,
      onProgress,
      onResults: (first, newResults) => {
        const received = newResults.map((result, i) => ({ index: missing[first + i]!, result }));
        for (const range of chunksOf(received, (previous, next) => next.index === previous.index + 1)) {
          for (const { index, result } of range) results[index] = result;
          const entry: JournalEntry = { first: range[0]!.index, runs: range.map(({ result }) => encodeResult(result)) };
          file ??= openJournal(folder, header, journal);
          appendLine(file, folder, entry);
          options.onResults?.(entry.first, range.map(({ result }) => result));
        }
      },
    });
    await training.catch((error) => {
      if (!(error instanceof TrainingFailed)) throw error;
      throw new TrainingFailed(missing[error.first]!, missing[error.last]!, error.message);
    });
    return results as Trained[];
  };
}

/** Opens a journal for appending behind its valid part, or creates one that begins with the header. */
function openJournal(folder: string, header: unknown, journal: JournalContents | undefined): Deno.FsFile {
  Deno.mkdirSync(folder, { recursive: true });
  const path = `${folder}/${JOURNAL_FILE}`;
  const file = onDisk(path, () => Deno.openSync(path, { write: true, create: true }));
  file.truncateSync(journal?.validLength ?? 0);
  file.seekSync(0, Deno.SeekMode.End);
  if (!journal) appendLine(file, folder, header);
  return file;
}

function appendLine(file: Deno.FsFile, folder: string, value: unknown): void {
  let bytes = new TextEncoder().encode(checksummedLine(value));
  onDisk(`${folder}/${JOURNAL_FILE}`, () => {
    while (bytes.length > 0) bytes = bytes.subarray(file.writeSync(bytes));
  });
}
