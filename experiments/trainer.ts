/** Trains many nets: here, or in workers. The answers stand in the order of the configs, whoever finished first. */
import type { EngineName, ResolvedConfig } from "../core/config.ts";
import { prepare } from "../core/train.ts";
import { trainReference } from "../core/reference.ts";
import type { Trained } from "../core/training.ts";

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

/** Trains in this thread. */
export const trainHere: Trainer = (configs, { onProgress }) =>
  Promise.resolve(configs.map((config, i) => {
    const trained = trainReference(prepare(config));
    onProgress?.((i + 1) / configs.length);
    return trained;
  }));
