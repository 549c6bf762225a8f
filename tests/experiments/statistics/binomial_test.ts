import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { binomial } from "../../../experiments/statistics/statistics.ts";
import { assertNear } from "./near.ts";

// products of up to 50,000 ratios, each rounded four times: √200,000 × 1e-16 is 5e-14, and SciPy errs as much
const RELATIVE = 1e-12;

Deno.test("binomial agrees with SciPy, relatively, up to 100,000 trials", () => {
  for (const { n, p, k, probability } of fixture.binomial) {
    assertNear(binomial(n, p)[k]! / probability, 1, RELATIVE, `B(${n}, ${p}) at ${k}`);
  }
});

Deno.test("binomial is exact for small numbers", () => {
  assertEquals([...binomial(4, 0.5)], [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]);
  assertEquals([...binomial(0, 0.3)], [1]);
  for (let n = 0; n <= 50; n++) {
    const halved = Array.from({ length: n }).reduce<number[]>(
      (row) => [...row, 0].map((p, k) => (p + (row[k - 1] ?? 0)) / 2),
      [1],
    );
    assertEquals([...binomial(n, 0.5)], halved);
  }
});

Deno.test("binomial refuses an invalid count or probability", () => {
  assertThrows(() => binomial(-1, 0.5), RangeError, "n must be a whole number of at least 0, but is -1");
  assertThrows(() => binomial(2.5, 0.5), RangeError);
  for (const p of [0, 1, NaN]) assertThrows(() => binomial(3, p), RangeError, "p must be");
});
