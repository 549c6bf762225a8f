/** Two hundred small nets that together use every entry of every table. */
import { type ActivationName, ACTIVATIONS } from "../../core/activations.ts";
import type { LayerConfig, TrainConfig } from "../../core/config.ts";
import { type InitializerName, INITIALIZERS } from "../../core/initializers.ts";
import { LOSSES, type LossName } from "../../core/losses.ts";
import { type OptimizerName, OPTIMIZERS } from "../../core/optimizers.ts";

const ACTIVATION_NAMES = Object.keys(ACTIVATIONS) as ActivationName[];
const LOSS_NAMES = Object.keys(LOSSES) as LossName[];
const OPTIMIZER_NAMES = Object.keys(OPTIMIZERS).filter((name) => name !== "perceptron") as OptimizerName[];
const INITIALIZER_NAMES = Object.keys(INITIALIZERS) as InitializerName[];
const DATA = [["xor", 2], ["and", 2], ["parity3", 3], ["lecture", 3], ["function3:23", 3]] as const;
const BATCHES = ["online", "full", 3] as const;

/** What fits a loss at the output: a probability, a logit or any number. */
const OUTPUT: Partial<Record<LossName, ActivationName>> = { crossEntropy: "sigmoid", squaredError: "tanh" };
const SMALL_STEPS = new Set<OptimizerName>(["rmsprop", "adam", "adamw", "adagrad"]);

/** The configs, each for so many epochs. */
export function nets(epochs: number): TrainConfig[] {
  return Array.from({ length: 200 }, (_, i) => i % 25 === 24 ? perceptron(i, epochs) : net(i, epochs));
}

function net(i: number, epochs: number): TrainConfig {
  const [data, inputs] = turn(DATA, i), loss = turn(LOSS_NAMES, i), optimizer = turn(OPTIMIZER_NAMES, i >> 1);
  const initializer = turn(INITIALIZER_NAMES, i >> 2);
  const hidden: LayerConfig = { units: 2 + i % 3, activation: turn(ACTIVATION_NAMES, i), bias: i % 4 !== 0 };
  const second: LayerConfig = { units: 2, activation: turn(ACTIVATION_NAMES, i >> 3), bias: true };
  const output: LayerConfig = { units: 1, activation: OUTPUT[loss] ?? "identity", bias: i % 2 === 0 };
  return {
    data,
    network: { inputs, layers: [hidden, ...(i % 5 === 0 ? [second] : []), output] },
    seed: i,
    initializer: initializer === "constant" ? { name: initializer, value: 0.25 } : initializer,
    loss: { name: loss, reduction: i % 3 === 0 ? "sum" : "mean" },
    optimizer: { name: optimizer, learningRate: SMALL_STEPS.has(optimizer) ? 0.01 : 0.05 },
    batch: turn(BATCHES, i),
    order: i % 2 === 0 ? "fixed" : "shuffled",
    epochs,
  };
}

function perceptron(i: number, epochs: number): TrainConfig {
  const network = { inputs: 2, layers: [{ units: 1, activation: "step", bias: true }] } as const;
  return {
    data: `function2:${i % 16}`,
    network,
    seed: i,
    optimizer: { name: "perceptron", learningRate: 0.5 },
    batch: "online",
    order: "shuffled",
    epochs,
  };
}

function turn<V>(list: readonly V[], i: number): V {
  return list[i % list.length]!;
}
