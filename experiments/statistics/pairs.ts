import { demandPairs } from "./inputs.ts";

/** How often two arms succeeded on the same seeds: together, one alone, or neither. */
export interface Pairs {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** Counts successes of two arms seed by seed; throws a RangeError unless both have as many seeds. */
export function countPairs(a: readonly boolean[], b: readonly boolean[]): Pairs {
  demandPairs("countPairs", a, b);
  const count = (inA: boolean, inB: boolean) => a.filter((solved, seed) => solved === inA && b[seed] === inB).length;
  return {
    both: count(true, true),
    onlyA: count(true, false),
    onlyB: count(false, true),
    neither: count(false, false),
  };
}
