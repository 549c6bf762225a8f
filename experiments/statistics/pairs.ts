import { demandPairs } from "./check_inputs.ts";

/** The discordant pairs of two arms: those in which one arm alone succeeded. */
export interface DiscordantPairs {
  /** Pairs in which the first arm alone succeeded. */
  readonly onlyA: number;
  /** Pairs in which the second arm alone succeeded. */
  readonly onlyB: number;
}

/**
 * Counts the discordant pairs of two arms.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.countDiscordant([true, true, false], [true, false, false]), { onlyA: 1, onlyB: 0 });
 * ```
 *
 * Throws a RangeError unless both have the same length.
 */
export function countDiscordant(a: readonly boolean[], b: readonly boolean[]): DiscordantPairs {
  demandPairs("countDiscordant", a, b);
  const count = (inA: boolean) => a.filter((success, pair) => success === inA && b[pair] === !inA).length;
  return { onlyA: count(true), onlyB: count(false) };
}
