import { assertAlmostEquals, assertEquals } from "@std/assert";
import { errorOfTheFourth, nearHalf } from "../../../../experiments/catalog/shared/answers.ts";
import type { RunRow } from "../../../../experiments/experiment.ts";

/** A run that answers so to the rows 00 01 10 11. */
function run(...[output_00, output_01, output_10, output_11]: (number | undefined)[]): RunRow {
  return { output_00, output_01, output_10, output_11 } as unknown as RunRow;
}

Deno.test("nearHalf holds where every answer is within the margin, and of no run that diverged", () => {
  assertEquals(nearHalf(run(0.53, 0.5, 0.47, 0.44), 0.1), true);
  assertEquals(nearHalf(run(0.53, 0.5, 0.47, 0.39), 0.1), false);
  assertEquals(nearHalf(run(undefined, undefined, undefined, undefined), 0.1), false);
});

Deno.test("errorOfTheFourth is the worst row's error, wherever it stands, where the others are right", () => {
  assertAlmostEquals(errorOfTheFourth(run(0.01, 0.99, 0.99, 0.998), "xor")!, 0.998, 1e-15);
  assertAlmostEquals(errorOfTheFourth(run(0.01, 0.003, 0.99, 0.02), "xor")!, 0.997, 1e-15);
  assertAlmostEquals(errorOfTheFourth(run(0.01, 0.01, 0.01, 0.499), "and")!, 0.501, 1e-15);
  assertAlmostEquals(errorOfTheFourth(run(0.99, 0.5, 0.99, 0.99), "impliedBy")!, 0.5, 1e-15);
});

Deno.test("errorOfTheFourth is undefined where a second row is wrong, and where a run diverged", () => {
  assertEquals(errorOfTheFourth(run(0.01, 0.99, 0.89, 0.998), "xor"), undefined);
  assertEquals(errorOfTheFourth(run(undefined, undefined, undefined, undefined), "xor"), undefined);
});
