/** Which values are in registers when, and which wait in memory. */
import { distinct } from "./schedule.ts";

/** Fetch a value from memory, do an operation, or keep a value in memory for later. */
export interface Step {
  /** What is done. */
  readonly act: "fetch" | "operate" | "keep";
  /** The value that is fetched, made or kept. */
  readonly value: number;
  /** Where a value waits that an operation has made; undefined for others, which have their own places. */
  readonly slot: number | undefined;
}

/**
 * Spreads the operations of an order over so many registers.
 *
 * Values that the order does not make are in memory from the start. Where a register is wanted, the value goes that is
 * used again latest (after Belady 1966), and is kept in a slot if it is not in memory yet. `afterwards` are used after
 * the order.
 */
export function allocate(
  list: readonly { readonly operands: readonly number[] }[],
  order: readonly number[],
  afterwards: readonly number[],
  registers: number,
): { readonly steps: readonly Step[]; readonly slots: number } {
  const operandsOf = list.map(({ operands }) => distinct(operands)), made = new Set(order);
  // by value, the times at which it is used, the next one last
  const uses = new Map<number, number[]>(), held = new Set<number>(), slotOf = new Map<number, number>();
  const use = (value: number, time: number) => uses.get(value)?.push(time) ?? uses.set(value, [time]);
  for (const value of afterwards) use(value, order.length);
  for (let time = order.length - 1; time >= 0; time--) for (const a of operandsOf[order[time]!]!) use(a, time);

  const steps: Step[] = [], free: number[] = [];
  let slots = 0;
  const nextUse = (value: number) => uses.get(value)?.at(-1) ?? Infinity;
  let now = 0;
  // a value that is in memory already need not be stored, so it goes sooner
  const isKept = (value: number) => !made.has(value) || slotOf.has(value);
  const far = (value: number) => (nextUse(value) - now) * (isKept(value) ? 2 : 1);
  const release = (value: number) => {
    held.delete(value);
    const slot = slotOf.get(value);
    if (slot !== undefined) free.push(slot);
  };
  const makeRoom = (wanted: readonly number[]) => {
    while (held.size >= registers) {
      let leaving = -1;
      for (const value of held) {
        if (!wanted.includes(value) && (leaving < 0 || far(value) > far(leaving))) leaving = value;
      }
      held.delete(leaving);
      if (isKept(leaving)) continue;
      const slot = free.pop() ?? slots++;
      slotOf.set(leaving, slot);
      steps.push({ act: "keep", value: leaving, slot });
    }
  };
  for (const value of order) {
    now++;
    const operands = operandsOf[value]!;
    for (const a of operands) {
      if (held.has(a)) continue;
      makeRoom(operands);
      steps.push({ act: "fetch", value: a, slot: slotOf.get(a) });
      held.add(a);
    }
    for (const a of operands) {
      uses.get(a)!.pop();
      if (nextUse(a) === Infinity) release(a);
    }
    if (uses.has(value)) makeRoom([]);
    steps.push({ act: "operate", value, slot: undefined });
    if (uses.has(value)) held.add(value);
  }
  for (const value of new Set(afterwards)) {
    if (!held.has(value)) steps.push({ act: "fetch", value, slot: slotOf.get(value) });
  }
  return { steps, slots };
}
