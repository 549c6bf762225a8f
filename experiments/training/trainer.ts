/** Trains many nets: in this thread, or (see `pool.ts`) in workers. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { createKernelCache, trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { stepsPerEpoch, type Trained } from "../../core/training.ts";
import { chunksOf } from "../chunks.ts";
import { configsOf, type RunGroup } from "./run_groups.ts";
import { encodeEntry, type ResultEntry } from "./stored_result.ts";

/** The engine and the callbacks of a training. */
export interface TrainerOptions {
  readonly engine: EngineName;
  /** Called from time to time with the fraction of the work done, from 0 to 1. */
  readonly onProgress?: (progress: number) => void;
}

/** Receives the results of consecutive runs as soon as they are known. */
export type OnResults = (entry: ResultEntry) => void;

/** Trains the runs of groups, which are in ascending order; results arrive in any order. */
export type Trainer = (groups: readonly RunGroup[], options: TrainerOptions, onResults: OnResults) => Promise<void>;

/** Trains one net per config; the results are in the order of the configs. */
export type ConfigTrainer = (configs: readonly ResolvedConfig[], options: TrainerOptions) => Trained[];

/** A trainer of configs in this thread, which compiles each kernel once for all its calls. */
export function configTrainer(): ConfigTrainer {
  const kernels = createKernelCache();
  return (configs, { engine, onProgress }) => {
    const trainings = configs.map(prepare);
    const total = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
    return trainAll(trainings, engine, { kernels, onProgress: (epochs) => onProgress?.(epochs / total) });
  };
}

/** A trainer in this thread. */
export function singleThreadTrainer(): Trainer {
  const train = configTrainer();
  return (groups, options, onResults) => {
    trainGroups(train, groups, options).forEach(onResults);
    return Promise.resolve();
  };
}

/** Trains the runs of groups, and encodes the results of consecutive runs together. */
export function trainGroups(train: ConfigTrainer, groups: readonly RunGroup[], options: TrainerOptions): ResultEntry[] {
  const results = train(groups.flatMap(configsOf), options);
  let place = 0;
  return chunksOf(groups, (previous, next) => next.first === previous.first + previous.count).map((consecutive) => {
    const count = consecutive.reduce((sum, group) => sum + group.count, 0);
    return encodeEntry(consecutive[0]!.first, results.slice(place, place += count));
  });
}
