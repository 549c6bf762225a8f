/** `functions.json`: activations, derivatives and losses, worked out to 60 digits and rounded once. */
import type { LayerConfig, TrainConfig } from "../../core/config/config.ts";
import { compareAll, type Comparison, type Question } from "./question.ts";

/** The file. Where its own program gave up, `f` and `df` are null. */
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

type Tolerance = (wanted: number) => number;

/** So many units in the last place. */
const ulps = (count: number): Tolerance => (wanted) => count * ulp(wanted);
/** For terms that cancel: a(1 − a) loses its last digits where a is near 1. */
const absolute: Tolerance = (wanted) => 4e-16 * Math.max(1, Math.abs(wanted));

/** The file's losses were taken as ln of 60 digits between 0 and 1, which knows nothing below 1e-59. */
const lossMay: Tolerance = (wanted) => Math.max(4 * ulp(wanted), 1e-58);

/** The file's names, and how far off a value may be; every derivative may be `absolute`. */
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

/** Each point is a net of one unit with the weight 1, on a table of one row. */
export function functionQuestions({ activations, losses }: Functions): Question[] {
  return [
    ...Object.entries(activations).flatMap(([name, points]) =>
      points.flatMap(({ x, f, df }) => f === null || df === null ? [] : [activationQuestion(name, x, f, df)])
    ),
    ...losses.probability.flatMap(({ y, d, ...known }) => [
      lossQuestion("squaredError", y, d, known.squared, known.dSquared),
      lossQuestion("halfSquaredError", y, d, known.halfSquared),
      lossQuestion("absoluteError", y, d, known.abs),
      lossQuestion("crossEntropy", y, d, known.bce, known.dBce),
      lossQuestion({ name: "huber", delta: 0.25 }, y, d, known.huber025),
    ]),
    ...losses.logits.flatMap(({ v, d, ...known }) => [
      lossQuestion("crossEntropyFromLogits", v, d, known.bceWithLogits, known.dBceWithLogits),
      // The file's hinge takes targets of 0 and 1 alone.
      ...(d === 0 || d === 1 ? [lossQuestion("hinge", v, d, known.hinge)] : []),
    ]),
  ];
}

/** With |y − d| as loss and the target below every answer, the gradient is the activation's derivative. */
function activationQuestion(name: string, x: number, f: number, df: number): Question {
  const [activation, allowed] = ACTIVATIONS[name]!;
  return {
    id: `${name} ${x}`,
    config: oneUnit(activation, "absoluteError", x, -1.5e308),
    compare: ({ checkpoints: [start] }) => [
      ...compareAll("value", start!.outputs as readonly number[], [f], allowed),
      ...compareAll("derivative", start!.gradient![0]!.b!, [df], absolute),
    ],
  };
}

function lossQuestion(loss: NonNullable<TrainConfig["loss"]>, y: number, d: number, value: number, slope?: number) {
  return {
    id: `${typeof loss === "string" ? loss : loss.name} y ${y} d ${d}`,
    config: oneUnit("identity", loss, y, d),
    compare: ({ checkpoints: [start] }): Comparison[] => [
      ...compareAll("loss", [start!.loss], [value], lossMay),
      ...slope === undefined ? [] : compareAll("slope", start!.gradient![0]!.b!, [slope], absolute),
    ],
  } satisfies Question;
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
