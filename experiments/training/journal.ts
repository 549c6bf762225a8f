/**
 * The journal of an experiment that is still training: an append-only file beside its CSV, from which a run resumes.
 *
 * The first line is a header, which says what the runs depend on; each further line holds results of consecutive runs.
 * The checksums of the lines tell where a crash has cut the file off.
 */
import type { Trained } from "../../core/training.ts";
import { diskErrorAt, onDisk } from "../store/disk.ts";
import { removeFile } from "../store/files.ts";
import { checksummedLine, decodeResult, encodeResult, type JournalEntry, readLines } from "./journal_line.ts";
import type { Trainer } from "./trainer.ts";
import { TrainingFailed } from "./training_failed.ts";

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
  const { values: [header, ...entries], validLength } = readLines(readIfPresent(`${folder}/${JOURNAL_FILE}`));
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
    using writer = journalWriter(folder, header, journal);
    const onProgress = (progress: number) => {
      options.onProgress?.((configs.length - missing.length + progress * missing.length) / configs.length);
    };
    onProgress(0);
    const training = trainer(missing.map((i) => configs[i]!), {
      ...options,
      onProgress,
      onResults: (first, newResults) => {
        for (const range of consecutiveRanges(missing.slice(first, first + newResults.length), newResults)) {
          range.results.forEach((result, i) => results[range.first + i] = result);
          writer.append({ first: range.first, runs: range.results.map(encodeResult) });
          options.onResults?.(range.first, range.results);
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

/** Groups results by ranges of consecutive indices. */
function consecutiveRanges(indices: readonly number[], results: readonly Trained[]) {
  const ranges: { readonly first: number; readonly results: Trained[] }[] = [];
  indices.forEach((index, i) => {
    if (i > 0 && index === indices[i - 1]! + 1) ranges.at(-1)!.results.push(results[i]!);
    else ranges.push({ first: index, results: [results[i]!] });
  });
  return ranges;
}

/** Appends to a journal; the file is opened, or created, with the first entry. */
function journalWriter(folder: string, header: unknown, journal: JournalContents | undefined) {
  const path = `${folder}/${JOURNAL_FILE}`;
  let file: Deno.FsFile | undefined;

  function open(): void {
    Deno.mkdirSync(folder, { recursive: true });
    file = onDisk(path, () => Deno.openSync(path, { write: true, create: true }));
    file.truncateSync(journal?.validLength ?? 0);
    file.seekSync(0, Deno.SeekMode.End);
    if (!journal) write(header);
  }

  function write(value: unknown): void {
    let bytes = new TextEncoder().encode(checksummedLine(value));
    onDisk(path, () => {
      while (bytes.length > 0) bytes = bytes.subarray(file!.writeSync(bytes));
    });
  }

  return {
    append(entry: JournalEntry): void {
      if (!file) open();
      write(entry);
    },
    [Symbol.dispose]: () => file?.close(),
  };
}

function readIfPresent(path: string): Uint8Array {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Uint8Array();
    throw diskErrorAt(path, error);
  }
}
