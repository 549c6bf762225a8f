import { assertEquals } from "@std/assert";
import { webAssembly } from "../../../core/engine/backend.ts";
import { ADDRESS, layoutOf, STREAM_STATE } from "../../../core/engine/memory.ts";
import { permutation } from "../../../core/orders.ts";
import { type State, type Stream, stream, xoshiro128 } from "../../../core/random.ts";

/** Of rows; both ways to hold an order are among them. */
const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 17, 32];
const FIRST = 4096, WIDTH = 4, UNTOUCHED = -1;

/** What a shuffle lists from a state on, as rows, and the state that it leaves. */
function shuffled(state: State, rows: number, epochs: number): { rows: number[]; state: number[] } {
  const backEnd = webAssembly(), length = rows * epochs;
  const layout = layoutOf({ state: 0, settings: 0, rows, width: WIDTH, listed: length });
  const start = backEnd.room(STREAM_STATE + ADDRESS * (length + 1)),
    { addresses } = backEnd.views(),
    words = start / ADDRESS;
  addresses.set([...state, ...new Array(length + 1).fill(UNTOUCHED)], words);
  backEnd.shuffle(layout)!(start, start + STREAM_STATE, FIRST, epochs);
  const listed = [...addresses.slice(words + 4, words + 4 + length)].map((address) => (address - FIRST) / (8 * WIDTH));
  assertEquals(addresses[words + 4 + length], UNTOUCHED);
  return { rows: listed, state: [...addresses.slice(words, words + 4)] };
}

/** A stream from a state on, as far as `permutation` needs it. */
function streamFrom(state: State): Stream {
  const next = xoshiro128(state);
  return { ...stream("", ""), double: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53 };
}

Deno.test("a shuffle lists what as many permutations give, and leaves the state behind them", () => {
  for (const rows of COUNTS) {
    for (const epochs of [1, 40]) {
      const random = stream("shuffle", `${rows}`), { rows: listed, state } = shuffled(random.state(), rows, epochs);
      assertEquals(listed, Array.from({ length: epochs }, () => permutation(random, rows)).flat());
      assertEquals(state, [...random.state()]);
    }
  }
});

/** The word of which a draw is made. */
function wordOf(draw: number): number {
  const turned = Math.imul(draw, 0x38e38e39); // 1/9, and below 1/5, modulo 2^32
  return Math.imul(turned >>> 7 | turned << 25, 0xcccccccd);
}

Deno.test("a shuffle swaps where the double says, next to whole numbers, too", () => {
  const most = 2 ** 26 - 1;
  for (const rows of COUNTS) {
    for (let whole = 0; whole <= rows; whole++) {
      for (const beside of [-2, -1, 0, 1]) {
        const upper = Math.min(Math.max(Math.floor(whole * 2 ** 27 / rows) + beside, 0), 2 ** 27 - 1);
        for (const lower of [0, 1, most - 1, most]) {
          // the second word becomes b ^ c ^ a
          const second = wordOf(upper << 5),
            next = wordOf(lower << 6),
            state: State = [1, second, second ^ next ^ 1, 2];
          const { rows: listed } = shuffled(state, rows, 1);
          assertEquals(listed[rows - 1], Math.floor((upper * 2 ** 26 + lower) / 2 ** 53 * rows));
          assertEquals(listed, permutation(streamFrom(state), rows));
        }
      }
    }
  }
});
