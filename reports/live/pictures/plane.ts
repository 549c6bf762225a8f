/** The plane of two inputs, and what a net makes of its points. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, type Network } from "../../../core/network.ts";
import type { Training } from "../../../core/training.ts";

/** Points of a side. */
export const SIDE = 49;

/** Two inputs of a table that vary, all others held. */
export interface Plane {
  /** Indices of the two inputs. */
  readonly across: number;
  readonly up: number;
  /** The values at the points of a side. */
  readonly places: readonly number[];
  /** The inputs that vary besides, each with the values that it takes. */
  readonly others: readonly { readonly input: number; readonly values: readonly number[] }[];
  /** The row of inputs at a point. */
  inputs(x: number, y: number): number[];
}

/** The plane of the first two inputs that vary; undefined where there are not two. `held` gives the others their values. */
export function planeOf(
  { rows }: Pick<Training, "rows">,
  held: ReadonlyMap<number, number> = new Map(),
): Plane | undefined {
  const valuesOf = (input: number) => [...new Set(rows.map(({ inputs }) => inputs[input]!))].sort((a, b) => a - b);
  const varying = rows[0]!.inputs.map((_, input) => ({ input, values: valuesOf(input) }))
    .filter(({ values }) => values.length > 1);
  const [first, second, ...others] = varying;
  if (!first || !second) return undefined;
  const all = [...first.values, ...second.values], low = Math.min(...all), span = Math.max(...all) - low;
  const places = Array.from({ length: SIDE }, (_, i) => low + span * (i / (SIDE - 1) * 1.5 - 0.25));
  const fixed = rows[0]!.inputs.map((value, input) => held.get(input) ?? value);
  return {
    across: first.input,
    up: second.input,
    places,
    others,
    inputs(x, y) {
      const inputs = [...fixed];
      inputs[first.input] = x;
      inputs[second.input] = y;
      return inputs;
    },
  };
}

/** What each unit answers at every point: by layer and unit, the points row by row from below. */
export function answersOver(plane: Plane, network: Network, parameters: readonly number[]): Float64Array[][] {
  const layers = network.layers.map(({ units }) => Array.from({ length: units }, () => new Float64Array(SIDE * SIDE)));
  for (const [j, y] of plane.places.entries()) {
    for (const [i, x] of plane.places.entries()) {
      const { a } = forward(NUMBERS, network, parameters, plane.inputs(x, y));
      layers.forEach((units, l) => units.forEach((values, unit) => values[j * SIDE + i] = a[l + 1]![unit]!));
    }
  }
  return layers;
}

/** An input as diagrams call it. */
export function inputName(input: number): string {
  return `x${[...String(input + 1)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("")}`;
}
