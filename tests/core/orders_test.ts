import { assert, assertEquals } from "@std/assert";
import { fixedOrder, permutation, shuffledOrders } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";

/** The worked example of NUMERICS.md. */
const SEED = "xorlab\ndepth-xor\n0";

Deno.test("permutation swaps from the end, with the doubles of the stream in order", () => {
  // u = 0.6226612078932319…, 0.63988…, 0.96018… from the worked example: j = ⌊4u⌋ = 2, ⌊3u⌋ = 1, ⌊2u⌋ = 1.
  // 0123 → swap 3, 2 → 0132 → swap 2, 1 → 0312 → swap 1, 1 → 0312
  assertEquals(permutation(stream(SEED, "init"), 4), [0, 3, 1, 2]);
  assertEquals(permutation(stream(SEED, "init"), 1), [0]);
});

Deno.test("shuffledOrders gives successive permutations, and the state from which the next one is drawn", () => {
  const orders = shuffledOrders(stream(SEED, "order"), 5), expected = stream(SEED, "order");
  for (let epoch = 0; epoch < 3; epoch++) {
    assertEquals(orders.state(), expected.state());
    assertEquals(orders.next(), permutation(expected, 5));
  }
});

Deno.test("fixedOrder always gives the same order", () => {
  const orders = fixedOrder([2, 0, 1]);
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
