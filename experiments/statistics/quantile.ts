/**
 * The p-quantile of sorted values, by linear interpolation; NaN without values.
 *
 * The last values may be Infinity.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.quantile([1, 2, 4], 0.75), 3);
 * ```
 *
 * Source: Hyndman & Fan 1996, "Sample quantiles in statistical packages", definition 7 (the default of NumPy and R).
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * p;
  const before = Math.floor(position);
  const low = sorted[before]!;
  const high = sorted[Math.min(before + 1, sorted.length - 1)]!;
  // returns equal neighbours exactly, and avoids ∞ − ∞
  return position === before || low === high ? low : low + (high - low) * (position - before);
}
