/** The order in which a processor is given the operations of a list. */

/** What a schedule needs to know of an operation. */
export interface Ordered {
  readonly operands: readonly number[];
}

/**
 * An order for the operations that `results` need; those without operands are there from the start and not in it.
 *
 * `chains` chains advance in turn, one operation each. A chain goes on with an operation that its last one made
 * possible; where there is none, it takes up the shallowest one waiting. So neighbours do not wait for each other, and
 * equal steps of equal chains, which want the same constants, come together, while no more than a few chains are open,
 * which keeps most values in registers.
 */
export function schedule(list: readonly Ordered[], results: readonly number[], chains = 4): number[] {
  const needed = neededFor(list, results), depth = depths(list);
  const users: number[][] = list.map(() => []), missing: number[] = [], isWaiting: boolean[] = [];
  const waiting = priorityQueue((i) => depth[i]! * list.length + i);
  const wait = (i: number) => {
    isWaiting[i] = true;
    waiting.push(i);
  };
  list.forEach(({ operands }, i) => {
    if (operands.length === 0 || !needed[i]) return;
    const awaited = new Set(operands.filter((a) => list[a]!.operands.length > 0));
    missing[i] = awaited.size;
    if (awaited.size === 0) wait(i);
    for (const a of awaited) users[a]!.push(i);
  });
  const order: number[] = [], last: (number | undefined)[] = new Array(chains).fill(undefined);
  for (let chain = 0;; chain = (chain + 1) % chains) {
    const goesOn = users[last[chain] ?? -1]?.find((i) => isWaiting[i]);
    let next = goesOn ?? waiting.pop();
    while (next !== undefined && !isWaiting[next]) next = waiting.pop();
    if (next === undefined) return order;
    isWaiting[next] = false;
    order.push(next);
    last[chain] = next;
    for (const i of users[next]!) if (--missing[i]! === 0) wait(i);
  }
}

/** Which operations of a list the results depend on. */
export function neededFor(list: readonly Ordered[], results: readonly number[]): boolean[] {
  const needed: boolean[] = list.map(() => false);
  for (const i of results) needed[i] = true;
  for (let i = list.length - 1; i >= 0; i--) if (needed[i]) { for (const a of list[i]!.operands) needed[a] = true; }
  return needed;
}

function depths(list: readonly Ordered[]): number[] {
  const depth: number[] = [];
  for (const { operands } of list) {
    let deepest = 0;
    for (const a of operands) deepest = Math.max(deepest, depth[a]! + 1);
    depth.push(deepest);
  }
  return depth;
}

/** A binary heap: `pop` gives the item of the least rank. */
function priorityQueue(rank: (item: number) => number) {
  const heap: number[] = [], ranks: number[] = [];
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
    [ranks[i], ranks[j]] = [ranks[j]!, ranks[i]!];
  };
  return {
    push(item: number): void {
      let i = heap.push(item) - 1;
      ranks[i] = rank(item);
      for (let parent; i > 0 && ranks[parent = (i - 1) >> 1]! > ranks[i]!; i = parent) swap(i, parent);
    },
    pop(): number | undefined {
      if (heap.length === 0) return undefined;
      swap(0, heap.length - 1);
      const least = heap.pop();
      ranks.pop();
      for (let i = 0;;) {
        let child = 2 * i + 1;
        if (child >= heap.length) return least;
        if (child + 1 < heap.length && ranks[child + 1]! < ranks[child]!) child++;
        if (ranks[i]! <= ranks[child]!) return least;
        swap(i, child);
        i = child;
      }
    },
  };
}
