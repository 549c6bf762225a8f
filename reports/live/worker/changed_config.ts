/** A run's config with settings that the reader changed, started from the same weights. */
import type { ResolvedConfig, TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { LOSSES, type LossName } from "../../../core/components/losses.ts";
import { unflatten } from "../../../core/network.ts";
import { prepare } from "../../../core/train_network.ts";
import type { Training } from "../../../core/training.ts";
import type { SettingChanges } from "../../wire/run_selection.ts";

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
export function outputActivationFor(
  { loss: original }: Pick<ResolvedConfig, "loss">,
  loss: string,
): string | undefined {
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
  const wanted = {
    ...withoutParameters,
    network: { ...network, layers },
    optimizer: { ...optimizer, ...(learningRate !== undefined && { learningRate }) },
    ...(loss !== undefined && config.loss && { loss: { name: loss, reduction: config.loss.reduction } }),
    ...(batch !== undefined && { batch }),
  };
  // A different seed: with the same one, additional weights would repeat the values of existing ones.
  const training = prepare(parseConfig({ ...wanted, seed: `${config.seed}\nmore` }).config);
  const { initializer: __, ...rest } = parseConfig(wanted).config;
  const start = sharedStart(training, prepare(config));
  return parseConfig({ ...rest, parameters: unflatten(training.network, start) } as TrainConfig).config;
}

/** A training's initial parameters, replaced by those of the original net where both have the same weight. */
function sharedStart({ network, start: own }: Training, original: Training): number[] {
  const start = [...own];
  for (const [l, layer] of network.layers.entries()) {
    const source = original.network.layers[l];
    if (!source) break;
    for (let unit = 0; unit < Math.min(layer.units, source.units); unit++) {
      for (let input = 0; input < Math.min(layer.inputs, source.inputs); input++) {
        start[layer.weights + unit * layer.inputs + input] = original
          .start[source.weights + unit * source.inputs + input]!;
      }
      if (layer.biases !== undefined && source.biases !== undefined) {
        start[layer.biases + unit] = original.start[source.biases + unit]!;
      }
    }
  }
  return start;
}
