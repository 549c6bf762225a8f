/** From a setting of the lab to the configs of its nets. */
import type { ResolvedConfig, TrainConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { datasetOf, FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import type { Choice } from "../../core/components/settings.ts";
import { LOSSES, type LossName } from "../../core/components/losses.ts";
import { fail } from "../../core/input/readers.ts";
import { sealedSeed } from "../../experiments/plan.ts";
import { batchSizeOf, stepsPerEpoch } from "../../core/training.ts";
import type { LabSeeds, LabState, LabTable } from "./lab_state.ts";

/**
 * The config of a net of the lab.
 *
 * Throws an InputError with the field of the config and the rule if the setting describes no valid training.
 */
export function labConfig(state: LabState, replicate: number, page: LabSeeds): ResolvedConfig {
  return labConfigs(state, [replicate], page)[0]!;
}

/** The configs of several nets, which share their data. Throws like `labConfig`. */
export function labConfigs(state: LabState, replicates: readonly number[], page: LabSeeds): ResolvedConfig[] {
  const { config } = parseConfig({ ...settingConfig(state), seed: "" });
  return replicates.map((replicate) => ({ ...config, seed: labSeed(state, replicate, page) }));
}

/**
 * The seed of a net: one of a claim, one of the lab, or that of the experiment's run.
 *
 * Throws an InputError if no such experiment trains nets.
 */
export function labSeed(
  { experiment, claim }: Pick<LabState, "experiment" | "claim">,
  replicate: number,
  page: LabSeeds,
): string {
  const { suiteSeed, experiments } = page;
  if (claim !== null) return `${suiteSeed}\nlab claim\n${claim}\n${replicate}`;
  if (experiment === null) return `${suiteSeed}\nlab\n${replicate}`;
  if (!Object.hasOwn(experiments, experiment)) fail("experiment", "is not part of the suite");
  return sealedSeed(suiteSeed, experiment, experiments[experiment]!.seal, String(replicate));
}

/** The config of a setting, seed apart. */
function settingConfig(state: LabState): TrainConfig {
  const { hidden, outputBias, loss, optimizer, batch, order, check, stop } = state;
  const output = { units: outputCountOf(state), activation: outputActivationOf(state), bias: outputBias };
  return {
    data: configDataOf(state),
    network: {
      inputs: inputCountOf(state),
      layers: [...hidden, output] as unknown as TrainConfig["network"]["layers"],
    },
    ...startOf(state),
    loss: (optimizer.name === "perceptron" ? null : loss) as NonNullable<TrainConfig["loss"]> | null,
    optimizer: optimizer as TrainConfig["optimizer"],
    batch,
    order,
    ...lengthOf(state),
    check,
    stop,
  };
}

/** The initial parameters, if the net has their shape; otherwise how they are drawn. */
function startOf(state: LabState): Pick<TrainConfig, "parameters" | "initializer"> {
  const { hidden, outputBias, parameters, initializer } = state;
  const layers = [...hidden, { units: outputCountOf(state), bias: outputBias }];
  const fits = parameters?.length === layers.length && layers.every(({ units, bias }, l) => {
    const { W, b } = parameters[l]!, inputs = l === 0 ? inputCountOf(state) : layers[l - 1]!.units;
    return W.length === units && W[0]!.length === inputs && bias === (b !== undefined);
  });
  return fits ? { parameters } : { initializer: initializer as NonNullable<TrainConfig["initializer"]> };
}

/** The length in epochs; in updates where it ends within an epoch. */
function lengthOf(state: LabState): Pick<TrainConfig, "epochs" | "steps"> {
  const { epochs } = state;
  return Number.isInteger(epochs) ? { epochs } : { steps: Math.round(epochs * updatesPerEpoch(state)) };
}

/** The number of updates in an epoch. */
function updatesPerEpoch(state: LabState): number {
  const { config } = parseConfig({ ...settingConfig({ ...state, epochs: 0 }), seed: "" });
  const { inputs: rows } = datasetOf(config.data);
  return stepsPerEpoch({ rows, batch: batchSizeOf(config.batch, rows.length) });
}

/**
 * The activation of the output, unless it is given: step for the perceptron rule, identity if the loss takes logits, or
 * sigmoid.
 */
export function outputActivationOf(
  { loss, optimizer, output }: Pick<LabState, "loss" | "optimizer" | "output">,
): Choice {
  if (output) return output;
  if (optimizer.name === "perceptron") return { name: "step" };
  return { name: LOSSES[loss.name as LossName].output === "logit" ? "identity" : "sigmoid" };
}

/** The number of inputs of the net, the constant one included. */
export function inputCountOf({ data, constant }: Pick<LabState, "data" | "constant">): number {
  if (data.kind === "given") return datasetOf(data.data).inputs[0]!.length;
  const inputs = data.kind === "table" ? tableInputs(data) : 2;
  return inputs + (constant ? 1 : 0);
}

/** The number of outputs of the net. */
function outputCountOf({ data }: Pick<LabState, "data">): number {
  return data.kind === "given" ? [datasetOf(data.data).targets[0]!].flat().length : 1;
}

/** The number of inputs of a truth table. */
export function tableInputs({ targets }: LabTable): number {
  return 31 - Math.clz32(targets.length);
}

/** The data of a config. */
function configDataOf({ data, encoding, constant }: LabState): TrainConfig["data"] {
  if (data.kind === "given") return data.data;
  if (data.kind === "table") return { name: tableName(data), encoding, constant };
  if (data.kind === "generated") {
    const { name, points, noise, split, balance, dataSeed } = data;
    return { name, points, noise, split, balance, seed: dataSeed, constant };
  }
  return {
    inputs: data.points.map(({ x, y }) => constant ? [x, y, 1] : [x, y]),
    targets: data.points.map(({ target }) => target),
  };
}

/** The name of a truth table: `xor`, `parity3`, `function3:5`. */
export function tableName(table: LabTable): string {
  const inputs = tableInputs(table), { targets } = table;
  const number = targets.reduce((bits, target) => 2n * bits + BigInt(target), 0n);
  if (inputs === 2) return FUNCTIONS_OF_TWO[Number(number)]!;
  const isParity = targets.every((target, row) => target === parityOf(row));
  return isParity ? `parity${inputs}` : `function${inputs}:${number}`;
}

function parityOf(row: number): number {
  let parity = 0;
  for (let bits = row; bits > 0; bits >>= 1) parity ^= bits & 1;
  return parity;
}
