/** The lesson on probability, against the host's functions. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { bestOutput, probability } from "../../../../reports/course/lessons/probability/probability.ts";
import { SHOWN_SUMS } from "../../../../reports/course/lessons/probability/odds_figure.ts";

const logistic = (v: number) => 1 / (1 + Math.exp(-v));

Deno.test("probability: doubling the sum of the output 0.9 squares its odds", () => {
  const { doubled, logNine } = probability.numbers;
  assertEquals(doubled, logistic(2 * Math.log(9)).toFixed(4));
  assertAlmostEquals(logistic(Number(logNine)), 0.9, 1e-4);
});

Deno.test("probability: the odds of the figure are 1 to 9, 1 to 1 and 9 to 1", () => {
  SHOWN_SUMS.forEach((v, i) => assertAlmostEquals(logistic(v) / (1 - logistic(v)), [1 / 9, 1, 9][i]!, 1e-12));
});

Deno.test("probability: the weather of four days, and what its text says of the factors", () => {
  const sums = [-0.5, -2, 1.5, 0];
  assertEquals(probability.prints(), sums.map((v) => logistic(v).toFixed(2)).join(" "));
  assertEquals(probability.numbers.percents.join(" "), sums.map((v) => (100 * logistic(v)).toFixed(0)).join(" "));
  const { clouds, pressure } = probability.numbers;
  assertEquals([Math.exp(2).toFixed(1), Math.exp(1.5).toFixed(1)], [clouds, pressure]);
});

Deno.test("probability: the best output for seven ones in ten is their proportion", () => {
  const sum = (y: number) => 7 * (1 - y) ** 2 + 3 * y ** 2;
  const best = bestOutput(7, 10);
  assertEquals(best.toFixed(1), probability.numbers.best);
  for (const other of [best - 0.01, best + 0.01]) assert(sum(other) > sum(best));
});
