/** One call of a pool's trainer as tasks, one for each block. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import type { Trained } from "../../core/training.ts";
import { splitIntoBlocks, totalCost } from "./blocks.ts";
import type { Assignment } from "./pool_worker.ts";
import type { TrainerOptions } from "./trainer.ts";
import { TrainingFailed } from "./training_failed.ts";

/** A block to train, queued or sent to a worker. */
export interface Task {
  /** Number of the call to `train` that the task belongs to. */
  readonly training: number;
  readonly kernelKey: string;
  readonly assignment: Omit<Assignment, "block">;
  readonly reportProgress: (progress: number) => void;
  readonly succeed: (results: readonly Trained[]) => void;
  readonly fail: (reason: string) => void;
  /** How often the block has failed. */
  failures: number;
}

/** The tasks of one training and the promise of its results, which are placed by index: order of arrival is irrelevant. */
export function tasksOf(
  training: number,
  configs: readonly ResolvedConfig[],
  jobs: number,
  { engine, onProgress, onResults }: TrainerOptions,
): { readonly tasks: Task[]; readonly results: Promise<Trained[]> } {
  const blocks = splitIntoBlocks(configs, jobs, engine);
  const progressOf = blocks.map(() => 0);
  /** Reports the progress of the training, in which blocks weigh as much as they cost. */
  const updateProgress = (b: number, progress: number) => {
    progressOf[b] = progress;
    onProgress?.(blocks.reduce((sum, { cost }, i) => sum + cost * progressOf[i]!, 0) / totalCost(blocks));
  };
  const results = new Array<Trained>(configs.length);
  const settled: Promise<void>[] = [];
  const tasks = blocks.map(({ first, count, kernelKey }, b): Task => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    settled.push(promise);
    /** An error of a callback rejects the training: in a message handler nothing could catch it. */
    const rejectIfThrown = (callback: () => void) => {
      try {
        callback();
      } catch (error) {
        reject(error);
      }
    };
    return {
      training,
      kernelKey,
      assignment: { configs: configs.slice(first, first + count), engine },
      failures: 0,
      reportProgress: (progress) => rejectIfThrown(() => updateProgress(b, progress)),
      succeed: (blockResults) =>
        rejectIfThrown(() => {
          blockResults.forEach((result, i) => results[first + i] = result);
          onResults?.(first, blockResults);
          updateProgress(b, 1);
          resolve();
        }),
      fail: (reason) => reject(new TrainingFailed(first, first + count - 1, reason)),
    };
  });
  return { tasks, results: Promise.all(settled).then(() => results) };
}
