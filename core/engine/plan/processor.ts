/**
 * Measured properties of current x86-64 processors.
 *
 * They decide how code is arranged, never what it computes.
 */
import type { Instruction } from "./lower.ts";

type PerInstruction = { readonly [N in Instruction["name"]]?: number };
type Named = Pick<Instruction, "name" | "operands">;

/** Cycles from operands to result; 3 for instructions that are not listed. */
const LATENCY: PerInstruction = {
  div: 13,
  sqrt: 20,
  abs: 1,
  and: 1,
  andNot: 1,
  or: 1,
  min: 2,
  max: 2,
  tableRow0: 10,
  tableRow1: 10,
  lowHalves: 1,
  highHalves: 1,
  exponent: 6,
  significand: 2,
};

/** Machine instructions; for those that are not listed 1, or 0 without operands: these are part of others. */
const MACHINE_INSTRUCTIONS: PerInstruction = {
  choose: 3,
  dataRow0: 4,
  dataRow1: 4,
  tableRow0: 4,
  tableRow1: 4,
  exponent: 3,
  significand: 2,
};

/** Machine instructions that copy a number of the state. */
export const STATE_COPY_INSTRUCTIONS = 2;

/** Cycles until a stored value can be loaded again (store-to-load forwarding). */
export const STORE_TO_LOAD_LATENCY = 8;

/** Machine instructions issued per cycle. */
export const INSTRUCTIONS_PER_CYCLE = 3;

/** Vector registers available to a kernel; V8 reserves the sixteenth. */
export const REGISTERS = 15;

/** The instruction cache, in operations of a kernel: above `capacity` the slowdown grows to its maximum over `ramp`. */
export const INSTRUCTION_CACHE = { capacity: 2450, ramp: 550, maxSlowdown: 0.6 } as const;

/**
 * The cache of decoded instructions, in machine instructions: checks run too rarely to stay in it.
 *
 * A check takes `factor` times as long as its instructions alone, and `evictedFactor` more if it exceeds the capacity
 * together with the update, so that they evict each other.
 */
export const DECODED_CACHE = { capacity: 2850, factor: 1.4, evictedFactor: 1.1 } as const;

/** Scheduling slack of the check program, in cycles: prefer fewer loads to shorter waits. */
export const CHECK_SCHEDULING_SLACK = 5;

/** Upper bound on the operations of a kernel; longer ones take too long to compile. */
export const MAX_OPERATIONS = 6000;

/** Cycles from operands to result. */
export function latencyOf({ name, operands }: Named): number {
  return operands.length === 0 ? 0 : LATENCY[name] ?? 3;
}

/** Machine instructions of an instruction. */
export function machineInstructionsOf({ name, operands }: Named): number {
  return MACHINE_INSTRUCTIONS[name] ?? (operands.length === 0 ? 0 : 1);
}
