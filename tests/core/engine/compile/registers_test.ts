import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { allocateRegisters } from "../../../../core/engine/compile/registers.ts";
import { schedule } from "../../../../core/engine/compile/schedule.ts";
import { lower } from "../../../../core/engine/plan/lower.ts";
import { programOf, recipe } from "../programs.ts";

Deno.test("allocateRegisters has each operand in a register when it is used, and never exceeds the registers", () => {
  fc.assert(
    fc.property(recipe, fc.constantFrom(1, 3), fc.constantFrom(4, 5, 15), (recipe, groupSize, registers) => {
      const { instructions, pairs } = lower(programOf(recipe), groupSize);
      const results = pairs.flatMap(({ nextState }) => nextState);
      const order = schedule(instructions, results), computed = new Set(order), uses = instructions.map(() => 0);
      for (const i of order) for (const a of new Set(instructions[i]!.operands)) uses[a]!++;
      const liveOut = results.filter((i) => computed.has(i));
      const { steps, slots } = allocateRegisters(instructions, order, liveOut, registers);

      const held = new Set<number>(), memory: (number | undefined)[] = new Array(slots).fill(undefined);
      for (const { action, value, slot } of steps) {
        if (action === "spill") {
          assert(held.has(value));
          memory[slot!] = value;
        } else if (action === "reload") {
          assertEquals(slot === undefined ? !computed.has(value) : memory[slot] === value, true);
          held.add(value);
        } else {
          for (const a of new Set(instructions[value]!.operands)) {
            assert(held.has(a));
            uses[a]!--;
          }
          held.add(value);
        }
        // a value that is dead or in memory frees its register
        const live = [...held].filter((i) => uses[i]! > 0 || liveOut.includes(i));
        const isInMemory = (i: number) => !computed.has(i) || memory.includes(i);
        assert(live.filter((i) => !isInMemory(i)).length <= registers + 1);
      }
      assertEquals(steps.filter(({ action }) => action === "execute").map(({ value }) => value), order);
      for (const i of liveOut) assert(held.has(i));
    }),
    { seed: 13, numRuns: 200 },
  );
});

Deno.test("allocateRegisters spills the value whose next use is furthest, and reloads it for that use", () => {
  // values 0 and 1 are computed first; 1 is used all the time, 0 at the end
  const instructions = [[], [], [1], [1, 2], [1, 3], [0, 4]].map((operands) => ({ operands }));
  const { steps, slots } = allocateRegisters(instructions, [0, 1, 2, 3, 4, 5], [], 2);
  const moves = steps.filter(({ action }) => action !== "execute").map(({ action, value }) => `${action} ${value}`);
  assertEquals(moves, ["spill 0", "reload 0"]);
  assertEquals(slots, 1);
  assertEquals(allocateRegisters(instructions, [0, 1, 2, 3, 4, 5], [], 3).slots, 0);
});
