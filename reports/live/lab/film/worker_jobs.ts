/** Jobs of workers. Each has a number; answers to jobs that were cancelled are dropped. */
import type { LabRequest, LabResponse } from "../worker/messages.ts";

/** A job that can be cancelled. */
export interface Cancellable {
  cancel(): void;
}

/** An answer of a worker to a job. */
export type JobResponse = Exclude<LabResponse, { readonly type: "ready" }>;

/** Hands out jobs to workers, and their answers to those who asked. */
export function createJobs(workers: readonly Worker[]) {
  const handlers = new Map<number, (response: JobResponse) => void>();
  let nextJob = 0;
  const post = (worker: number, request: LabRequest) => workers[worker]!.postMessage(request);
  const jobs = {
    post,
    /** Handles an answer. */
    receive: (response: JobResponse) => handlers.get(response.job)?.(response),
    /** Sends a request with the number of a new job, and returns that; `onResponse` receives every answer. */
    send(worker: number, requestOf: (job: number) => LabRequest, onResponse: (response: JobResponse) => void): number {
      const job = nextJob++;
      handlers.set(job, onResponse);
      post(worker, requestOf(job));
      return job;
    },
    /** The same for a request with one answer. */
    sendOnce(
      worker: number,
      requestOf: (job: number) => LabRequest,
      onResponse: (response: JobResponse) => void,
    ): number {
      const job = jobs.send(worker, requestOf, (response) => {
        handlers.delete(job);
        onResponse(response);
      });
      return job;
    },
    /** Asks for the only answer to a request; rejects if the job fails. */
    ask<T extends JobResponse["type"]>(
      worker: number,
      type: T,
      requestOf: (job: number) => LabRequest,
    ): Promise<Extract<JobResponse, { readonly type: T }>> {
      return new Promise((resolve, reject) => {
        jobs.sendOnce(worker, requestOf, (response) => {
          if (response.type === "failed") reject(new Error(response.message));
          else if (response.type === type) resolve(response as Extract<JobResponse, { readonly type: T }>);
        });
      });
    },
    cancel(job: number) {
      handlers.delete(job);
      for (const worker of workers.keys()) post(worker, { type: "cancel", job });
    },
  };
  return jobs;
}
