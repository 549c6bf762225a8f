/** `functions.json`: activations, derivatives and losses, computed to 60 digits and rounded once. */
import type { LayerConfig, TrainConfig } from "../../core/config/config.ts";
import { compareNumbers, type Comparison, type OracleCase } from "./oracle_case.ts";

/** The file; `f` and `df` are null if its generator failed. */
export interface Functions {
  readonly activations: Readonly<
    Record<string, readonly { readonly x: number; readonly f: number | null; readonly df: number | null }[]>
  >;
  readonly losses: {
    readonly probability: readonly {
      readonly y: number;
      readonly d: number;
      readonly squared: number;
      readonly dSquared: number;
      readonly halfSquared: number;
      readonly abs: number;
      readonly bce: number;
      readonly dBce: number;
      readonly huber025: number;
    }[];
    readonly logits: readonly {
      readonly v: number;
      readonly d: number;
      readonly bceWithLogits: number;
      readonly dBceWithLogits: number;
      readonly hinge: number;
    }[];
  };
}

type Tolerance = (expected: number) => number;

/** `count` units in the last place. */
const ulps = (count: number): Tolerance => (expected) => count * ulp(expected);
/** For terms that cancel: a(1 − a) loses its last digits when a is near 1. */
const absolute: Tolerance = (expected) => 4e-16 * Math.max(1, Math.abs(expected));

/** The file computed losses from 60-digit numbers between 0 and 1, which cannot represent losses below 1e-59. */
const lossTolerance: Tolerance = (expected) => Math.max(4 * ulp(expected), 1e-58);

/** Activations by their names in the file, with the tolerance of values; derivatives have `absolute`. */
const ACTIVATIONS: Readonly<Record<string, readonly [LayerConfig["activation"], Tolerance]>> = {
  identity: ["identity", ulps(0)],
  relu: ["relu", ulps(0)],
  step_ge0: ["step", ulps(0)],
  "leaky_relu_0.01": [{ name: "leakyRelu", slope: 0.01 }, ulps(1)],
  tanh: ["tanh", ulps(2)],
  sigmoid: ["sigmoid", ulps(2.5)],
  softplus: ["softplus", ulps(2.5)],
  elu_1: [{ name: "elu", alpha: 1 }, ulps(4)],
  silu: ["silu", ulps(4)],
  softsign: ["softsign", ulps(4)],
  gelu: ["gelu", absolute],
  gelu_tanh: ["geluTanh", absolute],
};

/** Each point becomes a network of one unit with weight 1 and one row of data. */
export function functionCases({ activations, losses }: Functions): OracleCase[] {
  return [
    ...Object.entries(activations).flatMap(([name, points]) =>
      points.flatMap(({ x, f, df }) => f === null || df === null ? [] : [activationCase(name, x, f, df)])
    ),
    ...losses.probability.flatMap(({ y, d, ...known }) => [
      lossCase("squaredError", y, d, known.squared, known.dSquared),
      lossCase("halfSquaredError", y, d, known.halfSquared),
      lossCase("absoluteError", y, d, known.abs),
      lossCase("crossEntropy", y, d, known.bce, known.dBce),
      lossCase({ name: "huber", delta: 0.25 }, y, d, known.huber025),
    ]),
    ...losses.logits.flatMap(({ v, d, ...known }) => [
      lossCase("crossEntropyFromLogits", v, d, known.bceWithLogits, known.dBceWithLogits),
      // The hinge loss of the file supports only targets 0 and 1.
      ...(d === 0 || d === 1 ? [lossCase("hinge", v, d, known.hinge)] : []),
    ]),
  ];
}

/** With the loss |y − d| and a target below every output, the gradient is the derivative of the activation. */
function activationCase(name: string, x: number, f: number, df: number): OracleCase {
  const [activation, tolerance] = ACTIVATIONS[name]!;
  return {
    id: `${name} ${x}`,
    config: oneUnit(activation, "absoluteError", x, -1.5e308),
    compare: ({ checkpoints: [start] }) => [
      ...compareNumbers("value", start!.outputs as readonly number[], [f], tolerance),
      ...compareNumbers("derivative", start!.gradient![0]!.b!, [df], absolute),
    ],
  };
}

function lossCase(loss: NonNullable<TrainConfig["loss"]>, y: number, d: number, value: number, derivative?: number) {
  return {
    id: `${typeof loss === "string" ? loss : loss.name} y ${y} d ${d}`,
    config: oneUnit("identity", loss, y, d),
    compare: ({ checkpoints: [start] }): Comparison[] => [
      ...compareNumbers("loss", [start!.loss], [value], lossTolerance),
      ...derivative === undefined ? [] : compareNumbers("derivative", start!.gradient![0]!.b!, [derivative], absolute),
    ],
  } satisfies OracleCase;
}

function oneUnit(
  activation: LayerConfig["activation"],
  loss: NonNullable<TrainConfig["loss"]>,
  x: number,
  target: number,
): TrainConfig {
  return {
    data: { inputs: [[x]], targets: [target] },
    network: { inputs: 1, layers: [{ units: 1, activation, bias: true }] },
    parameters: [{ W: [[1]], b: [0] }],
    loss,
    optimizer: { name: "gradientDescent", learningRate: 1 },
    steps: 0,
    gradient: true,
  };
}

/** The distance from |value| to the next larger double. */
function ulp(value: number): number {
  const double = new Float64Array([Math.abs(value)]), bits = new BigInt64Array(double.buffer);
  bits[0]! += 1n;
  return double[0]! - Math.abs(value);
}
