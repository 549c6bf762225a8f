/** The script of a pool's worker: trains the blocks that it receives. */
import type { EngineName } from "../../core/config/config.ts";
import type { RunGroup } from "./run_groups.ts";
import type { ResultEntry } from "./stored_result.ts";
import { configTrainer, trainGroups } from "./trainer.ts";

/** A request to train the runs of a block. */
export interface Assignment {
  /** Identifies the block in the worker's messages. */
  readonly block: number;
  readonly groups: readonly RunGroup[];
  readonly engine: EngineName;
}

/** A worker's message about a block: its progress from 0 to 1, its results, or why it failed. */
export type WorkerMessage =
  & { readonly block: number }
  & ({ readonly progress: number } | { readonly entries: readonly ResultEntry[] } | { readonly failure: string });

/** Smaller steps of progress are not reported. */
const MIN_PROGRESS_STEP = 0.1;
const train = configTrainer();

const send = (message: WorkerMessage, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.onmessage = ({ data: { block, groups, engine } }: MessageEvent<Assignment>) => {
  let reported = 0;
  const onProgress = (progress: number) => {
    // written so that NaN (no epochs at all) is not reported
    if (!(progress - reported >= MIN_PROGRESS_STEP)) return;
    reported = progress;
    send({ block, progress });
  };
  try {
    const entries = trainGroups(train, groups, { engine, onProgress });
    send({ block, entries }, entries.map(({ json }) => json.buffer));
  } catch (error) {
    send({ block, failure: error instanceof Error ? error.message : String(error) });
  }
};
