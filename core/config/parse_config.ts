/** Reads the config of one training. */
import { datasetOf } from "../components/datasets.ts";
import { batchSizeOf, stepsPerEpoch } from "../training.ts";
import {
  checkCheckpoints,
  checkOrder,
  checkShapes,
  checkTargets,
  resolveInitialParameters,
  resolveLength,
  resolveLoss,
} from "./checks.ts";
import type { EngineName, ResolvedConfig } from "./config.ts";
import { readConfigFields } from "./fields.ts";

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
  const fields = readConfigFields(value, "");
  const { data, network, optimizer, batch, order, unit, checkpoints, gradient, check, stop, engine } = fields;
  const dataset = datasetOf(data), rows = dataset.inputs;
  checkShapes(network, dataset);
  const loss = resolveLoss(fields);
  checkTargets(loss, dataset);
  const initial = resolveInitialParameters(fields);
  checkOrder(order, fields.seed, rows.length);
  const config: ResolvedConfig = {
    data,
    network,
    ...initial,
    loss,
    optimizer: optimizer as ResolvedConfig["optimizer"],
    batch,
    order,
    ...resolveLength(fields),
    unit,
    checkpoints: checkpoints && [...new Set(checkpoints)].sort((a, b) => a - b),
    gradient,
    check,
    stop,
  };
  checkCheckpoints(config, stepsPerEpoch({ rows, batch: batchSizeOf(batch, rows.length) }));
  return { config, engine };
}
