import { assertEquals } from "@std/assert";
import { OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { defaultsOf, finite, notNegative, oneOf, positive, share } from "../../../core/components/settings.ts";

Deno.test("defaultsOf leaves out what must be given", () => {
  assertEquals(defaultsOf(OPTIMIZERS.momentum.settings), { momentum: 0.9, reset: "never" });
  assertEquals(defaultsOf(OPTIMIZERS.perceptron.settings), {});
});

Deno.test("settings hold at the ends that their rules name, and of finite numbers only", () => {
  const held = [finite(), positive(), notNegative(), share()].map(({ holds }) =>
    [-1, 0, 0.5, 1, Infinity, NaN, "1"].filter(holds)
  );
  assertEquals(held, [[-1, 0, 0.5, 1], [0.5, 1], [0, 0.5, 1], [0, 0.5]]);
});

Deno.test("oneOf takes its first word unless told otherwise", () => {
  const { rule, holds, default: byDefault } = oneOf("never", "epoch");
  assertEquals([rule, byDefault], ['"never" or "epoch"', "never"]);
  assertEquals(["never", "epoch", "sometimes", 1].filter(holds), ["never", "epoch"]);
});
