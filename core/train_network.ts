/** Training a network from a config, and the result in the config's terms. */
import { bindActivation } from "./components/activations.ts";
import { type Example, gradientOf, lossOfOutputs, type Objective } from "./backprop.ts";
import type { ResolvedConfig, TrainConfig } from "./config/config.ts";
import { parseConfig } from "./config/parse_config.ts";
import { datasetOf, type DataTable } from "./components/datasets.ts";
import { NUMBERS } from "./arithmetic/elementary.ts";
import { bindInitializer } from "./components/initializers.ts";
import { bindLoss } from "./components/losses.ts";
import { flatten, forward, type LayerParameters, networkOf, outputLayer, unflatten } from "./network.ts";
import { bindOptimizer } from "./components/optimizers.ts";
import { fixedOrder, shuffledOrders } from "./orders.ts";
import { stream, streamFrom } from "./random.ts";
import { trainReference } from "./reference.ts";
import { batchSizeOf, type Snapshot, stepsPerEpoch, type Trained, type Training } from "./training.ts";

/** The result of `trainNetwork`; arrays have the same shapes as those of the config. */
export interface TrainResult extends Pick<Trained, "status" | "solved"> {
  /** The config with every default filled in. */
  readonly config: ResolvedConfig;
  /** The earliest check, in epochs, such that all checks from it on were solved; null if unsolved at the end. */
  readonly solvedEpoch: number | null;
  /** Epochs run. */
  readonly epochs: number;
  /** The checkpoints reached; a run that ends before its last checkpoint has its final state instead. */
  readonly checkpoints: readonly Checkpoint[];
}

/** The outputs of a network for some rows, and how good they are. */
export interface Evaluation {
  /** The configured loss over all rows. */
  readonly loss: number;
  /** Mean of (y − d)² over rows and outputs, where y is the probability. */
  readonly meanSquaredError: number;
  /** One number per row, or one array per row if the targets are arrays. */
  readonly outputs: readonly number[] | readonly (readonly number[])[];
}

/** The network after some number of updates, evaluated on the rows that it is trained on. */
export interface Checkpoint extends Evaluation {
  /** Fractional if the checkpoint lies within an epoch. */
  readonly epoch: number;
  /** Updates made so far. */
  readonly step: number;
  /** The evaluation on the test set; only if the data has one. */
  readonly test?: Evaluation;
  /** One entry per layer. */
  readonly parameters: readonly LayerParameters[];
  /** Gradient of the loss over all rows, in the layout of the parameters; only if the config asks for it. */
  readonly gradient?: readonly LayerParameters[];
}

/**
 * Trains a network with the reference engine.
 *
 * ```ts
 * import { assert } from "@std/assert";
 * import { trainNetwork } from "../mod.ts";
 *
 * const result = trainNetwork({
 *   data: "and",
 *   network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
 *   seed: 1,
 *   loss: "crossEntropy",
 *   optimizer: { name: "gradientDescent", learningRate: 1 },
 *   epochs: 1000,
 * });
 * assert(result.solved);
 * ```
 *
 * Throws an InputError with the path and the rule if the config is wrong.
 */
export function trainNetwork(config: TrainConfig | ResolvedConfig): TrainResult {
  const { config: resolved } = parseConfig(config);
  const training = prepare(resolved);
  return trainResultOf(resolved, training, trainReference(training));
}

/** Prepares a resolved config for an engine: binds names, draws initial weights, converts epochs to updates. */
export function prepare(config: ResolvedConfig): Training {
  const dataset = datasetOf(config.data), rows = examplesOf(dataset);
  const layers = config.network.layers.map((layer) => ({ ...layer, activation: bindActivation(layer.activation) }));
  const network = networkOf(config.network.inputs, layers), batch = batchSizeOf(config.batch, rows.length);
  const perEpoch = stepsPerEpoch({ rows, batch }), steps = config.steps ?? config.epochs! * perEpoch;
  const unit = config.unit === "epoch" ? perEpoch : 1;
  let start: readonly number[] | undefined;
  return {
    network,
    loss: bindLoss(config.loss),
    reduction: config.loss?.reduction ?? "mean",
    optimizer: bindOptimizer(config.optimizer),
    learningRate: config.optimizer.learningRate,
    rows,
    ...(dataset.test && { testRows: examplesOf(dataset.test) }),
    batch,
    orders: ordersOf(config, batch, rows.length),
    orderFixed: config.order !== "shuffled" || batch === rows.length,
    // Drawn on first use: reading a result needs the training without its initial parameters.
    get start() {
      return start ??= config.parameters ? flatten(config.parameters) : drawParameters(config);
    },
    steps,
    checkpoints: config.checkpoints?.map((point) => point * unit) ?? [steps],
    check: config.check,
    stopBelow: config.stop?.maxError,
  };
}

/** The rows of a table; runs of one setting share them, too. */
function examplesOf(table: DataTable): readonly Example<number>[] {
  const { inputs, targets } = table;
  const rows = examples.get(table) ??
    inputs.map((row, r): Example<number> => ({ inputs: row, targets: [targets[r]!].flat() }));
  examples.set(table, rows);
  return rows;
}

const examples = new WeakMap<DataTable, readonly Example<number>[]>();

/** Expresses the result of an engine in the config's terms. */
export function trainResultOf(config: ResolvedConfig, training: Training, trained: Trained): TrainResult {
  return {
    config,
    status: trained.status,
    solved: trained.solved,
    solvedEpoch: trained.solvedEpoch ?? null,
    epochs: trained.steps / stepsPerEpoch(training),
    checkpoints: trained.snapshots.map((snapshot) => checkpointOf(config, training, snapshot)),
  };
}

/** The outputs for all rows: one array per row. */
export function outputsOf(
  { network, rows }: Pick<Training, "network" | "rows">,
  parameters: readonly number[],
): (readonly number[])[] {
  return rows.map(({ inputs }) => outputLayer(forward(NUMBERS, network, parameters, inputs)));
}

/** Mean of (y − d)² over rows and outputs, where y is the probability that the output represents. */
export function meanSquaredError(
  { loss, rows }: Pick<Training, "loss" | "rows">,
  outputs: readonly (readonly number[])[],
): number {
  const squares = outputs.flatMap((ys, row) =>
    ys.map((y, unit) => {
      const error = rows[row]!.targets[unit]! - loss.probability(NUMBERS, y);
      return error * error;
    })
  );
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** The configured loss over all rows. */
export function trainingLoss(
  training: Objective & Pick<Training, "rows">,
  outputs: readonly (readonly number[])[],
): number {
  return lossOfOutputs(NUMBERS, training, outputs, training.rows);
}

function checkpointOf(config: ResolvedConfig, training: Training, { step, parameters }: Snapshot): Checkpoint {
  const { network, loss, reduction, rows, testRows } = training;
  const hasLists = Array.isArray(datasetOf(config.data).targets[0]);
  const evaluate = (rows: Training["rows"]): Evaluation => {
    const objective = { network, loss, reduction, rows }, outputs = outputsOf(objective, parameters);
    return {
      loss: trainingLoss(objective, outputs),
      meanSquaredError: meanSquaredError(objective, outputs),
      outputs: hasLists ? outputs : outputs.map((ys) => ys[0]!),
    };
  };
  return {
    epoch: step / stepsPerEpoch(training),
    step,
    ...evaluate(rows),
    ...(testRows && { test: evaluate(testRows) }),
    parameters: unflatten(network, parameters),
    ...(config.gradient && { gradient: unflatten(network, gradientOf(NUMBERS, training, parameters, rows)) }),
  };
}

/** Draws the flat list in order from the seed's `init` stream. */
function drawParameters({ network, seed, initializer }: ResolvedConfig): number[] {
  const random = stream(String(seed), "init"), draw = bindInitializer(initializer!), { biases } = initializer!;
  let fanIn = network.inputs;
  return network.layers.flatMap(({ units, bias }) => {
    const fans = { fanIn, fanOut: units };
    fanIn = units;
    const weights = Array.from({ length: units * fans.fanIn }, () => draw(random, fans));
    const biasValues = Array.from({ length: bias ? units : 0 }, () => biases === "drawn" ? draw(random, fans) : biases);
    return [...weights, ...biasValues];
  });
}

function ordersOf({ order, seed }: ResolvedConfig, batch: number, rows: number): Training["orders"] {
  if (order === "shuffled" && batch < rows) {
    return (from) => shuffledOrders(from ? streamFrom(from) : stream(String(seed), "order"), rows);
  }
  const fixed = typeof order === "string" || batch === rows ? Array.from({ length: rows }, (_, row) => row) : order;
  return () => fixedOrder(fixed);
}
