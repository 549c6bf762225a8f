import { assert, assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { stream } from "../../../core/random.ts";
import { hodgesLehmann, quantile, tango, winProportion } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, assertNear } from "./near.ts";

Deno.test("winProportion counts ties half, and two unsolved runs as a tie", () => {
  const a = [10, 20, 30, undefined, undefined, 40];
  const b = [20, 20, 10, undefined, 50, undefined];
  const { estimate, n } = winProportion(a, b); // 2 wins, 2 losses, 2 ties
  assertEquals([estimate, n], [0.5, 6]);
});

Deno.test("winProportion is Tango's paired difference, halved and shifted to ½", () => {
  const a = [...Array(40).fill(10), ...Array(20).fill(30), ...Array(40).fill(undefined)];
  const { estimate, lower, upper } = winProportion(a, a.map((cost) => cost === undefined ? cost : 20));
  const difference = tango(40, 20, 100);
  assertNear(estimate, 0.6, 1e-15);
  assertBounds({ estimate, lower, upper, n: 100 }, [0.5 + difference.lower / 2, 0.5 + difference.upper / 2], 1e-15);
});

Deno.test("winProportion has the upper end 1 if A always wins", () => {
  const { estimate, lower, upper } = winProportion(Array(50).fill(10), Array(50).fill(undefined));
  assertEquals([estimate, upper, lower > 0.9], [1, 1, true]);
});

Deno.test("winProportion is [0, 1] without pairs, and refuses NaN and lists of unequal length", () => {
  assertEquals(winProportion([], []), { estimate: NaN, lower: 0, upper: 1, n: 0 });
  assertThrows(() => winProportion([1], []), RangeError, "the second list's length must be 1");
  assertThrows(() => winProportion([1], [NaN]), RangeError, "costs[0] must be");
});

Deno.test("hodgesLehmann contains the shifts that SciPy's exact signed-rank test does not reject", () => {
  // differences and their averages are rounded in the same two operations here and there, so only the median may differ
  for (const { a, b, confidence, estimate, bounds } of fixture.hodgesLehmann) {
    const result = hodgesLehmann(a, b, confidence);
    assertBounds(result, bounds, 1e-15, `n = ${a.length}`);
    assertNear(result.estimate, estimate, 1e-15);
  }
});

Deno.test("hodgesLehmann states the coverage of the signed ranks", () => {
  // six pairs: all signs alike has probability 2/64; five pairs: 2/32 is more than 5 %
  const shift = (n: number) => hodgesLehmann(Array.from({ length: n }, (_, i) => 3 + i * i), Array(n).fill(0));
  assertEquals(shift(6).coverage, 1 - 2 / 64);
  assertEquals([shift(6).lower, shift(6).upper], [3, 28]);
  assertEquals([shift(5).coverage, shift(5).lower, shift(5).upper], [1, -Infinity, Infinity]);
});

Deno.test("hodgesLehmann finds the same averages as sorting all of them", () => {
  const random = stream("paired_costs_test", "averages");
  for (let n = 1; n <= 60; n++) {
    const values = Array.from(
      { length: n },
      () => n % 3 === 0 ? Math.round(random.uniform(-3, 3)) : random.uniform(-1, 1) ** 3,
    );
    const averages = values.flatMap((one, i) => values.slice(i).map((other) => (one + other) / 2)).sort((a, b) =>
      a - b
    );
    const { estimate, lower, upper } = hodgesLehmann(values, Array(n).fill(0)), m = averages.length;
    assertEquals(estimate + 0, quantile(averages, 0.5) + 0); // −0 is 0
    const rank = averages.indexOf(lower) + 1, isTied = n % 3 === 0;
    if (!isTied) assertEquals(averages[m - rank] ?? Infinity, upper);
    else assertEquals(upper === Infinity || averages.includes(upper), true);
  }
});

Deno.test("hodgesLehmann takes more pairs than memory could hold averages of", () => {
  const values = Array.from({ length: 50_001 }, (_, i) => i);
  assertEquals(hodgesLehmann(values, Array(values.length).fill(0)).estimate, 25_000);
});

Deno.test("hodgesLehmann corrects the normal distribution for continuity", () => {
  // 300 pairs: mean 22,575 and deviation 1503.71; 22,575.5 − 1.959964 × 1503.71 = 19,628.3
  const { lower } = hodgesLehmann(Array.from({ length: 300 }, (_, i) => 2 ** (i / 8)), Array(300).fill(0), 0.95);
  const values = Array.from({ length: 300 }, (_, i) => 2 ** (i / 8));
  const averages = values.flatMap((one, i) => values.slice(i).map((other) => (one + other) / 2)).sort((a, b) => a - b);
  assertEquals(averages.findIndex((average) => average === lower) + 1, 19_628);
});

Deno.test("hodgesLehmann changes little where the normal approximation takes over", () => {
  // 200 pairs exactly, 201 normally: the next rank has a probability of 2 × .058/823 = .00014; the interval of the
  // differences 0 … n − 1 is about 2z·√(n/12) wide, which grows by .04 from 200 to 201, and moves in steps of ½
  const shift = (n: number) => hodgesLehmann(Array.from({ length: n }, (_, i) => i), Array(n).fill(0));
  const exact = shift(200), normal = shift(201);
  for (const { coverage } of [exact, normal]) assert(coverage >= 0.95 && coverage < 0.9502, `${coverage}`);
  assert(Math.abs(normal.upper - normal.lower - (exact.upper - exact.lower)) <= 1);
});

Deno.test("hodgesLehmann is unbounded without pairs; unsolved runs, NaN and lists of unequal length are refused", () => {
  assertEquals(hodgesLehmann([], []), { estimate: NaN, lower: -Infinity, upper: Infinity, n: 0, coverage: 1 });
  assertThrows(() => hodgesLehmann([1, NaN], [1, 1]), RangeError, "a[1] must be a finite number, but is NaN");
  assertThrows(() => hodgesLehmann([1], [Infinity]), RangeError, "b[0] must be a finite number");
  assertThrows(() => hodgesLehmann([1], []), RangeError, "the second list's length");
});
