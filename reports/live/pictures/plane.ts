/** The plane of two inputs, and the outputs of a net over it. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, type Network } from "../../../core/network.ts";
import type { Training } from "../../../core/training.ts";
import { symbolsOf } from "../../../core/worked/quantity.ts";

/** Points per side of the plane. */
export const SIDE = 49;

/** A plane through input space: two inputs vary, all others are held constant. */
type Plane = NonNullable<ReturnType<typeof planeOf>>;

/**
 * The plane of the first two inputs that vary, with `side` points on a side; undefined if fewer do.
 *
 * `held` gives values of other inputs. With an `extent` of coordinates to show, the plane is that of the first two inputs.
 */
export function planeOf(
  { rows }: Pick<Training, "rows">,
  held: ReadonlyMap<number, number> = new Map(),
  side = SIDE,
  extent: readonly number[] = [],
) {
  const valuesOf = (input: number) => [...new Set(rows.map(({ inputs }) => inputs[input]!))].sort((a, b) => a - b);
  const [first, second, ...heldInputs] = rows[0]!.inputs.map((_, input) => ({ input, values: valuesOf(input) }))
    .filter(({ input, values }) => values.length > 1 || input < 2 && extent.length > 0);
  if (!first || !second) return undefined;
  const values = [...first.values, ...second.values, ...extent];
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const constants = rows[0]!.inputs.map((value, input) => held.get(input) ?? value);
  return {
    /** Indices of the two inputs. */
    across: first.input,
    up: second.input,
    /** The values of either input at the points of a side. */
    coordinates: Array.from({ length: side }, (_, i) => low + span * (i / (side - 1) * 1.5 - 0.25)),
    /** The other inputs that vary in the data, each with its values. */
    heldInputs,
    /** The input vector at a point. */
    inputs: (x: number, y: number) => constants.with(first.input, x).with(second.input, y),
  };
}

/** The output of each unit at every point: by layer and unit, the points row by row from the bottom. */
export function outputsOver(plane: Plane, network: Network, parameters: readonly number[]): Float64Array[][] {
  const outputs = network.layers.map(({ units }) => Array.from({ length: units }, () => new Float64Array(SIDE * SIDE)));
  for (const [j, y] of plane.coordinates.entries()) {
    for (const [i, x] of plane.coordinates.entries()) {
      const { a } = forward(NUMBERS, network, parameters, plane.inputs(x, y));
      outputs.forEach((units, l) => units.forEach((values, unit) => values[j * SIDE + i] = a[l + 1]![unit]!));
    }
  }
  return outputs;
}

const symbolOf = symbolsOf({ inputs: 0, layers: [], parameterCount: 0 }, false);

/** The symbol of an input, such as x₁. */
export function inputName(index: number): string {
  return symbolOf({ kind: "input", index, row: 0 });
}
