/** Trainings to compare engines by. */
import type { TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/config.ts";
import type { BackEnd } from "../../../core/engine/backend.ts";
import { noKernels, trainAll } from "../../../core/engine/engine.ts";
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

/** A config's training from so many seeds. */
export function trainingsOf(config: TrainConfig, seeds: number): Training[] {
  return Array.from({ length: seeds }, (_, seed) => prepare(parseConfig({ ...config, seed }).config));
}

/** All of an outcome, as a text that differs where a bit does. */
export function textOf({ snapshots, ...rest }: Trained): string {
  const kept = snapshots.map(({ step, parameters }) => `${step}: ${bitsOf(parameters).join(" ")}`);
  return [JSON.stringify(rest), ...kept].join("\n");
}

/** What the reference makes of trainings. */
export function referenceOf(trainings: readonly Training[]): string[] {
  return trainings.map((training) => textOf(trainReference(training)));
}

/** What kernels make of them. */
export function kernelsOf(trainings: readonly Training[], backEnd: BackEnd): string[] {
  return trainAll(trainings, "wasm", { kernels: noKernels(backEnd) }).map(textOf);
}
