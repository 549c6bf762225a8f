import type { Interval } from "./interval.ts";

/** What the data say about a claim; undecided without data. */
export type Verdict = "supported" | "refuted" | "undecided";

/**
 * Judges the claim that a value lies between two numbers, either of which may be infinite.
 *
 * Decided if the whole interval lies strictly between them, or strictly outside.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.judgeBetween(statistics.wilson(18, 20), 0.5, Infinity), "supported");
 * assertEquals(statistics.judgeBetween(statistics.wilson(11, 20), 0.5, Infinity), "undecided");
 * ```
 */
export function judgeBetween({ lower, upper, n }: Interval, from: number, to: number): Verdict {
  if (n === 0) return "undecided";
  if ((lower > from || from === -Infinity) && (upper < to || to === Infinity)) return "supported";
  return lower > to || upper < from ? "refuted" : "undecided";
}
