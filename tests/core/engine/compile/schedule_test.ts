import { assert, assertEquals, assertLess } from "@std/assert";
import fc from "fast-check";
import { type Schedulable, schedule } from "../../../../core/engine/compile/schedule.ts";
import { liveOperations } from "../../../../core/engine/plan/liveness.ts";
import { lower } from "../../../../core/engine/plan/lower.ts";
import { programOf, recipe } from "../programs.ts";

Deno.test("schedule contains each live operation once, after its operands", () => {
  fc.assert(
    fc.property(recipe, fc.constantFrom(1, 2, 3), (recipe, groupSize) => {
      const { instructions, pairs } = lower(programOf(recipe), groupSize);
      const results = pairs.flatMap(({ nextState, checkDuring }) => [...nextState, ...checkDuring]);
      const order = schedule(instructions, results), isLive = liveOperations(instructions, results);
      const expected = [...instructions.keys()].filter((i) => isLive[i] && instructions[i]!.operands.length > 0);
      assertEquals(order.toSorted((a, b) => a - b), expected);
      const position = new Map(order.map((i, at) => [i, at]));
      for (const i of order) {
        for (const a of instructions[i]!.operands) assertLess(position.get(a) ?? -1, position.get(i)!);
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});

Deno.test("schedule interleaves independent dependency chains", () => {
  // two chains of ten sums, one after the other in the list
  const instructions: Schedulable[] = [{ name: "state", operands: [] }];
  for (let chain = 0; chain < 2; chain++) {
    for (let i = 0; i < 10; i++) {
      instructions.push({ name: "add", operands: [i === 0 ? 0 : instructions.length - 1, 0] });
    }
  }
  const chains = schedule(instructions, [10, 20]).map((i) => i > 10);
  assert(chains.slice(1).filter((chain, i) => chain !== chains[i]).length > 5);
});
