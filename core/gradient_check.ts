/** Checks back-propagation against two other gradient methods, for every activation, loss and shape. */
import { type ActivationName, ACTIVATIONS } from "./components/activations.ts";
import { gradientOf, lossOf } from "./backprop.ts";
import type { LayerConfig, TrainConfig } from "./config/config.ts";
import { parseConfig } from "./config/parse_config.ts";
import { duals, seedDuals } from "./arithmetic/duals.ts";
import { NUMBERS } from "./arithmetic/elementary.ts";
import { LOSSES, type LossName } from "./components/losses.ts";
import { prepare } from "./train_network.ts";
import type { Training } from "./training.ts";

/** One combination to check. */
export interface GradientCase {
  /** Activation of all units, except that the output under cross entropy is a sigmoid. */
  readonly activation: ActivationName;
  /** Loss of the outputs. */
  readonly loss: LossName;
  /** How δ at the output is computed: by the fused formula of the loss, or as the product of two derivatives. */
  readonly delta: "fused" | "product";
  /** Number of layers, from 1 to 3. */
  readonly layers: number;
  /** Whether all units have biases. */
  readonly bias: boolean;
}

/** Errors of back-propagation, relative to the largest entry of the gradient. */
export interface GradientErrors {
  /** Number of parameters. */
  readonly parameters: number;
  /** The largest |∂L/∂w|. */
  readonly largest: number;
  /** Against exact forward-mode derivatives. */
  readonly exact: number;
  /** Against central differences, which are approximate themselves. */
  readonly difference: number;
}

/** A case with its errors, or with the reason why it is left out. */
export type GradientRow = GradientCase & ({ readonly errors: GradientErrors } | { readonly leftOut: string });

/** Bound of `exact`, which allows for rounding only. */
export const EXACT_BOUND = 1e-12;
/** Bound of `difference`, which allows for the square of the step and for rounding of the loss divided by the step. */
export const DIFFERENCE_BOUND = 1e-8;

const HIDDEN_UNITS = [3, 2];
/** With these weights no network is dead and no unit is near its kink. */
const SEED = "gradcheck 101";
const DIFFERENCE_STEP = 1e-5;

/** Why a case has no meaningful gradient; undefined if it has one. */
function reasonToLeaveOut({ activation, loss, layers }: GradientCase): string | undefined {
  if (activation === "step") return "a step is flat wherever it has a derivative: nothing is propagated back";
  const isProbability = layers > 1 || activation === "sigmoid";
  return loss === "crossEntropy" && !isProbability ? "the output must be a probability under cross entropy" : undefined;
}

/** Checks all cases. */
export function checkGradients(): GradientRow[] {
  return gradientCases().map((entry) => {
    const leftOut = reasonToLeaveOut(entry);
    return leftOut === undefined ? { ...entry, errors: gradientErrors(trainingOf(entry)) } : { ...entry, leftOut };
  });
}

/** All combinations of activation, loss, 1 to 3 layers, with and without biases. */
export function gradientCases(): GradientCase[] {
  const losses = (Object.keys(LOSSES) as LossName[]).flatMap((loss) =>
    ("fused" in LOSSES[loss] ? ["fused", "product"] as const : ["product"] as const).map((delta) => ({ loss, delta }))
  );
  const shapes = [1, 2, 3].flatMap((layers) => [true, false].map((bias) => ({ layers, bias })));
  return (Object.keys(ACTIVATIONS) as ActivationName[]).flatMap((activation) =>
    losses.flatMap((loss) => shapes.map((shape) => ({ activation, ...loss, ...shape })))
  );
}

/** A training of a case, with random weights and with rows away from all kinks. */
export function trainingOf({ activation, loss, delta, layers, bias }: GradientCase): Training {
  const output = loss === "crossEntropy" ? "sigmoid" : activation;
  const hidden = HIDDEN_UNITS.slice(0, layers - 1).map((units): LayerConfig => ({ units, activation, bias }));
  const config: TrainConfig = {
    data: { inputs: [[0.7, -0.4], [-0.3, 0.9], [0, 1.1], [1.2, 0.5]], targets: [0.25, 1, 0, 1] },
    network: { inputs: 2, layers: [...hidden, { units: 1, activation: output, bias }] },
    seed: SEED,
    loss,
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 0,
  };
  const training = prepare(parseConfig(config).config);
  return delta === "fused" ? training : { ...training, loss: { ...training.loss, fused: {} } };
}

/** Compares the three gradients at the initial parameters of a training. */
export function gradientErrors(training: Training): GradientErrors {
  const { rows, start } = training, gradient = gradientOf(NUMBERS, training, start, rows), m = duals(NUMBERS);
  const constants = (values: readonly number[]) => values.map((value) => m.constant(value));
  const examples = rows.map(({ inputs, targets }) => ({ inputs: constants(inputs), targets: constants(targets) }));
  const exactDerivative = (parameter: number) => lossOf(m, training, seedDuals(start, parameter), examples).derivative;
  const lossAt = (parameter: number, offset: number) =>
    lossOf(NUMBERS, training, start.map((w, i) => i === parameter ? w + offset : w), rows);
  const centralDifference = (parameter: number) =>
    (lossAt(parameter, DIFFERENCE_STEP) - lossAt(parameter, -DIFFERENCE_STEP)) / (2 * DIFFERENCE_STEP);
  const largest = Math.max(...gradient.map((entry) => Math.abs(entry)));
  const errorAgainst = (derivative: (parameter: number) => number) =>
    Math.max(...gradient.map((entry, i) => Math.abs(entry - derivative(i)) / largest));
  return {
    parameters: start.length,
    largest,
    exact: errorAgainst(exactDerivative),
    difference: errorAgainst(centralDifference),
  };
}
