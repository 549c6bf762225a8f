/** `lecture.json`: the lecture's networks with given initial weights, trained by plain NumPy loops. */
import type { TrainConfig } from "../../core/config/config.ts";
import { flatten, type LayerParameters } from "../../core/network.ts";
import type { Checkpoint } from "../../core/train_network.ts";
import { compareNumbers, type Comparison, type OracleCase } from "./oracle_case.ts";

/** Weights of a network: a list for one layer, otherwise the hidden layer's matrix and the output unit's list. */
type Weights = readonly number[] | readonly [readonly (readonly number[])[], readonly number[]];

/** Values of one row in the first epoch; fields with a number belong to a layer of networks with a hidden layer. */
interface TraceRow {
  readonly sample: number;
  readonly x: readonly number[];
  readonly d: number;
  readonly y: number;
  readonly e: number;
  readonly delta: number;
  /** α δ x, without momentum. */
  readonly dW?: readonly number[];
  /** Weights after the update, in online training. */
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

/** The config of a case. */
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

/** The whole run, its first epoch update by update, and the gradient of each row of that epoch. */
export function lectureCases({ cases }: { readonly cases: readonly LectureCase[] }): OracleCase[] {
  return cases.flatMap((known) => {
    const rows = known.firstEpochTrace.map((row, step) => rowCase(known, row, step));
    return known.update === "per-sample" ? [runCase(known), traceCase(known), ...rows] : [runCase(known), ...rows];
  });
}

const outputsTolerance = () => 1e-13;
/** Sums of 40,000 updates, computed with a different exponential function. */
const weightsTolerance = (expected: number) => 1e-11 * Math.max(1, Math.abs(expected));
/** Rounding of one update. */
const traceTolerance = () => 1e-15;

function runCase(known: LectureCase): OracleCase {
  return {
    id: known.id,
    config: lectureConfig(known),
    compare: ({ checkpoints }) =>
      known.checkpoints.flatMap((expected, i): Comparison[] => {
        const actual = checkpoints[i]!, at = `epoch ${expected.epoch}`;
        const loss = known.loss === "sse" ? expected.halfSumSquaredError / known.D.length : expected.meanBce;
        return [
          { label: `${at} epoch`, actual: actual.epoch, expected: expected.epoch, tolerance: 0 },
          ...compareNumbers(`${at} outputs`, outputsOf(actual), expected.outputs, outputsTolerance),
          ...compareNumbers(
            `${at} weights`,
            flatten(actual.parameters),
            flatten(layersOf(expected.W)),
            weightsTolerance,
          ),
          ...compareNumbers(
            `${at} mean squared error`,
            [actual.meanSquaredError],
            [expected.meanSquaredError],
            outputsTolerance,
          ),
          ...compareNumbers(`${at} loss`, [actual.loss], [loss], outputsTolerance),
        ];
      }),
  };
}

/** Every update of the first epoch: the output for its row before, and the weights after it. */
function traceCase(known: LectureCase): OracleCase {
  const { epochs: _, ...config } = lectureConfig(known);
  const steps = known.firstEpochTrace.length;
  return {
    id: `${known.id} first epoch`,
    config: { ...config, steps, unit: "step", checkpoints: Array.from({ length: steps + 1 }, (_, step) => step) },
    compare: ({ checkpoints }) =>
      known.firstEpochTrace.flatMap((row, step) => {
        const y = outputsOf(checkpoints[step]!)[row.sample]!, at = `row ${row.sample}`;
        return [
          ...compareNumbers(`${at} y e`, [y, row.d - y], [row.y, row.e], traceTolerance),
          ...compareNumbers(`${at} W`, flatten(checkpoints[step + 1]!.parameters), weightsAfter(row), traceTolerance),
        ];
      }),
  };
}

/** One row of the first epoch with the weights before its update: δ and α δ x follow from its gradient. */
function rowCase(known: LectureCase, row: TraceRow, step: number): OracleCase {
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
        ...compareNumbers("y", outputsOf(start!), [row.y], traceTolerance),
        ...compareNumbers("delta", deltas, row.delta1 ?? [row.delta], traceTolerance),
        ...compareNumbers("dW", flatten(gradient).map((g) => -known.alpha * g), weightChanges(row), traceTolerance),
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

function weightsAfter(row: TraceRow): number[] {
  return flatten(layersOf(weightsOf(row)));
}

function weightChanges({ dW, dW1, dW2 }: TraceRow): number[] {
  return flatten(layersOf(dW ?? [dW1!, dW2!]));
}

function outputsOf({ outputs }: Checkpoint): readonly number[] {
  return outputs as readonly number[];
}
