import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { stream } from "../../../core/random.ts";
import { bootstrap, expectedEpochs, quantile } from "../../../experiments/statistics/statistics.ts";
import { assertBounds, assertNear } from "./near.ts";

// sums of a few dozen numbers, in another order than NumPy's
const ROUNDING = 1e-13;

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

Deno.test("quantile interpolates between neighbours, as NumPy does", () => {
  assertEquals([0, 0.1, 0.5, 1].map((p) => quantile([10, 20, 40, 80, 160], p)), [10, 14, 40, 160]);
  assertEquals(quantile([7], 0.3), 7);
  assertEquals(quantile([], 0.5), NaN);
});

Deno.test("quantile allows Infinity at the end", () => {
  assertEquals([0.5, 0.6, 1].map((p) => quantile([1, 2, Infinity], p)), [2, Infinity, Infinity]);
  assertEquals(quantile([1, Infinity, Infinity], 0.75), Infinity);
});

Deno.test("expectedEpochs and its interval agree with the textbook formula on the same draws", () => {
  for (const { costs, budget, repeats, estimate, bounds } of fixture.expectedEpochs) {
    const attempts = costs.map((cost) => ({ solved: cost !== null, epochs: cost ?? budget }));
    const random = stream("statistics", `restarts ${costs.length} bootstrap`).double;
    const interval = bootstrap([attempts], expectedEpochs, { random, repeats });
    assertNear(interval.estimate, estimate, ROUNDING);
    assertBounds(interval, bounds, ROUNDING);
  }
});

Deno.test("expectedEpochs adds the failed runs between two successes", () => {
  const solved = { solved: true, epochs: 100 }, failed = { solved: false, epochs: 1000 };
  assertEquals(expectedEpochs([solved, failed]), 1100);
  assertEquals(expectedEpochs([solved, solved]), 100);
  assertEquals(expectedEpochs([failed]), Infinity);
  assertEquals(expectedEpochs([]), NaN);
  assertThrows(() => expectedEpochs([{ solved: true, epochs: NaN }]), RangeError, "epochs must be");
});

Deno.test("bootstrap gives the same interval from the same stream, and another from another", () => {
  const values = [[1, 5, 2, 8, 3, 9, 4]];
  const run = (purpose: string) => bootstrap(values, mean, { random: stream("statistics", purpose).double });
  assertEquals(run("one"), run("one"));
  assertNotEquals(run("one"), run("two"));
});

Deno.test("bootstrap resamples each stratum separately", () => {
  const sizes = bootstrap([[1, 1], [10], [100, 100, 100]], (values) => values.reduce((a, b) => a + b, 0), {
    random: stream("statistics", "sizes").double,
    repeats: 50,
  });
  assertEquals(sizes, { estimate: 312, lower: 312, upper: 312, n: 6 });
});

Deno.test("bootstrap is unbounded without data, and refuses a statistic that is NaN", () => {
  const random = () => 0.5;
  assertEquals(bootstrap([[]], mean, { random }), { estimate: NaN, lower: -Infinity, upper: Infinity, n: 0 });
  assertThrows(() => bootstrap([[1]], () => NaN, { random }), RangeError, "must be a number, but is NaN");
  assertThrows(() => bootstrap([[1]], () => 1, { random, repeats: 0 }), RangeError, "repeats must be");
});

Deno.test("bootstrap's interval for a mean is close to the normal one for a large sample", () => {
  const draw = stream("statistics", "uniform").double;
  const values = Array.from({ length: 400 }, draw);
  const { lower, upper } = bootstrap([values], mean, { random: stream("statistics", "mean").double });
  // 2 × 1.96/√(12 × 400) = .0566; the width of a 2,000-fold bootstrap varies by a few percent
  assert(Math.abs((upper - lower) / 0.0566 - 1) < 0.1, `${upper - lower}`);
});

Deno.test("bootstrap draws as many samples as it is told, of as many values as there are", () => {
  const sizes: number[] = [];
  let draws = 0;
  const random = () => draws++ % 2 / 2;
  bootstrap([[1, 2], [3]], (values) => sizes.push(values.length), { random, repeats: 7 });
  assertEquals(sizes, Array(8).fill(3), "the values themselves and seven samples");
  assertEquals(draws, 21);
});
