/** The axes of the fan. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { FAN_HEIGHT, FAN_MARGIN, fanAxes, widenedRange } from "../../../../reports/live/lab/film/fan_axes.ts";

const losses = (...values: number[]) => ({ losses: new Float64Array(values) });

Deno.test("fanAxes places epoch 0 and the last epoch at both ends, and finds each epoch again", () => {
  const { xOf, epochAt } = fanAxes(600, 5000, undefined);
  assertEquals([xOf(0), xOf(5000)], [FAN_MARGIN.left, 600 - FAN_MARGIN.right]);
  for (const epoch of [0, 1, 17, 400, 5000]) assertAlmostEquals(epochAt(xOf(epoch)), epoch, 1e-9 * (1 + epoch));
  assertEquals([epochAt(-100), Math.round(epochAt(1e6))], [0, 5000]);
});

Deno.test("fanAxes draws high losses higher, those that are not finite at the top, and 0 at the bottom", () => {
  const { yOf } = fanAxes(600, 100, { low: 0.01, high: 1 });
  const bottom = FAN_HEIGHT - FAN_MARGIN.bottom;
  assertEquals([yOf(0), yOf(0.01), yOf(1), yOf(NaN), yOf(Infinity)], [bottom, bottom, 8, 8, 8]);
  assertAlmostEquals(yOf(0.1), (bottom + 8) / 2, 1e-9);
});

Deno.test("widenedRange leaves headroom above the first losses, and follows falling losses by powers of ten", () => {
  assertEquals(widenedRange(undefined, losses(0, NaN, Infinity)), undefined);
  const first = widenedRange(undefined, losses(0.2, 0.4))!;
  assertEquals(first, { low: 0.4 * 1.5 / 100, high: 0.4 * 1.5 });
  assert(widenedRange(first, losses(0.1, 100)) === first, "later losses do not raise the upper end");
  const second = widenedRange(first, losses(0.0005, 0.1))!;
  assertEquals(second.high, first.high);
  assert(second.low <= 0.0005 && second.low * 10 > 0.0005);
});

Deno.test("widenedRange ignores the lowest fiftieth of the losses, and spans at most eight decades", () => {
  const many = Array.from({ length: 100 }, () => 0.5);
  const range = widenedRange(undefined, losses(...many))!;
  assert(widenedRange(range, losses(1e-6, 1e-6, ...many.slice(2))) === range);
  const widest = widenedRange(range, losses(...many.map(() => 1e-30)))!;
  assert(widest.high / widest.low < 1e10);
});
