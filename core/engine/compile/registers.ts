/** Register allocation: which values are in registers when, and which are spilled to memory. */
import { distinctOperands } from "../plan/liveness.ts";

/** Reload a value from memory, execute the instruction that computes it, or spill it to memory. */
interface AllocationStep {
  readonly action: "reload" | "execute" | "spill";
  readonly value: number;
  /** The spill slot of a value that the order computes; undefined for other values, which have fixed addresses. */
  readonly slot: number | undefined;
}

/**
 * Allocates registers for an execution order.
 *
 * Values that the order does not compute are in memory from the start. When a register is needed, the value whose next
 * use is furthest leaves it (Belady 1966), and is spilled unless it is in memory already. `liveOut` are the values used
 * after the order.
 */
export function allocateRegisters(
  instructions: readonly { readonly operands: readonly number[] }[],
  order: readonly number[],
  liveOut: readonly number[],
  registers: number,
): { readonly steps: readonly AllocationStep[]; readonly slots: number } {
  const operandsOf = instructions.map(({ operands }) => distinctOperands(operands));
  const uses = usesOf(operandsOf, order, liveOut), computed = new Set(order);
  const held = new Set<number>(), slotOf = new Map<number, number>(), freeSlots: number[] = [];
  const steps: AllocationStep[] = [];
  let slots = 0, now = 0;
  const nextUse = (value: number) => uses.get(value)?.at(-1) ?? Infinity;
  const isInMemory = (value: number) => !computed.has(value) || slotOf.has(value);
  // a value in memory leaves without a store, so its distance counts twice
  const distance = (value: number) => (nextUse(value) - now) * (isInMemory(value) ? 2 : 1);
  const release = (value: number) => {
    held.delete(value);
    const slot = slotOf.get(value);
    if (slot !== undefined) freeSlots.push(slot);
  };
  const makeRoom = (pinned: readonly number[]) => {
    while (held.size >= registers) {
      let victim = -1;
      for (const value of held) {
        if (!pinned.includes(value) && (victim < 0 || distance(value) > distance(victim))) victim = value;
      }
      held.delete(victim);
      if (isInMemory(victim)) continue;
      const slot = freeSlots.pop() ?? slots++;
      slotOf.set(victim, slot);
      steps.push({ action: "spill", value: victim, slot });
    }
  };
  for (const value of order) {
    now++;
    const operands = operandsOf[value]!;
    for (const a of operands) {
      if (held.has(a)) continue;
      makeRoom(operands);
      steps.push({ action: "reload", value: a, slot: slotOf.get(a) });
      held.add(a);
    }
    for (const a of operands) {
      uses.get(a)!.pop();
      if (nextUse(a) === Infinity) release(a);
    }
    if (uses.has(value)) makeRoom([]);
    steps.push({ action: "execute", value, slot: undefined });
    if (uses.has(value)) held.add(value);
  }
  for (const value of new Set(liveOut)) {
    if (!held.has(value)) steps.push({ action: "reload", value, slot: slotOf.get(value) });
  }
  return { steps, slots };
}

/** The times at which each value is used, the next use last. */
function usesOf(operandsOf: readonly (readonly number[])[], order: readonly number[], liveOut: readonly number[]) {
  const uses = new Map<number, number[]>();
  const addUse = (value: number, time: number) => uses.get(value)?.push(time) ?? uses.set(value, [time]);
  for (const value of liveOut) addUse(value, order.length);
  for (let time = order.length - 1; time >= 0; time--) {
    for (const a of operandsOf[order[time]!]!) addUse(a, time);
  }
  return uses;
}
