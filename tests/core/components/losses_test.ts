import { assert, assertEquals } from "@std/assert";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { LOSSES } from "../../../core/components/losses.ts";

/** Cross entropy of a logit y and a target d, from other tools. */
const LOGIT_LOSSES: readonly (readonly [y: number, d: number, loss: number])[] = [
  [30, 0.999, 0.030000000000093605],
  [-30, 1 - 0.999, 0.030000000000093605],
  [36.7, 0.9, 3.6699999999999995],
  [700, 0.999, 0.7000000000000006],
  [700, 1, 0],
  [-700, 0, 0],
  [700, 0, 700],
  [-700, 1, 700],
  [0, 0.3, Math.LN2],
];

Deno.test("crossEntropyFromLogits is accurate for targets near 0 and 1", () => {
  for (const [y, d, loss] of LOGIT_LOSSES) {
    const value = LOSSES.crossEntropyFromLogits.value(NUMBERS, y, d, {});
    assert(Math.abs(value - loss) <= 2 ** -51 * loss + 1e-300, `${value} for ${y}, ${d}`);
  }
  assertEquals(LOSSES.crossEntropyFromLogits.value(NUMBERS, 0, 1, {}), Math.LN2);
});
