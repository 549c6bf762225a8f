import { assertEquals } from "@std/assert";
import { wasmBackend } from "../../../../core/engine/backend.ts";
import { ADDRESS_BYTES, pairLayoutOf, STREAM_STATE_BYTES } from "../../../../core/engine/memory.ts";
import { permutation } from "../../../../core/orders.ts";
import { type Stream, stream, type StreamState, xoshiro128 } from "../../../../core/random.ts";

/** Row counts that cover both encodings of a permutation. */
const ROW_COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 17, 32];
const FIRST_ROW = 4096, ROW_WIDTH = 4, UNTOUCHED = -1;

/** The rows that a shuffle lists, starting from a stream state, and the state it leaves. */
function shuffled(state: StreamState, rowCount: number, epochs: number): { rows: number[]; state: number[] } {
  const backend = wasmBackend(), length = rowCount * epochs;
  const layout = pairLayoutOf({
    stateCount: 0,
    runConstantCount: 0,
    rowCount,
    rowWidth: ROW_WIDTH,
    listCapacity: length,
  });
  const start = backend.allocate(STREAM_STATE_BYTES + ADDRESS_BYTES * (length + 1)), { addresses } = backend.views();
  const stateIndex = start / ADDRESS_BYTES, listIndex = stateIndex + state.length;
  addresses.set([...state, ...new Array(length + 1).fill(UNTOUCHED)], stateIndex);
  backend.compileShuffle(layout)!(start, start + STREAM_STATE_BYTES, FIRST_ROW, epochs);
  assertEquals(addresses[listIndex + length], UNTOUCHED);
  return {
    rows: [...addresses.slice(listIndex, listIndex + length)].map((address) => (address - FIRST_ROW) / (8 * ROW_WIDTH)),
    state: [...addresses.slice(stateIndex, listIndex)],
  };
}

/** A stream that starts from a state; only `double` draws from it, as `permutation` needs. */
function streamFrom(state: StreamState): Stream {
  const next = xoshiro128(state);
  return { ...stream("", ""), double: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53 };
}

Deno.test("a shuffle lists the same permutations as the reference and leaves the same stream state", () => {
  for (const rowCount of ROW_COUNTS) {
    for (const epochs of [1, 40]) {
      const random = stream("shuffle", `${rowCount}`), { rows, state } = shuffled(random.state(), rowCount, epochs);
      assertEquals(rows, Array.from({ length: epochs }, () => permutation(random, rowCount)).flat());
      assertEquals(state, [...random.state()]);
    }
  }
});

/** The state word from which a draw results: inverts the scrambler of xoshiro128**. */
function wordOf(draw: number): number {
  const rotated = Math.imul(draw, 0x38e38e39); // 1/9, and below 1/5, modulo 2^32
  return Math.imul(rotated >>> 7 | rotated << 25, 0xcccccccd);
}

Deno.test("a shuffle rounds random indices like the reference, also next to whole numbers", () => {
  const max = 2 ** 26 - 1;
  for (const rowCount of ROW_COUNTS) {
    for (let whole = 0; whole <= rowCount; whole++) {
      for (const offset of [-2, -1, 0, 1]) {
        const upper = Math.min(Math.max(Math.floor(whole * 2 ** 27 / rowCount) + offset, 0), 2 ** 27 - 1);
        for (const lower of [0, 1, max - 1, max]) {
          // after the first draw the second word is the xor of the first three
          const second = wordOf(upper << 5), next = wordOf(lower << 6);
          const state: StreamState = [1, second, second ^ next ^ 1, 2];
          const { rows } = shuffled(state, rowCount, 1);
          assertEquals(rows[rowCount - 1], Math.floor((upper * 2 ** 26 + lower) / 2 ** 53 * rowCount));
          assertEquals(rows, permutation(streamFrom(state), rowCount));
        }
      }
    }
  }
});
