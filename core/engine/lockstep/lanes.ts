/** Lanes and the runs in them: loading a run, listing its rows, reading its state and its checks. */
import { initialStateList } from "../../components/optimizer_state.ts";
import { ADDITIVE_IDENTITY } from "../../network.ts";
import { type CheckState, INITIAL_CHECK_STATE, type Snapshot, stepsPerEpoch, type Training } from "../../training.ts";
import { ADDRESS_BYTES, type MemoryViews, PAIR_BYTES, type PairLayout, STREAM_STATE_BYTES } from "../memory.ts";
import type { KernelSet } from "./kernel_set.ts";

/** A run in a lane. Clock times are epochs of its batch, whose runs may have started at different times. */
export interface LaneRun {
  /** The index of the training. */
  readonly index: number;
  readonly training: Training;
  readonly stepsPerEpoch: number;
  /** The clock at the start of the run. */
  readonly startClock: number;
  /** Writes the rows of the next epochs to the lane's row list. */
  readonly listRows: (epochs: number) => void;
  /** The checkpoints reached so far. */
  readonly snapshots: Snapshot[];
  /** The outcome of the checks so far. */
  checkState: CheckState;
  /** The clock at the start of the next epoch that contains a checkpoint or the end of the run. */
  dueClock: number;
}

/** One lane of a pair: where its numbers are, and the run in it. */
export interface Lane {
  readonly views: MemoryViews;
  readonly layout: PairLayout;
  /** The address of the pair. */
  readonly pair: number;
  /** The position in the pair. */
  readonly side: 0 | 1;
  /** The addresses of the lane's data rows; empty if kernels contain the rows as constants. */
  readonly rowAddresses: readonly number[];
  /** The address of the row list. */
  readonly listAddress: number;
  run: LaneRun | undefined;
}

/** The lanes of consecutive pairs, the first of them at `address`. */
export function lanesAt(address: number, pairs: number, layout: PairLayout, views: MemoryViews): Lane[] {
  return Array.from({ length: 2 * pairs }, (_, lane) => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1, rowBytes = 8 * layout.rowWidth;
    const firstRow = pair + layout.rowsOffset + side * layout.rowCount * rowBytes;
    const rowAddresses = Array.from({ length: layout.rowCount }, (_, row) => firstRow + row * rowBytes);
    const listAddress = pair + layout.listOffset + side * layout.listBytes;
    return { views, layout, pair, side, rowAddresses, listAddress, run: undefined };
  });
}

/** The index, in `MemoryViews.numbers`, of a lane's number at an offset in its pair; the next number is at + 2. */
function indexAt({ pair, side }: Lane, offset: number): number {
  return (pair + offset) / 8 + side;
}

/** Starts a run in a lane; `stateOffset` is that of the state that kernels read next. */
export function loadRun(
  kernelSet: KernelSet,
  lane: Lane,
  stateOffset: number,
  clock: number,
  index: number,
  training: Training,
): void {
  const { layout, usesRowList, maxEpochsPerCall } = kernelSet, { learningRate, rows, orderFixed } = training;
  const runConstants = [learningRate, ...rows.flatMap(({ targets }) => targets)];
  writeToPair(lane, stateOffset, initialStateNumbers(kernelSet, training));
  writeToPair(lane, layout.runConstantsOffset, runConstants);
  lane.rowAddresses.forEach((address, row) => {
    write(lane, address / 8, 1, [...rows[row]!.inputs, ...rows[row]!.targets]);
  });
  const run: LaneRun = {
    index,
    training,
    stepsPerEpoch: stepsPerEpoch(training),
    startClock: clock,
    listRows: rowLister(kernelSet, lane, training),
    snapshots: [],
    checkState: INITIAL_CHECK_STATE,
    dueClock: clock,
  };
  run.dueClock = nextDueClock(run, clock);
  lane.run = run;
  writeBounds(lane, run);
  if (usesRowList && orderFixed) run.listRows(maxEpochsPerCall);
}

/** The state before the first update: parameters, optimiser state and, in stepwise plans, gradient and check. */
function initialStateNumbers({ stateCount }: KernelSet, { start, optimizer, network }: Training): number[] {
  const optimizerState = initialStateList(optimizer.stateFields, network.parameterCount);
  const gradient = new Array<number>(network.parameterCount).fill(ADDITIVE_IDENTITY);
  return [...start, ...optimizerState, ...gradient, 0, 0].slice(0, stateCount);
}

/** The clock, not before `clock`, at which a run is due next; infinite if it ends earlier. */
export function nextDueClock({ training, snapshots, startClock, stepsPerEpoch }: LaneRun, clock: number): number {
  const { checkpoints, steps } = training;
  const step = (clock - startClock) * stepsPerEpoch;
  if (step > steps) return Infinity;
  let next = snapshots.length;
  while (checkpoints[next]! < step) next++;
  return startClock + Math.floor(Math.min(checkpoints[next] ?? steps, steps) / stepsPerEpoch);
}

function rowLister({ shuffle }: KernelSet, lane: Lane, training: Training): LaneRun["listRows"] {
  const { views: { addresses }, layout, pair, side, rowAddresses, listAddress } = lane;
  const orders = training.orders(), state = orders.state();
  if (shuffle && state) {
    const streamAddress = pair + layout.streamsOffset + side * STREAM_STATE_BYTES;
    addresses.set(state, streamAddress / ADDRESS_BYTES);
    return (epochs) => shuffle(streamAddress, listAddress, rowAddresses[0]!, epochs);
  }
  return (epochs) => {
    for (let epoch = 0, at = listAddress / ADDRESS_BYTES; epoch < epochs; epoch++) {
      for (const row of orders.next()) addresses[at++] = rowAddresses[row]!;
    }
  };
}

/** The row order of the first listed epoch, or the fixed order. */
export function listedOrder({ views: { addresses }, rowAddresses, listAddress, run }: Lane): readonly number[] {
  if (run!.training.orderFixed) return run!.training.orders().next();
  return rowAddresses.map((_, i) => rowAddresses.indexOf(addresses[listAddress / ADDRESS_BYTES + i]!));
}

/** The first `count` numbers of a lane's state. */
export function readState(lane: Lane, stateOffset: number, count: number): number[] {
  const { views: { numbers } } = lane, start = indexAt(lane, stateOffset);
  return Array.from({ length: count }, (_, i) => numbers[start + 2 * i]!);
}

/** The max error at the start of an interval of the last call; NaN if a parameter or output is not finite. */
export function maxErrorOf(lane: Lane, interval: number): number {
  const { views: { numbers }, layout } = lane;
  const before = numbers[indexAt(lane, layout.checkBeforeOffset) + 2 * interval]!;
  return Math.max(before, numbers[indexAt(lane, layout.checkDuringOffset) + 2 * interval]!);
}

/** Writes the max-error range [low, high) within which the verdict on a run cannot change. */
export function writeBounds(lane: Lane, { training, checkState }: LaneRun): void {
  const { check: { tolerance }, stopBelow = -Infinity } = training;
  const isSolved = checkState.solvedSince !== undefined;
  const bounds = isSolved ? [stopBelow, tolerance] : [Math.max(stopBelow, tolerance), Infinity];
  writeToPair(lane, lane.layout.boundsOffset, bounds);
}

/** Whether the max error at the start of an interval is within its bounds; NaN is not. */
export function isWithinBounds(lane: Lane, interval: number): boolean {
  const maxError = maxErrorOf(lane, interval), { numbers } = lane.views, low = indexAt(lane, lane.layout.boundsOffset);
  return maxError >= numbers[low]! && maxError < numbers[low + 2]!;
}

/** Empties a lane: its state becomes 0 and no max error is out of bounds. */
export function clearLane(lane: Lane): void {
  const { boundsOffset } = lane.layout;
  lane.run = undefined;
  writeToPair(lane, 0, new Array(boundsOffset / PAIR_BYTES).fill(0));
  writeToPair(lane, boundsOffset, [-Infinity, Infinity]);
}

/** Writes a lane's numbers from an offset in its pair. */
function writeToPair(lane: Lane, offset: number, values: readonly number[]): void {
  write(lane, indexAt(lane, offset), 2, values);
}

/** Writes numbers with NaN in canonical form: another bit pattern would look up other table rows. */
function write({ views: { numbers } }: Lane, start: number, stride: number, values: readonly number[]): void {
  values.forEach((value, i) => numbers[start + stride * i] = Number.isNaN(value) ? NaN : value);
}
