/** What a reader changes of a run, to see what becomes of it from the same start. */
import { parseConfig, type ResolvedConfig, type TrainConfig } from "../../../core/config/config.ts";
import { LOSSES, type LossName } from "../../../core/components/losses.ts";
import { unflatten } from "../../../core/network.ts";
import { prepare } from "../../../core/train_network.ts";
import { sharedStart } from "./film.ts";

/** The settings that are changed; what is absent stays as it is. */
export interface Changes {
  readonly learningRate?: number;
  /** Of all hidden layers, or of the only layer. */
  readonly activation?: string;
  readonly loss?: string;
  /** Units of each hidden layer. */
  readonly width?: number;
  readonly batch?: number | "online" | "full";
}

/** The most hidden units that a reader may ask for. */
export const MOST_UNITS = 64;

/** The settings of a config that can be changed; what it has nothing of is undefined. */
export function settingsOf({ optimizer, network, loss, batch }: ResolvedConfig) {
  const hidden = network.layers.slice(0, -1);
  return {
    learningRate: optimizer.learningRate,
    activation: loss ? network.layers[0]!.activation.name : undefined, // the perceptron's rule knows steps alone
    loss: loss?.name,
    width: hidden[0]?.units,
    batch,
  };
}

/**
 * The activation that an output unit gets with a loss of another kind; undefined where the two are of one kind.
 *
 * A loss of logits takes their sigmoid itself: on top of a sigmoid it would be taken twice. One of values is given it.
 */
export function outputFor({ loss: own }: Pick<ResolvedConfig, "loss">, loss: string): string | undefined {
  const kind = (name: string) => LOSSES[name as LossName].output;
  if (!own || kind(own.name) === kind(loss)) return undefined;
  return kind(loss) === "logit" ? "identity" : "sigmoid";
}

/**
 * A config with some settings changed, the start kept: weights that both nets have begin with the same numbers.
 *
 * Throws an InputError where the settings do not go together.
 */
export function changed(
  config: ResolvedConfig,
  { learningRate, activation, loss, width, batch }: Changes,
): ResolvedConfig {
  const { network, optimizer } = config, last = network.layers.length - 1;
  const output = loss === undefined ? undefined : outputFor(config, loss);
  const layers = network.layers.map((layer, l) => ({
    ...layer,
    ...(activation !== undefined && (l < last || last === 0) && { activation }),
    ...(width !== undefined && l < last && { units: width }),
    ...(output !== undefined && l === last && { activation: output }),
  }));
  const { parameters: _, ...drawn } = config;
  const wanted = {
    ...drawn,
    network: { ...network, layers },
    optimizer: { ...optimizer, ...(learningRate !== undefined && { learningRate }) },
    ...(loss !== undefined && config.loss && { loss: { name: loss, reduction: config.loss.reduction } }),
    ...(batch !== undefined && { batch }),
  };
  // another seed, or new weights would repeat numbers that kept ones have
  const training = prepare(parseConfig({ ...wanted, seed: `${config.seed}\nmore` }).config);
  const { initializer: __, ...rest } = parseConfig(wanted).config, start = sharedStart(training, prepare(config));
  return parseConfig({ ...rest, parameters: unflatten(training.network, start) } as TrainConfig).config;
}
