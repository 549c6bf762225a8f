/** The lecture's setting, which most experiments share. */
import type { Factor, PartialConfig } from "../../experiment.ts";

/** Updates row by row in order at rate 0.9, for 10,000 epochs, on ½ (y − d)². */
export const LECTURE = {
  loss: { name: "halfSquaredError" },
  optimizer: { name: "gradientDescent", learningRate: 0.9 },
  batch: "online",
  order: "fixed",
  epochs: 10000,
} as const satisfies PartialConfig;

/** A run ends at the first check that it passes. */
export const ENDS_WHEN_LEARNED = { stop: { maxError: 0.1 } } as const satisfies PartialConfig;

/** A function of two inputs with the lecture's constant third input: rows [x1 x2 1]. */
export function labels(name: string): PartialConfig {
  return { data: { name, encoding: "binary", constant: true } };
}

/** The nets of the lecture: 3-1, and 3-4-1 whose output unit has no bias. */
export const NETWORKS = {
  "single-layer": { network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] } },
  "two-layer": {
    network: {
      inputs: 3,
      layers: [{ units: 4, activation: "sigmoid", bias: false }, { units: 1, activation: "sigmoid", bias: false }],
    },
  },
} as const satisfies Record<string, PartialConfig>;

/** Single-layer against two-layer. */
export const NETWORK = { meaning: "layers of the net: 3-1 or 3-4-1", levels: NETWORKS } as const satisfies Factor;

/** The two losses of the lecture. */
export const LOSS = {
  meaning: "what learning descends",
  levels: {
    halfSquaredError: { loss: { name: "halfSquaredError" } },
    crossEntropy: { loss: { name: "crossEntropy" } },
  },
} as const satisfies Factor;

/** A learning rate written as a number. */
export function learningRate(text: string): PartialConfig | undefined {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? { optimizer: { learningRate: value } } : undefined;
}

/** Learning rates to compare, each written as a number; others can be read. */
export function learningRates<const R extends string>(...rates: readonly R[]) {
  const levels = Object.fromEntries(rates.map((rate) => [rate, learningRate(rate)!])) as Record<R, PartialConfig>;
  return { meaning: "learning rate", levels, read: learningRate } satisfies Factor;
}
