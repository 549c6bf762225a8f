/** The configuration of the lecture, on which most experiments build. */
import type { PartialConfig } from "../../define/factors.ts";

/** Online updates in fixed order at learning rate 0.9, for 10,000 epochs, on the loss ½ (y − d)². */
export const LECTURE = {
  loss: { name: "halfSquaredError" },
  optimizer: { name: "gradientDescent", learningRate: 0.9 },
  batch: "online",
  order: "fixed",
  epochs: 10000,
} as const satisfies PartialConfig;

/** What pages that speak of the lecture say about it; they cite `kim2017`. */
export const ABOUT_LECTURE =
  "The lecture is a Korean introduction to neural nets for beginners; the learning rate 0.9, the 3-4-1 net, momentum " +
  "and the outputs .0102 .0083 .9932 .9917 come from a textbook (Kim 2017), not from the lecture itself.";

/** A run ends at the first check where all errors are at most 0.1. */
export const STOP_WHEN_SOLVED = { stop: { maxError: 0.1 } } as const satisfies PartialConfig;

/** The limit of experiments whose runs end when they are solved. */
export const ENDED_EARLY = "A run ends at the first check that it passes; whether it would stay solved is not known.";

/** The data of a Boolean function of two inputs with the lecture's constant third input: rows [x1 x2 1]. */
export function lectureData(name: string): PartialConfig {
  return { data: { name, encoding: "binary", constant: true } };
}

const OUTPUT_UNIT = { units: 1, activation: "sigmoid", bias: false } as const;

/** The nets of the lecture, without biases: 3-1 and 3-4-1. */
export const NETWORKS = {
  "single-layer": { network: { inputs: 3, layers: [OUTPUT_UNIT] } },
  "two-layer": { network: { inputs: 3, layers: [{ ...OUTPUT_UNIT, units: 4 }, OUTPUT_UNIT] } },
} as const satisfies Record<string, PartialConfig>;

/** The base of most experiments: the two-layer net learns XOR. */
export const TWO_LAYER_XOR = { ...LECTURE, ...lectureData("xor"), ...NETWORKS["two-layer"] } as const;
