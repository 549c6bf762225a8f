/** Trains many nets: in this thread, or (see `pool.ts`) in workers. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { createKernelCache, trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { stepsPerEpoch, type Trained } from "../../core/training.ts";

/** The engine and the callbacks of a training. */
export interface TrainerOptions {
  readonly engine: EngineName;
  /** Called from time to time with the fraction of the work done, from 0 to 1. */
  readonly onProgress?: (progress: number) => void;
  /** Called with the results of consecutive configs, the first of which has index `first`, as soon as they are known. */
  readonly onResults?: (first: number, results: readonly Trained[]) => void;
}

/** Trains one net per config; the results are in the order of the configs. */
export type Trainer = (configs: readonly ResolvedConfig[], options: TrainerOptions) => Promise<Trained[]>;

/** A trainer in this thread, which compiles each kernel once for all its calls. */
export function singleThreadTrainer(): Trainer {
  const kernels = createKernelCache();
  return (configs, { engine, onProgress, onResults }) => {
    const trainings = configs.map(prepare);
    const total = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
    const results = trainAll(trainings, engine, { kernels, onProgress: (epochs) => onProgress?.(epochs / total) });
    onResults?.(0, results);
    return Promise.resolve(results);
  };
}
