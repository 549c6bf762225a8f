/**
 * The memory layout of kernels.
 *
 * Runs are packed in pairs, one in each lane of a 128-bit vector: value v of lane l is at 16·v + 8·l. A pair holds its
 * state three times (a kernel reads one copy and writes another), its run constants, the bounds and the results of its
 * checks, and for each lane the data rows, the state of the stream that draws row orders, and the row list: the
 * addresses of the next rows.
 */

/** Element counts of a pair. */
export interface PairSizes {
  /** Numbers that kernels replace. */
  readonly stateCount: number;
  /** Numbers that stay the same throughout a run. */
  readonly runConstantCount: number;
  /** Data rows per lane; 0 if kernels contain the rows as constants. */
  readonly rowCount: number;
  /** Numbers per data row; even, because kernels load two at a time. */
  readonly rowWidth: number;
  /** Capacity of a lane's row list, in rows. */
  readonly listCapacity: number;
}

/** Offsets from the start of a pair, and lengths, in bytes. */
export interface PairLayout extends PairSizes {
  /** The three copies of the state. */
  readonly stateOffsets: readonly [number, number, number];
  /** The run constants. */
  readonly runConstantsOffset: number;
  /** The max-error range [low, high) within which the verdict cannot change. */
  readonly boundsOffset: number;
  /** `checkBefore` of each interval. */
  readonly checkBeforeOffset: number;
  /** `checkDuring` of each interval. */
  readonly checkDuringOffset: number;
  /** The data rows of lane 0, followed by those of lane 1. */
  readonly rowsOffset: number;
  /** The random-stream state of lane 0, followed by that of lane 1. */
  readonly streamsOffset: number;
  /** The row list of lane 0, followed by that of lane 1. */
  readonly listOffset: number;
  /** One lane's row list. */
  readonly listBytes: number;
  /** The whole pair, a multiple of the cache line. */
  readonly pairBytes: number;
}

/** Bytes of one vector: a number for each lane. */
export const PAIR_BYTES = 16;

/** Bytes of an address. */
export const ADDRESS_BYTES = 4;

/** Bytes of the state of a random stream. */
export const STREAM_STATE_BYTES = 16;

/** Upper bound on the check intervals of one call; enough to amortise the cost of entering a kernel. */
export const MAX_INTERVALS = 25;

/** Bytes of a cache line. */
export const CACHE_LINE_BYTES = 64;

/** Bytes of a page of WebAssembly memory. */
export const PAGE_BYTES = 65536;

/** The address range that holds the working values of a kernel, one group of pairs at a time. */
export const SCRATCH = { start: 64, end: 32 * PAGE_BYTES } as const;

/** The quotient rounded up. */
export function ceilDivide(amount: number, size: number): number {
  return Math.floor((amount + size - 1) / size);
}

/** Lays out a pair. */
export function pairLayoutOf(sizes: PairSizes): PairLayout {
  const stateBytes = sizes.stateCount * PAIR_BYTES;
  const runConstantsOffset = 3 * stateBytes;
  const boundsOffset = runConstantsOffset + sizes.runConstantCount * PAIR_BYTES;
  const checkBeforeOffset = boundsOffset + 2 * PAIR_BYTES;
  const checkDuringOffset = checkBeforeOffset + MAX_INTERVALS * PAIR_BYTES;
  // one element more: kernels write the results of unchecked repeats there
  const rowsOffset = checkDuringOffset + (MAX_INTERVALS + 1) * PAIR_BYTES;
  const streamsOffset = rowsOffset + sizes.rowCount * sizes.rowWidth * PAIR_BYTES;
  const listOffset = streamsOffset + 2 * STREAM_STATE_BYTES;
  const listBytes = sizes.listCapacity * ADDRESS_BYTES;
  return {
    ...sizes,
    stateOffsets: [0, stateBytes, 2 * stateBytes],
    runConstantsOffset,
    boundsOffset,
    checkBeforeOffset,
    checkDuringOffset,
    rowsOffset,
    streamsOffset,
    listOffset,
    listBytes,
    pairBytes: ceilDivide(listOffset + 2 * listBytes, CACHE_LINE_BYTES) * CACHE_LINE_BYTES,
  };
}

/**
 * Runs a program on `groups` groups of neighbouring pairs: `intervals` check intervals of `repeats` repeats each.
 *
 * The addresses are those of the first pair: the state to read (`from`) and to write (`to`), the pair itself, and the
 * next entry in the row list of lane 0. Returns 0 if at every check of every lane the max error is within its bounds;
 * NaN never is.
 */
export type Kernel = (
  from: number,
  to: number,
  pair: number,
  list: number,
  repeats: number,
  intervals: number,
  groups: number,
) => number;

/** Typed views of a memory. */
export interface MemoryViews {
  /** Indexed by address / 8. */
  readonly numbers: Float64Array;
  /** Indexed by address / `ADDRESS_BYTES`. */
  readonly addresses: Int32Array;
}
