/** Back-propagation: the gradient of the loss with respect to every parameter. */
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { BoundLoss } from "./components/losses.ts";
import {
  addInput,
  ADDITIVE_IDENTITY,
  addProduct,
  forward,
  type ForwardPass,
  type Network,
  outputLayer,
} from "./network.ts";

/** A row of training data. */
export interface Example<T> {
  /** One value per input of the network. */
  readonly inputs: readonly T[];
  /** One value per output of the network. */
  readonly targets: readonly T[];
}

/** The function to minimise: the loss of a network, summed over its outputs and reduced over the rows. */
export interface Objective {
  /** The network. */
  readonly network: Network;
  /** The loss of one output. */
  readonly loss: BoundLoss;
  /** Whether the loss is the mean or the sum over the rows of a batch. */
  readonly reduction: "mean" | "sum";
}

/** The factor of each row's loss in a batch of `rows` rows: 1/rows for their mean, 1 for their sum. */
export function lossScaleOf({ reduction }: Pick<Objective, "reduction">, rows: number): number {
  return reduction === "mean" ? 1 / rows : 1;
}

/** Computes ∂L/∂w of every parameter. */
export function gradientOf<T>(
  m: Arithmetic<T>,
  objective: Objective,
  parameters: readonly T[],
  rows: readonly Example<T>[],
): T[] {
  const { network, loss } = objective, lossScale = lossScaleOf(objective, rows.length);
  const gradient: T[] = new Array(network.parameterCount).fill(m.constant(ADDITIVE_IDENTITY));
  for (const row of rows) addGradient(m, network, loss, lossScale, parameters, row, gradient);
  return gradient;
}

/** Adds the contribution of one row to `gradient`. */
export function addGradient<T>(
  m: Arithmetic<T>,
  network: Network,
  loss: BoundLoss,
  lossScale: number,
  parameters: readonly T[],
  { inputs, targets }: Example<T>,
  gradient: T[],
): void {
  const pass = forward(m, network, parameters, inputs), z = pass.z.at(-1)!;
  const { activation } = network.layers.at(-1)!, fused = loss.fused[activation.name];
  // δ at the output: ∂L/∂z = ∂L/∂y · φ′(z), or the loss's fused formula if it has one for the activation.
  const outputDelta = outputLayer(pass).map((y, unit) => {
    const d = targets[unit]!;
    const delta = fused ? fused(m, y, d) : m.mul(loss.derivative(m, y, d), activation.derivative(m, z[unit]!, y));
    return lossScale === 1 ? delta : m.mul(m.constant(lossScale), delta);
  });
  backward(m, network, parameters, pass, outputDelta, gradient);
}

/** Backward pass: ∂L/∂w = δ·x is added to `gradient`; δ of the layer below is (Σ w·δ)·φ′(z). */
function backward<T>(
  m: Arithmetic<T>,
  { layers }: Network,
  parameters: readonly T[],
  pass: ForwardPass<T>,
  delta: readonly T[],
  gradient: T[],
): void {
  for (let l = layers.length - 1; l >= 0; l--) {
    const { inputs, units, weights, biases } = layers[l]!, x = pass.a[l]!, accumulate = l === 0 ? addInput : addProduct;
    for (let unit = 0; unit < units; unit++) {
      const first = weights + unit * inputs;
      for (let i = 0; i < inputs; i++) gradient[first + i] = accumulate(m, gradient[first + i]!, delta[unit]!, x[i]!);
      if (biases !== undefined) gradient[biases + unit] = m.add(gradient[biases + unit]!, delta[unit]!);
    }
    if (l === 0) return;
    const { activation } = layers[l - 1]!, z = pass.z[l - 1]!;
    const deltaBelow: T[] = [];
    for (let i = 0; i < inputs; i++) {
      let error = m.constant(ADDITIVE_IDENTITY);
      for (let unit = 0; unit < units; unit++) {
        error = addProduct(m, error, parameters[weights + unit * inputs + i]!, delta[unit]!);
      }
      deltaBelow.push(m.mul(error, activation.derivative(m, z[i]!, x[i]!)));
    }
    delta = deltaBelow;
  }
}

/** Computes the loss. */
export function lossOf<T>(
  m: Arithmetic<T>,
  objective: Objective,
  parameters: readonly T[],
  rows: readonly Example<T>[],
): T {
  const outputs = rows.map(({ inputs }) => outputLayer(forward(m, objective.network, parameters, inputs)));
  return lossOfOutputs(m, objective, outputs, rows);
}

/** `lossOf` for known outputs: one list per row. */
export function lossOfOutputs<T>(
  m: Arithmetic<T>,
  objective: Pick<Objective, "loss" | "reduction">,
  outputs: readonly (readonly T[])[],
  rows: readonly Example<T>[],
): T {
  const { loss } = objective, lossScale = lossScaleOf(objective, rows.length);
  let sum = m.constant(ADDITIVE_IDENTITY);
  for (const [row, ys] of outputs.entries()) {
    for (const [unit, y] of ys.entries()) sum = m.add(sum, loss.value(m, y, rows[row]!.targets[unit]!));
  }
  return lossScale === 1 ? sum : m.mul(m.constant(lossScale), sum);
}
