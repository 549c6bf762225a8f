/**
 * Many runs of one structure side by side: two in the lanes of a pair, some pairs interleaved in a kernel, and a herd of
 * pairs one after the other.
 *
 * Each turn takes the herd to the next epoch at which a run is looked at. Kernels read one state and write another, so
 * what the state before was like may come to light afterwards: the first epoch of a full batch tells how far each run was
 * off, which costs no forward pass of its own. A run that has ended makes room for the next one, and no other run takes
 * notice.
 */
import { NUMBERS } from "../elementary.ts";
import { NOTHING } from "../network.ts";
import type { Step } from "../optimizers.ts";
import {
  batchOf,
  judge,
  look,
  outcome,
  type Snapshot,
  stepsPerEpoch,
  type Trained,
  type Training,
  UNDECIDED,
  type Verdict,
} from "../training.ts";
import { update } from "../update.ts";
import type { BackEnd } from "./backend.ts";
import type { Machine, Ready } from "./machine.ts";
import type { Views } from "./memory.ts";

/** A run under way. */
interface Run {
  /** Its number among the trainings. */
  readonly index: number;
  readonly training: Training;
  readonly perEpoch: number;
  /** The herd's clock when it began. */
  readonly begun: number;
  readonly nextOrder: () => readonly number[];
  readonly snapshots: Snapshot[];
  readonly tolerance: number;
  readonly stopBelow: number;
  verdict: Verdict;
  /** The clock when it is visited next, for a checkpoint before the next epoch's end or for its own end. */
  due: number;
  /** The order of the epoch to come. */
  order: readonly number[];
}

/** A place for a run. */
interface Lane {
  /** The address of its pair. */
  readonly pair: number;
  readonly side: 0 | 1;
  /** Where in memory, as places of numbers, it is told of what was before and of what is during an epoch. */
  readonly before: number;
  readonly during: number;
  run: Run | undefined;
}

/** Runs that make each epoch together. They begin when checks are due, so all are checked at once. */
interface Herd {
  readonly machine: Machine;
  readonly views: Views;
  readonly every: number;
  readonly lanes: readonly Lane[];
  /** Offset of the state that is read, and of the one that is written. */
  from: number;
  to: number;
  /** Epochs made. */
  clock: number;
  /** The clock when a run is visited next, checks apart. */
  due: number;
}

/** Pairs of a herd: so many that calls cost little, so few that they stay in the first cache. */
const PAIRS = 16;
/** Where kernels take turns, each drives the others out of the instruction cache, and has to be worth its way back. */
const PAIRS_IN_TURNS = 64;

/**
 * Trains runs of one structure that are checked equally often.
 *
 * `onEpochs` is told of epochs done, where an early end counts as all of them.
 */
export function trainLockstep(
  trainings: readonly Training[],
  machine: Machine,
  backEnd: BackEnd,
  onEpochs: (epochs: number) => void = () => {},
): Trained[] {
  const answers: Trained[] = new Array(trainings.length), herd = herdFor(trainings, machine, backEnd);
  const { lanes, every } = herd;
  let queued = 0, runs: Lane[] = [];
  while (true) {
    if (runs.length === 0) herd.clock = 0;
    if (herd.clock % every === 0 && queued < trainings.length && runs.length < lanes.length) {
      for (const lane of lanes) {
        if (!lane.run && queued < trainings.length) seat(herd, lane, queued, trainings[queued++]!);
      }
      runs = runsOf(herd);
    }
    if (runs.length === 0) return answers;
    const { clock } = herd, epochs = turn(herd, runs);
    let ended = 0;
    for (const lane of runs) {
      const run = lane.run!;
      if (run.due > clock && (clock % every !== 0 || isAsBefore(run, clock, sightOf(herd, lane)))) continue;
      const answer = visit(herd, lane, run);
      if (!answer) continue;
      answers[run.index] = answer;
      lane.run = undefined;
      onEpochs(run.training.steps / run.perEpoch - (clock - run.begun));
      ended++;
    }
    onEpochs(epochs * (runs.length - ended));
    if (ended > 0 || clock >= herd.due) runs = runsOf(herd);
    [herd.from, herd.to] = [herd.to, herd.from];
    herd.clock += epochs;
  }
}

/** The lanes that are taken; the herd is due when the first of their runs is. */
function runsOf(herd: Herd): Lane[] {
  const runs = herd.lanes.filter(({ run }) => run);
  herd.due = Math.min(...runs.map(({ run }) => run!.due));
  return runs;
}

function herdFor(trainings: readonly Training[], machine: Machine, backEnd: BackEnd): Herd {
  const { layout, unit, stages, look } = machine, most = 2 * (stages.length === 1 && !look ? PAIRS : PAIRS_IN_TURNS);
  // so many lanes that the last runs fill them as the first do
  const rounds = Math.ceil(trainings.length / most), units = Math.ceil(trainings.length / rounds / (2 * unit));
  const pairs = unit * units, bytes = pairs * layout.pairBytes, address = backEnd.room(bytes), views = backEnd.views();
  views.numbers.fill(0, address / 8, (address + bytes) / 8);
  const lanes = Array.from({ length: 2 * pairs }, (_, lane): Lane => {
    const pair = address + (lane >> 1) * layout.pairBytes, side = lane % 2 as 0 | 1;
    const told = pair / 8 + side;
    return { pair, side, before: told + layout.before / 8, during: told + layout.during / 8, run: undefined };
  });
  const { every } = trainings[0]!.check;
  return { machine, views, every, lanes, from: layout.first, to: layout.second, clock: 0, due: 0 };
}

/** Begins a run in a lane. */
function seat({ machine, views, from, clock }: Herd, lane: Lane, index: number, training: Training): void {
  const { layout, plan, epochs } = machine, { network, optimizer, start, learningRate, rows, orderFixed } = training;
  const { pair, side } = lane;
  // a NaN of other bits would find other rows of the tables
  const write = (address: number, stride: number, values: readonly number[]) =>
    values.forEach((value, i) => views.numbers[address / 8 + stride * i] = Number.isNaN(value) ? NaN : value);
  const gradient = new Array(Math.max(0, plan.state - plan.remembered - 2)).fill(NOTHING);
  const state = [...start, ...optimizer.memory(network.parameterCount), ...gradient, 0, 0].slice(0, plan.state);
  write(pair + from + 8 * side, 2, state);
  write(pair + layout.fixed + 8 * side, 2, [learningRate, ...rows.flatMap(({ targets }) => targets)]);
  const run: Run = {
    index,
    training,
    perEpoch: stepsPerEpoch(training),
    begun: clock,
    nextOrder: training.orders(),
    snapshots: [],
    tolerance: training.check.tolerance,
    stopBelow: training.stopBelow ?? -Infinity,
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
function dueFrom({ training: { checkpoints, steps }, snapshots, begun, perEpoch }: Run, clock: number): number {
  const step = (clock - begun) * perEpoch;
  if (step > steps) return Infinity;
  let next = snapshots.length;
  while (checkpoints[next]! < step) next++;
  return begun + Math.floor(Math.min(checkpoints[next] ?? steps, steps) / perEpoch);
}

/** Makes the epochs up to the next visit or check, and tells how many. */
function turn(herd: Herd, runs: readonly Lane[]): number {
  const { machine, views, lanes, from, to, clock } = herd, { plan: { listed }, stages, look, layout, unit } = machine;
  const epochs = epochsToGo(herd, runs);
  if (listed) {
    for (const lane of runs) {
      if (!lane.run!.training.orderFixed) list(machine, views, lane, lane.run!, Math.max(1, epochs));
    }
  }
  const unitOf = (lane: Lane) => Math.floor(lanes.indexOf(lane) / (2 * unit)), lead = unitOf(runs[0]!);
  const pair = lanes[2 * unit * lead]!.pair, pairs = unit * (unitOf(runs.at(-1)!) + 1 - lead);
  const run = ({ kernel, cost: { copies } }: Ready, source: number, row: number, times: number) =>
    kernel(pair + source, pair + to, pair, pair + layout.list + 8 * row, times, pairs / copies);
  if (look && (clock % herd.every === 0 || clock >= herd.due)) run(look, from, 0, look.times);
  const [first] = stages as [Ready, ...Ready[]];
  if (first.inPlace) copyStates(herd, pair, pairs);
  const source = first.inPlace ? to : from;
  if (stages.length === 1 && epochs > 0) run(first, source, 0, first.times * epochs);
  if (stages.length === 1) return epochs;
  for (let epoch = 0, row = 0; epoch < epochs; epoch++) {
    for (const stage of stages) {
      run(stage, source, row, stage.times);
      row += stage.times * stage.rowsTaken;
    }
  }
  return epochs;
}

/** Writes the state that is read where the other one is. */
function copyStates({ machine: { layout }, views: { numbers }, from, to }: Herd, pair: number, pairs: number): void {
  for (let i = 0; i < pairs; i++) {
    const place = (pair + i * layout.pairBytes) / 8;
    numbers.copyWithin(place + to / 8, place + from / 8, place + from / 8 + 2 * layout.state);
  }
}

/** How many epochs are made at once. */
function epochsToGo({ machine, every, clock, due }: Herd, runs: readonly Lane[]): number {
  const most = Math.min(machine.epochs, every - clock % every);
  if (due > clock) return Math.min(most, due - clock);
  const next = Math.min(...runs.map(({ run }) => run!.due > clock ? run!.due : dueFrom(run!, clock + 1)));
  // where the first epoch tells the sight, it is made even after the end of all
  return next < Infinity ? Math.min(most, next - clock) : machine.look ? 0 : 1;
}

/** Lists the rows of the epochs to come. */
function list(machine: Machine, { addresses }: Views, lane: Lane, run: Run, epochs: number): void {
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

/** How far off a run was before this turn: see `told` in plan.ts. */
function sightOf({ views: { numbers } }: Herd, { before, during }: Lane): number {
  return numbers[before]! + numbers[during]!;
}

/** Whether a check leaves the verdict as it is. */
function isAsBefore({ begun, tolerance, stopBelow, verdict }: Run, clock: number, sight: number): boolean {
  return begun === clock || (sight >= stopBelow && sight < tolerance === (verdict.solvedSince !== undefined));
}

/** Looks at a run as it was before this turn; answers where it ends. */
function visit(herd: Herd, lane: Lane, run: Run): Trained | undefined {
  const { machine: { plan }, views: { numbers }, every, from, clock } = herd, { training, perEpoch, snapshots } = run;
  const { checkpoints, steps, network: { parameterCount } } = training,
    epoch = clock - run.begun,
    step = epoch * perEpoch;
  const read = (first: number, end: number) => {
    const place = (lane.pair + from) / 8 + lane.side;
    return Array.from({ length: end - first }, (_, i) => numbers[place + 2 * (first + i)]!);
  };
  const parameters = () => read(0, parameterCount);
  if (checkpoints[snapshots.length] === step) snapshots.push({ step, parameters: parameters() });
  if (epoch > 0 && (clock % every === 0 || step === steps)) {
    const sight = sightOf(herd, lane);
    run.verdict = judge(training, run.verdict, epoch, { finite: !Number.isNaN(sight), largestError: sight });
    if (run.verdict.ended || step === steps) {
      const reached = snapshots.at(-1)?.step === step || snapshots.length === checkpoints.length;
      return outcome(run.verdict, step, reached ? snapshots : [...snapshots, { step, parameters: parameters() }]);
    }
  }
  if (run.due > clock) return undefined;
  run.due = dueFrom(run, clock + 1);
  if (Math.min(checkpoints[snapshots.length] ?? steps, steps) >= step + perEpoch) return undefined;
  return within(run, epoch, { parameters: parameters(), memory: read(parameterCount, plan.remembered) });
}

/** The updates within an epoch up to its last checkpoint or to the end of the run, by the reference. */
function within({ training, snapshots, order, perEpoch, verdict }: Run, epoch: number, begun: Step<number>) {
  const { checkpoints, steps, optimizer, learningRate } = training, first = epoch * perEpoch;
  const memory = optimizer.forgets ? optimizer.memory(begun.parameters.length) : begun.memory;
  const last = Math.min(steps, first + perEpoch - 1);
  let state: Step<number> = { ...begun, memory };
  for (let step = first + 1; step <= last; step++) {
    state = update(NUMBERS, training, learningRate, batchOf(training, order, step - 1 - first), state);
    if (checkpoints[snapshots.length] === step) snapshots.push({ step, parameters: state.parameters });
  }
  if (last < steps) return undefined;
  return outcome(judge(training, verdict, steps / perEpoch, look(training, state.parameters)), steps, snapshots);
}
