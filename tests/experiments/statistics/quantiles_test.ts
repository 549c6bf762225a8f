import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { NORMAL_95, normalQuantile, studentQuantile } from "../../../experiments/statistics/statistics.ts";
import { reach } from "../../../experiments/statistics/concave.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { assertNear } from "./near.ts";

Deno.test("normalQuantile agrees with SciPy", () => {
  // 1e-12, but for 1 − level = 5e-7: one last digit of the level moves z by 2e-10 there
  for (const { level, z } of fixture.normal) assertNear(normalQuantile(level), z, level > 0.9999 ? 2e-10 : 1e-12);
});

Deno.test("NORMAL_95 is what Newton's method on erf finds", () => {
  const erf = (z: number) => NUMBERS.erf(z / Math.sqrt(2));
  const density = (z: number) => NUMBERS.exp(-z * z / 2) * Math.sqrt(2 / Math.PI);
  assertNear(reach(0.95, erf, density), NORMAL_95, 4e-15);
  assertEquals(normalQuantile(0.95), NORMAL_95);
});

Deno.test("reach converges for a level that leaves almost nothing outside", () => {
  assertNear(NUMBERS.erf(normalQuantile(1 - 1e-15) / Math.sqrt(2)), 1 - 1e-15, 2.3e-16);
});

Deno.test("studentQuantile agrees with mpmath", () => {
  // a sum of up to 2,500 terms is right to 1e-15 or so; over its density, .002 at 99.9 %, that is 1e-12
  for (const { level, degrees, t } of fixture.student) {
    assertNear(studentQuantile(level, degrees), t, 5e-12, `${level}, ${degrees} degrees`);
  }
});

Deno.test("studentQuantile is a tangent for one degree and algebraic for two", () => {
  // ν = 1: level = 2θ/π with t = tan θ, so ½ gives 1; ν = 2: level = t/√(2 + t²), so ½ gives √(2/3)
  assertNear(studentQuantile(0.5, 1), 1, 4e-16);
  assertNear(studentQuantile(0.5, 2), Math.sqrt(2 / 3), 4e-16);
});

Deno.test("quantiles refuse levels that are no probability", () => {
  for (const level of [0, 1, -0.1, 1.5, NaN]) {
    assertThrows(() => normalQuantile(level), RangeError, "level must be a number between 0 and 1");
    assertThrows(() => studentQuantile(level, 3), RangeError, "level must be");
  }
  for (const degrees of [0, 1.5, NaN]) {
    assertThrows(() => studentQuantile(0.95, degrees), RangeError, "degrees must be a whole number above 0");
  }
});
