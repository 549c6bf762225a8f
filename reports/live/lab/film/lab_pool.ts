/** The workers of the lab: they train films, count solved nets, and evaluate planes. */
import type { LabSeeds, LabState } from "../../../wire/lab_state.ts";
import type {
  EndsRequest,
  LabRequest,
  LabResponse,
  NetEnd,
  PlaneOutputs,
  PlaneRequest,
  StartRange,
} from "../worker/messages.ts";
import { countQueue } from "./count_queue.ts";
import type { Film } from "./film.ts";
import { type Cancellable, createJobs } from "./worker_jobs.ts";

/** Two: one would leave a core idle, and more would compete with the page itself on most machines. */
const WORKERS = 2;

/** The name of the workers of a lab, in whose global scope a script runs that serves other workers, too. */
export const LAB_WORKER = "lab";

/** How a film is trained, and what happens to it. */
export interface FilmOptions {
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
  const jobs = createJobs(workers);
  let hasWebAssembly: boolean | undefined;
  for (const worker of workers) {
    worker.onmessage = ({ data }: MessageEvent<LabResponse>) => {
      if (data.type !== "ready") return jobs.receive(data);
      if (hasWebAssembly !== undefined) return;
      hasWebAssembly = data.hasWebAssembly;
      onReady(hasWebAssembly);
    };
    worker.onerror = () => {
      if (hasWebAssembly === undefined) onRefused();
    };
    worker.postMessage({ type: "start", seeds } satisfies LabRequest);
  }
  const counts = countQueue(WORKERS, (worker, { state, range }, done) => {
    const job = jobs.sendOnce(worker, (job) => ({ type: "count", job, state, ...range }), done);
    return () => jobs.cancel(job);
  });

  return {
    /** Whether kernels are WebAssembly; undefined until the workers run. */
    get hasWebAssembly() {
      return hasWebAssembly;
    },
    /** Trains the first `starts` nets of a setting, frame by frame. */
    film(film: Film, { onFrame, onFailure, isBehind = false }: FilmOptions): Cancellable {
      const { state, starts, epochs, tileSide } = film;
      const sent = split(starts, WORKERS).map((range, worker) =>
        jobs.send(worker, (job) => ({ type: "film", job, state, epochs, tileSide, isBehind, ...range }), (response) => {
          if (response.type === "failed") onFailure(response.message);
          if (response.type === "frame" && film.add(response.frame, range, response.arrays)) onFrame(film);
        })
      );
      return { cancel: () => sent.forEach(jobs.cancel) };
    },
    /** Trains the nets of some starts to their end; `onDone` receives the epochs at which they were solved. */
    count: counts.add,
    /** Trains the nets of a setting and returns their rows as a CSV file. */
    async rows(state: LabState): Promise<string> {
      return (await jobs.ask(0, "rows", (job) => ({ type: "rows", job, state, first: 0, count: state.starts }))).text;
    },
    /** Trains the nets of some starts to their end; `columns` and `levels` are those of the rows to digest. */
    async ends(request: Omit<EndsRequest, "type" | "job">): Promise<readonly NetEnd[]> {
      return (await jobs.ask(0, "ends", (job) => ({ type: "ends", job, ...request }))).ends;
    },
    /** Evaluates a net over the plane of two inputs. */
    async plane(request: Omit<PlaneRequest, "type" | "job">): Promise<PlaneOutputs> {
      return (await jobs.ask(WORKERS - 1, "plane", (job) => ({ type: "plane", job, ...request }))).plane;
    },
    /** Suspends films, or lets them go on. */
    suspend: (isSuspended: boolean) =>
      workers.forEach((_, worker) => jobs.post(worker, { type: "suspend", isSuspended })),
  };
}

/** Splits starts evenly. */
function split(starts: number, parts: number): StartRange[] {
  const bounds = Array.from({ length: parts + 1 }, (_, i) => Math.round(i * starts / parts));
  return bounds.slice(1).flatMap((end, i) => end > bounds[i]! ? [{ first: bounds[i]!, count: end - bounds[i]! }] : []);
}
