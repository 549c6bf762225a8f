/** The range of values over which an activation is drawn. */
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import { extent } from "../../chart/scales.ts";

/** The range of an activation if it is bounded, otherwise that of the finite values. */
export function rangeOf(name: string, values: readonly number[] | Float64Array): readonly [number, number] {
  const { range } = ACTIVATIONS[name as keyof typeof ACTIVATIONS];
  return range.every(Number.isFinite) ? range : extent([...values].filter(Number.isFinite)) ?? [0, 1];
}
