/**
 * The journal of an experiment that is still training: an append-only file beside its CSV, from which a run resumes.
 *
 * A line is a checksum, a space, and a value as JSON: first a header, which says what the runs depend on, then entries
 * with results of consecutive runs. The checksums tell where a crash has cut the file off.
 */
import type { Trained } from "../../core/training.ts";
import { ifPresent, onDisk } from "../store/disk.ts";
import { chunksOf } from "../chunks.ts";
import { removeFile, sha256Hex } from "../store/files.ts";
import { type Trainer, TrainingFailed } from "./trainer.ts";

/** Name of the journal within the experiment's folder. */
export const JOURNAL_FILE = ".journal";

const NEWLINE = 10;
const CHECKSUM_LENGTH = 16;

/** The valid part of a journal. */
export interface JournalContents {
  /** What the runs depend on. */
  readonly header: unknown;
  /** Results by index of the run. */
  readonly results: ReadonlyMap<number, Trained>;
  /** Length of the valid part in bytes. */
  readonly validLength: number;
}

/** The results of consecutive runs. */
interface JournalEntry {
  /** Index of the first run. */
  readonly first: number;
  readonly runs: readonly EncodedResult[];
}

/** A training's result in a form that JSON preserves to the last bit. */
type EncodedResult = ReturnType<typeof encodeResult>;

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
  const json = JSON.stringify(value);
  let bytes = new TextEncoder().encode(`${checksumOf(json)} ${json}\n`);
  onDisk(`${folder}/${JOURNAL_FILE}`, () => {
    while (bytes.length > 0) bytes = bytes.subarray(file.writeSync(bytes));
  });
}

/** The values of all lines up to the first that is cut off or does not match its checksum, and their length in bytes. */
function readLines(bytes: Uint8Array): { readonly values: readonly unknown[]; readonly validLength: number } {
  const values: unknown[] = [];
  let validLength = 0;
  while (true) {
    const end = bytes.indexOf(NEWLINE, validLength);
    if (end < 0) break;
    const line = new TextDecoder().decode(bytes.subarray(validLength, end));
    const json = line.slice(CHECKSUM_LENGTH + 1);
    if (!line.startsWith(`${checksumOf(json)} `)) break;
    values.push(JSON.parse(json));
    validLength = end + 1;
  }
  return { values, validLength };
}

function checksumOf(json: string): string {
  return sha256Hex(json).slice(0, CHECKSUM_LENGTH);
}

/** Encodes a result; −0, NaN and infinities become strings. */
function encodeResult({ solvedEpoch, snapshots, ...rest }: Trained) {
  const encode = (value: number) => Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value);
  return {
    ...rest,
    solvedEpoch: solvedEpoch ?? null,
    snapshots: snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(encode) })),
  };
}

/** Decodes what `encodeResult` returned. */
function decodeResult({ solvedEpoch, snapshots, ...rest }: EncodedResult): Trained {
  return {
    ...rest,
    solvedEpoch: solvedEpoch ?? undefined,
    snapshots: snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(Number) })),
  };
}
