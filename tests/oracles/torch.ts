/** `torch_gradients.json` and `torch_trajectories.json`: PyTorch in float64. */
import type { LayerConfig, TrainConfig } from "../../core/config/config.ts";
import { flatten, type LayerParameters } from "../../core/network.ts";
import { compareAll, type Comparison, type Question } from "./question.ts";

/** A net with its data. Nets of two inputs have biases, nets of three have none. */
interface TorchNet {
  readonly id: string;
  readonly net: string;
  readonly hidden: string;
  readonly output: string;
  readonly X: readonly (readonly number[])[];
  readonly init: readonly TorchLayer[];
}

/** A layer's parameters; where it has no biases, they are null. */
interface TorchLayer {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[] | null;
}

/** An entry of `torch_gradients.json`; nets of step units have outputs alone. */
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

/** What makes an update: the optimiser at a rate, and whether each row makes one. */
const RULE: Readonly<Record<string, (learningRate: number) => Pick<TrainConfig, "optimizer" | "batch">>> = {
  gd: (learningRate) => ({ optimizer: { name: "gradientDescent", learningRate } }),
  gd_weight_decay: (learningRate) => ({
    optimizer: { name: "gradientDescent", learningRate, weightDecay: 0.001 },
  }),
  sgd_sample: (learningRate) => ({ optimizer: { name: "gradientDescent", learningRate }, batch: "online" }),
  momentum_torch: (learningRate) => ({ optimizer: { name: "momentum", learningRate, momentum: 0.9 } }),
  // m = −rate·g + 0.9·m is −rate times PyTorch's velocity as long as the rate stays.
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

/** Loss, outputs and gradient of nets that are not trained. */
export function gradientQuestions({ gradients }: { readonly gradients: readonly TorchGradient[] }): Question[] {
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
        ...compareAll("outputs", start!.outputs as readonly number[], outputs, gradientMay),
        ...lossValue === undefined ? [] : compareAll("loss", [start!.loss], [lossValue], gradientMay),
        ...grad === undefined ? [] : compareAll("gradient", flatten(start!.gradient!), numbersOf(grad), gradientMay),
      ],
    };
  });
}

/** A thousand updates by each optimiser. */
export function trajectoryQuestions(
  { trajectories }: { readonly trajectories: readonly TorchTrajectory[] },
): Question[] {
  return trajectories.flatMap((known) => [trajectoryQuestion(known), firstGradientQuestion(known)]);
}

/** 1e-12 of the value; where it is tiny, what rounding leaves of terms of size 1. */
function gradientMay(wanted: number): number {
  return Math.max(1e-12 * Math.abs(wanted), 1e-15);
}

/** Rounding grows with the steps, and with the drift that a tiny change of the start brings about. */
function trajectoryMay(optimizer: string, step: number, drift: number): (wanted: number) => number {
  // RMSProp hovers around the minimum in the end.
  if (drift > 1e-7 || (optimizer === "rmsprop" && step === 1000)) return () => Infinity;
  const share = step < 100 ? 1e-12 : 1e-11;
  return (wanted) => Math.max(share * Math.max(1, Math.abs(wanted)), 100 * drift);
}

function trajectoryQuestion(known: TorchTrajectory): Question {
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
      known.checkpoints.flatMap((wanted, i): Comparison[] => {
        const { step, params } = wanted, got = checkpoints[i]!, at = `step ${step}`;
        const allowed = trajectoryMay(optimizer, step, wanted["relativeDriftAt1e-13"]);
        return [
          { what: `${at} step`, got: got.step, wanted: step, allowed: 0 },
          ...compareAll(`${at} loss`, [got.loss], [wanted.loss], allowed),
          ...compareAll(`${at} outputs`, got.outputs as readonly number[], wanted.outputs, allowed),
          ...params ? compareAll(`${at} parameters`, flatten(got.parameters), numbersOf(params), allowed) : [],
        ];
      }),
  };
}

/** The gradient of the first update: of all rows, or of the first row alone where each row makes an update. */
function firstGradientQuestion(known: TorchTrajectory): Question {
  const config = trainingOf(known), rows = config.batch === "online" ? 1 : known.X.length;
  const data = { inputs: known.X.slice(0, rows), targets: known.D.slice(0, rows) };
  return {
    id: `${known.id} first gradient`,
    config: { ...config, data, steps: 0, gradient: true },
    compare: ({ checkpoints: [start] }) =>
      compareAll("gradient", flatten(start!.gradient!), numbersOf(known.gradAtStep0), gradientMay),
  };
}

function trainingOf(known: TorchTrajectory) {
  return { ...netOf(known, known.D), loss: LOSS[known.loss]!, ...RULE[known.optimizer]!(known.lr) };
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
