/** The results of all runs in the plan's order, read from any number of files, of which only a part is in memory. */
import type { Trained } from "../../core/training.ts";
import type { ResultSource } from "./journal/journal_results.ts";
import { encodeResult } from "./stored_result.ts";

/** An entry of a source. */
interface Entry {
  readonly source: ResultSource;
  /** Its place in the source. */
  readonly place: number;
  readonly first: number;
  /** Index after its last run. */
  readonly end: number;
}

function entriesOf(sources: readonly ResultSource[]): Entry[] {
  return sources.flatMap((source) =>
    source.entries.map(({ first, count }, place): Entry => ({ source, place, first, end: first + count }))
  ).sort((a, b) => a.first - b.first);
}

/** The results of `runCount` runs, in order. Throws a RangeError if a run has none. */
export function* resultsInOrder(sources: readonly ResultSource[], runCount: number): Generator<Trained> {
  const entries = entriesOf(sources);
  let next = 0;
  for (let index = 0; index < runCount;) {
    // of the entries that begin by now the one that reaches furthest
    let best: Entry | undefined;
    for (; next < entries.length && entries[next]!.first <= index; next++) {
      if (entries[next]!.end > (best?.end ?? index)) best = entries[next]!;
    }
    if (!best) throw new RangeError(`Cannot read the result of run ${index}: there is none`);
    const results = best.source.read(best.place);
    for (; index < best.end; index++) yield results[index - best.first]!;
  }
}

/** What the results of several sources have in common. */
export interface Overlap {
  /** How many results were found again. */
  readonly duplicates: number;
  /** The first run of which two sources disagree. */
  readonly disagreement?: { readonly index: number; readonly files: readonly [string, string] };
}

/** Compares all results that several entries have of the same runs. */
export function compareDuplicates(sources: readonly ResultSource[]): Overlap {
  let duplicates = 0;
  /** The entries that reach furthest so far: those that a later one can overlap. */
  let open: Entry[] = [];
  let reached = 0;
  for (const entry of entriesOf(sources)) {
    open = open.filter(({ end }) => end > entry.first);
    duplicates += Math.max(0, Math.min(reached, entry.end) - entry.first);
    reached = Math.max(reached, entry.end);
    for (const other of open) {
      const index = firstDifference(entry, other);
      if (index !== undefined) {
        return { duplicates, disagreement: { index, files: [other.source.file, entry.source.file] } };
      }
    }
    open.push(entry);
  }
  return { duplicates };
}

/** The first run of which two entries disagree; undefined if there is none. */
function firstDifference(a: Entry, b: Entry): number | undefined {
  const [ofA, ofB] = [a, b].map(({ source, place }) => source.read(place)) as [readonly Trained[], readonly Trained[]];
  const textOf = (result: Trained) => JSON.stringify(encodeResult(result));
  for (let index = Math.max(a.first, b.first); index < Math.min(a.end, b.end); index++) {
    if (textOf(ofA[index - a.first]!) !== textOf(ofB[index - b.first]!)) return index;
  }
}
