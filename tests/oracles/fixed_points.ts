/** `xor_fixed_points.json`: fixed points of online training of one layer on XOR, to 25 digits. */
import { compareNumbers, type OracleCase } from "./oracle_case.ts";

/** The file: fixed points of one epoch by name, such as `sse alpha=0.9 order=0123`. */
export interface FixedPoints {
  readonly fixedPoints: Readonly<
    Record<string, {
      readonly W: readonly string[];
      readonly outputs: readonly string[];
      readonly mse: string;
      /** The factor by which an epoch shrinks a small distance from the fixed point. */
      readonly spectralRadius: string;
    }>
  >;
}

/** Fixed points that take more epochs to reach are skipped. */
const MAX_EPOCHS = 100_000;

/** A run from random parameters to each fixed point, long enough to come within 1e-14. */
export function fixedPointCases({ fixedPoints }: FixedPoints): OracleCase[] {
  return Object.entries(fixedPoints).flatMap(([id, { W, outputs, mse, spectralRadius }]): OracleCase[] => {
    const [, loss, alpha, order] = /^(\w+) alpha=(\S+) order=(\d+)$/.exec(id)!;
    const epochs = Math.ceil(Math.log(1e-14) / Math.log(Number(spectralRadius)));
    if (epochs > MAX_EPOCHS) return [];
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
      compare: ({ checkpoints: [final] }) => [
        ...compareNumbers("weights", final!.parameters[0]!.W[0]!, W.map(Number), limitTolerance),
        ...compareNumbers("outputs", final!.outputs as readonly number[], outputs.map(Number), limitTolerance),
        ...compareNumbers("mean squared error", [final!.meanSquaredError], [Number(mse)], limitTolerance),
      ],
    }];
  });
}

/** Rounding of about 1e-16 per epoch persists for up to 1 / (1 − 0.9996) epochs. */
const limitTolerance = () => 1e-12;
