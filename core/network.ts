/** Nets of dense layers, their parameters in one flat list, and the forward pass. */
import type { BoundActivation } from "./components/activations.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";

/** One dense layer, and where its parameters stand in the flat list. */
export interface Layer {
  /** Its fan-in: the units of the layer below. */
  readonly inputs: number;
  /** Its fan-out. */
  readonly units: number;
  /** What its units make of their weighted sums. */
  readonly activation: BoundActivation;
  /** Index of the first weight; unit u's weight for input i is at `weights + u·inputs + i`. */
  readonly weights: number;
  /** Index of the first bias, one a unit; undefined where the layer has none. */
  readonly biases: number | undefined;
}

/** A net of dense layers. */
export interface Network {
  /** The width of a row of inputs. */
  readonly inputs: number;
  /** From input to output. */
  readonly layers: readonly Layer[];
  /** Length of the flat list of parameters: layer by layer the weights unit by unit, then the biases. */
  readonly parameterCount: number;
}

/** What a layer is made from. */
export interface LayerShape {
  readonly units: number;
  readonly activation: BoundActivation;
  readonly bias: boolean;
}

/** What went through the net: `a[0]` is the row of inputs, `z[l]` and `a[l + 1]` belong to layer l. */
export interface Pass<T> {
  readonly z: readonly (readonly T[])[];
  readonly a: readonly (readonly T[])[];
}

/** The parameters of one layer as people write them. */
export interface LayerParameters<T = number> {
  /** The weights: `W[unit][input]`. */
  readonly W: readonly (readonly T[])[];
  /** The biases, one a unit; absent where the layer has none. */
  readonly b?: readonly T[];
}

/** Lays the layers' parameters out, one after the other. */
export function networkOf(inputs: number, shapes: readonly LayerShape[]): Network {
  let fanIn = inputs, end = 0;
  const layers = shapes.map(({ units, activation, bias }): Layer => {
    const weights = end, biases = bias ? weights + units * fanIn : undefined;
    const layer = { inputs: fanIn, units, activation, weights, biases };
    end = weights + units * fanIn + (bias ? units : 0);
    fanIn = units;
    return layer;
  });
  return { inputs, layers, parameterCount: end };
}

/** The neutral start of a sum: −0 + x is x for every x, −0 among them. */
export const NOTHING = -0;

/**
 * sum + w·x, where an x of 0 contributes nothing: ∞·0 would be NaN.
 *
 * The rule for inputs from the table. Where x is known as the rule is traced, it costs nothing (0) or no product (1).
 */
export function addInput<T>(m: Arithmetic<T>, sum: T, w: T, x: T): T {
  return m.ifEqual(x, m.constant(0), sum, m.add(sum, m.mul(w, x)));
}

/** sum + w·x, for activations of hidden units. */
export function addProduct<T>(m: Arithmetic<T>, sum: T, w: T, x: T): T {
  return m.add(sum, m.mul(w, x));
}

/** Layer by layer: z = b + Σ w·x, a = φ(z). */
export function forward<T>(
  m: Arithmetic<T>,
  { layers }: Network,
  parameters: readonly T[],
  row: readonly T[],
): Pass<T> {
  const zs: T[][] = [], as: (readonly T[])[] = [row];
  let inputs = row;
  for (const layer of layers) {
    const accumulate = layer === layers[0] ? addInput : addProduct;
    const z: T[] = [], a: T[] = [];
    for (let unit = 0; unit < layer.units; unit++) {
      let sum = layer.biases === undefined ? m.constant(NOTHING) : parameters[layer.biases + unit]!;
      const first = layer.weights + unit * layer.inputs;
      for (let i = 0; i < layer.inputs; i++) sum = accumulate(m, sum, parameters[first + i]!, inputs[i]!);
      z.push(sum);
      a.push(layer.activation.value(m, sum));
    }
    zs.push(z);
    as.push(a);
    inputs = a;
  }
  return { z: zs, a: as };
}

/** The outputs of a forward pass. */
export function outputsOf<T>(pass: Pass<T>): readonly T[] {
  return pass.a.at(-1)!;
}

/** The flat list as matrices, layer by layer. */
export function unflatten<T>({ layers }: Network, flat: readonly T[]): LayerParameters<T>[] {
  return layers.map(({ inputs, units, weights, biases }) => ({
    W: Array.from({ length: units }, (_, u) => flat.slice(weights + u * inputs, weights + (u + 1) * inputs)),
    ...(biases !== undefined && { b: flat.slice(biases, biases + units) }),
  }));
}

/** The matrices as one flat list. */
export function flatten<T>(parameters: readonly LayerParameters<T>[]): T[] {
  return parameters.flatMap(({ W, b }) => [...W.flat(), ...(b ?? [])]);
}
