import { assert, assertEquals, assertThrows } from "@std/assert";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Arithmetic, type Bits, NUMBER_BITS, SHIFTER } from "../../../core/arithmetic/arithmetic.ts";
import { NUMBERS, withElementary } from "../../../core/arithmetic/elementary.ts";
import * as coefficients from "../../../core/arithmetic/elementary/coefficients.ts";
import { stream } from "../../../core/random.ts";
import { ENTRIES } from "../../accuracy/entries.ts";
import { type Entry, measureError } from "../../accuracy/measure.ts";

const FUNCTIONS = ["exp", "expm1", "log", "log1p", "tanh", "erf", "sin", "cos"] as const;
const TINY = [5e-324, 2.2250738585072014e-308, 1e-200, 2 ** -60];
const EXTREMES = [...TINY, 1, 709.8, 745.2, 1e9, 2 ** 53, 1e300, Number.MAX_VALUE, Infinity, 0, NaN]
  .flatMap((x) => [x, -x]);

/**
 * Arguments and results: special cases of IEEE 754-2019, 9.2.1, and 60-digit results of Python's `decimal`, from
 * `Decimal(x).exp()`, `.ln()` and the Taylor series of sine and erf, rounded to doubles.
 */
const KNOWN: Record<typeof FUNCTIONS[number], readonly (readonly [number, number])[]> = {
  exp: [
    [0, 1],
    [-0, 1],
    [1, 2.718281828459045],
    [-1, 0.36787944117144233],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [710, Infinity],
    [Infinity, Infinity],
    [-708.3964185322641, 2.2250738585072626e-308],
    [-745.13, 5e-324],
    [-745.14, 0],
    [-1e308, 0],
    [-Infinity, 0],
  ],
  expm1: [
    [0, 0],
    [-0, -0],
    [1, 1.7182818284590453],
    [-1, -0.6321205588285577],
    [1e-10, 1.00000000005e-10],
    [5e-324, 5e-324],
    [-1e-310, -1e-310],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [Infinity, Infinity],
    [-40, -1],
    [-Infinity, -1],
  ],
  log: [
    [0, -Infinity],
    [-0, -Infinity],
    [1, 0],
    [-1, NaN],
    [-5e-324, NaN],
    [-Infinity, NaN],
    [2, 0.6931471805599453],
    [10, 2.302585092994046],
    [1 + 2 ** -52, 2.2204460492503128e-16],
    [1 - 2 ** -53, -1.1102230246251565e-16],
    [5e-324, -744.4400719213812],
    [1.7976931348623157e308, 709.782712893384],
    [Infinity, Infinity],
  ],
  log1p: [
    [0, 0],
    [-0, -0],
    [1, 0.6931471805599453],
    [1e-10, 9.999999999500001e-11],
    [-0.5, -0.6931471805599453],
    [5e-324, 5e-324],
    [-1e-310, -1e-310],
    [-1, -Infinity],
    [-1.0000000000000002, NaN],
    [-Infinity, NaN],
    [1.7976931348623157e308, 709.782712893384],
    [Infinity, Infinity],
  ],
  tanh: [
    [0, 0],
    [-0, -0],
    [0.5, 0.46211715726000974],
    [1, 0.7615941559557649],
    [5e-324, 5e-324],
    [22, 1],
    [-22, -1],
    [Infinity, 1],
    [-Infinity, -1],
  ],
  erf: [
    [0, 0],
    [-0, -0],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [5.5, 0.9999999999999927],
    [5e-324, 5e-324],
    [6, 1],
    [-1e300, -1],
    [Infinity, 1],
    [-Infinity, -1],
  ],
  sin: [
    [0, 0],
    [-0, -0],
    [1, 0.8414709848078965],
    [Math.PI, 1.2246467991473532e-16],
    [355, -0.00003014435335948845],
    [5e-324, 5e-324],
    [Infinity, NaN],
    [-Infinity, NaN],
  ],
  cos: [
    [0, 1],
    [-0, 1],
    [1, 0.5403023058681398],
    [Math.PI, -1],
    [Math.PI / 2, 6.123233995736766e-17],
    [999.5, 0.8899612396050878],
    [Infinity, NaN],
    [-Infinity, NaN],
  ],
};

for (const name of FUNCTIONS) {
  Deno.test(`NUMBERS.${name} has the values of the standard and of tables`, () => {
    for (const [x, y] of KNOWN[name]) assertEquals(bitsOf(NUMBERS[name](x)), bitsOf(y), `${name}(${x})`);
    assertEquals(NUMBERS[name](NaN), NaN);
  });
}

for (const [i, entry] of ENTRIES.entries()) {
  // A small sample of tools/accuracy.ts, with the same bounds.
  Deno.test(`ENTRIES ${i}, ${entry.name}, is within its bound of the exact value`, () => {
    for (const range of entry.ranges) {
      const { largest, at } = measureError(entry, range, 2000, stream("elementary_test", `${i} ${range.from}`));
      assert(largest <= entry.bound, `${largest} ${entry.unit} at ${at}, bound ${entry.bound}`);
    }
  });
}

Deno.test("NUMBERS.tanh, .erf and .sin are odd and .cos is even, to the last bit, up to 10^15", () => {
  const random = stream("elementary_test", "symmetry");
  const turns = Array.from({ length: 5000 }, (_, k) => 2 ** random.uniform(0, 45) * (k % 2) + k / 2);
  // Near multiples of π/2, where rounding decides how an angle is reduced.
  const points = [...EXTREMES, ...turns.map((k) => k * Math.PI / 2), ...turns.map((k) => Math.floor(k) * Math.PI)];
  for (let i = 0; i < 5000; i++) points.push(random.uniform(0, 25));
  for (const x of points.filter((x) => Number.isNaN(x) || Math.abs(x) < 1e15 || Math.abs(x) === Infinity)) {
    for (const name of ["tanh", "erf", "sin"] as const) {
      assertEquals(bitsOf(NUMBERS[name](-x)), bitsOf(-NUMBERS[name](x)), `${name}(${x})`);
    }
    assertEquals(bitsOf(NUMBERS.cos(-x)), bitsOf(NUMBERS.cos(x)), `cos(${x})`);
  }
});

Deno.test("NUMBERS are monotonic where their functions are, also across table rows", () => {
  // From −1 to 2.5 all derivatives exceed 0.002, so results for arguments 2e-13 apart differ by more than their errors.
  const random = stream("elementary_test", "growth");
  for (const name of ["exp", "expm1", "log", "log1p", "tanh", "erf"] as const) {
    const points = Array.from({ length: 5000 }, () => random.uniform(name === "log" ? 1e-3 : -0.99, 2.5));
    for (let row = 0; row < 230; row++) points.push((row + 0.5) / 256, (row + 0.5) / 128, (row + 0.5) * Math.LN2 / 64);
    for (const x of points) {
      assert(NUMBERS[name](x - 1e-13) < NUMBERS[name](x + 1e-13), `${name} at ${x}`);
    }
  }
});

Deno.test("NUMBERS.sin and .cos stay within ±1 for any angle", () => {
  const random = stream("elementary_test", "angles");
  for (let i = 0; i < 20000; i++) {
    const x = random.uniform(-1, 1) * 2 ** random.uniform(0, 1023);
    for (const y of [NUMBERS.sin(x), NUMBERS.cos(x)]) assert(Math.abs(y) <= 1, `${y} at ${x}`);
  }
  for (const x of [Math.PI / 2, 3 * Math.PI / 2, 999 * Math.PI / 2]) assertEquals(Math.abs(NUMBERS.sin(x)), 1);
});

Deno.test("withElementary reads existing table rows for any argument", () => {
  const checked = withElementary<number>({
    ...NUMBER_BITS,
    lookup(table, column, index) {
      const row = (index - SHIFTER) | 0;
      assert(0 <= row && 2 * row < table.length, `row ${row} of ${table.length / 2}`);
      return NUMBER_BITS.lookup(table, column, index);
    },
  });
  const random = stream("elementary_test", "rows");
  const points = [...EXTREMES, ...Array.from({ length: 5000 }, () => random.uniform(-800, 800))];
  for (const name of FUNCTIONS) {
    for (const x of points) assertEquals(bitsOf(checked[name](x)), bitsOf(NUMBERS[name](x)), `${name}(${x})`);
  }
});

/** SHA-256 of 4096 little-endian results for the arguments of `argumentsOf`; a change must be intended. */
const DIGESTS: Record<typeof FUNCTIONS[number], string> = {
  exp: "e4762475b212d4fa7fd87a94b87da3cf34e730b1acfe87a33f4735aa8ad5e4ec",
  expm1: "20f9f33f57fe809ebf8c86c94313f97a3d6a3fb52cee57812bbff3da515e119d",
  log: "10f6fb3346693390f882871287c7647a5f52797b106a882f73f26a5e96835b91",
  log1p: "ef178acea477812702a7382c01b170e6bc2a539af2ca37070a57f3907a8e6a7a",
  tanh: "c6601db2f50ca3140cc72c1594e4239837717a263053be398e4cc92754e34915",
  erf: "ac5b2af74c6c934dbf736590ebd475feeadda43227d470835492e310d017e818",
  sin: "13951d2ded5ef21ac122bea6e66c4bbcc6636f6d762123710f64b5fe17d6ec63",
  cos: "243aebab2ff48923bb5cef515109f842ccfbf79cc09eb7b6c580aefef5e87658",
};

for (const name of FUNCTIONS) {
  Deno.test(`NUMBERS.${name} gives the golden bits`, () => {
    const view = new DataView(new ArrayBuffer(8 * 4096));
    argumentsOf(name).forEach((x, i) => view.setFloat64(8 * i, NUMBERS[name](x), true));
    assertEquals(bytesToHex(sha256(new Uint8Array(view.buffer))), DIGESTS[name]);
  });
}

Deno.test("measureError detects a coefficient that is a millionth off", () => {
  const lists = { EXP: "exp", EXPM1: "expm1", LOG: "log", TANH: "tanh", SIN: "sin" } as const;
  for (const [list, name] of Object.entries(lists)) {
    const planted = coefficients[list as keyof typeof lists][0];
    const wrong: Bits<number> = { ...NUMBER_BITS, constant: (c) => c === planted ? c * (1 + 1e-6) : c };
    assert(errorOf(name, withElementary(wrong)) > boundOf(name), `${list} ${planted}`);
    assert(errorOf(name, NUMBERS) <= boundOf(name), name);
  }
});

Deno.test("measureError detects results that are one unit off, and NaN", () => {
  const off = (x: number) => NUMBERS.exp(x) * (1 + 2 ** -52);
  assert(errorOf("exp", { ...NUMBERS, exp: off }) > 0.6);
  assertEquals(errorOf("exp", { ...NUMBERS, exp: () => NaN }), NaN);
});

Deno.test("measureError rejects exact values that decimals do not confirm", () => {
  const mixed: Entry = { ...entryOf("exp"), exact: (m, x) => Array.isArray(x) ? m.exp(x) : m.expm1(x) };
  assertThrows(() => measureError(mixed, { from: 0, to: 1 }, 10, stream("a", "b")), RangeError, `Cannot measure "exp"`);
});

function entryOf(name: string): Entry {
  return ENTRIES.find((entry) => entry.name === name)!;
}

function boundOf(name: string): number {
  return entryOf(name).bound;
}

/** The largest error of an arithmetic's function between 0.001 and 1.5. */
function errorOf(name: typeof FUNCTIONS[number], m: Arithmetic<number>): number {
  const entry = { ...entryOf(name), value: m[name] };
  return measureError(entry, { from: 0.001, to: 1.5 }, 1000, stream("elementary_test", "planted")).largest;
}

/** Text that distinguishes −0 from 0. */
function bitsOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** 4096 arguments of many magnitudes from a linear congruential generator, which needs none of the functions. */
function argumentsOf(name: typeof FUNCTIONS[number]): Float64Array {
  const points = new Float64Array(4096);
  let state = 1;
  for (let i = 0; i < points.length; i++) {
    state = state * 48271 % 2147483647;
    const size = state / 2147483647 * [1e-9, 0.01, 1, 30, 700][i % 5]!;
    points[i] = i % 2 && name !== "log" ? -size : size;
  }
  return points;
}
