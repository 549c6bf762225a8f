/** Seeded streams of random numbers by name: the same on every engine, and verifiable with `sha256sum`. */
import { sha256 } from "@noble/hashes/sha2.js";
import { NUMBERS } from "./arithmetic/elementary.ts";

/** A stream of random numbers; each draw advances it. */
export interface Stream {
  /** An integer from 0 to 2^32 − 1. */
  next(): number;
  /** A number in [0, 1) with 53 random bits, from two draws. */
  double(): number;
  /** low + (high − low)·u for the next double u. */
  uniform(low: number, high: number): number;
  /** Its current state, from which another generator can continue. */
  state(): StreamState;
}

/** The state of xoshiro128**: four 32-bit words, not all zero. */
export type StreamState = readonly [number, number, number, number];

/**
 * Creates a generator of integers from 0 to 2^32 − 1.
 *
 * Source: xoshiro128** by Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2018.
 */
export function xoshiro128(state: StreamState): () => number {
  const words = new Int32Array(state); // V8 would box plain variables that outlive a call again at each draw
  return () => draw(words);
}

/** Advances a state; the result derives from its second word. */
function draw(words: Int32Array): number {
  const second = words[1]!;
  words[2]! ^= words[0]!;
  words[3]! ^= second;
  words[1]! ^= words[2]!;
  words[0]! ^= words[3]!;
  words[2]! ^= second << 9;
  words[3] = rotateLeft(words[3]!, 11);
  return Math.imul(rotateLeft(Math.imul(second, 5), 7), 9) >>> 0;
}

/**
 * Creates the stream of a seed and a purpose (`init`, `order`, …).
 *
 * Its initial state is the first 16 bytes of SHA-256(`<seed>\n<purpose>`) as four big-endian words, so the streams of
 * neighbouring seeds are unrelated.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { permutation, stream } from "./core.ts";
 *
 * const random = stream("1", "order");
 * assertEquals(permutation(random, 4), [2, 3, 0, 1]);
 * ```
 */
export function stream(seed: string, purpose: string): Stream {
  const digest = new DataView(sha256(new TextEncoder().encode(`${seed}\n${purpose}`)).buffer);
  return streamFrom([digest.getInt32(0), digest.getInt32(4), digest.getInt32(8), digest.getInt32(12)]);
}

/** Continues a stream from a state. */
export function streamFrom(state: StreamState): Stream {
  const words = Int32Array.from(state);
  const next = () => draw(words), double = () => doubleOf(next(), next());
  return {
    next,
    double,
    uniform: (low, high) => low + (high - low) * double(),
    state: () => [words[0]!, words[1]!, words[2]!, words[3]!],
  };
}

const TAU = 6.283185307179586; // 2π

/** A standard normal variable (Box & Muller 1958): √(−2 ln(1 − u)) cos 2πv from two doubles u, v. */
export function standardNormal(random: Stream): number {
  const u = random.double(), v = random.double();
  return Math.sqrt(-2 * NUMBERS.log1p(-u)) * NUMBERS.cos(TAU * v);
}

/** 2^26. */
export const TWO_TO_26 = 67108864;
/** 2^−53. */
export const TWO_TO_MINUS_53 = 1 / 9007199254740992;

/** Combines the upper 27 bits of one draw and the upper 26 of another into a number in [0, 1). */
function doubleOf(first: number, second: number): number {
  return ((first >>> 5) * TWO_TO_26 + (second >>> 6)) * TWO_TO_MINUS_53;
}

function rotateLeft(word: number, bits: number): number {
  return word << bits | word >>> (32 - bits);
}
