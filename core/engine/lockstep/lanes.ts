/** Lanes and the runs in them: loading a run, listing its rows, reading its state and its checks. */
import { initialStateList } from "../../components/optimizer_state.ts";
import { ADDITIVE_IDENTITY } from "../../network.ts";
import type { Orders } from "../../orders.ts";
import type { StreamState } from "../../random.ts";
import {
  type CheckState,
  INITIAL_CHECK_STATE,
  type PausedRun,
  type Snapshot,
  stepsPerEpoch,
  type Training,
} from "../../training.ts";
import { ADDRESS_BYTES, type MemoryViews, PAIR_BYTES, type PairLayout, STREAM_STATE_BYTES } from "../memory.ts";
import { getOrAdd } from "../maps.ts";
import type { KernelSet } from "./kernel_set.ts";

/** A run in a lane. Clock times are epochs of its batch, whose runs may have started at different times. */
export interface LaneRun {
  /** The index of the training. */
  readonly index: number;
  readonly training: Training;
  readonly stepsPerEpoch: number;
  /** The clock at epoch 0 of the run; negative if the run was further than the batch when it was loaded. */
  readonly startClock: number;
  /** The clock at which the run was loaded. */
  readonly loadClock: number;
  /** The clock at which the run pauses; infinite if it goes on to its end. */
  readonly pauseClock: number;
  /** The row orders of the lane. */
  readonly rowList: RowList;
  /** The checkpoints reached so far. */
  readonly snapshots: Snapshot[];
  /** The outcome of the checks so far. */
  checkState: CheckState;
  /** The max error at the last check or pause; NaN if a parameter or an output was not finite. */
  maxError: number;
  /** The state of the stream of row orders at the pause. */
  ordersAtPause: StreamState | undefined;
  /** The clock at the start of the next epoch that contains a checkpoint or the end of the run. */
  dueClock: number;
}

/** The row list of a lane, and the stream from which its orders are drawn. */
export interface RowList {
  /** Writes the rows of the next epochs to the list. */
  readonly write: (epochs: number) => void;
  /** The state of the stream; undefined if all orders are the same. */
  readonly orders: () => StreamState | undefined;
}

/** A run to load: from its start, or from where it was paused, up to the end of an epoch. */
export interface LoadedRun {
  readonly training: Training;
  readonly from: PausedRun | undefined;
  readonly toEpoch: number;
}

/** One lane of a pair: where its numbers are, and the run in it. */
export interface Lane {
  readonly views: MemoryViews;
  readonly layout: PairLayout;
  /** The address of the pair. */
  readonly pair: number;
  /** The position in the pair. */
  readonly side: 0 | 1;
  /** The address of the lane's data rows, which it has unless kernels contain them as constants. */
  readonly rowsAddress: number;
  /** The address of the row list. */
  readonly listAddress: number;
  run: LaneRun | undefined;
}

/** The lanes of consecutive pairs, the first of them at `address`. */
export function lanesAt(address: number, pairs: number, layout: PairLayout, views: MemoryViews): Lane[] {
  return Array.from({ length: 2 * pairs }, (_, lane) => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1;
    const rowsAddress = pair + layout.rowsOffset + side * layout.rowCount * rowBytesOf(layout);
    const listAddress = pair + layout.listOffset + side * layout.listBytes;
    return { views, layout, pair, side, rowsAddress, listAddress, run: undefined };
  });
}

function rowBytesOf({ rowWidth }: PairLayout): number {
  return 8 * rowWidth;
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
  { training, from, toEpoch }: LoadedRun,
): void {
  const { layout, usesRowList, usesTargets, maxEpochsPerCall } = kernelSet,
    { learningRate, rows, orderFixed } = training;
  const runConstants = usesTargets ? [learningRate, ...rows.flatMap(({ targets }) => targets)] : [learningRate];
  writeToPair(lane, stateOffset, stateNumbers(kernelSet, training, from));
  writeToPair(lane, layout.runConstantsOffset, runConstants);
  if (usesRowList) lane.views.numbers.set(rowNumbersOf(rows, layout.rowWidth), lane.rowsAddress / 8);
  const epoch = from?.epoch ?? 0, startClock = clock - epoch;
  const run: LaneRun = {
    index,
    training,
    stepsPerEpoch: stepsPerEpoch(training),
    startClock,
    loadClock: clock,
    pauseClock: startClock + Math.max(epoch, toEpoch),
    rowList: rowListOf(kernelSet, lane, training.orders(from?.orders)),
    snapshots: [...from?.snapshots ?? []],
    checkState: from?.checkState ?? INITIAL_CHECK_STATE,
    maxError: NaN,
    ordersAtPause: undefined,
    dueClock: clock,
  };
  run.dueClock = nextDueClock(run, clock);
  lane.run = run;
  writeBounds(lane, run);
  if (usesRowList && orderFixed) run.rowList.write(maxEpochsPerCall);
}

/** The numbers of data rows as kernels load them; runs of one setting share their rows. */
export function rowNumbersOf(rows: Training["rows"], rowWidth: number): Float64Array {
  return getOrAdd(rowNumbers, rows, () => {
    const numbers = new Float64Array(rows.length * rowWidth);
    rows.forEach(({ inputs, targets }, row) => numbers.set([...inputs, ...targets].map(canonical), row * rowWidth));
    return numbers;
  });
}

const rowNumbers = new WeakMap<Training["rows"], Float64Array>();

/** The state before the next update: parameters, optimiser state and, in stepwise plans, gradient and check. */
function stateNumbers(
  { stateCount }: KernelSet,
  { start, optimizer, network: { parameterCount } }: Training,
  from: PausedRun | undefined,
): readonly number[] {
  const state = from?.state ?? [...start, ...initialStateList(optimizer.stateFields, parameterCount)];
  if (state.length === stateCount) return state;
  const gradient = new Array<number>(parameterCount).fill(ADDITIVE_IDENTITY);
  return [...state, ...gradient, 0, 0].slice(0, stateCount);
}

/** The clock, not before `clock`, at which a run is due next; infinite if it ends earlier. */
export function nextDueClock(
  { training, snapshots, startClock, pauseClock, stepsPerEpoch }: LaneRun,
  clock: number,
): number {
  const { checkpoints, steps } = training;
  const step = (clock - startClock) * stepsPerEpoch;
  if (step > steps || clock > pauseClock) return Infinity;
  let next = snapshots.length;
  while (checkpoints[next]! < step) next++;
  return Math.min(pauseClock, startClock + Math.floor(Math.min(checkpoints[next] ?? steps, steps) / stepsPerEpoch));
}

function rowListOf({ shuffle }: KernelSet, lane: Lane, orders: Orders): RowList {
  const { views: { addresses }, layout, pair, side, rowsAddress, listAddress } = lane, state = orders.state();
  if (shuffle && state) {
    const streamAddress = pair + layout.streamsOffset + side * STREAM_STATE_BYTES,
      first = streamAddress / ADDRESS_BYTES;
    addresses.set(state, first);
    return {
      write: (epochs) => shuffle(streamAddress, listAddress, rowsAddress, epochs),
      orders: () => [addresses[first]!, addresses[first + 1]!, addresses[first + 2]!, addresses[first + 3]!],
    };
  }
  const rowBytes = rowBytesOf(layout);
  return {
    write(epochs) {
      for (let epoch = 0, at = listAddress / ADDRESS_BYTES; epoch < epochs; epoch++) {
        for (const row of orders.next()) addresses[at++] = rowsAddress + row * rowBytes;
      }
    },
    orders: () => orders.state(),
  };
}

/** The row order of the first listed epoch, or the fixed order. */
export function listedOrder({ views: { addresses }, layout, rowsAddress, listAddress, run }: Lane): readonly number[] {
  if (run!.training.orderFixed) return run!.training.orders().next();
  const first = listAddress / ADDRESS_BYTES, rowBytes = rowBytesOf(layout);
  return Array.from({ length: layout.rowCount }, (_, i) => (addresses[first + i]! - rowsAddress) / rowBytes);
}

/** The first `count` numbers of a lane's state. */
export function readState(lane: Lane, stateOffset: number, count: number): number[] {
  const { views: { numbers } } = lane, start = indexAt(lane, stateOffset), state: number[] = [];
  // a loop: `Array.from` takes several times as long, which counts where runs pause often
  for (let i = 0; i < count; i++) state.push(numbers[start + 2 * i]!);
  return state;
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
  const { layout: { boundsOffset }, views: { numbers } } = lane, start = indexAt(lane, 0);
  lane.run = undefined;
  for (let i = 0; i < boundsOffset / PAIR_BYTES; i++) numbers[start + 2 * i] = 0;
  writeToPair(lane, boundsOffset, [-Infinity, Infinity]);
}

/** Writes a lane's numbers from an offset in its pair. */
function writeToPair(lane: Lane, offset: number, values: readonly number[]): void {
  const { numbers } = lane.views, start = indexAt(lane, offset);
  for (let i = 0; i < values.length; i++) numbers[start + 2 * i] = canonical(values[i]!);
}

/** NaN in canonical form: another bit pattern would look up other table rows. */
export function canonical(value: number): number {
  return Number.isNaN(value) ? NaN : value;
}
