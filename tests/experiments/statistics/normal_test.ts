import { assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { normalQuantile } from "../../../experiments/statistics/statistics.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { assertNear } from "./near.ts";

Deno.test("normalQuantile agrees with SciPy", () => {
  for (const { confidence, z } of fixture.normal) {
    // 1e-12, except for 1 − 5e-7, where one unit in the last place of the confidence moves z by 2e-10
    assertNear(normalQuantile(confidence), z, confidence > 0.9999 ? 2e-10 : 1e-12);
  }
});

Deno.test("normalQuantile of 95 % is a constant that agrees with Newton's method just beside it", () => {
  // the derivative of z by the confidence is 1 / (2 × 0.0584) = 8.6
  assertNear(normalQuantile(0.95), normalQuantile(0.95 + 2 ** -53), 4e-15);
});

Deno.test("normalQuantile converges for a confidence of almost 1", () => {
  assertNear(NUMBERS.erf(normalQuantile(1 - 1e-15) / Math.sqrt(2)), 1 - 1e-15, 2.3e-16);
});

Deno.test("normalQuantile refuses a confidence that is no probability", () => {
  for (const confidence of [0, 1, -0.1, 1.5, NaN]) {
    assertThrows(() => normalQuantile(confidence), RangeError, "confidence must be a number between 0 and 1");
  }
});
