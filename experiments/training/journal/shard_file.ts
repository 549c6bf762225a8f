/**
 * The files of shards: journals with a header that also names the code and the shard.
 *
 * Each attempt at a shard appends to a file of its own, so attempts need no lock, and may run at the same time.
 */
import { fields, list, type Read, satisfying, wholeNumber } from "../../../core/input/readers.ts";
import type { Plan } from "../../plan.ts";
import { MAX_SHARDS } from "../../setting_readers.ts";
import { type Difference, differences } from "../../store/differences.ts";
import { namesIn } from "../../store/files.ts";
import { type AppendFile, openForAppending, readFirstLine } from "../../store/plain_files.ts";
import { provenanceDifferences } from "../../store/provenance.ts";
import {
  HEADER_FIELDS,
  type Journal,
  type JournalHeader,
  journalHeaderOf,
  parseJournal,
  parseJournalFile,
  runsIn,
} from "./journal_format.ts";
import { bytesInMemory, journalLine } from "./journal_lines.ts";
import { checkResults } from "./journal_results.ts";
import { countIn, type Range, subtract, unionOf } from "../ranges.ts";
import { rangesOf, type Shard } from "../shards.ts";

/** The header of a shard's file. */
export interface ShardHeader extends JournalHeader {
  /** The digest of the code that trained the runs (see `code_digest.ts`). */
  readonly code: string;
  readonly shard: Shard;
  /** The ids of all experiments that the same command trains, each into files of its own. */
  readonly experiments: readonly string[];
}

const text = satisfying("a text", (value): value is string => typeof value === "string");

/** A shard: a number up to their count, which is bounded because merging may ask of each what it lacks. */
function readShard(value: unknown, path: string): Shard {
  const shard = fields({ number: wholeNumber(1), count: wholeNumber(1, MAX_SHARDS) })(value, path);
  wholeNumber(1, shard.count)(shard.number, `${path}.number`);
  return shard;
}

const readShardHeader: Read<ShardHeader> = fields({
  ...HEADER_FIELDS,
  code: text,
  shard: readShard,
  experiments: list(text),
}, "the shard's header");

/** The header of the file of a shard; `details` are the fields that a journal's header lacks. */
export function shardHeaderOf(plan: Plan, details: Omit<ShardHeader, keyof JournalHeader>): ShardHeader {
  return { ...journalHeaderOf(plan), ...details };
}

/** The differences between what the runs of two files depend on: settings and code. */
export function shardDifferences(before: ShardHeader, after: ShardHeader): Difference[] {
  const settings = provenanceDifferences(before, after);
  if (settings.length > 0) return settings;
  const rest = ({ curves, code }: ShardHeader) => ({ curves, code });
  return differences(rest(before), rest(after));
}

const FILE_ENDING = ".journal";

function filePrefix({ number, count }: Shard): string {
  return `shard-${number}-of-${count}.`;
}

/** The paths of the files of all shards in a folder, in the same order everywhere; none if the folder does not exist. */
export function shardFilesIn(folder: string): string[] {
  const names = namesIn(folder).filter((name) => name.startsWith("shard-") && name.endsWith(FILE_ENDING));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** Reads the file of a shard; undefined if its first line is damaged. Throws an InputError if it is no such file. */
export function readShardFile(file: string): Journal<ShardHeader> | undefined {
  return parseJournalFile(file, readShardHeader);
}

/** The header of the file of a shard; undefined if it is damaged. Throws an InputError if it is no such file. */
function readHeaderOnly(file: string): ShardHeader | undefined {
  return parseJournal(bytesInMemory(readFirstLine(file)), file, readShardHeader)?.header;
}

/** Creates the file of a new attempt at a shard; `attempt` distinguishes it from all others. */
export function createShardFile(folder: string, header: ShardHeader, attempt: string): AppendFile {
  const file = openForAppending(`${folder}/${filePrefix(header.shard)}${attempt}${FILE_ENDING}`, 0);
  file.append(journalLine(header));
  return file;
}

/** What earlier attempts at a shard have left in a folder. */
export interface ShardProgress {
  /** The runs that no attempt has finished. */
  readonly missing: readonly Range[];
  /** The number of runs of the shard. */
  readonly total: number;
  /** Whether there is a readable file of the shard. */
  readonly hasFile: boolean;
  /** The first file that was made with other settings or code, and how these differ. */
  readonly foreign?: { readonly file: string; readonly changes: readonly Difference[] };
}

/** Finds what is left to train of a shard: reads the files of this shard whole, and the header of one other. */
export function shardProgress(folder: string, plan: Plan, header: ShardHeader): ShardProgress {
  const ranges = rangesOf(plan, header.shard);
  const total = countIn(ranges);
  const files = shardFilesIn(folder);
  const own = files.filter((file) => file.startsWith(`${folder}/${filePrefix(header.shard)}`));
  const others = files.filter((file) => !own.includes(file)).slice(0, 1);
  const finished: Range[] = [];
  let hasFile = false;
  for (const file of [...others, ...own]) {
    const isOwn = own.includes(file);
    const found = isOwn ? readShardFile(file) : undefined;
    const foundHeader = isOwn ? found?.header : readHeaderOnly(file);
    const changes = foundHeader ? shardDifferences(foundHeader, header) : [];
    if (changes.length > 0) return { missing: ranges, total, hasFile, foreign: { file, changes } };
    if (!found) continue;
    hasFile = true;
    checkResults(found, plan);
    finished.push(...runsIn(found));
  }
  return { missing: subtract(ranges, unionOf(finished)), total, hasFile };
}
