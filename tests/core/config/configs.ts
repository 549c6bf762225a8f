/** Configs that the tests of `parseConfig` change. */
import type { TrainConfig } from "../../../core/config/config.ts";

export const TWO_LAYERS = {
  inputs: 2,
  layers: [
    { units: 2, activation: "tanh", bias: true },
    { units: 1, activation: "sigmoid", bias: false },
  ],
} as const;

export const VALID = {
  data: "xor",
  network: TWO_LAYERS,
  seed: 1,
  loss: "crossEntropy",
  optimizer: { name: "gradientDescent", learningRate: 1 },
  epochs: 20,
} as const satisfies TrainConfig;

export const PARAMETERS = [{ W: [[1, 2], [3, 4]], b: [0, 0] }, { W: [[5, 6]] }];
const { seed: _, ...SEEDLESS } = VALID;
export { SEEDLESS };
export const PERCEPTRON = {
  data: "and",
  network: { inputs: 2, layers: [{ units: 1, activation: "step", bias: true }] },
  seed: 1,
  optimizer: { name: "perceptron", learningRate: 1 },
  epochs: 5,
} as const;

/** VALID with changed fields, without undefined ones. */
export const changed = (changes: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries({ ...VALID, ...changes }).filter(([, value]) => value !== undefined));
export const layers = (...given: readonly unknown[]) => changed({ network: { inputs: 2, layers: given } });
export const table = (inputs: unknown, targets: unknown) => changed({ data: { inputs, targets } });
export const OUTPUT = { units: 1, activation: "sigmoid", bias: false };
export const scheduled = (schedule: unknown) => changed({ optimizer: { ...VALID.optimizer, schedule } });
