/**
 * Where a kernel's numbers lie.
 *
 * Runs go in pairs, two lanes side by side: value v of lane l is at 16 v + 8 l. One pair after the other has: its state,
 * three times (kernels read one and write another), its settings, the bounds of what it may tell, what it tells of the
 * state before an interval and of the first epoch during it, and for its first lane and its second the rows, the state of
 * the stream from which orders are drawn, and the list of the addresses of the rows that come next.
 */

/** How much of everything there is. */
export interface Sizes {
  /** Numbers that kernels replace. */
  readonly state: number;
  /** Numbers that stay. */
  readonly settings: number;
  /** Rows in a lane's table, 0 where kernels know the rows. */
  readonly rows: number;
  /** Numbers in a row, an even number: they are fetched two at a time. */
  readonly width: number;
  /** Rows that a lane's list has room for. */
  readonly listed: number;
}

/** Offsets in a pair, and lengths, in bytes. */
export interface Layout extends Sizes {
  /** The three places of the state. */
  readonly states: readonly [number, number, number];
  /** The settings. */
  readonly fixed: number;
  /** The least that nobody need hear of, and the least of what is too much again. */
  readonly bounds: number;
  /** What is told of the state before each interval. */
  readonly before: number;
  /** What is told during each interval. */
  readonly during: number;
  /** The rows of the first lane; those of the second follow. */
  readonly table: number;
  /** The state of the first lane's stream of orders; that of the second follows. */
  readonly streams: number;
  /** The list of the first lane; that of the second follows. */
  readonly list: number;
  /** A lane's list. */
  readonly listBytes: number;
  /** All of the pair. */
  readonly pairBytes: number;
}

/** Bytes of a number for each lane of a pair. */
export const PAIR = 16;

/** Bytes of an address, and of the state of a stream. */
export const ADDRESS = 4, STREAM_STATE = 16;

/**
 * The most intervals of a call, so many that it costs little to enter it; what later times of an interval tell comes
 * after those, where nobody reads.
 */
export const INTERVALS = 25;

/** Bytes of a line of the processor's cache. */
export const LINE = 64;

/** Bytes of a page of WebAssembly's memory. */
export const PAGE = 65536;

/** The beginning of the memory, where a kernel works on one group of pairs at a time. */
export const WORKPLACE = { start: 64, end: 32 * PAGE } as const;

/** How many units of a size hold so much. */
export function unitsFor(amount: number, size: number): number {
  return Math.floor((amount + size - 1) / size);
}

/** Lays a pair out. */
export function layoutOf(sizes: Sizes): Layout {
  const { state, settings, rows, width, listed } = sizes, stateBytes = state * PAIR;
  const fixed = 3 * stateBytes, bounds = fixed + settings * PAIR, before = bounds + 2 * PAIR;
  const during = before + INTERVALS * PAIR;
  const table = during + (INTERVALS + 1) * PAIR,
    streams = table + rows * width * PAIR,
    list = streams + 2 * STREAM_STATE;
  const listBytes = listed * ADDRESS, pairBytes = unitsFor(list + 2 * listBytes, LINE) * LINE;
  return {
    ...sizes,
    states: [0, stateBytes, 2 * stateBytes],
    fixed,
    bounds,
    before,
    during,
    table,
    streams,
    list,
    listBytes,
    pairBytes,
  };
}

/**
 * Runs a program for each of `groups` groups of neighbouring pairs, as many pairs a group as it has copies: `intervals`
 * intervals, `times` times in each.
 *
 * Addresses, all for the first pair: `from` and `to`, where the state is read and written, the pair's own, and where
 * the first lane's list has the row which comes next. Answers 0 where all that is told, the larger of what is told
 * before and during each interval, is within its bounds; NaN is not.
 */
export type Kernel = (
  from: number,
  to: number,
  pair: number,
  list: number,
  times: number,
  intervals: number,
  groups: number,
) => number;

/** A memory seen as numbers and as addresses. */
export interface Views {
  /** By address / 8. */
  readonly numbers: Float64Array;
  /** By address / `ADDRESS`. */
  readonly addresses: Int32Array;
}
