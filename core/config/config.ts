/** The config of one training, as people and programs write it, and how it is read. */
import type { ActivationName, ACTIVATIONS } from "../components/activations.ts";
import { checkCheckpoints, checkOrder, checkShapes, checkTargets, lengthOf, lossOf, startOf } from "./checks.ts";
import { CONFIG } from "./fields.ts";
import { type Dataset, datasetOf, type NamedData } from "../components/datasets.ts";
import type { InitializerName, INITIALIZERS } from "../components/initializers.ts";
import type { LOSSES, LossName } from "../components/losses.ts";
import type { LayerParameters } from "../network.ts";
import type { OPTIMIZERS } from "../components/optimizers.ts";
import type { Choice, ChoiceOf } from "../components/settings.ts";
import { stepsPerEpoch } from "../training.ts";

export { ENGINE_NAMES } from "./fields.ts";

/** A layer as a config writes it. */
export interface LayerConfig {
  /** From 1 to 4096. */
  readonly units: number;
  /** A name, or a name with settings: `{ name: "leakyRelu", slope: 0.1 }`. */
  readonly activation: ActivationName | ChoiceOf<typeof ACTIVATIONS>;
  /** Whether each unit has a bias. */
  readonly bias: boolean;
}

/** The config of one training; what is optional has the default that `parseConfig` fills in. */
export interface TrainConfig {
  /** A table, or its name (binary, without the constant column), or a name with more to say. */
  readonly data: Dataset | string | (Partial<NamedData> & { readonly name: string });
  /** The width of the data, and the layers up to the output. */
  readonly network: { readonly inputs: number; readonly layers: readonly LayerConfig[] };
  /** The start; without it, it is drawn by `initializer` from `seed`. */
  readonly parameters?: readonly LayerParameters[];
  /** What the start and a shuffled order are drawn from. */
  readonly seed?: number | string;
  /** Uniform in (−1, 1) where absent. `biases`: a number for all of them, or `"drawn"` like weights. */
  readonly initializer?: InitializerName | ChoiceOf<typeof INITIALIZERS> & { readonly biases?: number | "drawn" };
  /** Absent for the perceptron's rule alone. `reduction`: over the rows of an update, the mean where absent. */
  readonly loss?: LossName | ChoiceOf<typeof LOSSES> & { readonly reduction?: "mean" | "sum" } | null;
  /** A name with its settings, of which `learningRate` must be given. */
  readonly optimizer: ChoiceOf<typeof OPTIMIZERS>;
  /** Rows an update: 1, all (the default), or so many. */
  readonly batch?: "online" | "full" | number;
  /** In which order an epoch takes the rows: as they stand (the default), anew each epoch, or as a permutation says. */
  readonly order?: "fixed" | "shuffled" | readonly number[];
  /** How long to train; exactly one of epochs and steps must be given. */
  readonly epochs?: number;
  /** How many updates to make, in place of epochs. */
  readonly steps?: number;
  /** What checkpoints count: epochs where absent. */
  readonly unit?: "epoch" | "step";
  /** When to keep the parameters; null: at the end alone. */
  readonly checkpoints?: readonly number[] | null;
  /** Whether the answer tells the gradient at each checkpoint. */
  readonly gradient?: boolean;
  /** The check for solved: after every so many epochs (10) each error must be below the tolerance (0.1). */
  readonly check?: { readonly every?: number; readonly tolerance?: number };
  /** Ends the run at the first check whose largest error is below `maxError`. */
  readonly stop?: { readonly maxError: number } | null;
  /** What computes, for the command; `trainNetwork` is the reference. Every engine gives the same bits. */
  readonly engine?: EngineName;
}

/** The engines that may be asked for. */
export type EngineName = "auto" | "reference" | "wasm";

/** A config with every default filled in; what each field means is told in TrainConfig. */
export interface ResolvedConfig {
  /** The table, or its name in full. */
  readonly data: Dataset | NamedData;
  /** The width of the data, and the layers up to the output. */
  readonly network: {
    readonly inputs: number;
    readonly layers: readonly { readonly units: number; readonly activation: Choice; readonly bias: boolean }[];
  };
  /** The start, where it is given. */
  readonly parameters?: readonly LayerParameters[];
  /** What is drawn is drawn from it. */
  readonly seed?: number | string;
  /** How the start is drawn, where it is. */
  readonly initializer?: Choice & { readonly biases: number | "drawn" };
  /** Null under the perceptron's rule. */
  readonly loss: (Choice & { readonly reduction: "mean" | "sum" }) | null;
  /** The optimiser with all its settings. */
  readonly optimizer: Choice & { readonly learningRate: number };
  /** Rows an update. */
  readonly batch: "online" | "full" | number;
  /** In which order an epoch takes the rows. */
  readonly order: "fixed" | "shuffled" | readonly number[];
  /** How long to train, unless `steps` says so. */
  readonly epochs?: number;
  /** How many updates to make, unless `epochs` says so. */
  readonly steps?: number;
  /** What checkpoints count. */
  readonly unit: "epoch" | "step";
  /** When the parameters are kept, ascending; null: at the end alone. */
  readonly checkpoints: readonly number[] | null;
  /** Whether the answer tells the gradient at each checkpoint. */
  readonly gradient: boolean;
  /** The check for solved: every so many epochs, each error below the tolerance. */
  readonly check: { readonly every: number; readonly tolerance: number };
  /** Ends the run at the first check whose largest error is below `maxError`; null: never. */
  readonly stop: { readonly maxError: number } | null;
}

/**
 * Reads a config and fills in every default, the engine's name apart.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseConfig } from "../../mod.ts";
 *
 * const { config } = parseConfig({
 *   data: "or",
 *   network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
 *   seed: 1,
 *   loss: "crossEntropy",
 *   optimizer: { name: "gradientDescent", learningRate: 1 },
 *   epochs: 100,
 * });
 * assertEquals(config.batch, "full");
 * assertEquals(config.optimizer, { name: "gradientDescent", learningRate: 1, weightDecay: 0 });
 * ```
 *
 * Throws an InputError that names the path and the rule: `network.layers[1].units must be …, but is 0`.
 */
export function parseConfig(value: unknown): { readonly config: ResolvedConfig; readonly engine: EngineName } {
  const { engine, ...read } = CONFIG(value, "");
  const tableOfData = tableOf(read.data), rows = tableOfData.inputs.length;
  checkShapes(read.network, tableOfData);
  const loss = lossOf(read.loss, read.optimizer, read.network.layers);
  checkTargets(loss, tableOfData);
  const start = startOf(read);
  checkOrder(read.order, read.seed, rows);
  const { data, network, optimizer, batch, order, unit, checkpoints, gradient, check, stop } = read;
  const resolved: ResolvedConfig = {
    data,
    network,
    ...start,
    loss,
    optimizer: optimizer as ResolvedConfig["optimizer"],
    batch,
    order,
    ...lengthOf(read),
    unit,
    checkpoints: checkpoints && [...new Set(checkpoints)].sort((a, b) => a - b),
    gradient,
    check,
    stop,
  };
  checkCheckpoints(resolved, stepsPerEpoch({ rows: tableOfData.inputs, batch: batchSize(batch, rows) }));
  return { config: resolved, engine };
}

/** Tables by what names them: the runs of a cell share one. */
const tables = new WeakMap<NamedData, Dataset>();

/** The rows of a config's data. */
export function tableOf(data: Dataset | NamedData): Dataset {
  if (!("name" in data)) return data;
  const table = tables.get(data) ?? datasetOf(data);
  tables.set(data, table);
  return table;
}

/** Rows an update, of so many rows. */
export function batchSize(batch: ResolvedConfig["batch"], rows: number): number {
  return batch === "online" ? 1 : batch === "full" ? rows : Math.min(batch, rows);
}
