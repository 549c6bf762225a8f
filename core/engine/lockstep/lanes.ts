/** Lanes and the runs in them: loading a run, listing its rows, reading its state and its checks. */
import { initialStateList } from "../../components/optimizer_state.ts";
import { ADDITIVE_IDENTITY } from "../../network.ts";
import { type CheckState, INITIAL_CHECK_STATE, type Snapshot, stepsPerEpoch, type Training } from "../../training.ts";
import { ADDRESS_BYTES, type MemoryViews, PAIR_BYTES, STREAM_STATE_BYTES } from "../memory.ts";
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

/** One lane of a pair. Indices are those of `MemoryViews.numbers`. */
export interface Lane {
  /** The address of the pair. */
  readonly pair: number;
  /** The position in the pair. */
  readonly side: 0 | 1;
  /** Index of the lower bound of the max error; the upper bound is at + 2. */
  readonly boundsIndex: number;
  /** Index of `checkBefore` of the first interval. */
  readonly checkBeforeIndex: number;
  /** Index of `checkDuring` of the first interval. */
  readonly checkDuringIndex: number;
  /** The addresses of the lane's data rows; empty if kernels contain the rows as constants. */
  readonly rowAddresses: readonly number[];
  /** The address of the stream state that draws row orders. */
  readonly streamAddress: number;
  /** The address of the row list. */
  readonly listAddress: number;
  /** The run in this lane. */
  run: LaneRun | undefined;
}

/** The lanes of consecutive pairs, the first of them at `address`. */
export function lanesAt(address: number, pairs: number, { layout }: KernelSet): Lane[] {
  return Array.from({ length: 2 * pairs }, (_, lane) => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1, pairIndex = pair / 8 + side;
    const rowBytes = 8 * layout.rowWidth;
    const firstRow = pair + layout.rowsOffset + side * layout.rowCount * rowBytes;
    return {
      pair,
      side,
      boundsIndex: pairIndex + layout.boundsOffset / 8,
      checkBeforeIndex: pairIndex + layout.checkBeforeOffset / 8,
      checkDuringIndex: pairIndex + layout.checkDuringOffset / 8,
      rowAddresses: Array.from({ length: layout.rowCount }, (_, row) => firstRow + row * rowBytes),
      streamAddress: pair + layout.streamsOffset + side * STREAM_STATE_BYTES,
      listAddress: pair + layout.listOffset + side * layout.listBytes,
      run: undefined,
    };
  });
}

/** Starts a run in a lane; `stateOffset` is that of the state that kernels read next. */
export function loadRun(
  kernelSet: KernelSet,
  views: MemoryViews,
  lane: Lane,
  stateOffset: number,
  clock: number,
  index: number,
  training: Training,
): void {
  const { layout, usesRowList, maxEpochsPerCall } = kernelSet, { learningRate, rows, orderFixed } = training;
  const start = lane.pair + 8 * lane.side;
  const runConstants = [learningRate, ...rows.flatMap(({ targets }) => targets)];
  write(views, start + stateOffset, 2, initialStateNumbers(kernelSet, training));
  write(views, start + layout.runConstantsOffset, 2, runConstants);
  lane.rowAddresses.forEach((address, row) => write(views, address, 1, [...rows[row]!.inputs, ...rows[row]!.targets]));
  const run: LaneRun = {
    index,
    training,
    stepsPerEpoch: stepsPerEpoch(training),
    startClock: clock,
    listRows: rowLister(kernelSet, views, lane, training),
    snapshots: [],
    checkState: INITIAL_CHECK_STATE,
    dueClock: clock,
  };
  run.dueClock = nextDueClock(run, clock);
  lane.run = run;
  writeBounds(views, lane, run);
  if (usesRowList && orderFixed) run.listRows(maxEpochsPerCall);
}

/** The state before the first update: parameters, optimiser state and, in stepwise plans, gradient and check. */
function initialStateNumbers(
  { stateCount, trainingStateCount }: KernelSet,
  { start, optimizer, network }: Training,
): number[] {
  const gradientCount = Math.max(0, stateCount - trainingStateCount - 2);
  const gradient = new Array<number>(gradientCount).fill(ADDITIVE_IDENTITY);
  const optimizerState = initialStateList(optimizer.stateFields, network.parameterCount);
  return [...start, ...optimizerState, ...gradient, 0, 0].slice(0, stateCount);
}

/** The clock, not before `clock`, at which a run is due next; infinite if it ends earlier. */
export function nextDueClock(
  { training: { checkpoints, steps }, snapshots, startClock, stepsPerEpoch }: LaneRun,
  clock: number,
): number {
  const step = (clock - startClock) * stepsPerEpoch;
  if (step > steps) return Infinity;
  let next = snapshots.length;
  while (checkpoints[next]! < step) next++;
  return startClock + Math.floor(Math.min(checkpoints[next] ?? steps, steps) / stepsPerEpoch);
}

function rowLister(
  { shuffle }: KernelSet,
  { addresses }: MemoryViews,
  { rowAddresses, streamAddress, listAddress }: Lane,
  training: Training,
): LaneRun["listRows"] {
  const orders = training.orders(), state = orders.state();
  if (shuffle && state) {
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
export function listedOrder(
  { addresses }: MemoryViews,
  { rowAddresses, listAddress }: Lane,
  { training }: LaneRun,
): readonly number[] {
  if (training.orderFixed) return training.orders().next();
  return rowAddresses.map((_, i) => rowAddresses.indexOf(addresses[listAddress / ADDRESS_BYTES + i]!));
}

/** The first `count` numbers of a lane's state. */
export function readState(
  { numbers }: MemoryViews,
  { pair, side }: Lane,
  stateOffset: number,
  count: number,
): number[] {
  const start = (pair + stateOffset) / 8 + side;
  return Array.from({ length: count }, (_, i) => numbers[start + 2 * i]!);
}

/** The max error at the start of an interval of the last call; NaN if a parameter or output is not finite. */
export function maxErrorOf(
  { numbers }: MemoryViews,
  { checkBeforeIndex, checkDuringIndex }: Lane,
  interval: number,
): number {
  return Math.max(numbers[checkBeforeIndex + 2 * interval]!, numbers[checkDuringIndex + 2 * interval]!);
}

/** Writes the max-error range [low, high) within which the verdict on a run cannot change. */
export function writeBounds(views: MemoryViews, { boundsIndex }: Lane, { training, checkState }: LaneRun): void {
  const { check: { tolerance }, stopBelow = -Infinity } = training;
  const isSolved = checkState.solvedSince !== undefined;
  const bounds = isSolved ? [stopBelow, tolerance] : [Math.max(stopBelow, tolerance), Infinity];
  write(views, 8 * boundsIndex, 2, bounds);
}

/** Whether the max error at the start of an interval is within its bounds; NaN is not. */
export function isWithinBounds(views: MemoryViews, lane: Lane, interval: number): boolean {
  const maxError = maxErrorOf(views, lane, interval), { numbers } = views, { boundsIndex } = lane;
  return maxError >= numbers[boundsIndex]! && maxError < numbers[boundsIndex + 2]!;
}

/** Empties a lane: its state becomes 0 and no max error is out of bounds. */
export function clearLane({ layout }: KernelSet, views: MemoryViews, lane: Lane): void {
  lane.run = undefined;
  write(views, lane.pair + 8 * lane.side, 2, new Array(layout.boundsOffset / PAIR_BYTES).fill(0));
  write(views, 8 * lane.boundsIndex, 2, [-Infinity, Infinity]);
}

/** Writes numbers with NaN in canonical form: another bit pattern would look up other table rows. */
function write({ numbers }: MemoryViews, address: number, stride: number, values: readonly number[]): void {
  values.forEach((value, i) => numbers[address / 8 + stride * i] = Number.isNaN(value) ? NaN : value);
}
