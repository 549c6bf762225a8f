/** Back-propagation: the error at the output, thrown back through the net, and the gradient it leaves behind. */
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { BoundLoss } from "./components/losses.ts";
import { addInput, addProduct, forward, type Network, NOTHING, outputsOf, type Pass } from "./network.ts";

/** A row to learn: inputs and targets. */
export interface Example<T> {
  /** One an input of the net. */
  readonly inputs: readonly T[];
  /** One an output. */
  readonly targets: readonly T[];
}

/**
 * ∂L/∂w of every parameter, L being the loss summed over rows and outputs, times `share`.
 *
 * `share` is 1/rows for the mean over the rows and 1 for their sum.
 */
export function gradientOf<T>(
  m: Arithmetic<T>,
  network: Network,
  loss: BoundLoss,
  share: number,
  parameters: readonly T[],
  rows: readonly Example<T>[],
): T[] {
  const gradient: T[] = new Array(network.parameterCount).fill(m.constant(NOTHING));
  for (const row of rows) addGradient(m, network, loss, share, parameters, row, gradient);
  return gradient;
}

/** Adds what one row contributes to `gradient`. */
export function addGradient<T>(
  m: Arithmetic<T>,
  network: Network,
  loss: BoundLoss,
  share: number,
  parameters: readonly T[],
  { inputs, targets }: Example<T>,
  gradient: T[],
): void {
  const pass = forward(m, network, parameters, inputs);
  propagateBack(m, network, parameters, pass, outputDelta(m, network, loss, share, pass, targets), gradient);
}

/** δ at the output: ∂L/∂z = ∂L/∂y · φ′(z), or both at once where the loss knows a shorter way. */
function outputDelta<T>(
  m: Arithmetic<T>,
  { layers }: Network,
  loss: BoundLoss,
  share: number,
  pass: Pass<T>,
  targets: readonly T[],
): T[] {
  const { activation } = layers.at(-1)!, fused = loss.fused[activation.name], z = pass.z.at(-1)!;
  return outputsOf(pass).map((y, unit) => {
    const d = targets[unit]!;
    const delta = fused ? fused(m, y, d) : m.mul(loss.slope(m, y, d), activation.slope(m, z[unit]!, y));
    return share === 1 ? delta : m.mul(m.constant(share), delta);
  });
}

/** From layer to layer backwards: ∂L/∂w = δ·x, and the δ of the layer below, (Σ w·δ)·φ′(z). Adds to `gradient`. */
function propagateBack<T>(
  m: Arithmetic<T>,
  { layers }: Network,
  parameters: readonly T[],
  pass: Pass<T>,
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
    const below = layers[l - 1]!.activation, z = pass.z[l - 1]!;
    const thrown: T[] = [];
    for (let i = 0; i < inputs; i++) {
      let error = m.constant(NOTHING);
      for (let unit = 0; unit < units; unit++) {
        error = addProduct(m, error, parameters[weights + unit * inputs + i]!, delta[unit]!);
      }
      thrown.push(m.mul(error, below.slope(m, z[i]!, x[i]!)));
    }
    delta = thrown;
  }
}

/** The loss over rows and outputs, times `share`. */
export function lossOf<T>(
  m: Arithmetic<T>,
  network: Network,
  loss: BoundLoss,
  share: number,
  parameters: readonly T[],
  rows: readonly Example<T>[],
): T {
  return lossOfAnswers(
    m,
    loss,
    share,
    rows.map(({ inputs }) => outputsOf(forward(m, network, parameters, inputs))),
    rows,
  );
}

/** The same where the outputs of each row are known. */
export function lossOfAnswers<T>(
  m: Arithmetic<T>,
  loss: BoundLoss,
  share: number,
  answers: readonly (readonly T[])[],
  rows: readonly Example<T>[],
): T {
  let sum = m.constant(NOTHING);
  for (const [row, outputs] of answers.entries()) {
    for (const [unit, y] of outputs.entries()) sum = m.add(sum, loss.value(m, y, rows[row]!.targets[unit]!));
  }
  return share === 1 ? sum : m.mul(m.constant(share), sum);
}
