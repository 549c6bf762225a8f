/**
 * Applies checks and checkpoints to the runs of a batch after it has advanced.
 *
 * A kernel reports the max error at the start of each interval, so the end of a run is found out afterwards. Its state
 * at that check is still in memory if it is the first of the call; otherwise the intervals before it are run again.
 */
import { NUMBERS } from "../../arithmetic/elementary.ts";
import { type TrainingState, unflattenTrainingState } from "../../components/optimizer_state.ts";
import {
  type AdvancedRun,
  applyCheck,
  batchOf,
  evaluateCheck,
  maxErrorOrNaN,
  type Trained,
  trainedOf,
  update,
} from "../../training.ts";
import type { LaneBatch, Stride } from "./lane_batch.ts";
import {
  isWithinBounds,
  type Lane,
  type LaneRun,
  listedOrder,
  maxErrorOf,
  nextDueClock,
  readState,
  writeBounds,
} from "./lanes.ts";

/** Applies the checks and checkpoints of a stride to the run in a lane; returns its outcome if it ended or paused. */
export function applyChecks(batch: LaneBatch, lane: Lane, stride: Stride): AdvancedRun["outcome"] | undefined {
  const { checkEvery, clock, from } = batch, { dueClock, loadClock } = lane.run!;
  let result: AdvancedRun["outcome"] | undefined;
  if (dueClock === clock) result = visitDueRun(batch, lane);
  else if (clock % checkEvery === 0 && loadClock < clock && !isWithinBounds(lane, 0)) {
    result = applyIntervalCheck(batch, lane, 0, () => from);
  }
  for (let interval = 1; interval < stride.intervals && !result; interval++) {
    if (isWithinBounds(lane, interval)) continue;
    const stateOffset = () => recomputeState(batch, lane, interval, stride.epochsPerInterval);
    result = applyIntervalCheck(batch, lane, interval, stateOffset);
  }
  return result;
}

/** Applies the check at the start of an interval; `stateOffset` provides the offset of the state at that time. */
function applyIntervalCheck(
  { checkEvery, clock }: LaneBatch,
  lane: Lane,
  interval: number,
  stateOffset: () => number,
): Trained | undefined {
  const run = lane.run!, { training, stepsPerEpoch, snapshots } = run, maxError = maxErrorOf(lane, interval);
  const epoch = clock + interval * checkEvery - run.startClock, step = epoch * stepsPerEpoch;
  run.maxError = maxError;
  run.checkState = applyCheck(training, run.checkState, epoch, { isFinite: !Number.isNaN(maxError), maxError });
  writeBounds(lane, run);
  if (!run.checkState.ended && step !== training.steps) return undefined;
  const isComplete = snapshots.at(-1)?.step === step || snapshots.length === training.checkpoints.length;
  if (isComplete) return trainedOf(run.checkState, step, snapshots);
  const parameters = readState(lane, stateOffset(), training.network.parameterCount);
  return trainedOf(run.checkState, step, [...snapshots, { step, parameters }]);
}

/** Runs a lane's group again up to an interval of the last call; returns the offset of the state, the third copy. */
function recomputeState(batch: LaneBatch, { pair }: Lane, interval: number, epochsPerInterval: number): number {
  const { kernelSet: { layout, stages }, lanes, from } = batch;
  const { kernel, cost: { groupSize }, repeats } = stages[0]!, start = lanes[0]!.pair, spare = layout.stateOffsets[2];
  const groupBytes = groupSize * layout.pairBytes;
  const group = start + Math.floor((pair - start) / groupBytes) * groupBytes, list = group + layout.listOffset;
  kernel(group + from, group + spare, group, list, repeats * epochsPerInterval, interval, 1);
  return spare;
}

/** Takes the snapshots of a run that is due, and finishes the run if it ends within this epoch, or pauses it. */
function visitDueRun(batch: LaneBatch, lane: Lane): AdvancedRun["outcome"] | undefined {
  const { kernelSet, checkEvery, from, clock } = batch, run = lane.run!, { training, stepsPerEpoch, snapshots } = run;
  const { checkpoints, steps, network: { parameterCount } } = training;
  const epoch = clock - run.startClock, step = epoch * stepsPerEpoch;
  if (checkpoints[snapshots.length] === step) {
    snapshots.push({ step, parameters: readState(lane, from, parameterCount) });
  }
  if (clock > run.loadClock && (clock % checkEvery === 0 || step === steps)) {
    const result = applyIntervalCheck(batch, lane, 0, () => from);
    if (result) return result;
  }
  if (clock === run.pauseClock) {
    const state = readState(lane, from, kernelSet.trainingStateCount);
    run.maxError = maxErrorOf(lane, 0);
    return { epoch, state, orders: run.ordersAtPause, snapshots, checkState: run.checkState };
  }
  run.dueClock = nextDueClock(run, clock + 1);
  if (Math.min(checkpoints[snapshots.length] ?? steps, steps) >= step + stepsPerEpoch) return undefined;
  const list = readState(lane, from, kernelSet.trainingStateCount);
  const state = unflattenTrainingState(training.optimizer.stateFields, parameterCount, list);
  return trainWithinEpoch(run, listedOrder(lane), epoch, state);
}

/**
 * Makes the updates of an epoch up to its last checkpoint, or to the end of the run, with the reference; never all of
 * them, so that the epoch does not end here.
 */
function trainWithinEpoch(run: LaneRun, order: readonly number[], epoch: number, start: TrainingState<number>) {
  const { training, snapshots, stepsPerEpoch, checkState } = run;
  const { checkpoints, steps, optimizer, learningRate } = training, firstStep = epoch * stepsPerEpoch;
  const lastStep = Math.min(steps, firstStep + stepsPerEpoch - 1);
  let state = optimizer.startEpoch ? optimizer.startEpoch(NUMBERS, start) : start;
  for (let step = firstStep + 1; step <= lastStep; step++) {
    state = update(NUMBERS, training, learningRate, batchOf(training, order, step - 1 - firstStep), state);
    if (checkpoints[snapshots.length] === step) snapshots.push({ step, parameters: state.parameters });
  }
  if (lastStep < steps) return undefined;
  const check = evaluateCheck(training, state.parameters);
  run.maxError = maxErrorOrNaN(check);
  return trainedOf(applyCheck(training, checkState, steps / stepsPerEpoch, check), steps, snapshots);
}
