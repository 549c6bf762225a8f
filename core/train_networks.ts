/** Training many networks from their configs, with the fastest engine. */
import type { EngineName, ResolvedConfig, TrainConfig } from "./config/config.ts";
import { parseConfig } from "./config/parse_config.ts";
import { createKernelCacheFor, trainAll } from "./engine/engine.ts";
import { type LiveTraining, startRuns } from "./engine/live_training.ts";
import { groupBy } from "./engine/maps.ts";
import { mapInputErrors } from "./input/input_error.ts";
import { prepare, type TrainResult, trainResultOf } from "./train_network.ts";
import { type PausedRun, stepsPerEpoch, type Trained } from "./training.ts";

/** Options of `trainNetworks` and `startTraining`. */
export interface TrainNetworksOptions {
  /** The engine for all networks; by default that of each config, which is `auto` if it names none. */
  readonly engine?: EngineName;
}

/**
 * Trains networks with the fast engine; results are in the order of the configs, and those of `trainNetwork` to the
 * last bit.
 *
 * Networks of equal structure (layers, activations, loss, optimiser, batches) train side by side, so that 200 of them
 * rarely take more than twice the time of one. `onProgress` is called about every tenth of a second with the epochs
 * done so far and their total; a run that stops early counts as complete.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { trainNetworks } from "../mod.ts";
 *
 * const results = trainNetworks(
 *   Array.from({ length: 200 }, (_, seed) => ({
 *     data: { name: "moons", points: 40, split: 0.5 },
 *     network: {
 *       inputs: 2,
 *       layers: [{ units: 4, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
 *     },
 *     seed,
 *     loss: "crossEntropy",
 *     optimizer: { name: "gradientDescent", learningRate: 1 },
 *     epochs: 300,
 *   })),
 *   { onProgress: (epochs, total) => console.assert(epochs <= total) },
 * );
 * assertEquals(results.length, 200);
 * assertEquals(results[0]!.checkpoints[0]!.test!.outputs.length, 20);
 * ```
 *
 * Throws an InputError with the index and path and the rule if a config is wrong, before any network is trained.
 */
export function trainNetworks(
  configs: readonly (TrainConfig | ResolvedConfig)[],
  { engine, onProgress = () => {} }: TrainNetworksOptions & {
    readonly onProgress?: (epochs: number, total: number) => void;
  } = {},
): TrainResult[] {
  const jobs = readConfigs(configs), results: TrainResult[] = new Array(jobs.length);
  const total = jobs.reduce((sum, { training }) => sum + training.steps / stepsPerEpoch(training), 0);
  let done = 0;
  for (const [name, group] of groupBy([...jobs.keys()], (i) => engine ?? jobs[i]!.engine)) {
    const trainings = group.map((i) => jobs[i]!.training);
    let doneInGroup = 0;
    const trained: Trained[] = trainAll(trainings, name, {
      onProgress: (epochs) => onProgress(done + (doneInGroup = epochs), total),
    });
    done += doneInGroup;
    trained.forEach((each, t) => {
      const { config, training } = jobs[group[t]!]!;
      results[group[t]!] = trainResultOf(config, training, each);
    });
  }
  return results;
}

/**
 * Starts networks whose training can be watched: they advance on demand, and pause at the end of an epoch.
 *
 * The bits are those of `trainNetwork`, wherever the networks pause. `from` are states of runs that were paused, in the
 * order of the configs; runs without one start from the beginning. A config may differ from that which was paused
 * (another learning rate, loss or data set) if the network and the state of the optimiser keep their sizes.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { startTraining, trainNetwork } from "../mod.ts";
 *
 * const config = {
 *   data: "xor",
 *   network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
 *   seed: 1,
 *   loss: "crossEntropy",
 *   optimizer: { name: "gradientDescent", learningRate: 1 },
 *   epochs: 100,
 * } as const;
 * const training = startTraining([config]);
 * for (let epoch = 10; !training.isEnded; epoch += 10) {
 *   const [run] = training.advance(epoch);
 *   assertEquals(run!.epoch, epoch);
 * }
 * assertEquals(training.runs[0]!.trained!.solved, trainNetwork(config).solved);
 * ```
 *
 * Throws an InputError with the index and path and the rule if a config is wrong, and a RangeError if a run cannot go
 * on from its state.
 */
export function startTraining(
  configs: readonly (TrainConfig | ResolvedConfig)[],
  { engine = "auto", from = [] }: TrainNetworksOptions & { readonly from?: readonly (PausedRun | undefined)[] } = {},
): LiveTraining {
  const trainings = readConfigs(configs).map(({ training }) => training);
  return startRuns(trainings, engine, { kernels: createKernelCacheFor(engine), from });
}

function readConfigs(configs: readonly (TrainConfig | ResolvedConfig)[]) {
  return configs.map((each, i) =>
    mapInputErrors((error) => error.within({ field: `[${i}]` }), () => {
      const { config, engine } = parseConfig(each);
      return { config, engine, training: prepare(config) };
    })
  );
}
