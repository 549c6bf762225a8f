/** Networks of dense layers, their parameters as one flat list, and the forward pass. */
import type { BoundActivation } from "./components/activations.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";

/** A dense layer and the location of its parameters in the flat list. */
export interface Layer {
  /** Fan-in: the number of units of the layer below. */
  readonly inputs: number;
  /** Fan-out. */
  readonly units: number;
  /** Activation function of its units. */
  readonly activation: BoundActivation;
  /** Index of the first weight; unit u's weight for input i is at `weights + u·inputs + i`. */
  readonly weights: number;
  /** Index of the first bias, one per unit; undefined if the layer has none. */
  readonly biases: number | undefined;
}

/** A network of dense layers. */
export interface Network {
  /** The width of a row of inputs. */
  readonly inputs: number;
  /** From input to output. */
  readonly layers: readonly Layer[];
  /** Length of the flat list of parameters: for each layer the weights, unit by unit, then the biases. */
  readonly parameterCount: number;
}

/** Values of a forward pass: `a[0]` is the row of inputs; `z[l]` and `a[l + 1]` belong to layer l. */
export interface ForwardPass<T> {
  readonly z: readonly (readonly T[])[];
  readonly a: readonly (readonly T[])[];
}

/** The parameters of one layer as a weight matrix and a bias vector. */
export interface LayerParameters<T = number> {
  /** The weights: `W[unit][input]`. */
  readonly W: readonly (readonly T[])[];
  /** The biases, one per unit; absent if the layer has none. */
  readonly b?: readonly T[];
}

/** Creates a network and lays out its parameters, layer after layer. */
export function networkOf(
  inputs: number,
  shapes: readonly (Pick<Layer, "units" | "activation"> & { readonly bias: boolean })[],
): Network {
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

/** The initial value of every sum: −0 + x is x for every x, including −0. */
export const ADDITIVE_IDENTITY = -0;

/**
 * sum + w·x for inputs from the data, where x = 0 contributes nothing (∞·0 would be NaN).
 *
 * If x is a constant when the rule is traced, x = 0 costs no operation and x = 1 no product.
 */
export function addInput<T>(m: Arithmetic<T>, sum: T, w: T, x: T): T {
  return m.ifEqual(x, m.constant(0), sum, m.add(sum, m.mul(w, x)));
}

/** sum + w·x for activations of hidden units. */
export function addProduct<T>(m: Arithmetic<T>, sum: T, w: T, x: T): T {
  return m.add(sum, m.mul(w, x));
}

/** Computes z = b + Σ w·x and a = φ(z), layer by layer. */
export function forward<T>(
  m: Arithmetic<T>,
  { layers }: Network,
  parameters: readonly T[],
  row: readonly T[],
): ForwardPass<T> {
  const zs: T[][] = [], as: (readonly T[])[] = [row];
  let inputs = row;
  for (const layer of layers) {
    const accumulate = layer === layers[0] ? addInput : addProduct;
    const z: T[] = [], a: T[] = [];
    for (let unit = 0; unit < layer.units; unit++) {
      let sum = layer.biases === undefined ? m.constant(ADDITIVE_IDENTITY) : parameters[layer.biases + unit]!;
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

/** The network's outputs in a forward pass. */
export function outputLayer<T>(pass: ForwardPass<T>): readonly T[] {
  return pass.a.at(-1)!;
}

/** Converts the flat list to matrices, layer by layer. */
export function unflatten<T>({ layers }: Network, flat: readonly T[]): LayerParameters<T>[] {
  return layers.map(({ inputs, units, weights, biases }) => ({
    W: Array.from({ length: units }, (_, u) => flat.slice(weights + u * inputs, weights + (u + 1) * inputs)),
    ...(biases !== undefined && { b: flat.slice(biases, biases + units) }),
  }));
}

/** Converts matrices to the flat list. */
export function flatten<T>(parameters: readonly LayerParameters<T>[]): T[] {
  return parameters.flatMap(({ W, b }) => [...W.flat(), ...(b ?? [])]);
}
