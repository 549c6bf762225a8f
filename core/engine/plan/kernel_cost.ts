/** Cost model: estimates the time of a kernel and how many pairs of runs to interleave in it. */
import { liveOperations } from "./liveness.ts";
import { type Instruction, lower } from "./lower.ts";
import {
  DECODED_CACHE,
  INSTRUCTION_CACHE,
  INSTRUCTIONS_PER_CYCLE,
  latencyOf,
  machineInstructionsOf,
  MAX_OPERATIONS,
  STATE_COPY_INSTRUCTIONS,
  STORE_TO_LOAD_LATENCY,
} from "./processor.ts";
import type { Program } from "./tracer.ts";

/** Possible group sizes; small divisors keep their least common multiple small. */
const GROUP_SIZES = [1, 2, 3, 4, 6];

/** Cost above the minimum that is accepted for a smaller group. */
const SMALL_GROUP_TOLERANCE = 1.05;

/** Typical number of epochs between two checks. */
const EPOCHS_PER_CHECK = 10;

/** What a program costs. */
export type KernelCost = ReturnType<typeof kernelCostOf>;

/** Estimates the cost of running a program once; an epoch repeats it, and a check precedes it now and then. */
export function kernelCostOf(program: Program, repeats = 1) {
  const { instructions, pairs: [results] } = lower(program, 1);
  const updateResults = [...results!.nextState, ...results!.checkDuring];
  const update = sizeOf(instructions, updateResults);
  const check = sizeOf(instructions, results!.checkBefore);
  const computedStates = results!.nextState.filter((i) => instructions[i]!.operands.length > 0).length;
  const machineInstructions = update.machineInstructions + STATE_COPY_INSTRUCTIONS * computedStates;
  const work = machineInstructions / INSTRUCTIONS_PER_CYCLE;
  const path = STORE_TO_LOAD_LATENCY + criticalPath(instructions, updateResults);
  const updateCycles = (groupSize: number) => {
    const waiting = path / groupSize, { capacity, ramp, maxSlowdown } = INSTRUCTION_CACHE;
    const excess = Math.min(Math.max((groupSize * update.operations - capacity) / ramp, 0), 1);
    return (1 + maxSlowdown * excess) * Math.sqrt(work * work + waiting * waiting);
  };
  const checkCycles = (groupSize: number) => {
    const { capacity, factor, evictedFactor } = DECODED_CACHE;
    const isEvicted = groupSize * (machineInstructions + check.machineInstructions) > capacity;
    return (factor + (isEvicted ? evictedFactor : 0)) * check.machineInstructions / INSTRUCTIONS_PER_CYCLE /
      (EPOCHS_PER_CHECK * repeats);
  };
  const totalCycles = (groupSize: number) => updateCycles(groupSize) + checkCycles(groupSize);
  const possible = GROUP_SIZES.filter((size) => size === 1 || size * update.operations <= MAX_OPERATIONS);
  const limit = SMALL_GROUP_TOLERANCE * Math.min(...possible.map(totalCycles));
  const groupSize = possible.find((size) => totalCycles(size) < limit)!;
  return {
    /** Operations for one pair. */
    operations: update.operations,
    /** Pairs to interleave: enough to hide the latency of one pair, few enough to fit in the instruction cache. */
    groupSize,
    /** Cycles per pair. */
    cycles: updateCycles(groupSize),
    /** Cycles per pair without latency and with all code in the cache. */
    work,
  };
}

/** Cycles of the longest dependency chain that ends in one of the results. */
function criticalPath(instructions: readonly Instruction[], results: readonly number[]): number {
  const readyAt: number[] = [];
  for (const instruction of instructions) {
    const start = instruction.operands.reduce((latest, a) => Math.max(latest, readyAt[a]!), 0);
    readyAt.push(start + latencyOf(instruction));
  }
  return results.reduce((longest, i) => Math.max(longest, readyAt[i]!), 0);
}

/** Counts the operations that the results need, and the machine instructions these become. */
function sizeOf(instructions: readonly Instruction[], results: readonly number[]) {
  const isLive = liveOperations(instructions, results);
  const live = instructions.filter((_, i) => isLive[i]);
  return {
    operations: live.filter(({ operands }) => operands.length > 0).length,
    machineInstructions: live.reduce((sum, instruction) => sum + machineInstructionsOf(instruction), 0),
  };
}
