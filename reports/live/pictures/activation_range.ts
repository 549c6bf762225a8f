/** Between which values an activation is drawn. */
import { ACTIVATIONS } from "../../../core/components/activations.ts";

/** The range of an activation where it is finite, and otherwise of the values. */
export function rangeOf(name: string, values: Iterable<number>): readonly [number, number] {
  const { range } = ACTIVATIONS[name as keyof typeof ACTIVATIONS];
  if (range.every(Number.isFinite)) return range;
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}
