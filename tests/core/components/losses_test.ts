import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { bindLoss, LOSSES } from "../../../core/components/losses.ts";

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

/** ln of ⁴⁄₅ and of ⅕, to 20 digits. */
const LN_FOUR_FIFTHS = -0.22314355131420975577, LN_FIFTH = -1.6094379124341003746;

Deno.test("smoothing s moves the target d of a cross entropy to d (1 − s) + s/2", () => {
  // With s = 0.1 the target 1 becomes 0.95, and ¼ becomes 0.275; ln 4 is the logit of 0.8.
  const settings = { smoothing: 0.1 }, y = 0.8, logit = LN_FOUR_FIFTHS - LN_FIFTH;
  for (const [d, smoothed] of [[1, 0.95], [0, 0.05], [0.25, 0.275], [0.5, 0.5]] as const) {
    const loss = -smoothed * LN_FOUR_FIFTHS - (1 - smoothed) * LN_FIFTH;
    const probability = bindLoss({ name: "crossEntropy", ...settings });
    const logits = bindLoss({ name: "crossEntropyFromLogits", ...settings });
    // A few roundings of numbers below 6.
    assertAlmostEquals(probability.value(NUMBERS, y, d), loss, 1e-15);
    assertAlmostEquals(probability.derivative(NUMBERS, y, d), (1 - smoothed) / 0.2 - smoothed / 0.8, 4e-15);
    assertAlmostEquals(probability.fused.sigmoid!(NUMBERS, y, d), 0.8 - smoothed, 1e-15);
    assertAlmostEquals(logits.value(NUMBERS, logit, d), loss, 1e-15);
    assertAlmostEquals(logits.derivative(NUMBERS, logit, d), 0.8 - smoothed, 1e-15);
  }
});
