/** `published_case.json`: a 2-2-1 network whose errors were published with sixteen digits. */
import type { TrainConfig } from "../../core/config/config.ts";
import type { LayerParameters } from "../../core/network.ts";
import { compareNumbers, type Comparison, type OracleCase } from "./oracle_case.ts";

/** The file; weights of a unit are [constant, …inputs], where the constant input is `constUnit`. */
export interface PublishedCase {
  readonly constUnit: number;
  readonly initialAllWeights: number;
  readonly lr: number;
  readonly published: readonly { readonly epoch: number; readonly maxRmse: number; readonly averageRmse: number }[];
  readonly publishedWeightsEpoch1: { readonly W1: readonly number[]; readonly W2: readonly number[] };
  readonly epochs: readonly {
    readonly epoch: number;
    readonly maxAbsError: number;
    readonly meanAbsError: number;
    readonly rms: number;
    readonly outputs: readonly number[];
    readonly W1: readonly (readonly number[])[];
    readonly W2: readonly number[];
  }[];
}

/** The published run; its "RMSE" is the maximum and the mean of |error| over the rows. */
export function publishedCases(known: PublishedCase): OracleCase[] {
  const targets = [0, 1, 1, 0];
  return [{
    id: "published 2-2-1",
    config: configOf(known, targets),
    compare: ({ checkpoints }) => [
      ...known.published.flatMap(({ epoch, maxRmse, averageRmse }) => {
        const { largest, mean } = errorsOf(checkpoints[epoch - 1]!.outputs as readonly number[], targets);
        return compareNumbers(`epoch ${epoch} published errors`, [largest, mean], [maxRmse, averageRmse], lastDigit);
      }),
      ...compareNumbers(
        "epoch 1 published weights",
        [...rowsOf(known, checkpoints[0]!.parameters[0]!)[0]!, ...rowsOf(known, checkpoints[0]!.parameters[1]!)[0]!],
        [...known.publishedWeightsEpoch1.W1, ...known.publishedWeightsEpoch1.W2],
        () => 0.5e-6, // six digits are printed
      ),
      ...known.epochs.flatMap(({ epoch, maxAbsError, meanAbsError, rms, outputs, W1, W2 }): Comparison[] => {
        const actual = checkpoints[epoch - 1]!, actualOutputs = actual.outputs as readonly number[];
        const { largest, mean } = errorsOf(actualOutputs, targets), root = Math.sqrt(actual.meanSquaredError);
        const rows = actual.parameters.flatMap((layer) => rowsOf(known, layer));
        return [
          ...compareNumbers(
            `epoch ${epoch} errors`,
            [largest, mean, root],
            [maxAbsError, meanAbsError, rms],
            lastDigit,
          ),
          ...compareNumbers(`epoch ${epoch} outputs`, actualOutputs, outputs, lastDigit),
          ...compareNumbers(`epoch ${epoch} weights`, rows.flat(), [...W1, W2].flat(), lastDigit),
        ];
      }),
    ],
  }];
}

/** Two units in the last place of a number between ½ and 1. */
const lastDigit = () => 2.3e-16;

function configOf(known: PublishedCase, targets: readonly number[]): TrainConfig {
  const weight = known.initialAllWeights, bias = known.constUnit * weight;
  const inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
  return {
    data: { inputs, targets },
    network: {
      inputs: 2,
      layers: [
        { units: 2, activation: "sigmoid", bias: true },
        { units: 1, activation: "sigmoid", bias: true },
      ],
    },
    parameters: [
      { W: [[weight, weight], [weight, weight]], b: [bias, bias] },
      { W: [[weight, weight]], b: [bias] },
    ],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: known.lr },
    batch: "online",
    epochs: known.epochs.length,
    checkpoints: known.epochs.map(({ epoch }) => epoch),
  };
}

/** [constant, …inputs] of each unit; a bias is the weight of the constant times the constant. */
function rowsOf({ constUnit }: PublishedCase, { W, b }: LayerParameters): number[][] {
  return W.map((weights, unit) => [b![unit]! / constUnit, ...weights]);
}

function errorsOf(outputs: readonly number[], targets: readonly number[]) {
  const errors = outputs.map((y, row) => Math.abs(targets[row]! - y));
  return { largest: Math.max(...errors), mean: errors.reduce((sum, e) => sum + e, 0) / errors.length };
}
