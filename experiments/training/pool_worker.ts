/** The script of a pool's worker: trains the blocks that it receives. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import type { Trained } from "../../core/training.ts";
import { singleThreadTrainer } from "./trainer.ts";

/** A request to train the configs of a block. */
export interface Assignment {
  /** Identifies the block in the worker's messages. */
  readonly block: number;
  readonly configs: readonly ResolvedConfig[];
  readonly engine: EngineName;
}

/** A worker's message about a block: its progress from 0 to 1, its results, or why it failed. */
export type WorkerMessage =
  & { readonly block: number }
  & ({ readonly progress: number } | { readonly results: readonly Trained[] } | { readonly failure: string });

/** Smaller steps of progress are not reported. */
const MIN_PROGRESS_STEP = 0.1;
const train = singleThreadTrainer();

const send = (message: WorkerMessage) => self.postMessage(message);

self.onmessage = async ({ data: { block, configs, engine } }: MessageEvent<Assignment>) => {
  let reported = 0;
  const onProgress = (progress: number) => {
    // written so that NaN (no epochs at all) is not reported
    if (!(progress - reported >= MIN_PROGRESS_STEP)) return;
    reported = progress;
    send({ block, progress });
  };
  try {
    send({ block, results: await train(configs, { engine, onProgress }) });
  } catch (error) {
    send({ block, failure: error instanceof Error ? error.message : String(error) });
  }
};
