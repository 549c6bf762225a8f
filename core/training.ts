/** A training ready to run, and what an engine makes of it. */
import type { Example } from "./backprop.ts";
import { NUMBERS } from "./arithmetic/elementary.ts";
import type { BoundLoss } from "./components/losses.ts";
import { forward, type Network, outputsOf } from "./network.ts";
import type { BoundOptimizer } from "./components/optimizers.ts";
import type { Orders } from "./orders.ts";

/** One net's training, every name resolved and every number drawn. */
export interface Training {
  /** The net. */
  readonly network: Network;
  /** What it is to make small. */
  readonly loss: BoundLoss;
  /** Whether the loss is the mean over the rows of a batch, or their sum. */
  readonly reduction: "mean" | "sum";
  /** What makes an update of a gradient. */
  readonly optimizer: BoundOptimizer;
  /** The length of its steps. */
  readonly learningRate: number;
  /** What it learns, in the order of the data. */
  readonly rows: readonly Example<number>[];
  /** Rows an update. */
  readonly batch: number;
  /** Makes the source of the epochs' orders. */
  readonly orders: () => Orders;
  /** Whether all epochs have the same order. */
  readonly orderFixed: boolean;
  /** The parameters before the first update, as the flat list of the network. */
  readonly start: readonly number[];
  /** Updates in all. */
  readonly steps: number;
  /** After how many updates the parameters are kept, ascending. */
  readonly checkpoints: readonly number[];
  /** After every so many epochs, whether each error is below the tolerance. */
  readonly check: { readonly every: number; readonly tolerance: number };
  /** Ends the run at the first check whose largest error is below it. */
  readonly stopBelow: number | undefined;
}

/** The parameters after so many updates. */
export interface Snapshot {
  /** Updates made. */
  readonly step: number;
  /** The flat list of the network. */
  readonly parameters: readonly number[];
}

/** How a run ended. */
export interface Trained {
  /** `diverged`: a parameter or output was not finite at a check, and the run ended there. */
  readonly status: "finished" | "diverged";
  /** Whether every error was within the tolerance at the last check. */
  readonly solved: boolean;
  /** The first check from which on every check was solved, in epochs; the stopping check of a run that stopped early. */
  readonly solvedEpoch: number | undefined;
  /** Updates made. */
  readonly steps: number;
  /** The checkpoints reached; a run that ends before its last one has its end instead. */
  readonly snapshots: readonly Snapshot[];
}

/** Trains; the answers stand in the order of the questions. */
export type Engine = (trainings: readonly Training[]) => Trained[];

/** Updates an epoch. */
export function stepsPerEpoch({ rows, batch }: { readonly rows: readonly unknown[]; readonly batch: number }): number {
  return Math.floor((rows.length + batch - 1) / batch);
}

/** The rows of an epoch's update, by the epoch's order. */
export function batchOf({ rows, batch }: Training, order: readonly number[], inEpoch: number): Example<number>[] {
  return order.slice(inEpoch * batch, (inEpoch + 1) * batch).map((row) => rows[row]!);
}

/** What each row's gradient counts for in a batch of so many rows. */
export function shareOf({ reduction }: Pick<Training, "reduction">, rows: number): number {
  return reduction === "mean" ? 1 / rows : 1;
}

/** The update, counted from the first one, after which the next check comes; the last update always has one. */
export function nextCheck(training: Training, step: number): number {
  const interval = training.check.every * stepsPerEpoch(training);
  return Math.min((Math.floor(step / interval) + 1) * interval, training.steps);
}

/** What a check sees. */
export interface Sight {
  readonly finite: boolean;
  /** The largest |d − y| over rows and outputs, y being the probability. */
  readonly largestError: number;
}

/** Looks at all rows. */
export function look({ network, loss, rows }: Training, parameters: readonly number[]): Sight {
  let finite = parameters.every(Number.isFinite), largestError = 0;
  for (const { inputs, targets } of rows) {
    for (const [unit, output] of outputsOf(forward(NUMBERS, network, parameters, inputs)).entries()) {
      finite &&= Number.isFinite(output);
      largestError = NUMBERS.max(largestError, Math.abs(targets[unit]! - loss.probability(NUMBERS, output)));
    }
  }
  return { finite, largestError };
}

/** What the checks so far amount to. */
export interface Verdict {
  readonly ended: "diverged" | "stopped" | undefined;
  /** The first of the latest unbroken row of solved checks, in epochs. */
  readonly solvedSince: number | undefined;
}

/** Before the first check. */
export const UNDECIDED: Verdict = { ended: undefined, solvedSince: undefined };

/** The verdict after one more check. */
export function judge(
  { check, stopBelow }: Training,
  before: Verdict,
  epoch: number,
  { finite, largestError }: Sight,
): Verdict {
  if (!finite) return { ended: "diverged", solvedSince: undefined };
  const stopped = stopBelow !== undefined && largestError < stopBelow;
  const since = stopped ? epoch : before.solvedSince ?? epoch;
  return { ended: stopped ? "stopped" : undefined, solvedSince: largestError < check.tolerance ? since : undefined };
}

/** The outcome of a run that made so many updates. */
export function outcome(verdict: Verdict, step: number, snapshots: readonly Snapshot[]): Trained {
  return {
    status: verdict.ended === "diverged" ? "diverged" : "finished",
    solved: verdict.solvedSince !== undefined,
    solvedEpoch: verdict.solvedSince,
    steps: step,
    snapshots,
  };
}
