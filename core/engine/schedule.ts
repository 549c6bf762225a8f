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
 * Operations that are ready within `patience` cycles count as ready: it takes fewer fetches, and longer waits.
 */
export function schedule(list: readonly Ordered[], results: readonly number[], patience = 0): number[] {
  const needed = neededFor(list, results),
    rank = ranks(list),
    operands = list.map(({ operands }) => distinct(operands));
  const isSource = list.map(({ operands }) => operands.length === 0), users: number[][] = list.map(() => []);
  const uses = new Array<number>(list.length).fill(0), missing = new Array<number>(list.length).fill(0);
  const readyAt = new Array<number>(list.length).fill(0), order: number[] = [], waiting: number[] = [];
  for (const i of results) uses[i] = Infinity;
  for (let i = 0; i < list.length; i++) {
    if (!needed[i] || isSource[i]) continue;
    for (const a of operands[i]!) {
      uses[a]!++;
      if (isSource[a]) continue;
      users[a]!.push(i);
      missing[i]!++;
    }
    if (missing[i] === 0) waiting.push(i);
  }

  const registers: number[] = [], isHeld = new Array<boolean>(list.length).fill(false);
  const drop = (i: number) => {
    if (isHeld[i]) registers.splice(registers.indexOf(i), 1);
    isHeld[i] = false;
  };
  /** The least recently used value leaves; two registers are for values on their way through. */
  const use = (i: number) => {
    drop(i);
    isHeld[i] = true;
    if (registers.push(i) > REGISTERS - 2) drop(registers[0]!);
  };

  for (let now = 0; waiting.length > 0;) {
    let best = -1, bestGain = -Infinity, soonest = Infinity;
    for (let w = 0; w < waiting.length; w++) {
      const i = waiting[w]!, ready = readyAt[i]!;
      if (ready < soonest) soonest = ready;
      if (ready > now + patience) continue;
      let gain = 0;
      for (const a of operands[i]!) {
        if (!isHeld[a]) gain--;
        if (uses[a] === 1 && !isSource[a]) gain += 2;
      }
      if (gain < bestGain || (gain === bestGain && rank[i]! > rank[waiting[best]!]!)) continue;
      best = w;
      bestGain = gain;
    }
    if (best < 0) {
      now = soonest;
      continue;
    }
    const next = waiting[best]!;
    waiting[best] = waiting[waiting.length - 1]!;
    waiting.pop();
    order.push(next);
    const done = now + latencyOf(list[next]!);
    let instructions = instructionsOf(list[next]!);
    for (const a of operands[next]!) if (!isHeld[a]) instructions++;
    now += instructions / RATE;
    for (const a of operands[next]!) {
      uses[a]!--;
      if (uses[a] === 0) drop(a);
      else use(a);
    }
    use(next);
    for (const i of users[next]!) {
      if (readyAt[i]! < done) readyAt[i] = done;
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
  for (const { operands } of list) {
    let deepest = 0;
    for (const a of operands) if (depth[a]! >= deepest) deepest = depth[a]! + 1;
    depth.push(deepest);
  }
  return depth.map((d, i) => d * list.length + i);
}

/** The operands of an operation, each once. */
export function distinct(operands: readonly number[]): readonly number[] {
  return operands.length < 2 || (operands.length === 2 && operands[0] !== operands[1])
    ? operands
    : [...new Set(operands)];
}
