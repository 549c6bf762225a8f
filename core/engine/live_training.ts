/** Training that can be watched: runs advance to an epoch, report where they are, and go on from there later. */
import type { EngineName } from "../config/config.ts";
import { initialStateList } from "../components/optimizer_state.ts";
import { type AdvancedRun, type PausedRun, stepsPerEpoch, type Trained, type Training } from "../training.ts";
import { createKernelCacheFor, groupTrainings, type KernelCache } from "./engine.ts";

/** Where a run is. */
export interface LiveRun {
  /** Epochs trained so far; a fraction if the run ended within an epoch. */
  readonly epoch: number;
  /** The flat list of the network. */
  readonly parameters: readonly number[];
  /** The largest |d − y| over rows and outputs; NaN if a parameter or an output is not finite. */
  readonly maxError: number;
  /** The earliest check, in epochs, such that all checks from it on were solved; undefined if the last one was not. */
  readonly solvedSince: number | undefined;
  /** The result if the run ended; that of an uninterrupted run, to the last bit. */
  readonly trained: Trained | undefined;
  /** The state from which the run goes on, also in another worker or with another engine; undefined if it ended. */
  readonly paused: PausedRun | undefined;
}

/** Runs that advance together, on demand. */
export interface LiveTraining {
  /** The runs as they are now, in the order of the trainings; empty before the first advance. */
  readonly runs: readonly LiveRun[];
  /** Whether all runs ended. */
  readonly isEnded: boolean;
  /**
   * Trains all runs up to the end of an epoch, or to their own end before it; returns the runs.
   *
   * Does not wait or yield: a worker that must answer messages advances by few epochs at a time. Throws a RangeError
   * if the epoch is negative or NaN.
   */
  advance(toEpoch: number): readonly LiveRun[];
}

/** Options of `startRuns`. */
export interface LiveOptions {
  /** Compiled kernels to reuse and extend; by default they live as long as the training. */
  readonly kernels?: KernelCache | undefined;
  /**
   * States to go on from; runs without one start from the beginning. The training may differ from that which was
   * paused (another learning rate, loss or data set) if the network and the optimiser's state have the same size.
   */
  readonly from?: readonly (PausedRun | undefined)[];
}

/**
 * Starts runs without training them yet.
 *
 * The bits do not depend on the epochs at which the runs pause. Throws a RangeError if a run cannot go on from its
 * state.
 */
export function startRuns(
  trainings: readonly Training[],
  engine: EngineName,
  { kernels = createKernelCacheFor(engine), from = [] }: LiveOptions = {},
): LiveTraining {
  const watched = trainings.map(withFinalCheckpoint), groups = groupTrainings(watched, engine, kernels);
  const states = trainings.map((training, i) => checkedState(training, from[i]));
  const advanced: AdvancedRun[] = new Array(trainings.length);
  let runs: readonly LiveRun[] = [];
  const advance = (toEpoch: number) => {
    if (!(toEpoch >= 0)) throw new RangeError(`Cannot advance to epoch ${toEpoch}: it must be at least 0`);
    for (const { members, advance } of groups) {
      const going = members.filter((i) => !advanced[i] || "state" in advanced[i].outcome);
      if (going.length === 0) continue;
      const loaded = going.map((i) => ({ training: watched[i]!, from: states[i], toEpoch: Math.floor(toEpoch) }));
      for (const [position, run] of advance(loaded, () => {}).entries()) {
        const i = going[position]!;
        advanced[i] = run;
        states[i] = "state" in run.outcome ? run.outcome : undefined;
      }
    }
    return runs = advanced.map((run, i) => liveRunOf(trainings[i]!, run));
  };
  return {
    get runs() {
      return runs;
    },
    get isEnded() {
      return runs.length === trainings.length && runs.every(({ trained }) => trained);
    },
    advance,
  };
}

/** The training with a checkpoint at its end, so that the parameters at the end are known. */
function withFinalCheckpoint(training: Training): Training {
  const { start, steps, checkpoints } = training;
  if (checkpoints.at(-1) === steps) return training;
  return { ...training, start, checkpoints: [...checkpoints, steps] };
}

function checkedState(training: Training, from: PausedRun | undefined): PausedRun | undefined {
  if (!from) return undefined;
  const { network: { parameterCount }, optimizer: { stateFields } } = training;
  const count = parameterCount + initialStateList(stateFields, parameterCount).length;
  if (from.state.length !== count) {
    throw new RangeError(`Cannot continue a run: its state must have ${count} numbers, but has ${from.state.length}`);
  }
  if (from.epoch * stepsPerEpoch(training) >= training.steps) {
    throw new RangeError(`Cannot continue a run: its end must be after epoch ${from.epoch}`);
  }
  return from;
}

function liveRunOf(training: Training, { outcome, maxError }: AdvancedRun): LiveRun {
  if ("state" in outcome) {
    const { epoch, state, checkState: { solvedSince } } = outcome, { parameterCount } = training.network;
    const parameters = state.length === parameterCount ? state : state.slice(0, parameterCount);
    return { epoch, parameters, maxError, solvedSince, trained: undefined, paused: outcome };
  }
  const { snapshots, solvedEpoch, steps } = outcome, { parameters } = snapshots.at(-1)!;
  const trained = { ...outcome, snapshots: snapshots.slice(0, training.checkpoints.length) };
  const epoch = steps / stepsPerEpoch(training);
  return { epoch, parameters, maxError, solvedSince: solvedEpoch, trained, paused: undefined };
}
