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
const LAT: any = { add: 3, sub: 3, mul: 3, div: 13, sqrt: 20, abs: 1, min: 2, max: 2, less: 2, equal: 2, choose: 3, "lane 0": 9, "lane 1": 10, "column 0": 1, "column 1": 1, exponent: 6, significand: 2 };
export function schedule(list: readonly any[], results: readonly number[]): number[] {
  const G = globalThis as any;
  if (G.ALG==='sim') return scheduleSim(list, results);
  if (G.ALG==='cost') return scheduleCost(list, results);
  if (G.ALG==='v1') return scheduleV1(list, results, G.CHAINS ?? 4);
  const REGS = +(G.REGS ?? 14), SLACK = +(G.SLACK ?? 30), WIDTH = +(G.WIDTH ?? 3), KILL = +(G.KILL ?? 0.5), TIE = G.TIE ?? "deep";
  const needed = neededFor(list, results), depth = depths(list);
  const users: number[][] = list.map(() => []), missing: number[] = [];
  const left: number[] = list.map(() => 0), ready: number[] = list.map(() => 0);
  const height: number[] = list.map(() => 0);
  for (let i = list.length - 1; i >= 0; i--) for (const a of list[i]!.operands) height[a] = Math.max(height[a]!, height[i]! + (LAT[list[i].name] ?? 0));
  for (const r of new Set(results)) left[r]!++;
  let waiting: number[] = [];
  list.forEach(({ operands }, i) => {
    if (operands.length === 0 || !needed[i]) return;
    const awaited = new Set<number>(operands.filter((a: number) => list[a]!.operands.length > 0));
    missing[i] = awaited.size;
    if (awaited.size === 0) waiting.push(i);
    for (const a of new Set<number>(operands)) left[a]!++;
    for (const a of awaited) users[a]!.push(i);
  });
  const order: number[] = [];
  const regs = new Map<number, number>(); // value -> last use
  let clock = 0;
  const touch = (v: number) => {
    regs.set(v, clock);
    if (regs.size > REGS) {
      let worst = -1, when = Infinity;
      for (const [value, used] of regs) if (used < when) { worst = value; when = used; }
      regs.delete(worst);
    }
  };
  while (waiting.length > 0) {
    const now = order.length / WIDTH;
    let best = -1, bestScore = Infinity;
    for (const i of waiting) {
      const late = Math.max(0, ready[i]! - now - SLACK);
      let score = late * 10;
      let killed = 0;
      for (const a of new Set<number>(list[i]!.operands)) {
        if (!regs.has(a)) score += 1;
        if (left[a] === 1 && list[a].operands.length > 0) killed++;
      }
      score -= KILL * Math.min(killed, 2);
      const tie = TIE === "deep" ? -depth[i]! * 1e-3 : TIE === "high" ? -height[i]! * 1e-4 : TIE === "shallow" ? depth[i]! * 1e-3 : 0;
      score += tie + i * 1e-7;
      if (score < bestScore) { best = i; bestScore = score; }
    }
    waiting = waiting.filter((i) => i !== best);
    const finish = Math.max(now, ready[best]!) + (LAT[list[best].name] ?? 0);
    clock++;
    for (const a of new Set<number>(list[best]!.operands)) { left[a]!--; if (left[a] === 0 && list[a].operands.length > 0) regs.delete(a); else touch(a); }
    touch(best);
    order.push(best);
    for (const i of users[best]!) { ready[i] = Math.max(ready[i]!, finish); if (--missing[i]! === 0) waiting.push(i); }
  }
  return order;
}

const PIPE: any = { add: 0, sub: 0, min: 0, max: 0, less: 0, equal: 0, mul: 1, div: 1, sqrt: 1, "lane 0": 2, "lane 1": 2 };
function scheduleSim(list: readonly any[], results: readonly number[]): number[] {
  const G = globalThis as any;
  const REGS = +(G.REGS ?? 14), SLACK = +(G.SLACK ?? 0), DISPATCH = +(G.DISPATCH ?? 5), KILL = +(G.KILL ?? 2), TIE = G.TIE ?? "shallow", PIPES = +(G.PIPES ?? 2), LANE = +(G.LANE ?? 10), RELOAD = +(G.RELOAD ?? 1);
  const EXTRA = +(G.EXTRA ?? 0); const lat = (n: string) => EXTRA + (n === "lane 0" || n === "lane 1" ? LANE : LAT[n] ?? 0);
  const needed = neededFor(list, results), depth = depths(list);
  const users: number[][] = list.map(() => []), missing: number[] = [];
  const left: number[] = list.map(() => 0), ready: number[] = list.map(() => 0);
  const height: number[] = list.map(() => 0);
  for (let i = list.length - 1; i >= 0; i--) for (const a of list[i]!.operands) height[a] = Math.max(height[a]!, height[i]! + lat(list[i].name));
  for (const r of new Set(results)) left[r]!++;
  let waiting: number[] = [];
  list.forEach(({ operands }, i) => {
    if (operands.length === 0 || !needed[i]) return;
    const awaited = new Set<number>(operands.filter((a: number) => list[a]!.operands.length > 0));
    missing[i] = awaited.size;
    if (awaited.size === 0) waiting.push(i);
    for (const a of new Set<number>(operands)) left[a]!++;
    for (const a of awaited) users[a]!.push(i);
  });
  const order: number[] = [];
  const regs = new Map<number, number>(), stored = new Set<number>();
  let clock = 0, now = 0, slots = 0; let pipes = [0, 0, 0, 0];
  let stores = 0;
  const touch = (v: number) => {
    regs.set(v, clock);
    if (regs.size > REGS) {
      let worst = -1, when = Infinity;
      for (const [value, used] of regs) if (used < when) { worst = value; when = used; }
      regs.delete(worst);
      if (list[worst].operands.length > 0 && !stored.has(worst)) { stored.add(worst); stores++; }
    }
  };
  while (waiting.length > 0) {
    let best = -1, bestScore = Infinity;
    for (const i of waiting) {
      if (ready[i]! > now + SLACK) continue;
      const pipe = PIPE[list[i].name] ?? 3;
      if (pipe < 3 && pipes[pipe]! >= PIPES) continue;
      let score = 0, killed = 0;
      for (const a of new Set<number>(list[i]!.operands)) {
        if (!regs.has(a)) score += RELOAD;
        if (left[a] === 1 && list[a].operands.length > 0) killed++;
      }
      score -= KILL * Math.min(killed, 2);
      score += (TIE === "deep" ? -depth[i]! * 1e-3 : TIE === "high" ? -height[i]! * 1e-4 : TIE === "shallow" ? depth[i]! * 1e-3 : 0) + i * 1e-7;
      if (score < bestScore) { best = i; bestScore = score; }
    }
    if (best < 0 || slots >= DISPATCH) { now++; slots = Math.max(0, slots - DISPATCH); pipes = [0, 0, 0, 0]; if (best<0) slots = 0; continue; }
    waiting = waiting.filter((i) => i !== best);
    const finish = now + lat(list[best].name);
    clock++;
    stores = 0;
    let cost = list[best].name.startsWith("lane") ? 4 : 1;
    const pipe = PIPE[list[best].name] ?? 3; pipes[pipe]! += list[best].name === "div" ? 2 : 1;
    for (const a of new Set<number>(list[best]!.operands)) { if (!regs.has(a)) cost++; left[a]!--; if (left[a] === 0 && list[a].operands.length > 0) regs.delete(a); else touch(a); }
    touch(best);
    slots += cost + stores;
    order.push(best);
    for (const i of users[best]!) { ready[i] = Math.max(ready[i]!, finish); if (--missing[i]! === 0) waiting.push(i); }
  }
  if (G.SHOW) console.log("cycles", now);
  return order;
}
function scheduleCost(list: readonly any[], results: readonly number[]): number[] {
  const G = globalThis as any;
  const REGS = +(G.REGS ?? 14), SLACK = +(G.SLACK ?? 0), DISPATCH = +(G.DISPATCH ?? 5), KILL = +(G.KILL ?? 2), TIE = G.TIE ?? "shallow", PIPES = +(G.PIPES ?? 2), LANE = +(G.LANE ?? 10), RELOAD = +(G.RELOAD ?? 1);
  const EXTRA = +(G.EXTRA ?? 0); const lat = (n: string) => EXTRA + (n === "lane 0" || n === "lane 1" ? LANE : LAT[n] ?? 0);
  const needed = neededFor(list, results), depth = depths(list);
  const users: number[][] = list.map(() => []), missing: number[] = [];
  const left: number[] = list.map(() => 0), ready: number[] = list.map(() => 0);
  const height: number[] = list.map(() => 0);
  for (let i = list.length - 1; i >= 0; i--) for (const a of list[i]!.operands) height[a] = Math.max(height[a]!, height[i]! + lat(list[i].name));
  for (const r of new Set(results)) left[r]!++;
  let waiting: number[] = [];
  list.forEach(({ operands }, i) => {
    if (operands.length === 0 || !needed[i]) return;
    const awaited = new Set<number>(operands.filter((a: number) => list[a]!.operands.length > 0));
    missing[i] = awaited.size;
    if (awaited.size === 0) waiting.push(i);
    for (const a of new Set<number>(operands)) left[a]!++;
    for (const a of awaited) users[a]!.push(i);
  });
  const order: number[] = [];
  const regs = new Map<number, number>(), stored = new Set<number>();
  let clock = 0, now = 0, slots = 0; let pipes = [0, 0, 0, 0];
  let stores = 0;
  const touch = (v: number) => {
    regs.set(v, clock);
    if (regs.size > REGS) {
      let worst = -1, when = Infinity;
      for (const [value, used] of regs) if (used < when) { worst = value; when = used; }
      regs.delete(worst);
      if (list[worst].operands.length > 0 && !stored.has(worst)) { stored.add(worst); stores++; }
    }
  };
  while (waiting.length > 0) {
    let best = -1, bestScore = Infinity;
    for (const i of waiting) {
      if (ready[i]! > now + SLACK) continue;
      let score = 0, killed = 0;
      for (const a of new Set<number>(list[i]!.operands)) {
        if (!regs.has(a)) score += RELOAD;
        if (left[a] === 1 && list[a].operands.length > 0) killed++;
      }
      score -= KILL * Math.min(killed, 2);
      score += (TIE === "deep" ? -depth[i]! * 1e-3 : TIE === "high" ? -height[i]! * 1e-4 : TIE === "shallow" ? depth[i]! * 1e-3 : 0) + i * 1e-7;
      if (score < bestScore) { best = i; bestScore = score; }
    }
    if (best < 0) { now = Math.min(...waiting.map((i) => ready[i]!)); continue; }
    waiting = waiting.filter((i) => i !== best);
    const finish = now + lat(list[best].name);
    clock++;
    stores = 0;
    let cost = list[best].name.startsWith("lane") ? 4 : 1;
    
    for (const a of new Set<number>(list[best]!.operands)) { if (!regs.has(a)) cost++; left[a]!--; if (left[a] === 0 && list[a].operands.length > 0) regs.delete(a); else touch(a); }
    touch(best);
    now += (cost + stores) / DISPATCH;
    order.push(best);
    for (const i of users[best]!) { ready[i] = Math.max(ready[i]!, finish); if (--missing[i]! === 0) waiting.push(i); }
  }
  if (G.SHOW) console.log("cycles", now);
  return order;
}
function scheduleV1(list: readonly Ordered[], results: readonly number[], chains = 4): number[] {
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
