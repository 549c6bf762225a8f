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
  /** Upper bound on the check intervals of one call; `MAX_INTERVALS` if absent. */
  readonly maxIntervals?: number;
}

/** Bytes of one vector: a number for each lane. */
export const PAIR_BYTES = 16;

/** Bytes of an address. */
export const ADDRESS_BYTES = 4;

/** Bytes of the state of a random stream. */
export const STREAM_STATE_BYTES = 16;

/** Upper bound on the check intervals of one call in training; enough to amortise the cost of entering a kernel. */
export const MAX_INTERVALS = 25;

const CACHE_LINE_BYTES = 64;
/** Bytes of a page of WebAssembly memory. */
const PAGE_BYTES = 65536;

/** The address range that holds the working values of a kernel, one group of pairs at a time. */
export const SCRATCH = { start: 64, end: 32 * PAGE_BYTES } as const;

/** The quotient rounded up. */
export function ceilDivide(amount: number, size: number): number {
  return Math.floor((amount + size - 1) / size);
}

/** Pages of WebAssembly memory for a number of bytes. */
export function pagesOf(bytes: number): number {
  return ceilDivide(bytes, PAGE_BYTES);
}

/** Rounds a number of bytes up to whole cache lines. */
export function alignToCacheLine(bytes: number): number {
  return ceilDivide(bytes, CACHE_LINE_BYTES) * CACHE_LINE_BYTES;
}

/** Offsets from the start of a pair, and lengths, in bytes. */
export type PairLayout = ReturnType<typeof pairLayoutOf>;

/** Lays out a pair: its parts follow each other in the order in which they are reserved. */
export function pairLayoutOf(sizes: PairSizes) {
  let end = 0;
  const reserve = (bytes: number) => (end += bytes) - bytes;
  const maxIntervals = sizes.maxIntervals ?? MAX_INTERVALS;
  const stateBytes = sizes.stateCount * PAIR_BYTES, listBytes = sizes.listCapacity * ADDRESS_BYTES;
  return {
    ...sizes,
    stateOffsets: [reserve(stateBytes), reserve(stateBytes), reserve(stateBytes)] as const,
    runConstantsOffset: reserve(sizes.runConstantCount * PAIR_BYTES),
    /** The max-error range [low, high) within which the verdict cannot change. */
    boundsOffset: reserve(2 * PAIR_BYTES),
    /** `checkBefore` of each interval. */
    checkBeforeOffset: reserve(maxIntervals * PAIR_BYTES),
    /** `checkDuring` of each interval, and one element more: kernels write the results of unchecked repeats there. */
    checkDuringOffset: reserve((maxIntervals + 1) * PAIR_BYTES),
    /** The data rows of lane 0, followed by those of lane 1; likewise for streams and row lists. */
    rowsOffset: reserve(sizes.rowCount * sizes.rowWidth * PAIR_BYTES),
    streamsOffset: reserve(2 * STREAM_STATE_BYTES),
    listOffset: reserve(2 * listBytes),
    /** One lane's row list. */
    listBytes,
    pairBytes: alignToCacheLine(end),
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

/** Typed views of a memory: numbers are indexed by address / 8, addresses by address / `ADDRESS_BYTES`. */
export type MemoryViews = ReturnType<typeof viewsOf>;

/** Views a memory. */
export function viewsOf(buffer: ArrayBuffer) {
  return { numbers: new Float64Array(buffer), addresses: new Int32Array(buffer) };
}
