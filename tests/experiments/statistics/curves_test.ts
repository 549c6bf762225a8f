import { assert, assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { performanceProfiles, type Profile, solvedCurve } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, costs } from "./near.ts";

Deno.test("solvedCurve steps where SciPy's counts do, with Wilson's band", () => {
  const { costs: values, epochs, solved, bands } = fixture.solvedCurve;
  const [start, ...steps] = solvedCurve(costs(values));
  assertEquals([start!.epoch, start!.solved, start!.estimate, start!.lower], [0, 0, 0, 0]);
  assertEquals(steps.map((step) => step.epoch), epochs);
  assertEquals(steps.map((step) => step.solved), solved);
  steps.forEach((step, at) => assertBounds(step, bands[at]!, 1e-13));
});

Deno.test("solvedCurve never reaches 1 where a run failed", () => {
  assertEquals(solvedCurve([10, 20, undefined, 20]).map((step) => step.estimate), [0, 0.25, 0.75]);
  assertEquals(solvedCurve([20, 10]).at(-1)!.estimate, 1);
  assertEquals(solvedCurve([undefined, undefined]).map((step) => step.estimate), [0]);
});

Deno.test("solvedCurve counts runs solved from the start in its first step", () => {
  assertEquals(solvedCurve([0, 0, 10, undefined]).map((step) => [step.epoch, step.estimate]), [[0, 0.5], [10, 0.75]]);
});

Deno.test("solvedCurve of nothing is one unknown step; NaN and negative epochs are refused", () => {
  assertEquals(solvedCurve([]), [{ epoch: 0, solved: 0, estimate: NaN, lower: 0, upper: 1, n: 0 }]);
  assertThrows(() => solvedCurve([10, NaN]), RangeError, "costs[1] must be");
  assertThrows(() => solvedCurve([10, -10]), RangeError, "an epoch must be at least 0, but is -10");
});

const shareWithin = ({ steps }: Profile, ratio: number) => steps.findLast((step) => step.ratio <= ratio)?.share ?? 0;

Deno.test("performanceProfiles agree with NumPy's table of ratios", () => {
  const { costs: table, ratios, shares } = fixture.performanceProfiles;
  const contenders = Object.entries(table).map(([name, values]) => ({ name, costs: costs(values) }));
  const expected: Record<string, readonly number[]> = shares;
  for (const profile of performanceProfiles(contenders)) {
    assertEquals(ratios.map((ratio) => shareWithin(profile, ratio)), expected[profile.name], profile.name);
  }
});

Deno.test("performanceProfiles work by hand", () => {
  const [a, b] = performanceProfiles([
    { name: "A", costs: [10, 40, undefined, undefined, 30] },
    { name: "B", costs: [20, 10, 50, undefined, 30] },
  ]);
  assertEquals(a!.steps, [{ ratio: 1, share: 2 / 5 }, { ratio: 4, share: 3 / 5 }]);
  assertEquals(b!.steps, [{ ratio: 1, share: 3 / 5 }, { ratio: 2, share: 4 / 5 }]);
  assert(a!.n === 5 && b!.n === 5);
});

Deno.test("performanceProfiles of nothing have no steps; NaN, 0 and unequal seeds are refused", () => {
  assertEquals(performanceProfiles([]), []);
  assertEquals(performanceProfiles([{ name: "A", costs: [] }]), [{ name: "A", n: 0, steps: [] }]);
  assertThrows(() => performanceProfiles([{ name: "A", costs: [NaN] }]), RangeError, "costs[0] must be");
  assertThrows(() => performanceProfiles([{ name: "A", costs: [0] }]), RangeError, "a cost of A must be above 0");
  const unequal = [{ name: "A", costs: [10] }, { name: "B", costs: [] }];
  assertThrows(() => performanceProfiles(unequal), RangeError, "the number of costs of B must be 1");
});
