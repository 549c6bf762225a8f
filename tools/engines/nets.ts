/**
 * Two hundred small nets that together use every table entry named in tests/fixtures/engines.json.
 *
 * Entries added later are not used, so that they change no golden digest.
 */
import { type ActivationName, ACTIVATIONS } from "../../core/components/activations.ts";
import { type InitializerName, INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES, type LossName } from "../../core/components/losses.ts";
import { type OptimizerName, OPTIMIZERS } from "../../core/components/optimizers.ts";
import type { LayerConfig, TrainConfig } from "../../core/config/config.ts";
import golden from "../../tests/fixtures/engines.json" with { type: "json" };

const { activations, losses, optimizers, initializers } = golden.entries;
const ACTIVATION_NAMES = activations as ActivationName[], LOSS_NAMES = losses as LossName[];
const OPTIMIZER_NAMES = optimizers.filter((name) => name !== "perceptron") as OptimizerName[];
const INITIALIZER_NAMES = initializers as InitializerName[];

const DATA = [["xor", 2], ["and", 2], ["parity3", 3], ["lecture", 3], ["function3:23", 3]] as const;
const BATCHES = ["online", "full", 3] as const;

/** Output activations by loss; identity for the others. */
const OUTPUT: Partial<Record<LossName, ActivationName>> = { crossEntropy: "sigmoid", squaredError: "tanh" };
const SMALL_STEPS = new Set<OptimizerName>(["rmsprop", "adam", "adamw", "adagrad"]);

/** The configs of all nets. */
export function nets(epochs: number): TrainConfig[] {
  return Array.from({ length: 200 }, (_, i) => i % 25 === 24 ? perceptron(i, epochs) : net(i, epochs));
}

/** Table entries that no net uses, because they were added later. */
export function unusedEntries(): string[] {
  const tables = { activations: ACTIVATIONS, losses: LOSSES, optimizers: OPTIMIZERS, initializers: INITIALIZERS };
  return Object.entries(golden.entries).flatMap(([table, used]) =>
    Object.keys(tables[table as keyof typeof tables]).filter((name) => !used.includes(name))
  );
}

function net(i: number, epochs: number): TrainConfig {
  const [data, inputs] = cyclic(DATA, i);
  const loss = cyclic(LOSS_NAMES, i);
  const optimizer = cyclic(OPTIMIZER_NAMES, i >> 1);
  const initializer = cyclic(INITIALIZER_NAMES, i >> 2);
  const hidden: LayerConfig = { units: 2 + i % 3, activation: cyclic(ACTIVATION_NAMES, i), bias: i % 4 !== 0 };
  const second: LayerConfig = { units: 2, activation: cyclic(ACTIVATION_NAMES, i >> 3), bias: true };
  const output: LayerConfig = { units: 1, activation: OUTPUT[loss] ?? "identity", bias: i % 2 === 0 };
  return {
    data,
    network: { inputs, layers: [hidden, ...(i % 5 === 0 ? [second] : []), output] },
    seed: i,
    initializer: initializer === "constant" ? { name: initializer, value: 0.25 } : initializer,
    loss: { name: loss, reduction: i % 3 === 0 ? "sum" : "mean" },
    optimizer: { name: optimizer, learningRate: SMALL_STEPS.has(optimizer) ? 0.01 : 0.05 },
    batch: cyclic(BATCHES, i),
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

function cyclic<V>(list: readonly V[], i: number): V {
  return list[i % list.length]!;
}
