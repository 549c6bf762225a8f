/**
 * What is kept of an experiment that is still training: an append-only file beside its CSV.
 *
 * The first line says what the runs depend on, each further one holds consecutive answers. Every line begins with a
 * digest of the rest, so that a line which a crash cut off, and all after it, are not taken for answers.
 */
import type { Trained } from "../../core/training.ts";
import { onDisk, refusalAt } from "../store/disk.ts";
import { digestOf } from "../store/manifest.ts";
import { TrainingFailed } from "./pool.ts";
import { removeFile } from "../store/files.ts";
import type { Trainer } from "./trainer.ts";

/** The file's name within the experiment's folder. */
export const JOURNAL = ".journal";

/** What a journal says: what its runs depend on, and the answers by number of the run. */
export interface Kept {
  readonly header: unknown;
  readonly trained: ReadonlyMap<number, Trained>;
  /** How many bytes of the file are sound. */
  readonly length: number;
}

/** Reads the journal of a folder; undefined where there is none that says what it is. */
export function readJournal(folder: string): Kept | undefined {
  const path = `${folder}/${JOURNAL}`, bytes = bytesOf(path);
  let length = 0;
  const lines: unknown[] = [];
  while (true) {
    const end = bytes.indexOf(NEWLINE, length);
    const read = end < 0 ? undefined : unsealed(new TextDecoder().decode(bytes.subarray(length, end)));
    if (read === undefined) break;
    lines.push(read);
    length = end + 1;
  }
  if (lines.length === 0) return undefined;
  const entries = (lines.slice(1) as Entry[]).flatMap(({ first, runs }) =>
    runs.map((run, i) => [first + i, decode(run)] as const)
  );
  return { header: lines[0], trained: new Map(entries), length };
}

/** Removes the journal of a folder, if it has one. */
export function removeJournal(folder: string): void {
  removeFile(`${folder}/${JOURNAL}`);
}

/** A trainer that skips what was kept and keeps what it trains. */
export function keeping(trainer: Trainer, folder: string, header: unknown, kept: Kept | undefined): Trainer {
  return async (configs, options) => {
    const trained = [...configs.keys()].map((i) => kept?.trained.get(i));
    const missing = [...configs.keys()].filter((i) => trained[i] === undefined);
    using file = journalFile(folder, header, kept);
    const share = (part: number) => (configs.length - missing.length + part * missing.length) / configs.length;
    options.onProgress?.(share(0));
    const training = trainer(missing.map((i) => configs[i]!), {
      ...options,
      onProgress: (part) => options.onProgress?.(share(part)),
      onTrained: (first, answers) => {
        for (const [from, some] of consecutive(missing.slice(first, first + answers.length), answers)) {
          some.forEach((one, i) => trained[from + i] = one);
          file.append({ first: from, runs: some.map(encode) });
          options.onTrained?.(from, some);
        }
      },
    });
    await training.catch((error) => {
      if (!(error instanceof TrainingFailed)) throw error;
      throw new TrainingFailed(missing[error.first]!, missing[error.last]!, error.message);
    });
    return trained as Trained[];
  };
}

interface Entry {
  readonly first: number;
  readonly runs: readonly Encoded[];
}

/** Answers in stretches whose numbers follow each other. */
function consecutive(numbers: readonly number[], answers: readonly Trained[]): [number, Trained[]][] {
  const stretches: [number, Trained[]][] = [];
  numbers.forEach((number, i) => {
    if (i > 0 && number === numbers[i - 1]! + 1) stretches.at(-1)![1].push(answers[i]!);
    else stretches.push([number, [answers[i]!]]);
  });
  return stretches;
}

/** The file to append to, made with the first line that it gets. */
function journalFile(folder: string, header: unknown, kept: Kept | undefined) {
  const path = `${folder}/${JOURNAL}`;
  let file: Deno.FsFile | undefined;
  const write = (value: unknown) => {
    let bytes = new TextEncoder().encode(sealed(value));
    onDisk(path, () => {
      while (bytes.length > 0) bytes = bytes.subarray(file!.writeSync(bytes));
    });
  };
  const open = () => {
    Deno.mkdirSync(folder, { recursive: true });
    file = onDisk(path, () => Deno.openSync(path, { write: true, create: true }));
    file.truncateSync(kept?.length ?? 0);
    file.seekSync(0, Deno.SeekMode.End);
    if (!kept) write(header);
  };
  return {
    append: (entry: Entry) => {
      if (!file) open();
      write(entry);
    },
    [Symbol.dispose]: () => file?.close(),
  };
}

const NEWLINE = 10, SEAL = 16;

function sealed(value: unknown): string {
  const text = JSON.stringify(value);
  return `${digestOf(text).slice(0, SEAL)} ${text}\n`;
}

function unsealed(line: string): unknown {
  const text = line.slice(SEAL + 1);
  return line.startsWith(`${digestOf(text).slice(0, SEAL)} `) ? JSON.parse(text) : undefined;
}

function bytesOf(path: string): Uint8Array {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Uint8Array();
    throw refusalAt(path, error);
  }
}

/** An answer as JSON can hold it, to the last bit. */
type Encoded = Omit<Trained, "solvedEpoch" | "snapshots"> & {
  readonly solvedEpoch: number | null;
  readonly snapshots: readonly { readonly step: number; readonly parameters: readonly (number | string)[] }[];
};

function encode({ solvedEpoch, snapshots, ...rest }: Trained): Encoded {
  const number = (value: number) => Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value);
  const written = snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(number) }));
  return { ...rest, solvedEpoch: solvedEpoch ?? null, snapshots: written };
}

function decode({ solvedEpoch, snapshots, ...rest }: Encoded): Trained {
  const read = snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(Number) }));
  return { ...rest, solvedEpoch: solvedEpoch ?? undefined, snapshots: read };
}
