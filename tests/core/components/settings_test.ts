import { assertEquals } from "@std/assert";
import { OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { belowOne, defaultsOf, finite, notNegative, oneOf, positive } from "../../../core/components/settings.ts";

Deno.test("defaultsOf omits required settings", () => {
  assertEquals(defaultsOf(OPTIMIZERS.momentum.settings), { momentum: 0.9, reset: "never" });
  assertEquals(defaultsOf(OPTIMIZERS.perceptron.settings), {});
});

Deno.test("number settings accept the bounds that their rules include, and only finite numbers", () => {
  const accepted = [finite(), positive(), notNegative(), belowOne()].map(({ isValid }) =>
    [-1, 0, 0.5, 1, Infinity, NaN, "1"].filter(isValid)
  );
  assertEquals(accepted, [[-1, 0, 0.5, 1], [0.5, 1], [0, 0.5, 1], [0, 0.5]]);
});

Deno.test("oneOf has its first word as default", () => {
  const { rule, isValid, default: byDefault } = oneOf("never", "epoch");
  assertEquals([rule, byDefault], ['"never" or "epoch"', "never"]);
  assertEquals(["never", "epoch", "sometimes", 1].filter(isValid), ["never", "epoch"]);
});
