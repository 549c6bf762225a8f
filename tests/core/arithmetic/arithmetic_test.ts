import { assertEquals } from "@std/assert";
import { type LookupTable, NUMBER_BITS as m, SHIFTER } from "../../../core/arithmetic/arithmetic.ts";

const LARGEST = Number.MAX_VALUE, NORMAL = 2 ** -1022;

Deno.test("NUMBER_BITS.exponent and .significand decompose a positive normal double", () => {
  for (const a of [1, 2 - 2 ** -52, 2, 3, 0.1, NORMAL, NORMAL * (2 - 2 ** -52), LARGEST, Math.PI * 1e100, 1e-300]) {
    const e = m.exponent(a), s = m.significand(a), half = Math.trunc(e / 2);
    assertEquals(1 <= s && s < 2, true, `significand of ${a}`);
    assertEquals(s * 2 ** half * 2 ** (e - half), a);
  }
  assertEquals([m.exponent(1), m.exponent(NORMAL), m.exponent(LARGEST)], [0, -1022, 1023]);
  assertEquals([m.significand(12), m.significand(LARGEST)], [1.5, 2 - 2 ** -52]);
});

Deno.test("NUMBER_BITS.significand is in [1, 2) for any argument, so that table rows exist", () => {
  for (const a of [0, -0, -3, NaN, Infinity, -Infinity, Number.MIN_VALUE]) {
    const s = m.significand(a);
    assertEquals(1 <= s && s < 2, true, `significand of ${a}`);
  }
});

Deno.test("NUMBER_BITS.min and .max return the first of equal arguments, and a NaN in first place", () => {
  assertEquals([m.min(1, 2), m.min(2, 1), m.max(1, 2), m.max(2, 1)], [1, 1, 2, 2]);
  for (const choose of [m.min, m.max]) {
    assertEquals([choose(0, -0), choose(-0, 0)].map((zero) => 1 / zero), [Infinity, -Infinity]);
    assertEquals([choose(NaN, 1), choose(1, NaN)], [NaN, 1]);
  }
});

Deno.test("NUMBER_BITS.ifLess and .ifEqual are false for NaN, and treat −0 as 0", () => {
  assertEquals([m.ifLess(1, 2, 5, 6), m.ifLess(2, 1, 5, 6), m.ifLess(1, 1, 5, 6)], [5, 6, 6]);
  assertEquals([m.ifEqual(1, 1, 5, 6), m.ifEqual(1, 2, 5, 6), m.ifEqual(0, -0, 5, 6)], [5, 6, 5]);
  assertEquals([m.ifLess(NaN, 1, 5, 6), m.ifLess(1, NaN, 5, 6), m.ifEqual(NaN, NaN, 5, 6)], [6, 6, 6]);
  assertEquals(m.ifLess(-0, 0, 5, 6), 6);
});

Deno.test("NUMBER_BITS.lookup reads a row by its number + SHIFTER, and row 0 for NaN", () => {
  const table: LookupTable = Float64Array.of(10, 11, 20, 21, 30, 31);
  assertEquals([0, 1, 2].map((row) => m.lookup(table, 0, SHIFTER + row)), [10, 20, 30]);
  assertEquals([0, 1, 2].map((row) => m.lookup(table, 1, SHIFTER + row)), [11, 21, 31]);
  assertEquals([m.lookup(table, 0, NaN), m.lookup(table, 1, NaN)], [10, 11]);
});

Deno.test("SHIFTER moves a small integer into the low word of the sum, where WebAssembly reads the row", () => {
  for (const row of [0, 1, 2, 1000, 134464]) {
    const low = new DataView(Float64Array.of(SHIFTER + row).buffer).getInt32(
      new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 4,
      new Uint8Array(Uint16Array.of(1).buffer)[0] === 1,
    );
    assertEquals(low, row);
  }
  assertEquals([SHIFTER + 2.5, SHIFTER + 3.5, SHIFTER - 2.5].map((sum) => sum - SHIFTER), [2, 4, -2]);
});
