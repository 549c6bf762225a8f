import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { median } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, assertNear, costs } from "./near.ts";

Deno.test("median agrees with SciPy's order statistics, bounds bit for bit", () => {
  for (const { costs: values, confidence, estimate, bounds, coverage } of fixture.median) {
    const result = median(costs(values), confidence);
    assertBounds(result, bounds, 0, `n = ${values.length}`);
    assertEquals(result.estimate, Number(estimate));
    assertEquals(result.n, values.length);
    assertNear(result.coverage, coverage, 1e-14);
  }
});

Deno.test("median ranks unsolved runs after every number", () => {
  assertEquals(median([undefined, 10, 30]).estimate, 30);
  assertEquals(median([undefined, 10, undefined]).estimate, Infinity);
  assertEquals(median([undefined, 10]).estimate, Infinity);
  assertEquals(median([undefined, undefined]).estimate, Infinity);
  assertEquals(median([20, 10]).estimate, 15);
});

Deno.test("median of ten runs lies between the second and the ninth", () => {
  // P(B ≤ 1) = 11/1024 ≤ .025 < P(B ≤ 2) = 56/1024
  const result = median([100, 90, 80, 70, 60, 50, 40, 30, 20, 10]);
  assertEquals(result, { estimate: 55, lower: 20, upper: 90, n: 10, coverage: 1 - 22 / 1024 });
});

Deno.test("median takes the outermost rank of six runs if that just attains the confidence", () => {
  // both tails together: 2/64
  assertEquals(median([1, 2, 3, 4, 5, 6], 1 - 2 / 64).lower, 1);
  assertEquals(median([1, 2, 3, 4, 5, 6], 0.97).lower, -Infinity);
});

Deno.test("median has an upper bound of Infinity if it may be unsolved", () => {
  const { estimate, lower, upper } = median([10, 20, 30, 40, 50, 60, undefined, undefined, undefined, undefined]);
  assertEquals([estimate, lower, upper], [55, 20, Infinity]);
});

Deno.test("median without runs is unbounded", () => {
  assertEquals(median([]), { estimate: NaN, lower: -Infinity, upper: Infinity, n: 0, coverage: 1 });
});

Deno.test("median does not modify its input and refuses numbers that are not finite", () => {
  const values = Object.freeze([3, undefined, 1]);
  median(values);
  assertEquals(values, [3, undefined, 1]);
  for (const wrong of [NaN, Infinity]) {
    assertThrows(
      () => median([1, wrong]),
      RangeError,
      `costs[1] must be a finite number or undefined, but is ${wrong}`,
    );
  }
  assertThrows(() => median([1], 2), RangeError, "confidence must be");
});

Deno.test("median takes the innermost values if their coverage is just the confidence", () => {
  // 14 of 64 outcomes of six tosses have fewer than two of a kind
  const { lower, upper, coverage } = median([0, 1, 2, 3, 4, 5], 50 / 64);
  assertEquals([lower, upper, coverage], [1, 4, 50 / 64]);
});
