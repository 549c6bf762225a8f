/** One call of a pool's trainer as tasks, one for each block. */
import { splitIntoBlocks } from "./blocks.ts";
import type { Assignment } from "./pool_worker.ts";
import type { RunGroup } from "./run_groups.ts";
import type { ResultEntry } from "./stored_result.ts";
import type { OnResults, TrainerOptions } from "./trainer.ts";
import { TrainingFailed } from "./training_failed.ts";

/** A block to train, queued or sent to a worker. */
export interface Task {
  /** Number of the call to `train` that the task belongs to. */
  readonly training: number;
  readonly kernelKey: string;
  readonly assignment: Omit<Assignment, "block">;
  readonly reportProgress: (progress: number) => void;
  readonly succeed: (entries: readonly ResultEntry[]) => void;
  readonly fail: (reason: string) => void;
  /** How often the block has failed. */
  failures: number;
}

/** The tasks of one training and its end. */
export function tasksOf(
  training: number,
  groups: readonly RunGroup[],
  jobs: number,
  { engine, onProgress }: TrainerOptions,
  onResults: OnResults,
): { readonly tasks: Task[]; readonly finished: Promise<void> } {
  const blocks = splitIntoBlocks(groups, jobs, engine);
  const total = blocks.reduce((sum, { cost }) => sum + cost, 0);
  let done = 0;
  let open = blocks.length;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (open === 0) resolve();
  const tasks = blocks.map(({ groups, kernelKey, cost }): Task => {
    let progress = 0;
    /** Reports the progress of the training, in which blocks weigh as much as they cost. */
    const updateProgress = (reached: number) => {
      done += cost * (reached - progress);
      progress = reached;
      // a rounded sum may exceed the total
      onProgress?.(Math.min(1, done / total));
    };
    /** An error of a callback rejects the training: in a message handler nothing could catch it. */
    const rejectIfThrown = (callback: () => void) => {
      try {
        callback();
      } catch (error) {
        reject(error);
      }
    };
    const last = groups.at(-1)!;
    return {
      training,
      kernelKey,
      assignment: { groups, engine },
      failures: 0,
      reportProgress: (progress) => rejectIfThrown(() => updateProgress(progress)),
      succeed: (entries) =>
        rejectIfThrown(() => {
          entries.forEach(onResults);
          updateProgress(1);
          if (--open === 0) resolve();
        }),
      fail: (reason) => reject(new TrainingFailed(groups[0]!.first, last.first + last.count - 1, reason)),
    };
  });
  return { tasks, finished: promise };
}
