/** The orders in which rows come, epoch by epoch. */
import type { State, Stream } from "./random.ts";

/** A source of orders. */
export interface Orders {
  /** The order of the next epoch. */
  next(): readonly number[];
  /** The state from which the next one will be drawn, as `permutation` does; undefined where all are the same. */
  state(): State | undefined;
}

/** The same order in every epoch. */
export function always(order: readonly number[]): Orders {
  return { next: () => order, state: () => undefined };
}

/** In every epoch a fresh permutation of 0 … n − 1. */
export function permutations(random: Stream, n: number): Orders {
  return { next: () => permutation(random, n), state: random.state };
}

/** A fresh permutation of 0 … n − 1 (Fisher-Yates, from the end). */
export function permutation(random: Stream, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let last = n - 1; last >= 1; last--) {
    const place = Math.floor(random.double() * (last + 1)), item = order[last]!;
    order[last] = order[place]!;
    order[place] = item;
  }
  return order;
}
