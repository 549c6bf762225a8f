/** What a kernel costs on current x86-64 processors, by measurement; results do not depend on it. */
import { type Instruction, isRow, lower } from "./lower.ts";
import { neededFor } from "./schedule.ts";
import type { Program } from "./tracer.ts";

type ByName = { readonly [N in Instruction["name"]]?: number };

/** Cycles from operands to result; 3 of those that are not named. */
const LATENCY: ByName = {
  div: 13,
  sqrt: 20,
  abs: 1,
  and: 1,
  andNot: 1,
  or: 1,
  min: 2,
  max: 2,
  "lane 0": 10,
  "lane 1": 10,
  "column 0": 1,
  "column 1": 1,
  exponent: 6,
  significand: 2,
};

/** Machine instructions; 1 of those that are not named. */
const INSTRUCTIONS: ByName = { choose: 3, "lane 0": 4, "lane 1": 4, exponent: 3, significand: 2 };

/** Machine instructions to fetch two numbers of a lane's row, and to carry a number of the state on. */
const FETCH_ROW = 4, CARRY_STATE = 2;

/** Cycles until what was kept in memory can be fetched again. */
const FORWARD = 8;

/** Instructions that begin in a cycle. */
export const RATE = 3;

/** Values that registers hold; the sixteenth is the compiler's own. */
export const REGISTERS = 15;

/**
 * Cycles for which a look rather waits than to go on elsewhere: it runs too seldom to be in the cache of decoded
 * instructions, so that fewer fetches are worth it.
 */
export const LOOK_PATIENCE = 5;

/** A kernel of so many operations just fits in the instruction cache, and one of so many more takes so much longer. */
const CACHED = 2450, BEYOND = 550, UNCACHED = 0.6;

/**
 * A look takes so many times its own instructions; more where epoch and look have too many together for the cache of
 * decoded instructions, and drive each other out.
 */
const LOOK = 1.4, DRIVEN_OUT = 1.1, TOGETHER = 2850;

/** The epochs from look to look, as a rule. */
const EPOCHS_A_LOOK = 10;

/** Kernels of more operations take long to prepare. */
export const LONGEST = 6000;

/** How many pairs of runs may interleave: few numbers, so that they have a small common multiple. */
const COPIES = [1, 2, 3, 4, 6];

/** Cycles from operands to result. */
export function latencyOf({ name, operands }: Pick<Instruction, "name" | "operands">): number {
  return operands.length === 0 ? 0 : LATENCY[name] ?? 3;
}

/** Machine instructions of an operation. */
export function instructionsOf({ name, operands }: Pick<Instruction, "name" | "operands">): number {
  return operands.length === 0 ? 0 : INSTRUCTIONS[name] ?? 1;
}

/** What a program costs. */
export interface Cost {
  /** Operations for one pair. */
  readonly operations: number;
  /** How many pairs should interleave: enough to fill the waits of one, few enough for the instruction cache. */
  readonly copies: number;
  /** Cycles a pair. */
  readonly cycles: number;
  /** Those that there would be without waits and with all code in the cache. */
  readonly work: number;
}

/** Estimates what it costs to run a program once; an epoch runs it so many times, and now and then looks before. */
export function costOf(program: Program, times = 1): Cost {
  const { list, pairs: [results] } = lower(program, 1), ends = [...results!.next, ...results!.during];
  const arrival: number[] = [];
  for (const instruction of list) {
    const latest = instruction.operands.reduce((latest, a) => Math.max(latest, arrival[a]!), 0);
    arrival.push(latest + latencyOf(instruction));
  }
  const made = sizeOf(list, ends), look = sizeOf(list, results!.before), { operations } = made;
  const carried = CARRY_STATE * results!.next.filter((i) => list[i]!.operands.length > 0).length;
  const instructions = made.instructions + carried, work = instructions / RATE;
  const path = FORWARD + ends.reduce((longest, i) => Math.max(longest, arrival[i]!), 0);
  const cyclesWith = (copies: number) => {
    const waiting = path / copies, beyond = (copies * operations - CACHED) / BEYOND;
    return (1 + UNCACHED * Math.min(Math.max(beyond, 0), 1)) * Math.sqrt(work * work + waiting * waiting);
  };
  const looksWith = (copies: number) => {
    const isTooMuch = copies * (instructions + look.instructions) > TOGETHER;
    return (LOOK + (isTooMuch ? DRIVEN_OUT : 0)) * look.instructions / RATE / (EPOCHS_A_LOOK * times);
  };
  const bothWith = (copies: number) => cyclesWith(copies) + looksWith(copies);
  const possible = COPIES.filter((copies) => copies === 1 || copies * operations <= LONGEST);
  const least = Math.min(...possible.map(bothWith));
  // a few more cycles are worth fewer copies
  const copies = possible.find((copies) => bothWith(copies) < 1.05 * least)!;
  return { operations, copies, cycles: cyclesWith(copies), work };
}

/** How many operations some results need, and how many machine instructions these are. */
function sizeOf(list: readonly Instruction[], results: readonly number[]) {
  const needed = neededFor(list, results).flatMap((isNeeded, i) => isNeeded ? [list[i]!] : []);
  const operations = needed.filter(({ operands }) => operands.length > 0).length;
  const fetched = FETCH_ROW * needed.filter(isRow).length;
  return { operations, instructions: fetched + needed.reduce((sum, one) => sum + instructionsOf(one), 0) };
}
