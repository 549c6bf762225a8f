/** The order in which the processor is given the operations of a list. */
import type { Instruction } from "./lower.ts";
import { instructionsOf, latencyOf, RATE, REGISTERS } from "./processor.ts";

/** What the scheduler needs to know of an operation. */
export type Ordered = Pick<Instruction, "name" | "operands">;

/**
 * An order for the operations that `results` need; those without operands are there from the start and not in it.
 *
 * Of the operations whose operands are ready by then, the next one is that which frees the most registers and fetches the
 * fewest values that have left them; of equal ones that which comes first in all chains, so that equal steps of equal
 * chains, which want the same constants, come together. Where none is ready, the next is the one that is ready soonest.
 */
export function schedule(list: readonly Ordered[], results: readonly number[]): number[] {
  const needed = neededFor(list, results),
    rank = ranks(list),
    isSource = list.map(({ operands }) => operands.length === 0);
  const users: number[][] = list.map(() => []),
    uses: number[] = list.map(() => 0),
    missing: number[] = list.map(() => 0);
  const readyAt: number[] = list.map(() => 0),
    registers = new Set<number>(),
    order: number[] = [],
    waiting: number[] = [];
  const operands = list.map(({ operands }) => [...new Set(operands)]);
  for (const i of results) uses[i] = Infinity;
  list.forEach((_, i) => {
    if (!needed[i] || isSource[i]) return;
    for (const a of operands[i]!) {
      uses[a]!++;
      if (!isSource[a]) users[a]!.push(i);
      if (!isSource[a]) missing[i]!++;
    }
    if (missing[i] === 0) waiting.push(i);
  });

  const fetched = (i: number) => count(operands[i]!, (a) => !registers.has(a));
  const freed = (i: number) => count(operands[i]!, (a) => uses[a] === 1 && !isSource[a]);
  /** The least recently used value leaves; two registers are for values on their way through. */
  const use = (i: number) => {
    registers.delete(i);
    registers.add(i);
    if (registers.size > REGISTERS - 2) registers.delete(registers.values().next().value!);
  };

  for (let now = 0; waiting.length > 0;) {
    let best = -1, bestGain = -Infinity, soonest = Infinity;
    for (let w = 0; w < waiting.length; w++) {
      const i = waiting[w]!;
      soonest = Math.min(soonest, readyAt[i]!);
      if (readyAt[i]! > now) continue;
      const gain = 2 * freed(i) - fetched(i);
      if (gain < bestGain || (gain === bestGain && rank[i]! > rank[waiting[best]!]!)) continue;
      best = w;
      bestGain = gain;
    }
    if (best < 0) {
      now = soonest;
      continue;
    }
    const next = waiting[best]!;
    waiting[best] = waiting.at(-1)!;
    waiting.pop();
    order.push(next);
    const done = now + latencyOf(list[next]!);
    now += (instructionsOf(list[next]!) + fetched(next)) / RATE;
    for (const a of operands[next]!) {
      uses[a]!--;
      if (uses[a] === 0) registers.delete(a);
      else use(a);
    }
    use(next);
    for (const i of users[next]!) {
      readyAt[i] = Math.max(readyAt[i]!, done);
      if (--missing[i]! === 0) waiting.push(i);
    }
  }
  return order;
}

/** Which operations of a list the results depend on. */
export function neededFor(list: readonly Pick<Ordered, "operands">[], results: readonly number[]): boolean[] {
  const needed: boolean[] = list.map(() => false);
  for (const i of results) needed[i] = true;
  for (let i = list.length - 1; i >= 0; i--) if (needed[i]) { for (const a of list[i]!.operands) needed[a] = true; }
  return needed;
}

/** Where each operation stands by depth, equally deep ones by their places in the list. */
function ranks(list: readonly Ordered[]): number[] {
  const depth: number[] = [];
  for (const { operands } of list) depth.push(operands.reduce((deepest, a) => Math.max(deepest, depth[a]! + 1), 0));
  return depth.map((d, i) => d * list.length + i);
}

function count(items: readonly number[], holds: (item: number) => boolean): number {
  let n = 0;
  for (const item of items) if (holds(item)) n++;
  return n;
}
