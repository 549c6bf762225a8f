import { assert, assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { countDiscordant, tango, wilson } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, assertNear } from "./near.ts";

// some dozen rounded operations on numbers of at most 1
const ROUNDING = 1e-13;

Deno.test("wilson agrees with SciPy", () => {
  for (const { successes, n, confidence, bounds } of fixture.wilson) {
    const interval = wilson(successes, n, confidence);
    assertBounds(interval, bounds, ROUNDING, `${successes} of ${n}`);
    assertEquals([interval.estimate, interval.n], [successes / n, n]);
  }
});

Deno.test("wilson ends exactly at 0 and 1, and only there", () => {
  for (let n = 1; n <= 2000; n++) {
    assertEquals(wilson(0, n).lower, 0);
    assertEquals(wilson(n, n).upper, 1);
    assert(wilson(0, n).upper < 1 && wilson(n, n).lower > 0);
    assert(n === 1 || wilson(1, n).lower > 0 && wilson(n - 1, n).upper < 1);
  }
});

Deno.test("wilson of failures mirrors that of successes", () => {
  for (let successes = 0; successes <= 60; successes++) {
    assertNear(wilson(successes, 60).lower, 1 - wilson(60 - successes, 60).upper, ROUNDING);
  }
});

Deno.test("wilson is [0, 1] without runs", () => {
  assertEquals(wilson(0, 0), { estimate: NaN, lower: 0, upper: 1, n: 0 });
});

Deno.test("wilson refuses invalid counts", () => {
  assertThrows(() => wilson(NaN, 10), RangeError, "successes must be a whole number from 0 to 10, but is NaN");
  assertThrows(() => wilson(11, 10), RangeError);
  assertThrows(() => wilson(0.5, 10), RangeError);
  assertThrows(() => wilson(1, NaN), RangeError, "n must be");
  assertThrows(() => wilson(1, 2, 95), RangeError, "confidence must be");
});

Deno.test("tango agrees with the recipe", () => {
  for (const { table: [both, onlyA, onlyB, neither], confidence, tango: bounds } of fixture.paired) {
    const n = both! + onlyA! + onlyB! + neither!;
    const interval = tango(onlyA!, onlyB!, n, confidence);
    // the recipe's root is found to 1e-14, from a score that is a quotient of small differences
    assertBounds(interval, bounds, 1e-12, `${onlyA} : ${onlyB} of ${n}`);
    assertNear(interval.estimate, (onlyA! - onlyB!) / n, ROUNDING);
  }
});

Deno.test("tango agrees with the published interval of 59, 6, 16, 80", () => {
  // Cavo et al. 2012, in Fagerland, Lydersen & Laake 2017, "Statistical Analysis of Contingency Tables", ch. 8
  assertBounds(tango(6, 16, 161), [-0.1240, -0.0054], 5e-5);
});

Deno.test("tango changes sign if the arms are exchanged", () => {
  assertBounds(tango(10, 30, 200), [-tango(30, 10, 200).upper, -tango(30, 10, 200).lower], 0);
});

Deno.test("tango excludes 0 exactly if McNemar's test without correction rejects", () => {
  for (let onlyA = 0; onlyA <= 30; onlyA++) {
    for (let onlyB = 0; onlyB <= 30 - onlyA; onlyB++) {
      const rejects = (onlyA - onlyB) * (onlyA - onlyB) > 1.96 * 1.96 * (onlyA + onlyB);
      const { lower, upper } = tango(onlyA, onlyB, 100);
      assertEquals(lower > 0 || upper < 0, rejects, `${onlyA} against ${onlyB}`);
    }
  }
});

Deno.test("tango is [−1, 1] without pairs", () => {
  assertEquals(tango(0, 0, 0), { estimate: NaN, lower: -1, upper: 1, n: 0 });
});

Deno.test("tango refuses NaN and impossible counts", () => {
  assertThrows(() => tango(NaN, 0, 3), RangeError, "onlyA must be");
  assertThrows(() => tango(2, 2, 3), RangeError, "onlyB must be a whole number from 0 to 1, but is 2");
});

Deno.test("countDiscordant counts the pairs in which one arm alone succeeds", () => {
  const a = [true, true, true, false, false, false];
  const b = [true, false, false, true, false, false];
  assertEquals(countDiscordant(a, b), { onlyA: 2, onlyB: 1 });
  assertThrows(() => countDiscordant(a, [true]), RangeError, "the second list's length must be 6");
});
