/**
 * The p-quantile of sorted values, between two of them in proportion; NaN for none.
 *
 * Infinity is allowed at the end.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.quantile([1, 2, 4], 0.75), 3);
 * ```
 *
 * Source: Hyndman & Fan 1996, "Sample quantiles in statistical packages",
 * definition 7 (the default of NumPy and R).
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * p, before = Math.floor(position);
  const low = sorted[before]!, high = sorted[Math.min(before + 1, sorted.length - 1)]!;
  // the first is exact where nothing lies between, and keeps ∞ − ∞ away
  return position === before || low === high ? low : low + (high - low) * (position - before);
}
