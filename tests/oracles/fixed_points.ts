/** `xor_fixed_points.json`: where one layer that learns XOR row by row comes to rest, to 25 digits. */
import { compareAll, type Question } from "./question.ts";

/** The file: by name, like `sse alpha=0.9 order=0123`, the fixed point of one epoch. */
export interface FixedPoints {
  readonly fixedPoints: Readonly<
    Record<string, {
      readonly W: readonly string[];
      readonly outputs: readonly string[];
      readonly mse: string;
      /** What an epoch leaves of a small distance from the fixed point. */
      readonly spectralRadius: string;
    }>
  >;
}

/** Rests that are reached within so many epochs are asked for. */
const MOST_EPOCHS = 100_000;

/** A run from a drawn start for each fixed point, as long as it takes to come within 1e-14. */
export function fixedPointQuestions({ fixedPoints }: FixedPoints): Question[] {
  return Object.entries(fixedPoints).flatMap(([id, { W, outputs, mse, spectralRadius }]): Question[] => {
    const [, loss, alpha, order] = /^(\w+) alpha=(\S+) order=(\d+)$/.exec(id)!;
    const epochs = Math.ceil(Math.log(1e-14) / Math.log(Number(spectralRadius)));
    if (epochs > MOST_EPOCHS) return [];
    return [{
      id,
      config: {
        data: { name: "xor", constant: true },
        network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] },
        seed: id,
        loss: loss === "sse" ? "halfSquaredError" : "crossEntropy",
        optimizer: { name: "gradientDescent", learningRate: Number(alpha) },
        batch: "online",
        order: [...order!].map(Number),
        epochs,
      },
      compare: ({ checkpoints: [end] }) => [
        ...compareAll("weights", end!.parameters[0]!.W[0]!, W.map(Number), limitMay),
        ...compareAll("outputs", end!.outputs as readonly number[], outputs.map(Number), limitMay),
        ...compareAll("mean squared error", [end!.meanSquaredError], [Number(mse)], limitMay),
      ],
    }];
  });
}

/** Each epoch's rounding, some 1e-16, is kept for up to 1 / (1 − 0.9996) epochs. */
const limitMay = () => 1e-12;
