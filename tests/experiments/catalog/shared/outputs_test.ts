import { assertAlmostEquals, assertEquals } from "@std/assert";
import { areOutputsNearHalf, fourthRowError } from "../../../../experiments/catalog/shared/outputs.ts";
import type { RunRow } from "../../../../experiments/define/tables.ts";

/** A run with these outputs for the rows 00 01 10 11. */
function run(...[output_00, output_01, output_10, output_11]: (number | undefined)[]): RunRow {
  return { output_00, output_01, output_10, output_11 } as unknown as RunRow;
}

Deno.test("areOutputsNearHalf is true if every output is within the margin, and false for diverged runs", () => {
  assertEquals(areOutputsNearHalf(run(0.53, 0.5, 0.47, 0.44), 0.1), true);
  assertEquals(areOutputsNearHalf(run(0.53, 0.5, 0.47, 0.39), 0.1), false);
  assertEquals(areOutputsNearHalf(run(undefined, undefined, undefined, undefined), 0.1), false);
});

Deno.test("fourthRowError is the error of the worst row, whichever it is, if the others are right", () => {
  assertAlmostEquals(fourthRowError(run(0.01, 0.99, 0.99, 0.998), "xor")!, 0.998, 1e-15);
  assertAlmostEquals(fourthRowError(run(0.01, 0.003, 0.99, 0.02), "xor")!, 0.997, 1e-15);
  assertAlmostEquals(fourthRowError(run(0.01, 0.01, 0.01, 0.499), "and")!, 0.501, 1e-15);
  assertAlmostEquals(fourthRowError(run(0.99, 0.5, 0.99, 0.99), "impliedBy")!, 0.5, 1e-15);
});

Deno.test("fourthRowError is undefined if a second row is wrong or the run diverged", () => {
  assertEquals(fourthRowError(run(0.01, 0.99, 0.89, 0.998), "xor"), undefined);
  assertEquals(fourthRowError(run(undefined, undefined, undefined, undefined), "xor"), undefined);
});
