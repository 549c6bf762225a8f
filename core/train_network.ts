/** From a config to the answer: one training, told in the terms in which it was asked. */
import { bindActivation } from "./components/activations.ts";
import { type Example, gradientOf, lossOfAnswers } from "./backprop.ts";
import { batchSize, parseConfig, type ResolvedConfig, tableOf, type TrainConfig } from "./config/config.ts";
import { NUMBERS } from "./arithmetic/elementary.ts";
import { bindInitializer } from "./components/initializers.ts";
import { bindLoss } from "./components/losses.ts";
import { flatten, forward, type LayerParameters, networkOf, outputsOf, unflatten } from "./network.ts";
import { bindOptimizer } from "./components/optimizers.ts";
import { always, permutations } from "./orders.ts";
import { stream } from "./random.ts";
import { trainReference } from "./reference.ts";
import { shareOf, type Snapshot, stepsPerEpoch, type Trained, type Training } from "./training.ts";

/** What `trainNetwork` answers. Every array has the shape that the config's own arrays have. */
export interface TrainAnswer {
  /** The config with every default filled in. */
  readonly config: ResolvedConfig;
  /** `diverged`: a parameter or output was not finite at a check, and the run ended there. */
  readonly status: Trained["status"];
  /** Whether every error was within the tolerance at the last check. */
  readonly solved: boolean;
  /** The first check from which on every check was solved, in epochs; null where the net is not solved at the end. */
  readonly solvedEpoch: number | null;
  /** Epochs run. */
  readonly epochs: number;
  /** The net at each checkpoint reached; a run that ends before its last one has its end instead. */
  readonly checkpoints: readonly Checkpoint[];
}

/** The net after so many updates. */
export interface Checkpoint {
  /** May be a fraction, between two ends of an epoch. */
  readonly epoch: number;
  /** Updates made so far. */
  readonly step: number;
  /** Over all rows, under the configured loss. */
  readonly loss: number;
  /** Mean of (y − d)² over rows and outputs, y being the probability. */
  readonly meanSquaredError: number;
  /** A number a row, or an array a row where the targets are arrays. */
  readonly outputs: readonly number[] | readonly (readonly number[])[];
  /** Layer by layer. */
  readonly parameters: readonly LayerParameters[];
  /** Of the loss over all rows, laid out like the parameters; where the config asks for it. */
  readonly gradient?: readonly LayerParameters[];
}

/**
 * Trains one net with the reference engine.
 *
 * ```ts
 * import { assert } from "@std/assert";
 * import { trainNetwork } from "../mod.ts";
 *
 * const answer = trainNetwork({
 *   data: "and",
 *   network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
 *   seed: 1,
 *   loss: "crossEntropy",
 *   optimizer: { name: "gradientDescent", learningRate: 1 },
 *   epochs: 1000,
 * });
 * assert(answer.solved);
 * ```
 *
 * Throws an InputError that names path and rule where the config is wrong.
 */
export function trainNetwork(config: TrainConfig | ResolvedConfig): TrainAnswer {
  const { config: resolved } = parseConfig(config);
  const training = prepare(resolved);
  return answer(resolved, training, trainReference(training));
}

/** Makes a resolved config ready to run: names bound, starting weights drawn, epochs turned into updates. */
export function prepare(config: ResolvedConfig): Training {
  const { inputs, targets } = tableOf(config.data);
  const rows = inputs.map((row, r): Example<number> => ({ inputs: row, targets: [targets[r]!].flat() }));
  const layers = config.network.layers.map((layer) => ({ ...layer, activation: bindActivation(layer.activation) }));
  const network = networkOf(config.network.inputs, layers), batch = batchSize(config.batch, rows.length);
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
    batch,
    orders: ordersOf(config, batch, rows.length),
    orderFixed: config.order !== "shuffled" || batch === rows.length,
    /** Drawn when it is first asked for: whoever looks at the end of a run need not know it. */
    get start() {
      return start ??= config.parameters ? flatten(config.parameters) : drawParameters(config);
    },
    steps,
    checkpoints: config.checkpoints?.map((point) => point * unit) ?? [steps],
    check: config.check,
    stopBelow: config.stop?.maxError,
  };
}

/** The answer of a training that has run. */
export function answer(config: ResolvedConfig, training: Training, trained: Trained): TrainAnswer {
  return {
    config,
    status: trained.status,
    solved: trained.solved,
    solvedEpoch: trained.solvedEpoch ?? null,
    epochs: trained.steps / stepsPerEpoch(training),
    checkpoints: trained.snapshots.map((snapshot) => checkpointOf(config, training, snapshot)),
  };
}

/** What each row's outputs are: one array a row. */
export function answersOf({ network, rows }: Training, parameters: readonly number[]): (readonly number[])[] {
  return rows.map(({ inputs }) => outputsOf(forward(NUMBERS, network, parameters, inputs)));
}

/** Mean of (y − d)² over rows and outputs, y being the probability that the output stands for. */
export function meanSquaredError({ loss, rows }: Training, answers: readonly (readonly number[])[]): number {
  const squares = answers.flatMap((outputs, r) =>
    outputs.map((output, unit) => {
      const error = rows[r]!.targets[unit]! - loss.probability(NUMBERS, output);
      return error * error;
    })
  );
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** The configured loss over all rows. */
export function trainingLoss(training: Training, answers: readonly (readonly number[])[]): number {
  const { loss, rows } = training;
  return lossOfAnswers(NUMBERS, loss, shareOf(training, rows.length), answers, rows);
}

function checkpointOf(config: ResolvedConfig, training: Training, { step, parameters }: Snapshot): Checkpoint {
  const { network, loss, rows } = training, answers = answersOf(training, parameters);
  const gradient = () => gradientOf(NUMBERS, network, loss, shareOf(training, rows.length), parameters, rows);
  return {
    epoch: step / stepsPerEpoch(training),
    step,
    loss: trainingLoss(training, answers),
    meanSquaredError: meanSquaredError(training, answers),
    outputs: Array.isArray(tableOf(config.data).targets[0]) ? answers : answers.map((outputs) => outputs[0]!),
    parameters: unflatten(network, parameters),
    ...(config.gradient && { gradient: unflatten(network, gradient()) }),
  };
}

/** Layer by layer the weights unit by unit, then the biases: each drawn in turn from the seed's `init` stream. */
function drawParameters({ network, seed, initializer }: ResolvedConfig): number[] {
  const random = stream(String(seed), "init"), draw = bindInitializer(initializer!), { biases } = initializer!;
  let fanIn = network.inputs;
  return network.layers.flatMap(({ units, bias }) => {
    const fans = { fanIn, fanOut: units };
    fanIn = units;
    const weights = Array.from({ length: units * fans.fanIn }, () => draw(random, fans));
    const offsets = Array.from({ length: bias ? units : 0 }, () => biases === "drawn" ? draw(random, fans) : biases);
    return [...weights, ...offsets];
  });
}

function ordersOf({ order, seed }: ResolvedConfig, batch: number, rows: number): Training["orders"] {
  const inTurn = Array.from({ length: rows }, (_, row) => row);
  if (order === "shuffled" && batch < rows) {
    return () => permutations(stream(String(seed), "order"), rows);
  }
  const fixed = order === "fixed" || order === "shuffled" || batch === rows ? inTurn : order;
  return () => always(fixed);
}
