/** The lesson on what changes learning: its intervals, its figure and its exercises. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { wilson } from "../../../../experiments/statistics/statistics.ts";
import { evaluate } from "../../../../reports/course/formula/expression.ts";
import { choices } from "../../../../reports/course/lessons/choices/choices.ts";
import {
  holdsTruth,
  intervalValues,
  trialIntervals,
  TRIALS,
} from "../../../../reports/course/lessons/choices/intervals.ts";

const PAIRS = [[190, 200], [180, 200], [20, 20], [0, 7], [3, 9]] as const;

Deno.test("choices: the interval by hand is the suite's, whose ends solve the equation", () => {
  for (const [count, starts] of PAIRS) {
    const { l, u, f, n, z } = intervalValues(count, starts) as Record<string, number>;
    const { lower, upper } = wilson(count, starts);
    assertAlmostEquals(l!, lower, 1e-4);
    assertAlmostEquals(u!, upper, 1e-4);
    for (const p of [l!, u!]) assertAlmostEquals((f! - p) ** 2, z! ** 2 * p * (1 - p) / n!, 1e-12);
  }
  const { lines, values } = choices.update;
  assertEquals(
    lines.map(({ chain }) => evaluate(chain[0]!, values)),
    ["a", "m", "r", "l", "u"].map((name) => values[name]!),
  );
});

Deno.test("choices: the trials are draws with the stated truth, and nearly all intervals hold it", () => {
  const intervals = trialIntervals();
  assertEquals(intervals.length, TRIALS.trials);
  assertEquals(choices.numbers.hits, String(intervals.filter(holdsTruth).length));
  const hits = intervals.filter(holdsTruth).length;
  assert(hits >= 34 && hits <= 40, String(hits));
  const mean = intervals.reduce((sum, { estimate }) => sum + estimate, 0) / intervals.length;
  assertAlmostEquals(mean, TRIALS.truth, 0.02);
});

Deno.test("choices: the answers to the exercises are computed right", () => {
  const { numbers } = choices;
  const text = (count: number, starts: number) => {
    const { lower, upper } = wilson(count, starts);
    return `[${(100 * lower).toFixed(1)}, ${(100 * upper).toFixed(1)}]`;
  };
  assertEquals([numbers.first, numbers.second], [text(190, 200), text(180, 200)]);
  assert(wilson(190, 200).lower < wilson(180, 200).upper, "they overlap");
  assertEquals(numbers.spread, (100 * Math.sqrt(0.9 * 0.1 / 200)).toFixed(1));
  assertEquals(numbers.all, (100 * wilson(20, 20).lower).toFixed(0));
  assert(Number(numbers.all) < 90, "one start in ten may fail");
  assertAlmostEquals(Number(numbers.narrower), 2, 0.1);
  // a step on ½ · 4w² multiplies the weight by 1 − 4α
  for (const rate of [0.01, 0.25, 0.49]) assert(Math.abs(1 - 4 * rate) < 1);
  assertEquals([numbers.largestRate, 1 - 4 * Number(numbers.bestRate)], ["0.5", 0]);
});
