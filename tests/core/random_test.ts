import { assertEquals, assertGreater, assertLess } from "@std/assert";
import { stream, xoshiro128 } from "../../core/random.ts";

/** The worked example of NUMERICS.md. */
const TEXT = "xorlab\ndepth-xor\n0\ninit", SEED = "xorlab\ndepth-xor\n0";
/** `printf 'xorlab\ndepth-xor\n0\ninit' | sha256sum` */
const DIGEST = "475a5954a034987ab325450b22e57d07a04861cc272ef5b43f161fff0f52bee0";
const STATE = [1197103444, 2687801466, 3005564171, 585465095] as const;
const FIRST = [2674309520, 2736604002, 2748271767, 1179552506];

Deno.test("stream starts with the first words of the SHA-256 of seed and purpose as state", async () => {
  const digest = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TEXT)));
  const hex = Array.from({ length: 32 }, (_, i) => digest.getUint8(i).toString(16).padStart(2, "0")).join("");
  assertEquals(hex, DIGEST);
  assertEquals([0, 4, 8, 12].map((at) => parseInt(DIGEST.slice(2 * at, 2 * at + 8), 16)), [...STATE]);
  const next = xoshiro128(STATE), random = stream(SEED, "init");
  assertEquals(FIRST.map(() => next()), FIRST);
  assertEquals(FIRST.map(() => random.next()), FIRST);
});

Deno.test("stream hashes seeds as UTF-8", async () => {
  const seed = "größe ∞ 🎲", bytes = new TextEncoder().encode(`${seed}\norder`);
  const digest = new DataView(await crypto.subtle.digest("SHA-256", bytes));
  const next = xoshiro128([0, 4, 8, 12].map((at) => digest.getUint32(at)) as [number, number, number, number]);
  assertEquals(stream(seed, "order").next(), next());
});

Deno.test("stream.uniform draws the worked example's first weights", () => {
  const random = stream(SEED, "init");
  const weights = Array.from({ length: 3 }, () => random.uniform(-1, 1));
  assertEquals(weights, [0.24532241578646397, 0.2797637622749203, 0.9203785275455498]);
});

Deno.test("stream.double takes 27 bits of one draw and 26 of the next", () => {
  // 2674309520 >>> 5 = 83572172, 2736604002 >>> 6 = 42759437
  assertEquals(stream(SEED, "init").double(), (83572172 * 2 ** 26 + 42759437) / 2 ** 53);
});

Deno.test("xoshiro128 gives what the authors' C code gives", () => {
  // xoshiro128starstar.c, compiled with gcc 14.
  const next = xoshiro128([1, 2, 3, 4]);
  const first = Array.from({ length: 8 }, () => next());
  assertEquals(first, [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849]);
  for (let draw = 9; draw < 1_000_000; draw++) next();
  assertEquals(next(), 3457443141);
  const full = xoshiro128([0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff]);
  const six = Array.from({ length: 6 }, () => full());
  assertEquals(six, [4294962679, 4294962679, 4292019319, 2943360, 1509943680, 246671744]);
});

Deno.test("stream depends on seed and purpose", () => {
  const firsts = ["1", "2", "12"].flatMap((seed) => ["init", "order", "noise"].map((p) => stream(seed, p).next()));
  assertEquals(new Set(firsts).size, firsts.length);
});

/** χ² of values in [0, 1) over equal bins. */
function chiSquare(values: readonly number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) counts[Math.floor(value * bins)]! += 1;
  const expected = values.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) * (count - expected) / expected, 0);
}

// χ² with 63 degrees of freedom is above 117.0 in one case of 10,000 and below 27.4 in another.
const BINS = 64, HIGH = 117, LOW = 27;

Deno.test("stream's first draws of neighbouring seeds are uniform and unrelated", () => {
  const firsts = Array.from({ length: 10_000 }, (_, seed) => stream(String(seed), "init").double());
  const steps = firsts.map((u, seed) => (1 + u - firsts[(seed + 1) % firsts.length]!) % 1);
  for (const values of [firsts, steps]) {
    assertLess(chiSquare(values, BINS), HIGH);
    assertGreater(chiSquare(values, BINS), LOW);
  }
});

Deno.test("chiSquare detects a generator that does not mix its seed", () => {
  const firsts = Array.from({ length: 1_000 }, (_, seed) => xoshiro128([seed, seed, seed, seed])() / 2 ** 32);
  assertGreater(chiSquare(firsts, BINS), HIGH);
});

Deno.test("stream.state lets a generator continue the stream's draws", () => {
  const random = stream(SEED, "init");
  assertEquals(xoshiro128(random.state())(), FIRST[0]);
  random.double();
  const rest = xoshiro128(random.state());
  assertEquals([rest(), rest()], FIRST.slice(2));
});
