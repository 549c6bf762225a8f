/**
 * Many runs of one structure side by side: two in the lanes of a pair, some pairs interleaved in a kernel, and a herd of
 * pairs one after the other.
 *
 * Each turn takes the herd to the next epoch at which a run is visited, from check to check on the way. Kernels read one
 * state and write another, so what the state before was like may come to light afterwards: the first update of an epoch
 * tells how far each run was off on its rows, which then need no forward pass of their own. Where it turns out that a
 * run ended on the way, that part of the way is made again. A run that has ended makes room for the next one, and no
 * other run takes notice.
 */
import { NUMBERS } from "../arithmetic/elementary.ts";
import type { Step } from "../components/optimizers.ts";
import { batchOf, judge, look, outcome, type Trained, type Training } from "../training.ts";
import { update } from "../update.ts";
import type { BackEnd } from "./backend.ts";
import {
  bound,
  dueFrom,
  isWithin,
  type Lane,
  lanesAt,
  orderOf,
  type Run,
  seat,
  sightOf,
  stateOf,
  vacate,
} from "./lanes.ts";
import type { Machine, Ready } from "./machine.ts";
import { ADDRESS, INTERVALS, unitsFor, type Views } from "./memory.ts";

/** Runs that make each epoch together. They begin when checks are due, so all are checked at once. */
interface Herd {
  readonly machine: Machine;
  readonly views: Views;
  readonly every: number;
  /** Whether a run may stop before its end. */
  readonly stops: boolean;
  readonly lanes: readonly Lane[];
  /** Offset of the state that is read, of the one that is written, and of a third one. */
  from: number;
  to: number;
  readonly aside: number;
  /** Epochs made. */
  clock: number;
  /** The clock when a run is visited next, checks apart. */
  due: number;
}

/** The epochs of a turn: so many intervals of so many. */
interface Way {
  readonly intervals: number;
  readonly times: number;
}

/** What a turn was like. */
interface Turn extends Way {
  /** Whether no check on the way changes a verdict. */
  readonly isCalm: boolean;
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
  const { views, lanes, every } = herd;
  let queued = 0, runs: Lane[] = [];
  while (true) {
    if (runs.length === 0) herd.clock = 0;
    if (herd.clock % every === 0 && queued < trainings.length && runs.length < lanes.length) {
      for (const lane of lanes) {
        if (lane.run || queued === trainings.length) continue;
        seat(machine, views, lane, herd.from, herd.clock, queued, trainings[queued]!);
        queued++;
      }
      runs = runsOf(herd);
    }
    if (runs.length === 0) return answers;
    const { clock } = herd, way = turn(herd, runs), epochs = way.intervals * way.times;
    let ended = 0;
    for (const lane of way.isCalm && clock < herd.due ? [] : runs) {
      const run = lane.run!, answer = follow(herd, lane, run, way);
      if (!answer) continue;
      answers[run.index] = answer;
      vacate(machine, views, lane);
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
  const { layout, unit, stages } = machine, isOne = stages.length === 1 && !machine.look;
  // so many lanes that the last runs fill them as the first do
  const rounds = unitsFor(trainings.length, 2 * (isOne ? PAIRS : PAIRS_IN_TURNS));
  const pairs = unit * unitsFor(unitsFor(trainings.length, rounds), 2 * unit), bytes = pairs * layout.pairBytes;
  const address = backEnd.room(bytes), views = backEnd.views(), [from, to, aside] = layout.states;
  views.numbers.fill(0, address / 8, (address + bytes) / 8);
  const lanes = lanesAt(address, pairs, machine);
  for (const lane of lanes) vacate(machine, views, lane);
  const { every } = trainings[0]!.check, stops = trainings.some(({ stopBelow }) => stopBelow !== undefined);
  return { machine, views, every, stops, lanes, from, to, aside, clock: 0, due: 0 };
}

/** Makes the epochs up to the next visit or check, or up to some checks further on. */
function turn(herd: Herd, runs: readonly Lane[]): Turn {
  const { machine: { plan, stages, look, layout }, from, to, clock } = herd, way = wayFrom(herd, runs);
  if (plan.listed && !runs[0]!.run!.training.orderFixed) {
    for (const { run } of runs) run!.list(Math.max(1, way.intervals * way.times));
  }
  const { pair, pairs } = taken(herd, runs);
  const run = ({ kernel, cost: { copies } }: Ready, source: number, row: number, times: number, intervals: number) =>
    kernel(pair + source, pair + to, pair, pair + layout.list + ADDRESS * row, times, intervals, pairs / copies) === 0;
  const isDue = clock % herd.every === 0 || clock >= herd.due;
  const seemsCalm = !look || !isDue || run(look, from, 0, look.times, 1);
  const [first] = stages as [Ready, ...Ready[]], source = first.inPlace ? to : from;
  if (first.inPlace) copyStates(herd, pair, pairs);
  if (stages.length === 1) {
    const isCalm = way.times === 0 || run(first, source, 0, first.times * way.times, way.intervals);
    return { ...way, isCalm: seemsCalm && isCalm };
  }
  for (let epoch = 0, row = 0; epoch < way.times; epoch++) {
    for (const stage of stages) {
      run(stage, source, row, stage.times, 1);
      row += stage.times * stage.rowsTaken;
    }
  }
  return { ...way, isCalm: seemsCalm };
}

/** How far a turn goes. */
function wayFrom({ machine, every, stops, clock, due }: Herd, runs: readonly Lane[]): Way {
  const nextDue = due > clock
    ? due
    : Math.min(...runs.map(({ run }) => run!.due > clock ? run!.due : dueFrom(run!, clock + 1)));
  // where the first epoch tells the sight, it is made even after the end of all
  if (nextDue === Infinity) return { intervals: 1, times: machine.look ? 0 : 1 };
  const most = Math.min(machine.epochs, nextDue - clock), toCheck = every - clock % every;
  if (machine.look || stops || toCheck < every || most < every) return { intervals: 1, times: Math.min(most, toCheck) };
  return { intervals: Math.min(INTERVALS, Math.floor(most / every)), times: every };
}

/** From the first to the last pair that is taken, in whole units. */
function taken({ machine: { unit }, lanes }: Herd, runs: readonly Lane[]): { pair: number; pairs: number } {
  const unitOf = (lane: Lane) => Math.floor(lanes.indexOf(lane) / (2 * unit)), first = unitOf(runs[0]!);
  return { pair: lanes[2 * unit * first]!.pair, pairs: unit * (unitOf(runs.at(-1)!) + 1 - first) };
}

/** Writes the state that is read where the other one is. */
function copyStates({ machine: { layout }, views: { numbers }, from, to }: Herd, pair: number, pairs: number): void {
  for (let i = 0; i < pairs; i++) {
    const place = (pair + i * layout.pairBytes) / 8;
    numbers.copyWithin(place + to / 8, place + from / 8, place + from / 8 + 2 * layout.state);
  }
}

/** Looks at a run along the way of this turn; answers where it ends. */
function follow(herd: Herd, lane: Lane, run: Run, { intervals, times }: Way): Trained | undefined {
  const { views, every, clock } = herd;
  if (run.due === clock) {
    const answer = visit(herd, lane, run);
    if (answer) return answer;
  } else if (clock % every === 0 && run.begun < clock && !isWithin(views, lane, 0)) {
    const answer = check(herd, lane, run, 0, () => herd.from);
    if (answer) return answer;
  }
  for (let interval = 1; interval < intervals; interval++) {
    if (isWithin(views, lane, interval)) continue;
    const answer = check(herd, lane, run, interval, () => stateBefore(herd, lane, interval, times));
    if (answer) return answer;
  }
  return undefined;
}

/** Checks a run when an interval began; answers where it ends. `offset` finds out where its state of then is. */
function check(herd: Herd, lane: Lane, run: Run, interval: number, offset: () => number): Trained | undefined {
  const { views, every, clock } = herd, { training, perEpoch } = run;
  const epoch = clock + interval * every - run.begun, step = epoch * perEpoch, sight = sightOf(views, lane, interval);
  run.verdict = judge(training, run.verdict, epoch, { finite: !Number.isNaN(sight), largestError: sight });
  bound(views, lane, run);
  if (!run.verdict.ended && step !== training.steps) return undefined;
  const reached = run.snapshots.at(-1)?.step === step || run.snapshots.length === training.checkpoints.length;
  const parameters = () => stateOf(views, lane, offset(), 0, training.network.parameterCount);
  return outcome(run.verdict, step, reached ? run.snapshots : [...run.snapshots, { step, parameters: parameters() }]);
}

/** Makes the intervals before one again, for the group of one lane; answers where its state is then. */
function stateBefore({ machine, lanes, from, aside }: Herd, { pair }: Lane, interval: number, times: number): number {
  const { kernel, cost: { copies }, times: timesEach } = machine.stages[0]!,
    { layout } = machine,
    start = lanes[0]!.pair;
  const groupBytes = copies * layout.pairBytes, group = start + Math.floor((pair - start) / groupBytes) * groupBytes;
  kernel(group + from, group + aside, group, group + layout.list, timesEach * times, interval, 1);
  return aside;
}

/** Visits a run that is due, as it was before this turn; answers where it ends. */
function visit(herd: Herd, lane: Lane, run: Run): Trained | undefined {
  const { machine: { plan }, views, every, from, clock } = herd, { training, perEpoch, snapshots } = run;
  const { checkpoints, steps, network: { parameterCount } } = training,
    epoch = clock - run.begun,
    step = epoch * perEpoch;
  const parameters = () => stateOf(views, lane, from, 0, parameterCount);
  if (checkpoints[snapshots.length] === step) snapshots.push({ step, parameters: parameters() });
  if (epoch > 0 && (clock % every === 0 || step === steps)) {
    const answer = check(herd, lane, run, 0, () => from);
    if (answer) return answer;
  }
  run.due = dueFrom(run, clock + 1);
  if (Math.min(checkpoints[snapshots.length] ?? steps, steps) >= step + perEpoch) return undefined;
  return within(run, orderOf(views, lane, run), epoch, {
    parameters: parameters(),
    memory: stateOf(views, lane, from, parameterCount, plan.remembered),
  });
}

/** The updates within an epoch up to its last checkpoint or to the end of the run, by the reference. */
function within(
  { training, snapshots, perEpoch, verdict }: Run,
  order: readonly number[],
  epoch: number,
  begun: Step<number>,
): Trained | undefined {
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
