import { assertEquals } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { logLogSlope } from "../../../experiments/statistics/statistics.ts";
import { assertNear } from "./near.ts";

Deno.test("logLogSlope agrees with SciPy's regression", () => {
  // the fixture holds logarithms; exp and log lose a few digits
  for (const { x, y, slope } of fixture.slope) {
    const points = x.map((log, i) => [Math.exp(log), Math.exp(y[i]!)] as const);
    assertNear(logLogSlope(points)!, slope, 1e-13, `n = ${x.length}`);
  }
});

Deno.test("logLogSlope is the exponent of a power law", () => {
  assertNear(logLogSlope([[1, 5], [2, 5 / 8], [4, 5 / 64]])!, -3, 1e-15);
  assertEquals(logLogSlope([[1, 3], [2, 3]]), 0);
});

Deno.test("logLogSlope is undefined without two points or a logarithm, and NaN if x does not vary", () => {
  assertEquals([logLogSlope([]), logLogSlope([[1, 2]])], [undefined, undefined]);
  for (const y of [undefined, 0, -1, NaN, Infinity]) assertEquals(logLogSlope([[1, 2], [2, y], [3, 4]]), undefined);
  // the mean of three equal logarithms may differ from them by rounding
  assertEquals(logLogSlope([[1.1, 1], [1.1, 2], [1.1, 4]]), NaN);
});
