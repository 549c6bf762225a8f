/** A batch of lanes that advance together, some check intervals per call. */
import type { Training } from "../../training.ts";
import type { Backend } from "../backend.ts";
import { ADDRESS_BYTES, ceilDivide, MAX_INTERVALS } from "../memory.ts";
import type { CompiledStage, KernelSet } from "./kernel_set.ts";
import { clearLane, type Lane, lanesAt, nextDueClock } from "./lanes.ts";

/** Lanes that advance together. Runs start when a check is due, so all runs are checked at the same time. */
export interface LaneBatch {
  readonly kernelSet: KernelSet;
  /** Epochs from check to check. */
  readonly checkEvery: number;
  /** Whether a check can stop a run early. */
  readonly canStopEarly: boolean;
  readonly lanes: readonly Lane[];
  /** Offset of the state at `clock`. */
  from: number;
  /** Offset of the state that kernels write next. */
  to: number;
  /** Epochs since the clock started at 0. */
  clock: number;
  /** The clock at which a run is due next, not counting checks. */
  dueClock: number;
}

/** A number of check intervals, or one shorter part of an interval. */
export interface Stride {
  readonly intervals: number;
  readonly epochsPerInterval: number;
}

/** Pairs of a batch: enough to amortise a call, few enough to stay in the L1 cache. */
const PAIRS = 16;
/** Pairs if several kernels alternate: they evict each other from the instruction cache, so each call must do more. */
const PAIRS_OF_ALTERNATING_KERNELS = 64;

/** An empty batch for some trainings; its size lets the last runs fill the lanes as the first do. */
export function createLaneBatch(trainings: readonly Training[], kernelSet: KernelSet, backend: Backend): LaneBatch {
  const { layout, pairMultiple, stages, check } = kernelSet;
  const maxPairs = stages.length === 1 && !check ? PAIRS : PAIRS_OF_ALTERNATING_KERNELS;
  const rounds = ceilDivide(trainings.length, 2 * maxPairs);
  const pairs = pairMultiple * ceilDivide(ceilDivide(trainings.length, rounds), 2 * pairMultiple);
  const bytes = pairs * layout.pairBytes, address = backend.allocate(bytes), views = backend.views();
  views.numbers.fill(0, address / 8, (address + bytes) / 8);
  const lanes = lanesAt(address, pairs, layout, views), [from, to] = layout.stateOffsets;
  for (const lane of lanes) clearLane(lane);
  const checkEvery = trainings[0]!.check.every;
  const canStopEarly = trainings.some(({ stopBelow }) => stopBelow !== undefined);
  return { kernelSet, checkEvery, canStopEarly, lanes, from, to, clock: 0, dueClock: 0 };
}

/** The lanes that have a run; updates the clock at which the first of them is due. */
export function updateActiveLanes(batch: LaneBatch): Lane[] {
  const active = batch.lanes.filter(({ run }) => run);
  batch.dueClock = Math.min(...active.map(({ run }) => run!.dueClock));
  return active;
}

/**
 * Trains from the state at `from` to the next due clock or check, or past some checks; the new state is at `to`.
 *
 * Also returns whether no verdict can have changed at the checks up to there.
 */
export function advance(batch: LaneBatch, active: readonly Lane[]): Stride & { readonly noVerdictChange: boolean } {
  const { kernelSet: { usesRowList, stages, check, layout }, from, to, clock } = batch;
  const stride = nextStride(batch, active), { intervals, epochsPerInterval } = stride;
  if (usesRowList && !active[0]!.run!.training.orderFixed) {
    const epochs = Math.max(1, intervals * epochsPerInterval);
    for (const { run } of active) {
      if (run!.pauseClock === clock) run!.ordersAtPause = run!.rowList.orders();
      run!.rowList.write(epochs);
    }
  }
  const { pair, pairs } = activePairs(batch, active), list = pair + layout.listOffset;
  const call = ({ kernel, cost }: CompiledStage, source: number, row: number, repeats: number, intervals: number) =>
    kernel(pair + source, pair + to, pair, list + ADDRESS_BYTES * row, repeats, intervals, pairs / cost.groupSize);
  const isCheckDue = clock % batch.checkEvery === 0 || clock >= batch.dueClock;
  const isCheckWithinBounds = !check || !isCheckDue || call(check, from, 0, check.repeats, 1) === 0;
  const [first] = stages as [CompiledStage, ...CompiledStage[]], source = first.inPlace ? to : from;
  if (first.inPlace) copyStates(batch, pair, pairs);
  if (stages.length === 1) {
    const isWithinBounds = epochsPerInterval === 0 ||
      call(first, source, 0, first.repeats * epochsPerInterval, intervals) === 0;
    return { ...stride, noVerdictChange: isCheckWithinBounds && isWithinBounds };
  }
  for (let epoch = 0, row = 0; epoch < epochsPerInterval; epoch++) {
    for (const stage of stages) {
      call(stage, source, row, stage.repeats, 1);
      row += stage.repeats * stage.rowsConsumed;
    }
  }
  return { ...stride, noVerdictChange: isCheckWithinBounds };
}

function nextStride(batch: LaneBatch, active: readonly Lane[]): Stride {
  const { kernelSet: { check, maxEpochsPerCall }, checkEvery, canStopEarly, clock, dueClock } = batch;
  const nextDue = dueClock > clock
    ? dueClock
    : Math.min(...active.map(({ run }) => run!.dueClock > clock ? run!.dueClock : nextDueClock(run!, clock + 1)));
  // all runs end now: without a check kernel, only a further epoch computes their max error
  if (nextDue === Infinity) return { intervals: 1, epochsPerInterval: check ? 0 : 1 };
  const maxEpochs = Math.min(maxEpochsPerCall, nextDue - clock), toCheck = checkEvery - clock % checkEvery;
  if (check || canStopEarly || toCheck < checkEvery || maxEpochs < checkEvery) {
    return { intervals: 1, epochsPerInterval: Math.min(maxEpochs, toCheck) };
  }
  return { intervals: Math.min(MAX_INTERVALS, Math.floor(maxEpochs / checkEvery)), epochsPerInterval: checkEvery };
}

/** The pairs from the first to the last active lane, extended to multiples of `pairMultiple`. */
function activePairs({ kernelSet: { pairMultiple }, lanes }: LaneBatch, active: readonly Lane[]) {
  const unitOf = (lane: Lane) => Math.floor(lanes.indexOf(lane) / (2 * pairMultiple)), first = unitOf(active[0]!);
  return { pair: lanes[2 * pairMultiple * first]!.pair, pairs: pairMultiple * (unitOf(active.at(-1)!) + 1 - first) };
}

/** Copies states from `from` to `to`. */
function copyStates({ kernelSet: { layout }, lanes, from, to }: LaneBatch, pair: number, pairs: number): void {
  const { numbers } = lanes[0]!.views;
  for (let i = 0; i < pairs; i++) {
    const start = (pair + i * layout.pairBytes) / 8;
    numbers.copyWithin(start + to / 8, start + from / 8, start + from / 8 + 2 * layout.stateCount);
  }
}
