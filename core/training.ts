/** A training that is ready to run, the periodic check of its progress, and the result of an engine. */
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { type Example, gradientOf, type Objective } from "./backprop.ts";
import { NUMBERS } from "./arithmetic/elementary.ts";
import type { TrainingState } from "./components/optimizer_state.ts";
import type { BoundOptimizer } from "./components/optimizers.ts";
import { forward, outputLayer } from "./network.ts";
import type { Orders } from "./orders.ts";
import type { StreamState } from "./random.ts";

/** The training of one network, with every name resolved and every number drawn. */
export interface Training extends Objective {
  /** The optimiser. */
  readonly optimizer: BoundOptimizer;
  /** The optimiser's learning rate. */
  readonly learningRate: number;
  /** The training data, in the order of the data set. */
  readonly rows: readonly Example<number>[];
  /** Rows that are only evaluated, as wide as the training data; absent if there are none. */
  readonly testRows?: readonly Example<number>[];
  /** Rows per update. */
  readonly batch: number;
  /** Starts the sequence of row orders, or continues it from a state of its stream. */
  readonly orders: (from?: StreamState) => Orders;
  /** Whether all epochs have the same order. */
  readonly orderFixed: boolean;
  /** The parameters before the first update, as the flat list of the network. */
  readonly start: readonly number[];
  /** Total number of updates. */
  readonly steps: number;
  /** Numbers of updates after which the parameters are recorded, ascending. */
  readonly checkpoints: readonly number[];
  /** After every `every` epochs, checks whether all errors are below `tolerance`. */
  readonly check: { readonly every: number; readonly tolerance: number };
  /** Ends the run at the first check whose largest error is below this value. */
  readonly stopBelow: number | undefined;
}

/** The parameters after some number of updates. */
export interface Snapshot {
  /** Updates made. */
  readonly step: number;
  /** The flat list of the network. */
  readonly parameters: readonly number[];
}

/** The result of a run. */
export interface Trained {
  /** `diverged`: a parameter or output was not finite at a check, and the run ended there. */
  readonly status: "finished" | "diverged";
  /** Whether all errors were below the tolerance at the last check. */
  readonly solved: boolean;
  /** The earliest check, in epochs, such that all from it on were solved; the stopping check after an early stop. */
  readonly solvedEpoch: number | undefined;
  /** Updates made. */
  readonly steps: number;
  /** The checkpoints reached; a run that ends before its last checkpoint has its final state instead. */
  readonly snapshots: readonly Snapshot[];
}

/** A run that is paused at the end of an epoch: all that is needed to continue it, with any engine. */
export interface PausedRun {
  /** Epochs trained. */
  readonly epoch: number;
  /** Parameters and optimiser state as one flat list. */
  readonly state: readonly number[];
  /** The state of the stream of row orders; undefined if all orders are the same. */
  readonly orders: StreamState | undefined;
  /** The checkpoints reached. */
  readonly snapshots: readonly Snapshot[];
  /** The outcome of the checks so far. */
  readonly checkState: CheckState;
}

/** A run after some more epochs. */
export interface AdvancedRun {
  /** The result if the run ended; otherwise the state in which it is paused. */
  readonly outcome: Trained | PausedRun;
  /** The largest |d − y| over rows and outputs in that state; NaN if a parameter or an output is not finite. */
  readonly maxError: number;
}

/** Resolves a batch size by name; at most `rows`. */
export function batchSizeOf(batch: "online" | "full" | number, rows: number): number {
  return batch === "online" ? 1 : batch === "full" ? rows : Math.min(batch, rows);
}

/** Updates per epoch. */
export function stepsPerEpoch({ rows, batch }: { readonly rows: readonly unknown[]; readonly batch: number }): number {
  return Math.floor((rows.length + batch - 1) / batch);
}

/** The rows of one update of an epoch; `stepInEpoch` counts from 0. */
export function batchOf({ rows, batch }: Training, order: readonly number[], stepInEpoch: number): Example<number>[] {
  return order.slice(stepInEpoch * batch, (stepInEpoch + 1) * batch).map((row) => rows[row]!);
}

/** Makes one update over any arithmetic: the gradient of `rows`, then the optimiser's step. */
export function update<T>(
  m: Arithmetic<T>,
  training: Objective & Pick<Training, "optimizer">,
  learningRate: T,
  rows: readonly Example<T>[],
  state: TrainingState<T>,
): TrainingState<T> {
  return training.optimizer.update(m, learningRate, gradientOf(m, training, state.parameters, rows), state);
}

/** The number of updates after which the next check takes place; the last update is always followed by one. */
export function nextCheckStep(training: Training, step: number): number {
  const interval = training.check.every * stepsPerEpoch(training);
  return Math.min((Math.floor(step / interval) + 1) * interval, training.steps);
}

/** The measurements of one check. */
export interface Check {
  /** Whether all parameters and outputs are finite. */
  readonly isFinite: boolean;
  /** The largest |d − y| over rows and outputs, where y is the probability. */
  readonly maxError: number;
}

/** Evaluates all rows. */
export function evaluateCheck({ network, loss, rows }: Training, parameters: readonly number[]): Check {
  let isFinite = parameters.every(Number.isFinite), maxError = 0;
  for (const { inputs, targets } of rows) {
    for (const [unit, output] of outputLayer(forward(NUMBERS, network, parameters, inputs)).entries()) {
      isFinite &&= Number.isFinite(output);
      maxError = NUMBERS.max(maxError, Math.abs(targets[unit]! - loss.probability(NUMBERS, output)));
    }
  }
  return { isFinite, maxError };
}

/** The max error of a check as one number. */
export function maxErrorOrNaN({ isFinite, maxError }: Check): number {
  return isFinite ? maxError : NaN;
}

/** What follows from the checks so far. */
export interface CheckState {
  /** Whether the run ended at the last check, before its last update: its numbers diverged, or its errors are small. */
  readonly ended: "diverged" | "stopped" | undefined;
  /** The start of the current series of solved checks, in epochs. */
  readonly solvedSince: number | undefined;
}

/** The state before the first check. */
export const INITIAL_CHECK_STATE: CheckState = { ended: undefined, solvedSince: undefined };

/** The state after one more check. */
export function applyCheck(
  { check, stopBelow }: Training,
  before: CheckState,
  epoch: number,
  { isFinite, maxError }: Check,
): CheckState {
  if (!isFinite) return { ended: "diverged", solvedSince: undefined };
  const isStopped = stopBelow !== undefined && maxError < stopBelow;
  const since = isStopped ? epoch : before.solvedSince ?? epoch;
  return { ended: isStopped ? "stopped" : undefined, solvedSince: maxError < check.tolerance ? since : undefined };
}

/** The result of a run that ended after `steps` updates. */
export function trainedOf({ ended, solvedSince }: CheckState, steps: number, snapshots: readonly Snapshot[]): Trained {
  return {
    status: ended === "diverged" ? "diverged" : "finished",
    solved: solvedSince !== undefined,
    solvedEpoch: solvedSince,
    steps,
    snapshots,
  };
}
