import { assert, assertEquals, assertLess } from "@std/assert";
import fc from "fast-check";
import { lower } from "../../../core/engine/lower.ts";
import { neededFor, type Ordered, schedule } from "../../../core/engine/schedule.ts";
import { programOf, recipe } from "./programs.ts";

Deno.test("schedule gives each operation that a result needs once, and after its operands", () => {
  fc.assert(
    fc.property(recipe, fc.constantFrom(1, 2, 3), (recipe, copies) => {
      const { list, pairs } = lower(programOf(recipe), copies);
      const results = pairs.flatMap(({ next, during }) => [...next, ...during]);
      const order = schedule(list, results), needed = neededFor(list, results);
      const wanted = [...list.keys()].filter((i) => needed[i] && list[i]!.operands.length > 0);
      assertEquals(order.toSorted((a, b) => a - b), wanted);
      const place = new Map(order.map((i, at) => [i, at]));
      for (const i of order) for (const a of list[i]!.operands) assertLess(place.get(a) ?? -1, place.get(i)!);
    }),
    { seed: 3, numRuns: 200 },
  );
});

Deno.test("schedule lets chains take turns, so that none waits for itself", () => {
  // two chains of ten sums, one after the other in the list
  const list: Ordered[] = [{ name: "state", operands: [] }];
  for (let chain = 0; chain < 2; chain++) {
    for (let i = 0; i < 10; i++) list.push({ name: "add", operands: [i === 0 ? 0 : list.length - 1, 0] });
  }
  const order = schedule(list, [10, 20]), inTurn = order.map((i) => i > 10);
  assert(inTurn.slice(1).filter((second, at) => second !== inTurn[at]).length > 5);
});
