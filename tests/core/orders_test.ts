import { assert, assertEquals } from "@std/assert";
import { always, permutation, permutations } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";

/** The example that NUMERICS.md works through. */
const SEED = "xorlab\ndepth-xor\n0";

Deno.test("permutation swaps from the end, with the stream's doubles in turn", () => {
  // u = 0.6226612078932319…, 0.63988…, 0.96018… from the worked example: j = ⌊4u⌋ = 2, ⌊3u⌋ = 1, ⌊2u⌋ = 1.
  // 0123 → swap 3, 2 → 0132 → swap 2, 1 → 0312 → swap 1, 1 → 0312
  assertEquals(permutation(stream(SEED, "init"), 4), [0, 3, 1, 2]);
  assertEquals(permutation(stream(SEED, "init"), 1), [0]);
});

Deno.test("permutations gives one permutation after the other, and tells from what state the next one comes", () => {
  const orders = permutations(stream(SEED, "order"), 5), one = stream(SEED, "order");
  for (let epoch = 0; epoch < 3; epoch++) {
    assertEquals(orders.state(), one.state());
    assertEquals(orders.next(), permutation(one, 5));
  }
});

Deno.test("always gives the same order, and draws nothing", () => {
  const orders = always([2, 0, 1]);
  assertEquals([orders.next(), orders.next(), orders.state()], [[2, 0, 1], [2, 0, 1], undefined]);
});

Deno.test("permutation gives each of the 24 orders of four rows equally often", () => {
  const random = stream("orders", "order"), counts = new Map<string, number>(), draws = 24_000;
  for (let i = 0; i < draws; i++) {
    const order = permutation(random, 4).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assertEquals(counts.size, 24);
  const square = [...counts.values()].reduce((sum, n) => sum + (n - 1000) * (n - 1000) / 1000, 0);
  assert(square < 57, `χ² with 23 degrees of freedom is above 57 in one case of 10,000, but is ${square}`);
});
