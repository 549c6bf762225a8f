/** Named, seeded streams of random numbers: the same on every engine, and checkable with `sha256sum`. */
import { sha256 } from "@noble/hashes/sha2.js";

/** A stream of random numbers; each call moves it on. */
export interface Stream {
  /** A whole number from 0 to 2^32 − 1. */
  next(): number;
  /** Fills a list with what as many calls of `next` would give, taken as 32 bits with a sign; it takes less time. */
  fill(draws: Int32Array): void;
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
  return oneByOne(filler(state));
}

/** The same source, by the list. */
function filler(state: State): (draws: Int32Array) => void {
  const words = new Int32Array(state); // variables that outlive a call would be boxed anew at each draw
  return (draws) => {
    let a = words[0]!, b = words[1]!, c = words[2]!, d = words[3]!;
    for (let i = 0; i < draws.length; i++) {
      draws[i] = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotateLeft(d, 11);
    }
    words[0] = a;
    words[1] = b;
    words[2] = c;
    words[3] = d;
  };
}

function oneByOne(fill: (draws: Int32Array) => void): () => number {
  const one = new Int32Array(1);
  return () => {
    fill(one);
    return one[0]! >>> 0;
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
  const fill = filler([digest.getUint32(0), digest.getUint32(4), digest.getUint32(8), digest.getUint32(12)]);
  const next = oneByOne(fill), double = () => fraction(next(), next());
  return { next, fill, double, uniform: (low, high) => low + (high - low) * double() };
}

/** A number in [0, 1) of the upper 27 bits of one draw and the upper 26 of another. */
function fraction(first: number, second: number): number {
  return ((first >>> 5) * 67108864 + (second >>> 6)) * (1 / 9007199254740992);
}

/** A fresh permutation of 0 … n − 1 (Fisher-Yates, from the end). */
export function permutation(random: Stream, n: number): number[] {
  return [...permutations(random, n)(1)];
}

/** A source of permutations: each call gives so many fresh ones, one after the other, in a list that the next call uses again. */
export function permutations(random: Stream, n: number): (count: number) => readonly number[] {
  let draws = new Int32Array(0), orders: number[] = [];
  return (count) => {
    if (orders.length !== n * count) {
      draws = new Int32Array(2 * Math.max(0, n - 1) * count);
      orders = new Array(n * count).fill(0);
    }
    random.fill(draws);
    arrange(orders, n, draws);
    return orders;
  };
}

/** Puts permutations of 0 … n − 1 into a list, for two draws each time that two places are swapped. */
function arrange(orders: number[], n: number, draws: Int32Array): void {
  for (let first = 0, draw = 0; first < orders.length; first += n) {
    for (let i = 0; i < n; i++) orders[first + i] = i;
    for (let i = n - 1; i >= 1; i--, draw += 2) {
      const j = below(i + 1, draws[draw]!, draws[draw + 1]!), last = orders[first + i]!;
      orders[first + i] = orders[first + j]!;
      orders[first + j] = last;
    }
  }
}

/**
 * ⌊n · fraction(first, second)⌋.
 *
 * The upper 27 bits alone decide unless what they leave is so near to the next whole number that the other bits, which
 * come to less than n units of the last of them, could reach it.
 */
function below(n: number, first: number, second: number): number {
  const upper = Math.imul(first >>> 5, n), rest = upper & 0x7ffffff;
  return n <= 16 && rest < 0x8000000 - n ? upper >>> 27 : Math.floor(fraction(first, second) * n);
}

function rotateLeft(word: number, bits: number): number {
  return word << bits | word >>> (32 - bits);
}
