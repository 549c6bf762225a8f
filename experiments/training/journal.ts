/** The journal of an experiment that is still training: an append-only file beside its CSV, from which a run resumes. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import type { Trained } from "../../core/training.ts";
import { chunksOf } from "../chunks.ts";
import { hasFile, removeFile } from "../store/files.ts";
import { type AppendFile, makeFolder, openForAppending, readPlainFile } from "../store/plain_files.ts";
import {
  entryLine,
  type Journal,
  type JournalHeader,
  journalLine,
  parseJournal,
  readJournalHeader,
} from "./journal_format.ts";
import type { Trainer, TrainerOptions } from "./trainer.ts";
import { TrainingFailed } from "./training_failed.ts";

/** Name of the journal within the experiment's folder. */
export const JOURNAL_FILE = ".journal";

/** The size limit of a journal: the longest array of bytes that every system can read at once. */
export const MAX_JOURNAL_BYTES = 2_147_483_647;

/** The part of a journal that a run continues. */
export interface ReusableJournal {
  /** Results by index of the run. */
  readonly results: ReadonlyMap<number, Trained>;
  /** Length of the valid part in bytes. */
  readonly validLength: number;
}

/**
 * Reads the journal of a folder, without its results; undefined if there is none, or if its first line is damaged.
 *
 * Throws an InputError if it is no journal.
 */
export function readJournal(folder: string): Journal | undefined {
  if (!hasFile(folder, JOURNAL_FILE)) return undefined;
  const file = `${folder}/${JOURNAL_FILE}`;
  return parseJournal(readPlainFile(file, MAX_JOURNAL_BYTES), file, readJournalHeader);
}

/** Removes the journal of a folder, if there is one. */
export function removeJournal(folder: string): void {
  removeFile(`${folder}/${JOURNAL_FILE}`);
}

/** A trainer that skips the runs of `journal` and appends the results of all others to the file. */
export function withJournal(
  trainer: Trainer,
  folder: string,
  header: JournalHeader,
  journal: ReusableJournal | undefined,
): Trainer {
  return async (configs, options) => {
    const results = configs.map((_, i) => journal?.results.get(i));
    const missing = [...configs.keys()].filter((i) => results[i] === undefined);
    let file: AppendFile | undefined;
    using _closing = { [Symbol.dispose]: () => file?.[Symbol.dispose]() };
    const onProgress = (progress: number) => {
      options.onProgress?.((configs.length - missing.length + progress * missing.length) / configs.length);
    };
    onProgress(0);
    await trainIndexed(trainer, missing, (i) => configs[i]!, { ...options, onProgress }, (first, range) => {
      range.forEach((result, i) => results[first + i] = result);
      file ??= openJournal(folder, header, journal);
      file.append(entryLine(first, range));
      options.onResults?.(first, range);
    });
    return results as Trained[];
  };
}

/**
 * Trains the configs that belong to `indices`, which are in ascending order.
 *
 * Calls back with the results of consecutive indices as soon as they are known.
 */
export async function trainIndexed(
  trainer: Trainer,
  indices: readonly number[],
  configOf: (index: number) => ResolvedConfig,
  options: Omit<TrainerOptions, "onResults">,
  onResults: (first: number, results: readonly Trained[]) => void,
): Promise<void> {
  const training = trainer(indices.map(configOf), {
    ...options,
    onResults: (first, results) => {
      const received = results.map((result, i) => ({ index: indices[first + i]!, result }));
      for (const range of chunksOf(received, (previous, next) => next.index === previous.index + 1)) {
        onResults(range[0]!.index, range.map(({ result }) => result));
      }
    },
  });
  await training.catch((error) => {
    if (!(error instanceof TrainingFailed)) throw error;
    throw new TrainingFailed(indices[error.first]!, indices[error.last]!, error.message);
  });
}

/** Opens a journal for appending behind its valid part, or creates one that begins with the header. */
function openJournal(folder: string, header: JournalHeader, journal: ReusableJournal | undefined): AppendFile {
  makeFolder(folder);
  const file = openForAppending(`${folder}/${JOURNAL_FILE}`, journal?.validLength ?? 0);
  if (!journal) file.append(journalLine(header));
  return file;
}
