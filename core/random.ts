/** Named, seeded streams of random numbers: the same on every engine, and checkable with `sha256sum`. */
import { sha256 } from "@noble/hashes/sha2.js";

/** A stream of random numbers; each call moves it on. */
export interface Stream {
  /** A whole number from 0 to 2^32 − 1. */
  next(): number;
  /** A number in [0, 1): 53 bits from two draws. */
  double(): number;
  /** low + (high − low)·u for the next double u. */
  uniform(low: number, high: number): number;
}

/** The state of xoshiro128**: four words of 32 bits, not all zero. */
export type State = readonly [number, number, number, number];

/**
 * A source of whole numbers from 0 to 2^32 − 1: each call draws the next one.
 *
 * Source: xoshiro128** by Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2018.
 */
export function xoshiro128(state: State): () => number {
  const words = new Int32Array(state); // variables would be boxed anew at each draw
  return () => {
    const a = words[0]!, b = words[1]!, c = words[2]! ^ a, d = words[3]! ^ b;
    words[0] = a ^ d;
    words[1] = b ^ c;
    words[2] = c ^ b << 9;
    words[3] = rotateLeft(d, 11);
    return Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
  };
}

/**
 * The stream that belongs to a seed and a purpose (`init`, `order`, …).
 *
 * Its state is the first 16 bytes of SHA-256(`<seed>\n<purpose>`), as four big-endian words, so neighbouring seeds
 * share nothing.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { permutation, stream } from "../mod.ts";
 *
 * const random = stream("1", "order");
 * assertEquals(permutation(random, 4), [2, 3, 0, 1]);
 * ```
 */
export function stream(seed: string, purpose: string): Stream {
  const digest = new DataView(sha256(new TextEncoder().encode(`${seed}\n${purpose}`)).buffer);
  const next = xoshiro128([digest.getUint32(0), digest.getUint32(4), digest.getUint32(8), digest.getUint32(12)]);
  const double = () => {
    const high = next() >>> 5, low = next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  return { next, double, uniform: (low, high) => low + (high - low) * double() };
}

/** A fresh permutation of 0 … n − 1 (Fisher-Yates, from the end). */
export function permutation(random: Stream, n: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < n; i++) order.push(i);
  for (let i = n - 1; i >= 1; i--) {
    const j = Math.floor(random.double() * (i + 1)), last = order[i]!;
    order[i] = order[j]!;
    order[j] = last;
  }
  return order;
}

function rotateLeft(word: number, bits: number): number {
  return word << bits | word >>> (32 - bits);
}
