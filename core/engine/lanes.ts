/** Runs in their lanes: how one begins, reads its rows, and what it looks like from outside. */
import { NOTHING } from "../network.ts";
import { type Snapshot, stepsPerEpoch, type Training, UNDECIDED, type Verdict } from "../training.ts";
import type { Machine } from "./machine.ts";
import { ADDRESS, PAIR, STREAM_STATE, type Views } from "./memory.ts";

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
  /** Lists the rows of so many further epochs. */
  readonly list: (epochs: number) => void;
  /** The checkpoints so far. */
  readonly snapshots: Snapshot[];
  /** What the checks so far amount to. */
  verdict: Verdict;
  /** The clock when it is visited next, for a checkpoint before the next epoch's end or for its own end. */
  due: number;
}

/** A place for a run. */
export interface Lane {
  /** The address of its pair. */
  readonly pair: number;
  /** Which lane of it. */
  readonly side: 0 | 1;
  /** Where, counted in numbers, the bounds of what memory tells of its run are. */
  readonly bounds: number;
  /** Where memory tells of its run before the first interval. */
  readonly before: number;
  /** Where it tells during the first interval. */
  readonly during: number;
  /** The addresses of its own rows; none where kernels know the rows. */
  readonly rows: readonly number[];
  /** The address of the state of its stream of orders. */
  readonly stream: number;
  /** The address of the list of the rows to come. */
  readonly list: number;
  /** The run that is here. */
  run: Run | undefined;
}

/** The lanes of some pairs, the first of them at an address. */
export function lanesAt(address: number, pairs: number, { layout }: Machine): Lane[] {
  return Array.from({ length: 2 * pairs }, (_, lane) => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1, place = pair / 8 + side;
    const bounds = place + layout.bounds / 8, before = place + layout.before / 8, during = place + layout.during / 8;
    const rowBytes = 8 * layout.width, table = pair + layout.table + side * layout.rows * rowBytes;
    const rows = Array.from({ length: layout.rows }, (_, row) => table + row * rowBytes);
    const stream = pair + layout.streams + side * STREAM_STATE, list = pair + layout.list + side * layout.listBytes;
    return { pair, side, bounds, before, during, rows, stream, list, run: undefined };
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
  const gradient = new Array(Math.max(0, plan.state - plan.remembered - 2)).fill(NOTHING);
  const state = [...start, ...optimizer.memory(network.parameterCount), ...gradient, 0, 0].slice(0, plan.state);
  write(views, pair + offset + 8 * side, 2, state);
  write(views, pair + layout.fixed + 8 * side, 2, [learningRate, ...rows.flatMap(({ targets }) => targets)]);
  const run: Run = {
    index,
    training,
    perEpoch: stepsPerEpoch(training),
    begun: clock,
    list: lister(machine, views, lane, training),
    snapshots: [],
    verdict: UNDECIDED,
    due: clock,
  };
  run.due = dueFrom(run, clock);
  lane.run = run;
  bound(views, lane, run);
  lane.rows.forEach((address, row) => write(views, address, 1, [...rows[row]!.inputs, ...rows[row]!.targets]));
  if (plan.listed && orderFixed) run.list(epochs);
}

/** The first clock, from `clock` on, at which a run is visited; infinite where its end is before. */
export function dueFrom({ training: { checkpoints, steps }, snapshots, begun, perEpoch }: Run, clock: number): number {
  const step = (clock - begun) * perEpoch;
  if (step > steps) return Infinity;
  let next = snapshots.length;
  while (checkpoints[next]! < step) next++;
  return begun + Math.floor(Math.min(checkpoints[next] ?? steps, steps) / perEpoch);
}

/** What lists the rows of a training's epochs, from the first epoch on. */
function lister({ shuffle }: Machine, { addresses }: Views, lane: Lane, training: Training): Run["list"] {
  const { rows, stream, list } = lane, orders = training.orders(), state = orders.state();
  if (shuffle && state) {
    addresses.set(state, stream / ADDRESS);
    return (epochs) => shuffle(stream, list, rows[0]!, epochs);
  }
  return (epochs) => {
    for (let epoch = 0, at = list / ADDRESS; epoch < epochs; epoch++) {
      for (const row of orders.next()) addresses[at++] = rows[row]!;
    }
  };
}

/** The order of the first epoch that is listed; where none is, all epochs have the same. */
export function orderOf({ addresses }: Views, { rows, list }: Lane, { training }: Run): readonly number[] {
  if (training.orderFixed) return training.orders().next();
  return rows.map((_, i) => rows.indexOf(addresses[list / ADDRESS + i]!));
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
  return Math.max(numbers[before + 2 * interval]!, numbers[during + 2 * interval]!);
}

/** Tells which sights leave a run's verdict as it is: from the first bound on, and below the second. */
export function bound(views: Views, { bounds }: Lane, { training, verdict }: Run): void {
  const { check: { tolerance }, stopBelow = -Infinity } = training, isSolved = verdict.solvedSince !== undefined;
  write(views, 8 * bounds, 2, isSolved ? [stopBelow, tolerance] : [Math.max(stopBelow, tolerance), Infinity]);
}

/** Whether the sight leaves the verdict as it is; NaN does not. */
export function isWithin(views: Views, lane: Lane, interval: number): boolean {
  const sight = sightOf(views, lane, interval), { numbers } = views, { bounds } = lane;
  return sight >= numbers[bounds]! && sight < numbers[bounds + 2]!;
}

/** Makes a lane one of which there is nothing to tell, whatever was in it. */
export function vacate({ layout }: Machine, views: Views, lane: Lane): void {
  const place = lane.pair + 8 * lane.side;
  lane.run = undefined;
  write(views, place, 2, new Array(layout.bounds / PAIR).fill(0));
  write(views, 8 * lane.bounds, 2, [-Infinity, Infinity]);
}

/** A NaN of other bits than the usual ones would find other rows of the tables. */
function write({ numbers }: Views, address: number, stride: number, values: readonly number[]): void {
  values.forEach((value, i) => numbers[address / 8 + stride * i] = Number.isNaN(value) ? NaN : value);
}
