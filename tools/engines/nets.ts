/**
 * Two hundred small nets that together use every entry that had a place in the tables when their digests were taken: one
 * more entry changes no digest.
 */
import { type ActivationName, ACTIVATIONS } from "../../core/components/activations.ts";
import type { LayerConfig, TrainConfig } from "../../core/config/config.ts";
import { type InitializerName, INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES, type LossName } from "../../core/components/losses.ts";
import { type OptimizerName, OPTIMIZERS } from "../../core/components/optimizers.ts";
import golden from "../../tests/fixtures/engines.json" with { type: "json" };

const { activations, losses, optimizers, initializers } = golden.entries;
const ACTIVATION_NAMES = activations as ActivationName[], LOSS_NAMES = losses as LossName[];
const OPTIMIZER_NAMES = optimizers.filter((name) => name !== "perceptron") as OptimizerName[];
const INITIALIZER_NAMES = initializers as InitializerName[];

const DATA = [["xor", 2], ["and", 2], ["parity3", 3], ["lecture", 3], ["function3:23", 3]] as const;
const BATCHES = ["online", "full", 3] as const;

/** What fits a loss at the output: a probability, a logit or any number. */
const OUTPUT: Partial<Record<LossName, ActivationName>> = { crossEntropy: "sigmoid", squaredError: "tanh" };
const SMALL_STEPS = new Set<OptimizerName>(["rmsprop", "adam", "adamw", "adagrad"]);

/** The configs, each for so many epochs. */
export function nets(epochs: number): TrainConfig[] {
  return Array.from({ length: 200 }, (_, i) => i % 25 === 24 ? perceptron(i, epochs) : net(i, epochs));
}

/** Entries that no net uses, because they came later. */
export function newcomers(): string[] {
  const tables = { activations: ACTIVATIONS, losses: LOSSES, optimizers: OPTIMIZERS, initializers: INITIALIZERS };
  return Object.entries(golden.entries).flatMap(([table, known]) =>
    Object.keys(tables[table as keyof typeof tables]).filter((name) => !known.includes(name))
  );
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
