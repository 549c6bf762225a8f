/** Runs in their lanes: how one begins, reads its rows, and what it looks like from outside. */
import { NOTHING } from "../network.ts";
import { type Snapshot, stepsPerEpoch, type Training, UNDECIDED, type Verdict } from "../training.ts";
import type { Machine } from "./machine.ts";
import { PAIR, type Views } from "./memory.ts";

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
  /** Draws the orders of the next epochs. */
  readonly nextOrders: (epochs: number) => readonly number[];
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
  /** Where, counted in numbers, the bounds of what memory tells of its run are. */
  readonly bounds: number;
  /** Where memory tells of its run before the first interval. */
  readonly before: number;
  /** Where it tells during the first interval. */
  readonly during: number;
  /** The run that is here. */
  run: Run | undefined;
}

/** The lanes of some pairs, the first of them at an address. */
export function lanesAt(address: number, pairs: number, { layout }: Machine): Lane[] {
  return Array.from({ length: 2 * pairs }, (_, lane) => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1, place = pair / 8 + side;
    const bounds = place + layout.bounds / 8, before = place + layout.before / 8, during = place + layout.during / 8;
    return { pair, side, bounds, before, during, run: undefined };
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
    nextOrders: training.orders(),
    snapshots: [],
    verdict: UNDECIDED,
    due: clock,
    order: orderFixed ? training.orders()(1) : [],
  };
  run.due = dueFrom(run, clock);
  lane.run = run;
  bound(views, lane, run);
  if (!plan.listed) return;
  write(views, tableAt(machine, lane), 1, rows.flatMap(({ inputs, targets }) => [...inputs, ...targets]));
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
  const orders = run.nextOrders(epochs);
  run.order = orders.slice(0, machine.layout.rows);
  let at = (lane.pair + machine.layout.list) / 4 + lane.side;
  for (let i = 0; i < orders.length; i++, at += 2) addresses[at] = table + rowBytes * orders[i]!;
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
