/** Trains many nets: here, or in workers. The answers stand in the order of the configs, whoever finished first. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { noKernels, trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { stepsPerEpoch, type Trained } from "../../core/training.ts";

/** What a trainer may be told besides. */
export interface TrainerOptions {
  readonly engine: EngineName;
  /** Called now and then with the share of the work done so far. */
  readonly onProgress?: (share: number) => void;
  /** Called with consecutive answers, from the config numbered `first` on, as soon as they are there. */
  readonly onTrained?: (first: number, trained: readonly Trained[]) => void;
}

/** Trains one net a config. */
export type Trainer = (configs: readonly ResolvedConfig[], options: TrainerOptions) => Promise<Trained[]>;

/** Trains in this thread; kernels made once serve all its calls. */
export function trainerHere(): Trainer {
  const kernels = noKernels();
  return (configs, { engine, onProgress, onTrained }) => {
    const trainings = configs.map(prepare);
    const total = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
    const trained = trainAll(trainings, engine, { kernels, onProgress: (epochs) => onProgress?.(epochs / total) });
    onTrained?.(0, trained);
    return Promise.resolve(trained);
  };
}
