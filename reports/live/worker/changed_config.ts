/** A run's config with settings that the reader changed, started from the same weights. */
import type { ResolvedConfig, TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { LOSSES, type LossName } from "../../../core/components/losses.ts";
import { type LayerParameters, unflatten } from "../../../core/network.ts";
import { prepare } from "../../../core/train_network.ts";
import type { SettingChanges } from "../../wire/address.ts";

/** The settings of a config that can be changed; undefined where the config has no such setting. */
export function settingsOf({ optimizer, network, loss, batch }: ResolvedConfig) {
  const hidden = network.layers.slice(0, -1);
  return {
    learningRate: optimizer.learningRate,
    activation: loss ? network.layers[0]!.activation.name : undefined, // the perceptron's rule requires a step
    loss: loss?.name,
    width: hidden[0]?.units,
    batch,
  };
}

/**
 * The output activation needed when the loss changes; undefined if both losses take the same kind of output.
 *
 * A loss on logits applies the sigmoid itself, so the output becomes the identity; a loss on values needs the sigmoid.
 */
export function outputActivationFor({ loss: original }: ResolvedConfig, loss: string): string | undefined {
  const outputKind = (name: string) => LOSSES[name as LossName].output;
  if (!original || outputKind(original.name) === outputKind(loss)) return undefined;
  return outputKind(loss) === "logit" ? "identity" : "sigmoid";
}

/**
 * Applies changed settings to a config; weights that both nets have start from the same values.
 *
 * Throws an InputError if the settings are inconsistent.
 */
export function changedConfig(
  config: ResolvedConfig,
  { learningRate, activation, loss, width, batch }: SettingChanges,
): ResolvedConfig {
  const { network, optimizer } = config;
  const outputLayer = network.layers.length - 1;
  const outputActivation = loss === undefined ? undefined : outputActivationFor(config, loss);
  const layers = network.layers.map((layer, l) => ({
    ...layer,
    ...(activation !== undefined && (l < outputLayer || outputLayer === 0) && { activation }),
    ...(width !== undefined && l < outputLayer && { units: width }),
    ...(outputActivation !== undefined && l === outputLayer && { activation: outputActivation }),
  }));
  const { parameters: _, ...withoutParameters } = config;
  const drawn = parseConfig({
    ...withoutParameters,
    network: { ...network, layers },
    optimizer: { ...optimizer, ...(learningRate !== undefined && { learningRate }) },
    ...(loss !== undefined && config.loss && { loss: { name: loss, reduction: config.loss.reduction } }),
    ...(batch !== undefined && { batch }),
    // With the same seed, additional weights would repeat the values of existing ones.
    seed: `${config.seed}\nmore`,
  }).config;
  const original = initialParameters(config);
  const parameters = initialParameters(drawn).map(({ W, b }, l): LayerParameters => ({
    W: W.map((row, unit) => row.map((weight, input) => original[l]?.W[unit]?.[input] ?? weight)),
    ...(b && { b: b.map((bias, unit) => original[l]?.b?.[unit] ?? bias) }),
  }));
  const { initializer: __, ...rest } = drawn;
  return parseConfig({ ...rest, seed: config.seed, parameters } as TrainConfig).config;
}

function initialParameters(config: ResolvedConfig): LayerParameters[] {
  const { network, start } = prepare(config);
  return unflatten(network, start);
}
