/** Ranges of runs by index: which of a plan's runs are asked for, found or missing. */

/** Consecutive runs of a plan. */
export interface Range {
  /** Index of the first run. */
  readonly from: number;
  /** Index after the last run. */
  readonly to: number;
}

/** The number of runs in ranges that do not overlap. */
export function countIn(ranges: readonly Range[]): number {
  return ranges.reduce((count, { from, to }) => count + to - from, 0);
}

/** The same runs as ascending ranges that neither overlap nor touch. */
export function unionOf(ranges: readonly Range[]): Range[] {
  const union: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else union.push({ from, to });
  }
  return union;
}

/** The runs that are in `ranges` and not in `others`; both are as `unionOf` returns them. */
export function subtract(ranges: readonly Range[], others: readonly Range[]): Range[] {
  const rest: Range[] = [];
  let next = 0;
  for (const range of ranges) {
    let { from } = range;
    while (next < others.length && others[next]!.to <= from) next++;
    for (let i = next; i < others.length && others[i]!.from < range.to; i++) {
      if (from < others[i]!.from) rest.push({ from, to: others[i]!.from });
      from = Math.max(from, others[i]!.to);
    }
    if (from < range.to) rest.push({ from, to: range.to });
  }
  return rest;
}

/** The indices of all runs in ranges. */
export function* indicesIn(ranges: readonly Range[]): Generator<number> {
  for (const { from, to } of ranges) {
    for (let index = from; index < to; index++) yield index;
  }
}

/** Ascending indices as ranges. */
export function rangesOfIndices(indices: Iterable<number>): Range[] {
  const ranges: { from: number; to: number }[] = [];
  for (const index of indices) {
    const last = ranges.at(-1);
    if (last?.to === index) last.to++;
    else ranges.push({ from: index, to: index + 1 });
  }
  return ranges;
}

/** The runs of entries, each with results of consecutive runs. */
export function rangesOfEntries(entries: readonly { readonly first: number; readonly count: number }[]): Range[] {
  return unionOf(entries.map(({ first, count }) => ({ from: first, to: first + count })));
}
