/** Counts that wait for a worker: each worker has one at a time. */
import type { LabState } from "../../../wire/lab_state.ts";
import type { LabResponse, StartRange } from "../worker/messages.ts";
import type { Cancellable } from "./worker_jobs.ts";

/** Nets to train to their end. */
interface CountJob {
  readonly state: LabState;
  readonly range: StartRange;
  readonly onDone: (solvedEpochs: readonly (number | undefined)[]) => void;
  readonly onFailure: (message: string) => void;
  /** Whether it comes before all jobs that wait. */
  readonly isUrgent?: boolean;
}

/** Gives each worker one job after the other. */
export function countQueue(
  workers: number,
  run: (worker: number, job: CountJob, done: (response: LabResponse) => void) => () => void,
) {
  const waiting: CountJob[] = [];
  const running = new Map<number, { readonly job: CountJob; readonly stop: () => void }>();
  const next = (worker: number) => {
    const job = waiting.shift();
    if (!job) return;
    const stop = run(worker, job, (response) => {
      running.delete(worker);
      if (response.type === "counted") job.onDone(response.solvedEpochs);
      else if (response.type === "failed") job.onFailure(response.message);
      next(worker);
    });
    running.set(worker, { job, stop });
  };
  const nextEverywhere = () => {
    for (let worker = 0; worker < workers; worker++) if (!running.has(worker)) next(worker);
  };
  return {
    add(job: CountJob): Cancellable {
      if (job.isUrgent) waiting.unshift(job);
      else waiting.push(job);
      nextEverywhere();
      return {
        cancel() {
          const index = waiting.indexOf(job);
          if (index >= 0) waiting.splice(index, 1);
          for (const [worker, { job: active, stop }] of running) {
            if (active !== job) continue;
            stop();
            running.delete(worker);
          }
          nextEverywhere();
        },
      };
    },
  };
}
