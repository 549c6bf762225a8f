/** What the explorer makes of numbers that grow without end, or are none. */
import { assert, assertEquals } from "@std/assert";
import { lossScale } from "../../../../reports/live/explorer/loss_chart.ts";
import { looksOf } from "../../../../reports/live/pictures/net_diagram.ts";
import { keyTo } from "../../../../reports/live/pictures/net_view.ts";

Deno.test("lossScale ends a little above the losses before training, whatever becomes of one that diverges", () => {
  const falling = [0.2, 0.1, 0.004], growing = [0.2, 7, 1e290, Infinity, NaN];
  assertEquals(lossScale([falling]).scale.domain, [0.004, 0.2]);
  assertEquals(lossScale([falling]).beyond, []);
  assertEquals(lossScale([falling, growing]).scale.domain, [0.004, 20]);
  assertEquals(lossScale([falling, growing]).beyond, [
    "Values above 20 are drawn at the upper edge.",
    "From × on they are not finite.",
  ]);
  assertEquals(lossScale([falling, [0.2, 7]]).scale.domain, [0.004, 7], "no further than there are losses");
});

Deno.test("lossScale spans eight decades at most, and has a place for losses of 0 and for none", () => {
  assertEquals(lossScale([[1, 1e-12, 0]]).scale.domain, [1e-8, 1]);
  assertEquals(lossScale([[1, 1e-12, 0]]).beyond, ["Values below 10⁻⁸ are drawn at the lower edge."]);
  assertEquals(lossScale([[0, 0]]).beyond, ["All values are 0."]);
  for (const losses of [[], [NaN], [0, 0], [0, 1e200]]) {
    const { domain: [low, high] } = lossScale([losses]).scale;
    assert(low > 0 && low < high && high < Infinity, String(losses));
  }
});

Deno.test("looksOf sets off 0 and what is not finite from what is positive and negative", () => {
  const looks = looksOf([2, -1, 0, NaN, Infinity]);
  assertEquals(looks.map(({ stroke }) => stroke), [
    "var(--blue)",
    "var(--vermillion)",
    "var(--quiet)",
    "var(--quiet)",
    "var(--quiet)",
  ]);
  assertEquals(looks.map((look) => Number(look["stroke-width"])), [6, 3, 0.75, 1.5, 1.5]);
  assertEquals(looks.map((look) => look["stroke-dasharray"]), [undefined, "6 3", undefined, "1.5 4", "1.5 4"]);
});

Deno.test("keyTo speaks of 0 and of what is not finite where there is some", () => {
  const [first, last] = keyTo([1, -1]);
  assertEquals(keyTo([1, 0]), [first, "Thin grey ones are 0.", last]);
  assertEquals(keyTo([1, Infinity]), [first, "Dotted ones are not finite.", last]);
});
