import { demandPairs } from "./check_inputs.ts";

/** How often two arms succeeded on the same seeds: together, one alone, or neither. */
export interface Pairs {
  /** Seeds on which both succeeded. */
  readonly both: number;
  /** Seeds on which the first alone did. */
  readonly onlyA: number;
  /** Seeds on which the second alone did. */
  readonly onlyB: number;
  /** Seeds on which none did. */
  readonly neither: number;
}

/**
 * Counts successes of two arms seed by seed.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const pairs = statistics.countPairs([true, true, false], [true, false, false]);
 * assertEquals(pairs, { both: 1, onlyA: 1, onlyB: 0, neither: 1 });
 * assertEquals(statistics.mcnemar(pairs), 1); // one discordant seed tells nothing
 * ```
 *
 * Throws a RangeError unless both have as many seeds.
 */
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
