import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { slope } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, assertNear } from "./near.ts";

Deno.test("slope agrees with SciPy's regression", () => {
  // the promise is 1e-10; residuals of .05 lose a few digits in either
  for (const row of fixture.slope) {
    const line = slope(row.x, row.y, row.level);
    assertNear(line.estimate, row.slope, 1e-13);
    assertNear(line.intercept, row.intercept, 1e-13);
    assertBounds(line, row.bounds, 1e-12, `n = ${row.x.length}`);
    assertEquals(line.n, row.x.length);
  }
});

Deno.test("slope of a straight line has no width", () => {
  assertEquals(slope([0, 1, 2, 3], [5, 3, 1, -1]), { estimate: -2, lower: -2, upper: -2, n: 4, intercept: 5 });
});

Deno.test("slope is unbounded from two points and unknown where x does not vary", () => {
  const bounds = { lower: -Infinity, upper: Infinity };
  assertEquals(slope([1, 2], [3, 5]), { estimate: 2, ...bounds, n: 2, intercept: 1 });
  assertEquals(slope([1, 1, 1], [3, 5, 7]), { estimate: NaN, ...bounds, n: 3, intercept: NaN });
  // the mean of three times 0.1 is not 0.1
  assertEquals(slope([.1, .1, .1], [1, 2, 4]), { estimate: NaN, ...bounds, n: 3, intercept: NaN });
  assertEquals(slope([], []), { estimate: NaN, ...bounds, n: 0, intercept: NaN });
});

Deno.test("slope refuses NaN and lists that do not pair", () => {
  assertThrows(() => slope([1, NaN, 2], [1, 2, 3]), RangeError, "xs[1] must be a finite number, but is NaN");
  assertThrows(() => slope([1, 2, 3], [1, 2, NaN]), RangeError, "ys[2] must be");
  assertThrows(() => slope([1, 2], [1]), RangeError, "the second list's length must be 2");
});
