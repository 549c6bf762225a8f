/** A worker of the lab: trains and evaluates in short steps, so that a new request takes effect at once. */
import { startRuns } from "../../../../core/engine/live_training.ts";
import type { LabSeeds } from "../../../wire/lab_state.ts";
import { outputsOver } from "../../pictures/plane.ts";
import { labPlane } from "../net/lab_plane.ts";
import { film, trainingsOf } from "./film_job.ts";
import type {
  CountRequest,
  EndsRequest,
  FilmRequest,
  LabRequest,
  LabResponse,
  PlaneOutputs,
  PlaneRequest,
  RowsRequest,
} from "./messages.ts";
import { ends, rows } from "./rows_job.ts";
import { createToolbox, type Toolbox } from "./toolbox.ts";
import { createSliceTrainer } from "./train_steps.ts";

/** The parts of a worker's global scope used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<LabRequest>) => void) | null;
  postMessage(response: LabResponse, transfer?: Transferable[]): void;
}

/** A job that is not done. */
interface Job {
  readonly isFilm: boolean;
  readonly isBehind: boolean;
  /** Whether its first step is done: films are suspended only after their first frame. */
  isBegun: boolean;
  readonly steps: Iterator<void, void>;
}

/** Answers the page's requests: planes at once, then films, then counts, then films for which nobody waits. */
export function serveLab(scope: WorkerScope): void {
  const toolbox = createToolbox();
  const jobs = new Map<number, Job>();
  let isSuspended = false, isScheduled = false;
  let seeds: LabSeeds;

  const nextJob = () => {
    const pending = [...jobs].filter(([, { isFilm, isBegun }]) => !isFilm || !isBegun || !isSuspended);
    const first = pending.find(([, { isFilm, isBehind }]) => isFilm && !isBehind);
    return first ?? pending.find(([, { isBehind }]) => !isBehind) ?? pending[0];
  };
  // Unlike a timer, a message is not delayed.
  const { port1, port2 } = new MessageChannel();
  const schedule = () => {
    if (isScheduled || !nextJob()) return;
    isScheduled = true;
    port2.postMessage(undefined);
  };
  port1.onmessage = () => {
    isScheduled = false;
    const [id, job] = nextJob() ?? [];
    if (!job) return;
    attempt(id!, () => {
      job.isBegun = true;
      if (job.steps.next().done) jobs.delete(id!);
    });
    schedule();
  };
  const attempt = (job: number, action: () => void) => {
    try {
      action();
    } catch (error) {
      jobs.delete(job);
      scope.postMessage({ type: "failed", job, message: error instanceof Error ? error.message : String(error) });
    }
  };
  scope.onmessage = ({ data: request }) => {
    if (request.type === "start") {
      seeds = request.seeds;
      scope.postMessage({ type: "ready", hasWebAssembly: toolbox.hasWebAssembly });
    } else if (request.type === "cancel") jobs.delete(request.job);
    else if (request.type === "suspend") isSuspended = request.isSuspended;
    else if (request.type === "plane") {
      const { job } = request;
      attempt(job, () => scope.postMessage({ type: "plane", job, plane: planeOutputs(request, seeds, toolbox) }));
    } else {
      const { job } = request;
      const steps = stepsOf(request, seeds, toolbox, (response, transfer) => scope.postMessage(response, transfer));
      const isFilm = request.type === "film", isBehind = isFilm && request.isBehind === true;
      jobs.set(job, { isFilm, isBehind, isBegun: false, steps });
    }
    schedule();
  };
}

/** The steps of a job, which ends with a report. */
function stepsOf(
  request: FilmRequest | CountRequest | RowsRequest | EndsRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
  post: WorkerScope["postMessage"],
): Generator<void, void> {
  const { job } = request;
  if (request.type === "count") {
    return count(request, seeds, toolbox, (solvedEpochs) => post({ type: "counted", job, solvedEpochs }));
  }
  if (request.type === "ends") return ends(request, seeds, toolbox, (ends) => post({ type: "ends", job, ends }));
  if (request.type === "rows") return rows(request, seeds, toolbox, (text) => post({ type: "rows", job, text }));
  return film(request, seeds, toolbox, (frame, arrays) => {
    post({ type: "frame", job, frame, arrays }, Object.values(arrays).map(({ buffer }) => buffer));
  });
}

function* count(
  { state, first, count }: CountRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
  report: (solvedEpochs: (number | undefined)[]) => void,
): Generator<void, void> {
  const trainings = trainingsOf(state, { first, count }, seeds);
  const trainer = createSliceTrainer(startRuns(trainings, "auto", { kernels: toolbox.kernels() }));
  yield* trainer.advance(Math.ceil(state.epochs));
  report(trainer.training.runs.map(({ solvedSince }) => solvedSince));
}

function planeOutputs(
  { state, parameters, withUnits, held }: PlaneRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
): PlaneOutputs {
  const training = trainingsOf(state, { first: 0, count: 1 }, seeds)[0]!;
  const plane = labPlane(state, training, held)!;
  toolbox.kernels();
  const { coordinates } = plane;
  const points = coordinates.flatMap((y) => coordinates.map((x) => plane.inputs(x, y)));
  const surface = toolbox.surfaceEvaluator(training, points)([parameters]).slice();
  const units = withUnits ? outputsOver(plane, training.network, parameters).slice(0, -1) : undefined;
  return { surface, units };
}
