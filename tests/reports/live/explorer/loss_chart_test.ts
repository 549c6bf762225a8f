import { assert, assertEquals } from "@std/assert";
import { lossAxis } from "../../../../reports/live/explorer/loss_chart.ts";

Deno.test("lossAxis ends at 100 times the initial loss if a training diverges", () => {
  const falling = [0.2, 0.1, 0.004], growing = [0.2, 7, 1e290, Infinity, NaN];
  assertEquals(lossAxis([falling]).scale.domain, [0.004, 0.2]);
  assertEquals(lossAxis([falling]).notes, []);
  assertEquals(lossAxis([falling, growing]).scale.domain, [0.004, 20]);
  assertEquals(lossAxis([falling, growing]).notes, [
    "Values above 20 are drawn at the upper edge.",
    "Values from × on are not finite.",
  ]);
  assertEquals(lossAxis([falling, [0.2, 7]]).scale.domain, [0.004, 7], "no further than the largest loss");
});

Deno.test("lossAxis spans at most eight decades, and is valid for losses of 0 and for no losses", () => {
  assertEquals(lossAxis([[1, 1e-12, 0]]).scale.domain, [1e-8, 1]);
  assertEquals(lossAxis([[1, 1e-12, 0]]).notes, ["Values below 10⁻⁸ are drawn at the lower edge."]);
  assertEquals(lossAxis([[0, 0]]).notes, ["All values are 0."]);
  for (const losses of [[], [NaN], [0, 0], [0, 1e200]]) {
    const { domain: [low, high] } = lossAxis([losses]).scale;
    assert(low > 0 && low < high && high < Infinity, String(losses));
  }
});
