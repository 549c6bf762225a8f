/** List scheduling: the order in which a kernel executes its instructions. */
import { distinctOperands, liveOperations } from "../plan/liveness.ts";
import type { Instruction } from "../plan/lower.ts";
import { INSTRUCTIONS_PER_CYCLE, latencyOf, machineInstructionsOf, REGISTERS } from "../plan/processor.ts";

/** What the scheduler needs to know about an instruction. */
export type Schedulable = Pick<Instruction, "name" | "operands">;

/**
 * An execution order of the instructions that `results` need.
 *
 * Instructions without operands are available from the start and not part of the order. Among the instructions whose
 * operands are ready, the next is the one that frees most registers and needs the fewest reloads; ties go to the one
 * that comes first in its dependency chain, so that equal steps of interleaved chains, which share constants, are
 * neighbours. If none is ready, the processor waits for the first that becomes ready. Instructions that become ready
 * within `slack` cycles count as ready: this saves reloads and costs waits.
 */
export function schedule(instructions: readonly Schedulable[], results: readonly number[], slack = 0): number[] {
  const { operands, isSource, users, useCounts, missing, priority } = dependenciesOf(instructions, results);
  const { isHeld, touch, drop } = recentRegisters(instructions.length);
  const readyAt = new Array<number>(instructions.length).fill(0);
  const waiting = [...instructions.keys()].filter((i) => missing[i] === 0);
  const order: number[] = [];
  for (let now = 0; waiting.length > 0;) {
    let best = -1, bestGain = -Infinity, soonest = Infinity;
    for (let w = 0; w < waiting.length; w++) {
      const i = waiting[w]!, ready = readyAt[i]!;
      if (ready < soonest) soonest = ready;
      if (ready > now + slack) continue;
      let gain = 0;
      for (const a of operands[i]!) {
        if (!isHeld[a]) gain--;
        if (useCounts[a] === 1 && !isSource[a]) gain += 2;
      }
      if (gain < bestGain || (gain === bestGain && priority[i]! > priority[waiting[best]!]!)) continue;
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
    const done = now + latencyOf(instructions[next]!);
    let issued = machineInstructionsOf(instructions[next]!);
    for (const a of operands[next]!) if (!isHeld[a]) issued++;
    now += issued / INSTRUCTIONS_PER_CYCLE;
    for (const a of operands[next]!) {
      useCounts[a]!--;
      if (useCounts[a] === 0) drop(a);
      else touch(a);
    }
    touch(next);
    for (const i of users[next]!) {
      if (readyAt[i]! < done) readyAt[i] = done;
      if (--missing[i]! === 0) waiting.push(i);
    }
  }
  return order;
}

/**
 * The dependency graph of the live instructions; `missing` is -1 for instructions that are never scheduled.
 *
 * Priorities are by depth in the graph, then by position in the list.
 */
function dependenciesOf(instructions: readonly Schedulable[], results: readonly number[]) {
  const isLive = liveOperations(instructions, results);
  const operands = instructions.map(({ operands }) => distinctOperands(operands));
  const isSource = instructions.map(({ operands }) => operands.length === 0);
  const users: number[][] = instructions.map(() => []);
  const useCounts = new Array<number>(instructions.length).fill(0);
  const missing = new Array<number>(instructions.length).fill(-1);
  const depths = new Array<number>(instructions.length).fill(0);
  for (const i of results) useCounts[i] = Infinity;
  for (let i = 0; i < instructions.length; i++) {
    if (!isLive[i] || isSource[i]) continue;
    missing[i] = 0;
    for (const a of operands[i]!) {
      useCounts[a]!++;
      if (depths[a]! >= depths[i]!) depths[i] = depths[a]! + 1;
      if (isSource[a]) continue;
      users[a]!.push(i);
      missing[i]!++;
    }
  }
  const priority = depths.map((depth, i) => depth * instructions.length + i);
  return { operands, isSource, users, useCounts, missing, priority };
}

/** Simulates the registers: the least recently used value leaves, and two registers stay free for values in transit. */
function recentRegisters(valueCount: number) {
  const registers: number[] = [], isHeld = new Array<boolean>(valueCount).fill(false);
  const drop = (i: number) => {
    if (isHeld[i]) registers.splice(registers.indexOf(i), 1);
    isHeld[i] = false;
  };
  const touch = (i: number) => {
    drop(i);
    isHeld[i] = true;
    if (registers.push(i) > REGISTERS - 2) drop(registers[0]!);
  };
  return { isHeld, touch, drop };
}
