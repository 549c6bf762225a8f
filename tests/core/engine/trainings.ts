/** Trainings to compare engines by. */
import type { TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import type { Backend } from "../../../core/engine/backend.ts";
import { createKernelCache, trainAll } from "../../../core/engine/engine.ts";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import type { Trained, Training } from "../../../core/training.ts";
import { bitsOf } from "./programs.ts";

/** A 2-3-1 net of sigmoid units, full batch, on XOR. */
export const BASE = {
  data: "xor",
  network: layersOf(2, [3, "sigmoid"], [1, "sigmoid"]),
  loss: "halfSquaredError",
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
  epochs: 43,
  check: { every: 4, tolerance: 0.2 },
} as const satisfies TrainConfig;

/** A net of dense layers, all with biases. */
export function layersOf(
  inputs: number,
  ...layers: readonly (readonly [units: number, activation: TrainConfig["network"]["layers"][number]["activation"]])[]
): TrainConfig["network"] {
  return { inputs, layers: layers.map(([units, activation]) => ({ units, activation, bias: true })) };
}

/** The trainings of a config with seeds 0 … seeds − 1. */
export function trainingsOf(config: TrainConfig, seeds: number): Training[] {
  return Array.from({ length: seeds }, (_, seed) => prepare(parseConfig({ ...config, seed }).config));
}

/** A result as text that differs if a bit differs. */
export function textOf({ snapshots, ...rest }: Trained): string {
  const states = snapshots.map(({ step, parameters }) => `${step}: ${bitsOf(parameters).join(" ")}`);
  return [JSON.stringify(rest), ...states].join("\n");
}

/** The results of the reference, as texts. */
export function referenceTexts(trainings: readonly Training[]): string[] {
  return trainings.map((training) => textOf(trainReference(training)));
}

/** The results of kernels, as texts. */
export function kernelTexts(trainings: readonly Training[], backend: Backend): string[] {
  return trainAll(trainings, "wasm", { kernels: createKernelCache(backend) }).map(textOf);
}
