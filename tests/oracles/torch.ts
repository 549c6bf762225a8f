/** `torch_gradients.json` and `torch_trajectories.json`: PyTorch in float64. */
import type { LayerConfig, TrainConfig } from "../../core/config/config.ts";
import { flatten, type LayerParameters } from "../../core/network.ts";
import { compareNumbers, type Comparison, type OracleCase } from "./oracle_case.ts";

/** A network with its data; networks with two inputs have biases, those with three have none. */
interface TorchNet {
  readonly id: string;
  readonly net: string;
  readonly hidden: string;
  readonly output: string;
  readonly X: readonly (readonly number[])[];
  readonly init: readonly TorchLayer[];
}

/** Parameters of a layer; `b` is null if it has no biases. */
interface TorchLayer {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[] | null;
}

/** An entry of `torch_gradients.json`; networks of step units only have outputs. */
export interface TorchGradient extends TorchNet {
  readonly outputs: readonly number[];
  readonly loss?: string;
  readonly D?: readonly number[];
  readonly lossValue?: number;
  readonly grad?: readonly TorchLayer[];
}

/** An entry of `torch_trajectories.json`. */
export interface TorchTrajectory extends TorchNet {
  readonly loss: string;
  readonly D: readonly number[];
  readonly optimizer: string;
  readonly lr: number;
  readonly gradAtStep0: readonly TorchLayer[];
  readonly checkpoints: readonly {
    readonly step: number;
    readonly loss: number;
    readonly outputs: readonly number[];
    readonly params?: readonly TorchLayer[];
    readonly "relativeDriftAt1e-13": number;
  }[];
}

const ACTIVATION: Readonly<Record<string, LayerConfig["activation"]>> = {
  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "relu",
  leaky_relu: { name: "leakyRelu", slope: 0.01 },
  elu: { name: "elu", alpha: 1 },
  gelu: "gelu",
  gelu_tanh: "geluTanh",
  silu: "silu",
  softplus: "softplus",
  softsign: "softsign",
  identity: "identity",
  step: "step",
};

const LOSS: Readonly<Record<string, NonNullable<TrainConfig["loss"]>>> = {
  mse: "squaredError",
  sse_half: { name: "halfSquaredError", reduction: "sum" },
  mae: "absoluteError",
  "huber_0.25": { name: "huber", delta: 0.25 },
  bce: "crossEntropy",
  bce_logits: "crossEntropyFromLogits",
  hinge: "hinge",
};

/** Optimiser and batch by their names in the file. */
const LEARNING_RULE: Readonly<Record<string, (learningRate: number) => Pick<TrainConfig, "optimizer" | "batch">>> = {
  gd: (learningRate) => ({ optimizer: { name: "gradientDescent", learningRate } }),
  gd_weight_decay: (learningRate) => ({
    optimizer: { name: "gradientDescent", learningRate, weightDecay: 0.001 },
  }),
  sgd_sample: (learningRate) => ({ optimizer: { name: "gradientDescent", learningRate }, batch: "online" }),
  momentum_torch: (learningRate) => ({ optimizer: { name: "momentum", learningRate, momentum: 0.9 } }),
  // m = −rate·g + 0.9·m is −rate times PyTorch's velocity if the rate is constant.
  momentum_book: (learningRate) => ({ optimizer: { name: "momentum", learningRate, momentum: 0.9 } }),
  momentum_sample_torch: (learningRate) => ({
    optimizer: { name: "momentum", learningRate, momentum: 0.9 },
    batch: "online",
  }),
  nesterov: (learningRate) => ({ optimizer: { name: "nesterov", learningRate, momentum: 0.9 } }),
  rmsprop: (learningRate) => ({ optimizer: { name: "rmsprop", learningRate, decay: 0.99, epsilon: 1e-8 } }),
  adam: (learningRate) => ({ optimizer: { name: "adam", learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } }),
  adamw: (learningRate) => ({
    optimizer: { name: "adamw", learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
  }),
  adagrad: (learningRate) => ({ optimizer: { name: "adagrad", learningRate, epsilon: 1e-10 } }),
};

/** Loss, outputs and gradient of networks that are not trained. */
export function gradientCases({ gradients }: { readonly gradients: readonly TorchGradient[] }): OracleCase[] {
  return gradients.map((known) => {
    const { id, outputs, loss, D, lossValue, grad } = known;
    return {
      id,
      config: {
        ...netOf(known, D ?? outputs),
        loss: LOSS[loss ?? "mse"]!,
        optimizer: { name: "gradientDescent", learningRate: 1 },
        steps: 0,
        gradient: true,
      },
      compare: ({ checkpoints: [start] }) => [
        ...compareNumbers("outputs", start!.outputs as readonly number[], outputs, gradientTolerance),
        ...lossValue === undefined ? [] : compareNumbers("loss", [start!.loss], [lossValue], gradientTolerance),
        ...grad === undefined
          ? []
          : compareNumbers("gradient", flatten(start!.gradient!), numbersOf(grad), gradientTolerance),
      ],
    };
  });
}

/** A thousand updates of each optimiser. */
export function trajectoryCases(
  { trajectories }: { readonly trajectories: readonly TorchTrajectory[] },
): OracleCase[] {
  return trajectories.flatMap((known) => [trajectoryCase(known), firstGradientCase(known)]);
}

/** Relative 1e-12, but at least the rounding of terms of size 1. */
function gradientTolerance(expected: number): number {
  return Math.max(1e-12 * Math.abs(expected), 1e-15);
}

/** Rounding grows with the steps and with `drift`, the effect of a tiny change of the initial parameters. */
function trajectoryTolerance(optimizer: string, step: number, drift: number): (expected: number) => number {
  // RMSProp ends up oscillating around the minimum.
  if (drift > 1e-7 || (optimizer === "rmsprop" && step === 1000)) return () => Infinity;
  const relative = step < 100 ? 1e-12 : 1e-11;
  return (expected) => Math.max(relative * Math.max(1, Math.abs(expected)), 100 * drift);
}

function trajectoryCase(known: TorchTrajectory): OracleCase {
  const { id, optimizer } = known;
  return {
    id,
    config: {
      ...trainingOf(known),
      steps: known.checkpoints.at(-1)!.step,
      unit: "step",
      checkpoints: known.checkpoints.map(({ step }) => step),
    },
    compare: ({ checkpoints }) =>
      known.checkpoints.flatMap((expected, i): Comparison[] => {
        const { step, params } = expected, actual = checkpoints[i]!, at = `step ${step}`;
        const tolerance = trajectoryTolerance(optimizer, step, expected["relativeDriftAt1e-13"]);
        return [
          { label: `${at} step`, actual: actual.step, expected: step, tolerance: 0 },
          ...compareNumbers(`${at} loss`, [actual.loss], [expected.loss], tolerance),
          ...compareNumbers(`${at} outputs`, actual.outputs as readonly number[], expected.outputs, tolerance),
          ...params ? compareNumbers(`${at} parameters`, flatten(actual.parameters), numbersOf(params), tolerance) : [],
        ];
      }),
  };
}

/** The gradient of the first update: of all rows, or of the first row in online training. */
function firstGradientCase(known: TorchTrajectory): OracleCase {
  const config = trainingOf(known), rows = config.batch === "online" ? 1 : known.X.length;
  const data = { inputs: known.X.slice(0, rows), targets: known.D.slice(0, rows) };
  return {
    id: `${known.id} first gradient`,
    config: { ...config, data, steps: 0, gradient: true },
    compare: ({ checkpoints: [start] }) =>
      compareNumbers("gradient", flatten(start!.gradient!), numbersOf(known.gradAtStep0), gradientTolerance),
  };
}

function trainingOf(known: TorchTrajectory) {
  return { ...netOf(known, known.D), loss: LOSS[known.loss]!, ...LEARNING_RULE[known.optimizer]!(known.lr) };
}

function netOf({ hidden, output, X, init }: TorchNet, targets: readonly number[]) {
  const layers = init.map(({ W, b }, l): LayerConfig => ({
    units: W.length,
    activation: ACTIVATION[l === init.length - 1 ? output : hidden]!,
    bias: b !== null,
  }));
  return { data: { inputs: X, targets }, network: { inputs: X[0]!.length, layers }, parameters: layersOf(init) };
}

function layersOf(layers: readonly TorchLayer[]): LayerParameters[] {
  return layers.map(({ W, b }) => b === null ? { W } : { W, b });
}

function numbersOf(layers: readonly TorchLayer[]): number[] {
  return flatten(layersOf(layers));
}
