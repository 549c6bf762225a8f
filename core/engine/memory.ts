/**
 * Where a kernel's numbers lie.
 *
 * Runs go in pairs, two lanes side by side: value v of lane l is at 16 v + 8 l. One pair after the other has: its state,
 * its state once more (a kernel reads one and writes the other), its settings, what it tells (before, during, and what
 * later times tell, which nobody reads), the rows of its first lane and of its second, and the list of rows that come
 * next, an address a lane.
 */

/** How much of everything there is. */
export interface Sizes {
  readonly state: number;
  readonly settings: number;
  /** Rows in a lane's table, 0 where kernels know the rows. */
  readonly rows: number;
  /** Numbers in a row. */
  readonly width: number;
  /** Rows that the list has room for. */
  readonly listed: number;
}

/** Offsets in a pair, in bytes. */
export interface Layout extends Sizes {
  readonly first: number;
  readonly second: number;
  readonly fixed: number;
  readonly before: number;
  readonly during: number;
  readonly table: number;
  readonly list: number;
  readonly pairBytes: number;
}

/** Bytes of a number for each lane of a pair. */
export const PAIR = 16;

/** Lays a pair out. */
export function layoutOf(sizes: Sizes): Layout {
  const { state, settings, rows, width, listed } = sizes;
  const second = state * PAIR, fixed = second + state * PAIR, before = fixed + settings * PAIR, during = before + PAIR;
  const table = during + 2 * PAIR, list = table + rows * width * PAIR;
  return {
    ...sizes,
    first: 0,
    second,
    fixed,
    before,
    during,
    table,
    list,
    pairBytes: Math.ceil((list + listed * 8) / 64) * 64,
  };
}

/**
 * Runs a program `times` times for each of `groups` groups of neighbouring pairs, as many pairs a group as it has copies.
 *
 * Addresses, all for the first pair: `from` and `to`, where the state is read and written, the pair's own, and that of
 * the listed row which comes next.
 */
export type Kernel = (from: number, to: number, pair: number, list: number, times: number, groups: number) => void;

/** A memory seen as numbers and as addresses. */
export interface Views {
  readonly numbers: Float64Array;
  readonly addresses: Int32Array;
}
