/** Back-propagation against two other ways to a gradient, for every activation, loss and shape. */
import { type ActivationName, ACTIVATIONS } from "./components/activations.ts";
import { gradientOf, lossOf } from "./backprop.ts";
import { type LayerConfig, parseConfig, type TrainConfig } from "./config/config.ts";
import { along, duals } from "./arithmetic/duals.ts";
import { NUMBERS } from "./arithmetic/elementary.ts";
import { LOSSES, type LossName } from "./components/losses.ts";
import { prepare } from "./train_network.ts";
import { shareOf, type Training } from "./training.ts";

/** How δ at the output is made: in one go, where the loss knows how, or as the product of two slopes. */
export type Delta = "fused" | "product";

/** A kind of net. */
export interface GradientCase {
  /** Of every unit; only under cross entropy the output is a sigmoid. */
  readonly activation: ActivationName;
  readonly loss: LossName;
  readonly delta: Delta;
  readonly layers: number;
  readonly bias: boolean;
}

/** How far back-propagation is off, relative to the gradient's largest entry. */
export interface GradientErrors {
  readonly parameters: number;
  /** The largest |∂L/∂w|. */
  readonly largest: number;
  /** From exact forward-mode derivatives. */
  readonly exact: number;
  /** From central differences, which are rough themselves. */
  readonly difference: number;
}

/** A row of the table: what came of a case, or why it is left out. */
export type GradientRow = GradientCase & ({ readonly errors: GradientErrors } | { readonly leftOut: string });

/** What forward-mode derivatives may be off, relative to the largest: rounding, and no more. */
export const EXACT_BOUND = 1e-12;
/** What central differences may be off: the step's square, and the loss's rounding over the step. */
export const DIFFERENCE_BOUND = 1e-8;

/** Units of the layers before the output. */
const HIDDEN = [3, 2];
/** With these weights no net is dead, and no unit stands near its kink. */
const SEED = "gradcheck 101";
/** The distance of a central difference. */
const STEP = 1e-5;

/** Cases that say nothing, and why. */
const LEFT_OUT: readonly { readonly reason: string; readonly holds: (entry: GradientCase) => boolean }[] = [
  {
    reason: "a step is flat wherever it has a derivative: nothing is thrown back",
    holds: ({ activation }) => activation === "step",
  },
  {
    reason: "a single layer must answer a probability under cross entropy",
    holds: ({ activation, loss, layers }) => loss === "crossEntropy" && layers === 1 && activation !== "sigmoid",
  },
];

/** Every case, checked or left out with a reason. */
export function gradcheck(): GradientRow[] {
  return gradientCases().map((entry) => {
    const reason = LEFT_OUT.find(({ holds }) => holds(entry))?.reason;
    return reason === undefined
      ? { ...entry, errors: gradientErrors(trainingOf(entry)) }
      : { ...entry, leftOut: reason };
  });
}

/** Every activation × loss × 1 to 3 layers × with and without biases. */
export function gradientCases(): GradientCase[] {
  const losses = (Object.keys(LOSSES) as LossName[]).flatMap((loss) =>
    ("fused" in LOSSES[loss] ? ["fused", "product"] as const : ["product"] as const).map((delta) => ({ loss, delta }))
  );
  const shapes = [1, 2, 3].flatMap((layers) => [true, false].map((bias) => ({ layers, bias })));
  return (Object.keys(ACTIVATIONS) as ActivationName[]).flatMap((activation) =>
    losses.flatMap((loss) => shapes.map((shape) => ({ activation, ...loss, ...shape })))
  );
}

/** A case with drawn weights and rows that lie off every kink. */
export function trainingOf({ activation, loss, delta, layers, bias }: GradientCase): Training {
  const output = loss === "crossEntropy" ? "sigmoid" : activation;
  const hidden = HIDDEN.slice(0, layers - 1).map((units): LayerConfig => ({ units, activation, bias }));
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

/** Compares the three gradients at the start of a training. */
export function gradientErrors(training: Training): GradientErrors {
  const { network, loss, rows, start } = training, share = shareOf(training, rows.length);
  const thrown = gradientOf(NUMBERS, network, loss, share, start, rows);
  const largest = Math.max(...thrown.map((entry) => Math.abs(entry)));
  const off = (other: readonly number[]) =>
    Math.max(...thrown.map((entry, i) => Math.abs(entry - other[i]!) / largest));
  return {
    parameters: start.length,
    largest,
    exact: off(start.map((_, i) => exactDerivative(training, i))),
    difference: off(start.map((_, i) => centralDifference(training, i))),
  };
}

/** ∂L/∂w of one parameter, by dual numbers. */
function exactDerivative(training: Training, parameter: number): number {
  const { network, loss, rows, start } = training, m = duals(NUMBERS);
  const fixed = (numbers: readonly number[]) => numbers.map(m.constant);
  const examples = rows.map(({ inputs, targets }) => ({ inputs: fixed(inputs), targets: fixed(targets) }));
  return lossOf(m, network, loss, shareOf(training, rows.length), along(start, parameter), examples).slope;
}

function centralDifference(training: Training, parameter: number): number {
  const { network, loss, rows, start } = training, share = shareOf(training, rows.length);
  const at = (offset: number) =>
    lossOf(NUMBERS, network, loss, share, start.map((w, i) => i === parameter ? w + offset : w), rows);
  return (at(STEP) - at(-STEP)) / (2 * STEP);
}
