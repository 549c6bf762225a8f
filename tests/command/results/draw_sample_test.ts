import { assert, assertEquals, assertThrows } from "@std/assert";
import { MAX_PERMUTED, sampleRuns } from "../../../command/results/draw_sample.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { permutation } from "../../../core/orders.ts";
import { stream } from "../../../core/random.ts";
import { countIn, indicesIn } from "../../../experiments/training/ranges.ts";

const upTo = (to: number) => [{ from: 0, to }];

Deno.test("sampleRuns draws the first of a permutation of all runs, and gives each result its own", () => {
  const drawn = permutation(stream("a", "verify"), 30).slice(0, 7).sort((a, b) => a - b);
  const sample = sampleRuns([upTo(10), [], upTo(20)], 7, "a").map((ranges) => [...indicesIn(ranges)]);
  assertEquals(sample, [
    drawn.filter((index) => index < 10),
    [],
    drawn.filter((index) => index >= 10).map((index) => index - 10),
  ]);
});

Deno.test("sampleRuns draws all runs if there are no more, however many they are", () => {
  for (const total of [3, 2_000_000_000]) assertEquals(sampleRuns([upTo(total)], total, "a"), [upTo(total)]);
  assertEquals(sampleRuns([[]], 1, "a"), [[]]);
});

Deno.test("of more runs than fit in memory, sampleRuns draws different ones, evenly, and the same again", () => {
  const total = 2_000_000_000, size = 10_000;
  const draw = (seed: string) => [...indicesIn(sampleRuns([upTo(total)], size, seed)[0]!)];
  const drawn = draw("a");
  assertEquals(new Set(drawn).size, size);
  assert(drawn.every((index) => Number.isInteger(index) && index >= 0 && index < total));
  assertEquals(draw("a"), drawn);
  assert(draw("b")[0] !== drawn[0]);
  // in each tenth a tenth of them, within 5 standard deviations of 30
  for (let tenth = 0; tenth < 10; tenth++) {
    const inside = drawn.filter((index) => Math.floor(10 * index / total) === tenth).length;
    assert(Math.abs(inside - size / 10) < 150, `${inside} in tenth ${tenth}`);
  }
});

Deno.test("of barely more runs than a permutation may have, sampleRuns draws none twice, and not nearly all", () => {
  const total = MAX_PERMUTED + 1;
  // about twenty are drawn twice at first
  assertEquals(countIn(sampleRuns([upTo(total)], 20_000, "a")[0]!), 20_000);
  const error = assertThrows(() => sampleRuns([upTo(total + 1)], total, "a"), InputError);
  assertEquals(error.message, `--sample must be at most 10000000 of 10000002 runs, but is 10000001`);
});
