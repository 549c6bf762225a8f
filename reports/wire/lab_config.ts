/** From a setting of the lab to the configs of its nets. */
import type { ResolvedConfig, TrainConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import { LOSSES, type LossName } from "../../core/components/losses.ts";
import { fail } from "../../core/input/readers.ts";
import { sealedSeed } from "../../experiments/plan.ts";
import type { LabPageData, LabState, LabTable } from "./lab_state.ts";

/**
 * The config of a net of the lab.
 *
 * Throws an InputError with the field of the config and the rule if the setting describes no valid training.
 */
export function labConfig(state: LabState, replicate: number, page: LabSeeds): ResolvedConfig {
  return labConfigs(state, [replicate], page)[0]!;
}

/** The seeds of the lab's nets. */
export type LabSeeds = Pick<LabPageData, "suiteSeed" | "experiments">;

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
  const { hidden, outputBias, loss, optimizer, batch, order, initializer, epochs, check, stop } = state;
  const output = { units: 1, activation: outputActivationOf(state), bias: outputBias };
  return {
    data: configDataOf(state),
    network: { inputs: inputCountOf(state), layers: [...hidden, output] as TrainConfig["network"]["layers"] },
    loss: (optimizer.name === "perceptron" ? null : loss) as NonNullable<TrainConfig["loss"]> | null,
    optimizer: optimizer as TrainConfig["optimizer"],
    batch,
    order,
    initializer: initializer as NonNullable<TrainConfig["initializer"]>,
    epochs,
    check,
    stop,
  };
}

/** The activation of the output unit: step for the perceptron rule, identity if the loss takes logits, or sigmoid. */
export function outputActivationOf({ loss, optimizer }: Pick<LabState, "loss" | "optimizer">) {
  if (optimizer.name === "perceptron") return "step";
  return LOSSES[loss.name as LossName].output === "logit" ? "identity" : "sigmoid";
}

/** The number of inputs of the net, the constant one included. */
export function inputCountOf({ data, constant }: Pick<LabState, "data" | "constant">): number {
  const inputs = data.kind === "table" ? tableInputs(data) : 2;
  return inputs + (constant ? 1 : 0);
}

/** The number of inputs of a truth table. */
export function tableInputs({ targets }: LabTable): number {
  return 31 - Math.clz32(targets.length);
}

/** The data of a config. */
export function configDataOf({ data, encoding, constant }: LabState): TrainConfig["data"] {
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
