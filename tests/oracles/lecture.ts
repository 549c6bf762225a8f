/** `lecture.json`: the lecture's nets from given starts, trained by plain NumPy loops. */
import type { TrainConfig } from "../../core/config/config.ts";
import { flatten, type LayerParameters } from "../../core/network.ts";
import type { Checkpoint } from "../../core/train_network.ts";
import { compareAll, type Comparison, type Question } from "./question.ts";

/** The weights of a net: a list for one layer, else the hidden layer's matrix and the output unit's list. */
type Weights = readonly number[] | readonly [readonly (readonly number[])[], readonly number[]];

/** What happened to one row in the first epoch. A net with a hidden layer tells its layers apart. */
interface TraceRow {
  readonly sample: number;
  readonly x: readonly number[];
  readonly d: number;
  readonly y: number;
  readonly e: number;
  readonly delta: number;
  /** α δ x; momentum comes on top. */
  readonly dW?: readonly number[];
  /** After the update, where each row makes one. */
  readonly W?: readonly number[];
  readonly delta1?: readonly number[];
  readonly dW1?: readonly (readonly number[])[];
  readonly dW2?: readonly number[];
  readonly W1?: readonly (readonly number[])[];
  readonly W2?: readonly number[];
}

/** One training of the file. */
export interface LectureCase {
  readonly id: string;
  readonly note: string;
  readonly X: readonly (readonly number[])[];
  readonly D: readonly number[];
  readonly alpha: number;
  readonly beta?: number;
  readonly momentumReset?: "never" | "each epoch";
  readonly epochs: number;
  readonly loss: "sse" | "bce";
  readonly update: "per-sample" | "batch-mean";
  readonly initialWeights: Weights;
  readonly firstEpochTrace: readonly TraceRow[];
  readonly checkpoints: readonly {
    readonly epoch: number;
    readonly W: Weights;
    readonly outputs: readonly number[];
    readonly meanSquaredError: number;
    readonly halfSumSquaredError: number;
    readonly meanBce: number;
  }[];
}

/** The case's training as a config: its first epoch's rows stand in the order of the table. */
export function lectureConfig(known: LectureCase): TrainConfig {
  const { X, D, alpha, beta, momentumReset, loss, update, initialWeights, epochs, checkpoints } = known;
  const parameters = layersOf(initialWeights);
  const reset = momentumReset === "each epoch" ? "epoch" as const : "never" as const;
  return {
    data: { inputs: X, targets: D },
    network: {
      inputs: X[0]!.length,
      layers: parameters.map(({ W }) => ({ units: W.length, activation: "sigmoid", bias: false })),
    },
    parameters,
    loss: loss === "sse" ? "halfSquaredError" : "crossEntropy",
    optimizer: beta === undefined
      ? { name: "gradientDescent", learningRate: alpha }
      : { name: "momentum", learningRate: alpha, momentum: beta, reset },
    batch: update === "per-sample" ? "online" : "full",
    epochs,
    checkpoints: checkpoints.map(({ epoch }) => epoch),
  };
}

/** The whole run, its first epoch update by update, and the gradient of each row in it. */
export function lectureQuestions({ cases }: { readonly cases: readonly LectureCase[] }): Question[] {
  return cases.flatMap((known) => {
    const rows = known.firstEpochTrace.map((row, step) => rowQuestion(known, row, step));
    return known.update === "per-sample"
      ? [runQuestion(known), traceQuestion(known), ...rows]
      : [runQuestion(known), ...rows];
  });
}

const outputsMay = () => 1e-13;
/** Sums of 40,000 updates, made with another exponential. */
const weightsMay = (wanted: number) => 1e-11 * Math.max(1, Math.abs(wanted));
/** One update's worth of rounding. */
const traceMay = () => 1e-15;

function runQuestion(known: LectureCase): Question {
  return {
    id: known.id,
    config: lectureConfig(known),
    compare: ({ checkpoints }) =>
      known.checkpoints.flatMap((wanted, i): Comparison[] => {
        const got = checkpoints[i]!, at = `epoch ${wanted.epoch}`;
        const loss = known.loss === "sse" ? wanted.halfSumSquaredError / known.D.length : wanted.meanBce;
        return [
          { what: `${at} epoch`, got: got.epoch, wanted: wanted.epoch, allowed: 0 },
          ...compareAll(`${at} outputs`, outputsOf(got), wanted.outputs, outputsMay),
          ...compareAll(`${at} weights`, flatten(got.parameters), flatten(layersOf(wanted.W)), weightsMay),
          ...compareAll(`${at} mean squared error`, [got.meanSquaredError], [wanted.meanSquaredError], outputsMay),
          ...compareAll(`${at} loss`, [got.loss], [loss], outputsMay),
        ];
      }),
  };
}

/** Between two updates of the first epoch: what the coming row is answered, and the weights after it. */
function traceQuestion(known: LectureCase): Question {
  const { epochs: _, ...config } = lectureConfig(known);
  const steps = known.firstEpochTrace.length;
  return {
    id: `${known.id} first epoch`,
    config: { ...config, steps, unit: "step", checkpoints: Array.from({ length: steps + 1 }, (_, step) => step) },
    compare: ({ checkpoints }) =>
      known.firstEpochTrace.flatMap((row, step) => {
        const y = outputsOf(checkpoints[step]!)[row.sample]!, at = `row ${row.sample}`;
        return [
          ...compareAll(`${at} y e`, [y, row.d - y], [row.y, row.e], traceMay),
          ...compareAll(`${at} W`, flatten(checkpoints[step + 1]!.parameters), after(row), traceMay),
        ];
      }),
  };
}

/** One row of the first epoch alone, from the weights that it met: δ and α δ x are its gradient. */
function rowQuestion(known: LectureCase, row: TraceRow, step: number): Question {
  const { checkpoints: _, epochs: __, ...config } = lectureConfig(known);
  const before = known.update === "batch-mean" || step === 0
    ? known.initialWeights
    : weightsOf(known.firstEpochTrace[step - 1]!);
  return {
    id: `${known.id} first epoch row ${row.sample}`,
    config: {
      ...config,
      data: { inputs: [row.x], targets: [row.d] },
      parameters: layersOf(before),
      steps: 0,
      gradient: true,
    },
    compare: ({ checkpoints: [start] }) => {
      const gradient = start!.gradient!;
      // The last input is the constant 1, so its weight's gradient is −δ.
      const deltas = gradient[0]!.W.map((weights) => -weights.at(-1)!);
      return [
        ...compareAll("y", outputsOf(start!), [row.y], traceMay),
        ...compareAll("delta", deltas, row.delta1 ?? [row.delta], traceMay),
        ...compareAll("dW", flatten(gradient).map((g) => -known.alpha * g), changes(row), traceMay),
      ];
    },
  };
}

function layersOf(weights: Weights): LayerParameters[] {
  return Array.isArray(weights[0])
    ? [{ W: weights[0] as readonly (readonly number[])[] }, { W: [weights[1] as readonly number[]] }]
    : [{ W: [weights as readonly number[]] }];
}

function weightsOf({ W, W1, W2 }: TraceRow): Weights {
  return W ?? [W1!, W2!];
}

function after(row: TraceRow): number[] {
  return flatten(layersOf(weightsOf(row)));
}

function changes({ dW, dW1, dW2 }: TraceRow): number[] {
  return flatten(layersOf(dW ?? [dW1!, dW2!]));
}

function outputsOf({ outputs }: Checkpoint): readonly number[] {
  return outputs as readonly number[];
}
