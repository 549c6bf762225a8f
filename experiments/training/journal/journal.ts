/** The journal of an experiment that is still training: an append-only file beside its CSV, from which a run resumes. */
import { hasFile, removeFile } from "../../store/files.ts";
import { makeFolder, openForAppending } from "../../store/plain_files.ts";
import {
  type Journal,
  type JournalEntry,
  type JournalHeader,
  parseJournalFile,
  readJournalHeader,
  runsIn,
} from "./journal_format.ts";
import { journalLine, JSON_START, partsOfLine } from "./journal_lines.ts";
import { openResults, type ResultSource } from "./journal_results.ts";
import type { Plan } from "../../plan.ts";
import type { Range } from "../ranges.ts";
import type { ResultEntry } from "../stored_result.ts";

/** Name of the journal within the experiment's folder. */
export const JOURNAL_FILE = ".journal";

/** Reads the journal of a folder; undefined if there is none, or if its first line is damaged. */
export function readJournal(folder: string): Journal | undefined {
  return hasFile(folder, JOURNAL_FILE) ? parseJournalFile(`${folder}/${JOURNAL_FILE}`, readJournalHeader) : undefined;
}

/** Removes the journal of a folder, if there is one. */
export function removeJournal(folder: string): void {
  removeFile(`${folder}/${JOURNAL_FILE}`);
}

/** Results on disk that more are appended to. */
export interface ResultLog extends Disposable {
  /** The runs that it has results of. */
  readonly runs: () => Range[];
  readonly append: (entry: ResultEntry) => void;
  /** Its results; nothing may be appended while they are read. */
  readonly results: (plan: Plan) => ResultSource[];
}

/** Continues the journal of a folder, or creates one that begins with the header once there is something to append. */
export function continueJournal(folder: string, header: JournalHeader, journal: Journal | undefined): ResultLog {
  const path = `${folder}/${JOURNAL_FILE}`;
  return appendingTo(path, header, journal, () => makeFolder(folder));
}

/** Appends entries to a file; `journal` is what it holds already. The file is opened when it is first appended to. */
function appendingTo(
  path: string,
  header: unknown,
  journal: Pick<Journal<unknown>, "entries" | "validLength"> | undefined,
  prepareFolder: () => void,
): ResultLog {
  const entries: JournalEntry[] = [...journal?.entries ?? []];
  let length = journal?.validLength ?? 0;
  let file: ReturnType<typeof openForAppending> | undefined;
  const open = () => {
    prepareFolder();
    const opened = openForAppending(path, length);
    if (!journal) {
      const line = journalLine(header);
      opened.append(line);
      length += line.length;
    }
    return opened;
  };
  return {
    runs: () => runsIn({ entries }),
    append: ({ first, count, json }) => {
      file ??= open();
      partsOfLine(json).forEach(file.append);
      entries.push({ line: entries.length + 2, first, count, offset: length + JSON_START, length: json.length });
      length += JSON_START + json.length + 1;
    },
    results: (plan) => entries.length > 0 ? [openResults({ file: path, entries }, plan)] : [],
    [Symbol.dispose]: () => file?.[Symbol.dispose](),
  };
}
