import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { lower } from "../../../core/engine/lower.ts";
import { allocate } from "../../../core/engine/registers.ts";
import { schedule } from "../../../core/engine/schedule.ts";
import { programOf, recipe } from "./programs.ts";

Deno.test("allocate has each operand in a register when it is used, and never more of them than there are", () => {
  fc.assert(
    fc.property(recipe, fc.constantFrom(1, 3), fc.constantFrom(4, 5, 15), (recipe, copies, registers) => {
      const { list, pairs } = lower(programOf(recipe), copies), results = pairs.flatMap(({ next }) => next);
      const order = schedule(list, results), made = new Set(order), uses = list.map(() => 0);
      for (const i of order) for (const a of new Set(list[i]!.operands)) uses[a]!++;
      const afterwards = results.filter((i) => made.has(i));
      const { steps, slots } = allocate(list, order, afterwards, registers);

      const held = new Set<number>(), memory: (number | undefined)[] = new Array(slots).fill(undefined);
      for (const { act, value, slot } of steps) {
        if (act === "keep") {
          assert(held.has(value));
          memory[slot!] = value;
        } else if (act === "fetch") {
          assertEquals(slot === undefined ? !made.has(value) : memory[slot] === value, true);
          held.add(value);
        } else {
          for (const a of new Set(list[value]!.operands)) {
            assert(held.has(a));
            uses[a]!--;
          }
          held.add(value);
        }
        // a value that is no longer needed, or is in memory, leaves its register to another
        const needed = [...held].filter((i) => uses[i]! > 0 || afterwards.includes(i));
        const inMemory = (i: number) => !made.has(i) || memory.includes(i);
        assert(needed.filter((i) => !inMemory(i)).length <= registers + 1);
      }
      assertEquals(steps.filter(({ act }) => act === "operate").map(({ value }) => value), order);
      for (const i of afterwards) assert(held.has(i));
    }),
    { seed: 13, numRuns: 200 },
  );
});

Deno.test("allocate keeps what is used again latest in memory, and fetches it for its use", () => {
  // values 0 and 1 are made first; 1 is wanted all the time, 0 at the end
  const list = [[], [], [1], [1, 2], [1, 3], [0, 4]].map((operands) => ({ operands }));
  const { steps, slots } = allocate(list, [0, 1, 2, 3, 4, 5], [], 2);
  const told = steps.map(({ act, value }) => `${act} ${value}`);
  assertEquals(told.filter((step) => !step.startsWith("operate")), ["keep 0", "fetch 0"]);
  assertEquals(slots, 1);
  assertEquals(allocate(list, [0, 1, 2, 3, 4, 5], [], 3).slots, 0);
});
