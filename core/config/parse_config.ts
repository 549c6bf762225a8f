/** Reads the config of one training: each field on its own, then the rules between several fields. */
import { type Dataset, datasetOf, type DataTable } from "../components/datasets.ts";
import { LOSSES, type LossName } from "../components/losses.ts";
import { fail, fields, reject, requireLength } from "../input/readers.ts";
import type { LayerParameters } from "../network.ts";
import { batchSizeOf, stepsPerEpoch } from "../training.ts";
import type { EngineName, ResolvedConfig } from "./config.ts";
import { matrix, row } from "./data_fields.ts";
import { type ConfigFields, readConfigFields } from "./fields.ts";

/**
 * Validates a config and fills in all defaults; the engine's name is returned separately.
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
 * Throws an InputError with the path and the rule: `network.layers[1].units must be …, but is 0`.
 */
export function parseConfig(value: unknown): { readonly config: ResolvedConfig; readonly engine: EngineName } {
  const read = readConfigFields(value, "");
  const { data, network, optimizer, batch, order, unit, checkpoints, gradient, check, stop, engine } = read;
  const dataset = datasetOf(data), rows = dataset.inputs;
  checkShapes(network, dataset);
  const loss = resolveLoss(read);
  checkTargets(loss, dataset, "data");
  if (dataset.test) checkTargets(loss, dataset.test, "data.test");
  const initial = resolveInitialParameters(read);
  checkOrder(order, read.seed, rows.length);
  const config: ResolvedConfig = {
    data,
    network,
    ...initial,
    loss,
    optimizer: optimizer as ResolvedConfig["optimizer"],
    batch,
    order,
    ...resolveLength(read),
    unit,
    checkpoints: checkpoints && [...new Set(checkpoints)].sort((a, b) => a - b),
    gradient,
    check,
    stop,
  };
  checkCheckpoints(config, stepsPerEpoch({ rows, batch: batchSizeOf(batch, rows.length) }));
  return { config, engine };
}

/** The network must have as many inputs and outputs as the data. */
function checkShapes({ inputs, layers }: ResolvedConfig["network"], dataset: Dataset): void {
  const inputCount = dataset.inputs[0]!.length, targetCount = [dataset.targets[0]!].flat().length;
  if (inputs !== inputCount) reject("network.inputs", `${inputCount}, the width of the data`, inputs);
  const outputs = layers.at(-1)!.units, path = `network.layers[${layers.length - 1}].units`;
  if (outputs !== targetCount) reject(path, `${targetCount}, the number of targets a row`, outputs);
}

/** The loss; the perceptron rule has none and requires a single layer of step units. */
function resolveLoss({ loss, optimizer, network: { layers } }: ConfigFields): ResolvedConfig["loss"] {
  if (optimizer.name !== "perceptron") return loss as ResolvedConfig["loss"] ?? fail("loss", "is missing");
  if (loss) fail("loss", "must be absent: the perceptron's rule follows none");
  if (layers.length > 1) fail("network.layers", "must be one layer for the perceptron's rule");
  const name = layers[0]!.activation.name;
  return name === "step" ? null : reject("network.layers[0].activation", "step for the perceptron's rule", name);
}

/** The targets must be within the range of the loss. */
function checkTargets(loss: ResolvedConfig["loss"], { targets }: DataTable, field: string): void {
  if (!loss) return;
  const [min, max] = LOSSES[loss.name as LossName].targets ?? [-Infinity, Infinity];
  for (const [i, target] of targets.entries()) {
    for (const [j, value] of [target].flat().entries()) {
      const path = `${field}.targets[${i}]${typeof target === "number" ? "" : `[${j}]`}`;
      if (value < min || value > max) reject(path, `from ${min} to ${max} for ${loss.name}`, value);
    }
  }
}

/** The initial parameters, or the seed and initialiser to draw them. */
function resolveInitialParameters(
  { network, parameters, seed, initializer }: ConfigFields,
): Pick<ResolvedConfig, "parameters" | "seed" | "initializer"> {
  const seeded = seed === undefined ? {} : { seed };
  if (parameters) {
    if (initializer) fail("initializer", "must be absent where parameters are given");
    return { ...seeded, parameters: readParameters(network, parameters) };
  }
  const drawn = initializer ?? { name: "uniform", low: -1, high: 1, scale: 1, biases: "drawn" as const };
  const isRandom = drawn.name !== "constant";
  if (isRandom && seed === undefined) fail("parameters", "is missing, and so is a seed to draw them from");
  return { ...seeded, initializer: drawn as NonNullable<ResolvedConfig["initializer"]> };
}

/** Reads the parameters of every layer in the shapes of the network. */
function readParameters({ inputs, layers }: ResolvedConfig["network"], given: readonly unknown[]): LayerParameters[] {
  requireLength(given, layers.length, "entries, one per layer", "parameters");
  return layers.map(({ units, bias }, l) => {
    const path = `parameters[${l}]`, W = matrix(units, l === 0 ? inputs : layers[l - 1]!.units);
    if (!bias) return fields({ W })(given[l], path);
    const read = fields({ W, b: row })(given[l], path);
    requireLength(read.b, units, "numbers", `${path}.b`);
    return read;
  });
}

/** A permutation must contain every row once; shuffling requires a seed. */
function checkOrder(order: ResolvedConfig["order"], seed: ResolvedConfig["seed"], rows: number): void {
  if (order === "shuffled" && seed === undefined) {
    fail("seed", "is missing: a shuffled order is drawn from it");
  }
  if (typeof order === "string") return;
  const isPermutation = order.length === rows && new Set(order).size === rows && order.every((row) => row < rows);
  if (!isPermutation) reject("order", `a permutation of the rows 0 to ${rows - 1}`, order);
}

/** The length of the training, in epochs or steps. */
function resolveLength({ epochs, steps }: ConfigFields): Pick<ResolvedConfig, "epochs" | "steps"> {
  if (epochs !== undefined) {
    return steps === undefined ? { epochs } : fail("steps", "must be absent where epochs is given");
  }
  return steps === undefined ? fail("epochs", "is missing (or steps, to count updates)") : { steps };
}

/** Checkpoints must not lie beyond the end of the run. */
function checkCheckpoints(config: ResolvedConfig, perEpoch: number): void {
  const steps = config.steps ?? config.epochs! * perEpoch;
  config.checkpoints?.forEach((checkpoint, i) => {
    if ((config.unit === "epoch" ? checkpoint * perEpoch : checkpoint) <= steps) return;
    const end = config.unit === "step" ? steps : steps / perEpoch;
    reject(`checkpoints[${i}]`, `at most ${end}, where the run ends`, checkpoint);
  });
}
