/** The workers of the lab. Each job has a number; answers to jobs that were cancelled are dropped. */
import type { LabSeeds, LabState } from "../../../wire/lab_state.ts";
import type {
  EndsRequest,
  LabRequest,
  LabResponse,
  NetEnd,
  PlaneOutputs,
  PlaneRequest,
  RowsRequest,
  StartRange,
} from "../worker/messages.ts";
import type { Film } from "./film.ts";

/** Two: one would leave a core idle, and more would compete with the page itself on most machines. */
const WORKERS = 2;

/** The name of the workers of a lab, in whose global scope a script runs that serves other workers, too. */
export const LAB_WORKER = "lab";

/** A job that can be cancelled. */
export interface Cancellable {
  cancel(): void;
}

/** How a film is trained, and what happens to it. */
interface FilmOptions {
  /** Whether all other jobs come before it. */
  readonly isBehind?: boolean;
  /** A frame became complete. */
  onFrame(film: Film): void;
  onFailure(message: string): void;
}

/** What happens to the workers. */
interface PoolEvents {
  onReady(hasWebAssembly: boolean): void;
  onRefused(): void;
}

/** The running workers. */
export type LabPool = ReturnType<typeof startPool>;

/** Starts the workers from the page's own script; `onRefused` is called if the browser refuses them. */
export function startPool(script: string, seeds: LabSeeds, { onReady, onRefused }: PoolEvents) {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const workers = Array.from({ length: WORKERS }, () => new Worker(url, { name: LAB_WORKER }));
  const handlers = new Map<number, (response: LabResponse) => void>();
  let hasWebAssembly: boolean | undefined;
  for (const worker of workers) {
    worker.onmessage = ({ data }: MessageEvent<LabResponse>) => {
      if (data.type !== "ready") return handlers.get(data.job)?.(data);
      if (hasWebAssembly !== undefined) return;
      hasWebAssembly = data.hasWebAssembly;
      onReady(hasWebAssembly);
    };
    worker.onerror = () => {
      if (hasWebAssembly === undefined) onRefused();
    };
    worker.postMessage({ type: "start", seeds } satisfies LabRequest);
  }
  let nextJob = 0;
  const post = (worker: number, request: LabRequest) => workers[worker]!.postMessage(request);
  /** Asks for the only response to a request; rejects if the job fails. */
  const ask = <T extends "rows" | "ends" | "plane">(
    worker: number,
    type: T,
    request: Omit<RowsRequest, "job"> | Omit<EndsRequest, "job"> | Omit<PlaneRequest, "job">,
  ): Promise<Extract<LabResponse, { readonly type: T }>> =>
    new Promise((resolve, reject) => {
      const job = nextJob++;
      handlers.set(job, (response) => {
        handlers.delete(job);
        if (response.type === "failed") reject(new Error(response.message));
        else if (response.type === type) resolve(response as Extract<LabResponse, { readonly type: T }>);
      });
      post(worker, { ...request, job });
    });
  const cancel = (job: number) => {
    handlers.delete(job);
    for (const worker of workers.keys()) post(worker, { type: "cancel", job });
  };
  const counts = countQueue(WORKERS, (worker, { state, range }, done) => {
    const job = nextJob++;
    handlers.set(job, (response) => {
      handlers.delete(job);
      done(response);
    });
    post(worker, { type: "count", job, state, ...range });
    return () => cancel(job);
  });

  return {
    /** Whether kernels are WebAssembly; undefined until the workers run. */
    get hasWebAssembly() {
      return hasWebAssembly;
    },
    /** Trains the first `starts` nets of a setting, frame by frame. */
    film(film: Film, { onFrame, onFailure, isBehind = false }: FilmOptions): Cancellable {
      const { state, starts, epochs, tileSide } = film;
      const jobs = split(starts, WORKERS).map((range, worker) => {
        const job = nextJob++;
        handlers.set(job, (response) => {
          if (response.type === "failed") onFailure(response.message);
          if (response.type === "frame" && film.add(response.frame, range, response.arrays)) onFrame(film);
        });
        post(worker, { type: "film", job, state, epochs, tileSide, isBehind, ...range });
        return job;
      });
      return { cancel: () => jobs.forEach(cancel) };
    },
    /** Trains the nets of some starts to their end; `onDone` receives the epochs at which they were solved. */
    count: counts.add,
    /** Trains the nets of a setting and returns their rows as a CSV file. */
    async rows(state: LabState): Promise<string> {
      return (await ask(0, "rows", { type: "rows", state, first: 0, count: state.starts })).text;
    },
    /** Trains the nets of some starts to their end; `columns` and `levels` are those of the rows to digest. */
    async ends(request: Omit<EndsRequest, "type" | "job">): Promise<readonly NetEnd[]> {
      return (await ask(0, "ends", { type: "ends", ...request })).ends;
    },
    /** Evaluates a net over the plane of two inputs. */
    async plane(request: Omit<PlaneRequest, "type" | "job">): Promise<PlaneOutputs> {
      return (await ask(WORKERS - 1, "plane", { type: "plane", ...request })).plane;
    },
    /** Suspends films, or lets them go on. */
    suspend: (isSuspended: boolean) => workers.forEach((_, worker) => post(worker, { type: "suspend", isSuspended })),
  };
}

/** Splits starts evenly. */
function split(starts: number, parts: number): StartRange[] {
  const bounds = Array.from({ length: parts + 1 }, (_, i) => Math.round(i * starts / parts));
  return bounds.slice(1).flatMap((end, i) => end > bounds[i]! ? [{ first: bounds[i]!, count: end - bounds[i]! }] : []);
}

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
function countQueue(
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
