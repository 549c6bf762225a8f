/** The order in which an epoch visits the rows. */
import type { Stream, StreamState } from "./random.ts";

/** A sequence of row orders, one per epoch. */
export interface Orders {
  /** The order of the next epoch. */
  next(): readonly number[];
  /** The state of the stream from which `permutation` draws the next order; undefined if all orders are the same. */
  state(): StreamState | undefined;
}

/** The same order in every epoch. */
export function fixedOrder(order: readonly number[]): Orders {
  return { next: () => order, state: () => undefined };
}

/** A new permutation of 0 … n − 1 in every epoch. */
export function shuffledOrders(random: Stream, n: number): Orders {
  return { next: () => permutation(random, n), state: random.state };
}

/** Draws a permutation of 0 … n − 1 (Fisher-Yates, from the end). */
export function permutation(random: Stream, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let last = n - 1; last >= 1; last--) {
    const index = Math.floor(random.double() * (last + 1)), item = order[last]!;
    order[last] = order[index]!;
    order[index] = item;
  }
  return order;
}
