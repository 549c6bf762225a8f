/** Runs in their lanes: how one begins, reads its rows, and what it looks like from outside. */
import { NOTHING } from "../network.ts";
import { type Snapshot, stepsPerEpoch, type Training, UNDECIDED, type Verdict } from "../training.ts";
import type { Machine } from "./machine.ts";
import type { Views } from "./memory.ts";

/** A run under way. */
export interface Run {
  /** Its number among the trainings. */
  readonly index: number;
  /** What it trains. */
  readonly training: Training;
  /** Updates an epoch. */
  readonly perEpoch: number;
  /** The clock when it began. */
  readonly begun: number;
  /** A check is solved when the largest error is below it. */
  readonly tolerance: number;
  /** The run stops at a check where the largest error is below it. */
  readonly stopBelow: number;
  /** Draws the order of the next epoch. */
  readonly nextOrder: () => readonly number[];
  /** The checkpoints so far. */
  readonly snapshots: Snapshot[];
  /** What the checks so far amount to. */
  verdict: Verdict;
  /** The clock when it is visited next, for a checkpoint before the next epoch's end or for its own end. */
  due: number;
  /** The order of the epoch to come. */
  order: readonly number[];
}

/** A place for a run. */
export interface Lane {
  /** The address of its pair. */
  readonly pair: number;
  /** Which lane of it. */
  readonly side: 0 | 1;
  /** Where, counted in numbers, memory tells of its run before the first interval. */
  readonly before: number;
  /** Where it tells of it during the first interval. */
  readonly during: number;
  /** The run that is here. */
  run: Run | undefined;
}

/** The lanes of some pairs, the first of them at an address. */
export function lanesAt(address: number, pairs: number, { layout }: Machine): Lane[] {
  return Array.from({ length: 2 * pairs }, (_, lane) => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1, told = pair / 8 + side;
    return { pair, side, before: told + layout.before / 8, during: told + layout.during / 8, run: undefined };
  });
}

/** Begins a run in a lane; `offset` is that of the state that is read next. */
export function seat(
  machine: Machine,
  views: Views,
  lane: Lane,
  offset: number,
  clock: number,
  index: number,
  training: Training,
): void {
  const { layout, plan, epochs } = machine, { network, optimizer, start, learningRate, rows, orderFixed } = training;
  const { pair, side } = lane;
  // a NaN of other bits would find other rows of the tables
  const write = (address: number, stride: number, values: readonly number[]) =>
    values.forEach((value, i) => views.numbers[address / 8 + stride * i] = Number.isNaN(value) ? NaN : value);
  const gradient = new Array(Math.max(0, plan.state - plan.remembered - 2)).fill(NOTHING);
  const state = [...start, ...optimizer.memory(network.parameterCount), ...gradient, 0, 0].slice(0, plan.state);
  write(pair + offset + 8 * side, 2, state);
  write(pair + layout.fixed + 8 * side, 2, [learningRate, ...rows.flatMap(({ targets }) => targets)]);
  const run: Run = {
    index,
    training,
    perEpoch: stepsPerEpoch(training),
    begun: clock,
    tolerance: training.check.tolerance,
    stopBelow: training.stopBelow ?? -Infinity,
    nextOrder: training.orders(),
    snapshots: [],
    verdict: UNDECIDED,
    due: clock,
    order: orderFixed ? training.orders()() : [],
  };
  run.due = dueFrom(run, clock);
  lane.run = run;
  if (!plan.listed) return;
  write(tableAt(machine, lane), 1, rows.flatMap(({ inputs, targets }) => [...inputs, ...targets]));
  if (orderFixed) list(machine, views, lane, run, epochs);
}

/** The first clock, from `clock` on, at which a run is visited; infinite where its end is before. */
export function dueFrom({ training: { checkpoints, steps }, snapshots, begun, perEpoch }: Run, clock: number): number {
  const step = (clock - begun) * perEpoch;
  if (step > steps) return Infinity;
  let next = snapshots.length;
  while (checkpoints[next]! < step) next++;
  return begun + Math.floor(Math.min(checkpoints[next] ?? steps, steps) / perEpoch);
}

/** Lists the rows of the epochs to come. */
export function list(machine: Machine, { addresses }: Views, lane: Lane, run: Run, epochs: number): void {
  const table = tableAt(machine, lane), rowBytes = 8 * machine.layout.width;
  let at = (lane.pair + machine.layout.list) / 4 + lane.side;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = run.nextOrder();
    if (epoch === 0) run.order = order;
    for (let i = 0; i < order.length; i++, at += 2) addresses[at] = table + rowBytes * order[i]!;
  }
}

/** The address of a lane's own rows. */
function tableAt({ layout: { table, rows, width } }: Machine, { pair, side }: Lane): number {
  return pair + table + side * rows * width * 8;
}

/** Some numbers of a lane's state, the one at `offset`. */
export function stateOf(
  { numbers }: Views,
  { pair, side }: Lane,
  offset: number,
  first: number,
  end: number,
): number[] {
  const place = (pair + offset) / 8 + side;
  return Array.from({ length: end - first }, (_, i) => numbers[place + 2 * (first + i)]!);
}

/** The sight of a lane's run when an interval of the last call began: see `told` in plan.ts. */
export function sightOf({ numbers }: Views, { before, during }: Lane, interval: number): number {
  return numbers[before + 2 * interval]! + numbers[during + 2 * interval]!;
}

/** Whether a check leaves the verdict as it is. */
export function isAsBefore({ tolerance, stopBelow, verdict }: Run, sight: number): boolean {
  return sight >= stopBelow && sight < tolerance === (verdict.solvedSince !== undefined);
}
