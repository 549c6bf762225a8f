import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { solvedCurve } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, costs } from "./near.ts";

Deno.test("solvedCurve steps where SciPy's counts do, with Wilson's band", () => {
  const { costs: values, epochs, solved, bands } = fixture.solvedCurve;
  const [start, ...steps] = solvedCurve(costs(values));
  assertEquals([start!.epoch, start!.solved, start!.estimate, start!.lower], [0, 0, 0, 0]);
  assertEquals(steps.map((step) => step.epoch), epochs);
  assertEquals(steps.map((step) => step.solved), solved);
  steps.forEach((step, at) => assertBounds(step, bands[at]!, 1e-13));
});

Deno.test("solvedCurve stays below 1 if a run failed", () => {
  assertEquals(solvedCurve([10, 20, undefined, 20]).map((step) => step.estimate), [0, 0.25, 0.75]);
  assertEquals(solvedCurve([20, 10]).at(-1)!.estimate, 1);
  assertEquals(solvedCurve([undefined, undefined]).map((step) => step.estimate), [0]);
});

Deno.test("solvedCurve counts runs solved from the start in its first step", () => {
  assertEquals(solvedCurve([0, 0, 10, undefined]).map((step) => [step.epoch, step.estimate]), [[0, 0.5], [10, 0.75]]);
});

Deno.test("solvedCurve without runs is one unknown step; NaN and negative epochs are refused", () => {
  assertEquals(solvedCurve([]), [{ epoch: 0, solved: 0, estimate: NaN, lower: 0, upper: 1, n: 0 }]);
  assertThrows(() => solvedCurve([10, NaN]), RangeError, "costs[1] must be");
  assertThrows(() => solvedCurve([10, -10]), RangeError, "an epoch must be at least 0, but is -10");
});
