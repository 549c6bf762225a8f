/** What the kernels of a training compute: the learning rule as it stands, traced. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { addGradient, type Example } from "../backprop.ts";
import { forward, NOTHING, outputsOf } from "../network.ts";
import type { Step } from "../components/optimizers.ts";
import { shareOf, stepsPerEpoch, type Training } from "../training.ts";
import { update } from "../update.ts";
import { type Cost, costOf, LONGEST } from "./processor.ts";
import { neededFor } from "./schedule.ts";
import { type Program, type Tracer, tracer } from "./tracer.ts";

/** A program, and how an epoch uses it. */
export interface Stage {
  /** What is run. */
  readonly program: Program;
  /** How often it runs on end. */
  readonly times: number;
  /** Rows that it takes from the list each time. */
  readonly rowsTaken: number;
  /** Whether it reads and writes the same state, of which it leaves alone what it does not change. */
  readonly inPlace: boolean;
  /** What it costs to run it once. */
  readonly cost: Cost;
}

/** The programs for trainings of one structure. */
export interface Plan {
  /** What an epoch consists of. */
  readonly stages: readonly Stage[];
  /** Tells the `sight` of a run; undefined where the only stage does. */
  readonly look: Stage | undefined;
  /** How many numbers make up the state: parameters and memory, and where rows are taken one by one, what they add up to. */
  readonly state: number;
  /** How many of them are parameters and memory. */
  readonly remembered: number;
  /** How many numbers stay the same: the learning rate, and the targets row by row. */
  readonly settings: number;
  /** Whether programs take rows from a list. */
  readonly listed: boolean;
}

/** What a row takes, about. */
const OPERATIONS_A_PARAMETER = 4, OPERATIONS_A_UNIT = 25;
/** A program that takes less than so many times its work hardly waits, and no other plan can be much better. */
const LITTLE_WAITING = 1.3;
/** Cycles to enter and leave a program, a number of the state. */
const CYCLES_A_NUMBER = 4;

/**
 * Plans a training, and all others of its structure: an epoch as one program, as one update again and again, or update by
 * update in loops.
 */
export function planOf(training: Training): Plan {
  const { rows, network: { parameterCount, layers } } = training;
  const units = layers.reduce((sum, { units }) => sum + units, 0);
  const isShort = rows.length * (OPERATIONS_A_PARAMETER * parameterCount + OPERATIONS_A_UNIT * units) <= LONGEST;
  if (!isShort) return stepwisePlan(training, stageOf(rowLookProgram(training), { times: rows.length, rowsTaken: 1 }));
  const straight = straightPlan(training), [{ cost }] = straight.stages as [Stage];
  if (cost.cycles < LITTLE_WAITING * cost.work) return straight;
  const other = repeatedPlan(training) ?? stepwisePlan(training, stageOf(lookProgram(training)));
  return cyclesOf(straight.stages) < cyclesOf(other.stages) ? straight : other;
}

function straightPlan(training: Training): Plan {
  const { rows, orderFixed } = training, order = orderFixed ? training.orders().next() : undefined;
  return planWith(training, stageOf(epochProgram(training, order), { rowsTaken: order ? 0 : rows.length }));
}

/** Where all updates of an epoch are alike. */
function repeatedPlan(training: Training): Plan | undefined {
  const { rows, batch, optimizer: { forgets } } = training, times = stepsPerEpoch(training);
  if (times * batch !== rows.length || (forgets && times > 1)) return undefined;
  return planWith(training, stageOf(repeatedProgram(training), { times, rowsTaken: batch }));
}

/** A plan of one stage: it tells the sight itself, unless it would be so long that it takes more than it saves. */
function planWith(training: Training, stage: Stage): Plan {
  const { program, times, rowsTaken, cost: { copies } } = stage, { remembered, settings } = sizesOf(training);
  const sizes = { state: remembered, remembered, settings, listed: rowsTaken > 0 };
  const looking = neededFor(program.list, program.before).filter((isNeeded) => isNeeded).length;
  if (copies * looking <= LONGEST) return { stages: [stage], look: undefined, ...sizes };
  const silent = stageOf({ ...program, ...SILENT }, { times, rowsTaken });
  return { stages: [silent], look: stageOf(lookProgram(training)), ...sizes };
}

function stepwisePlan(training: Training, look: Stage): Plan {
  const { rows, batch, network: { parameterCount }, optimizer: { forgets } } = training, stages: Stage[] = [];
  const made = new Map<string, readonly Stage[]>();
  for (let step = 0; step < stepsPerEpoch(training); step++) {
    const size = Math.min(batch, rows.length - step * batch), fresh = forgets && step === 0, key = `${size} ${fresh}`;
    const update = made.get(key) ?? updateStages(training, size, fresh);
    made.set(key, update);
    for (const stage of update) {
      const last = stages.at(-1), isSame = last?.program === stage.program;
      stages.splice(isSame ? -1 : stages.length, 1, isSame ? { ...last, times: last.times + stage.times } : stage);
    }
  }
  const { remembered, settings } = sizesOf(training);
  return { stages, look, state: remembered + parameterCount + 2, remembered, settings, listed: true };
}

/** An update as a whole, or row by row, whichever takes less. */
function updateStages(training: Training, size: number, fresh: boolean): readonly Stage[] {
  const row = rowProgram(training, shareOf(training, size));
  const byRow = [
    stageOf(row, { times: size, rowsTaken: 1, inPlace: true }),
    stageOf(stepProgram(training, fresh), { inPlace: true }),
  ];
  if (size * byRow[0]!.cost.operations > LONGEST) return byRow;
  const whole = [stageOf(updateProgram(training, size, fresh), { rowsTaken: size, inPlace: true })];
  return cyclesOf(whole) < cyclesOf(byRow) ? whole : byRow;
}

function stageOf(program: Program, how: Partial<Omit<Stage, "program" | "cost">> = {}): Stage {
  return { program, times: 1, rowsTaken: 0, inPlace: false, ...how, cost: costOf(program, how.times) };
}

function cyclesOf(stages: readonly Stage[]): number {
  const entered = ({ program: { next } }: Stage) => stages.length > 1 ? CYCLES_A_NUMBER * next.length : 0;
  return stages.reduce((sum, stage) => sum + stage.times * stage.cost.cycles + entered(stage), 0);
}

function sizesOf({ rows, network: { parameterCount }, optimizer }: Training) {
  const remembered = parameterCount + optimizer.memory(parameterCount).length;
  return { remembered, settings: 1 + rows.length * rows[0]!.targets.length };
}

/**
 * An epoch as one straight line; its rows are from the list where their order is not known.
 *
 * It tells the sight: of the rows of the first update by what that computes anyway, where these are known; of the others
 * by a forward pass of their own.
 */
function epochProgram(training: Training, order: readonly number[] | undefined): Program {
  const scene = sceneOf(training), { rows, batch, optimizer } = training;
  const examples = order ? knownRows(scene, order) : listedRows(scene, rows.length);
  let state = memorized(scene, optimizer.forgets);
  for (let first = 0; first < rows.length; first += batch) {
    state = update(scene.m, training, scene.rate, examples.slice(first, first + batch), state);
  }
  const sight = order
    ? told(scene, { before: examples.slice(batch), during: examples.slice(0, batch) })
    : told(scene, { before: allRows(scene), during: [] });
  return { list: scene.list, next: [...state.parameters, ...state.memory], tells: "first", ...sight };
}

/** One update with rows from the list; it tells the sight before. */
function repeatedProgram(training: Training): Program {
  const scene = sceneOf(training), examples = listedRows(scene, training.batch);
  const { parameters, memory } = update(scene.m, training, scene.rate, examples, scene);
  const sight = told(scene, { before: allRows(scene), during: [] });
  return { list: scene.list, next: [...parameters, ...memory], tells: "first", ...sight };
}

/** One update with rows from the list. */
function updateProgram(training: Training, rows: number, fresh: boolean): Program {
  const scene = sceneOf(training);
  const state = update(scene.m, training, scene.rate, listedRows(scene, rows), memorized(scene, fresh));
  return programOf(scene, state, {});
}

/** Adds what a row from the list contributes to the gradient. */
function rowProgram(training: Training, share: number): Program {
  const scene = sceneOf(training), { network, loss } = training, gradient = [...scene.gradient];
  addGradient(scene.m, network, loss, share, scene.parameters, listedRows(scene, 1)[0]!, gradient);
  return programOf(scene, scene, { gradient });
}

/** Goes down the gradient, and clears it. */
function stepProgram(training: Training, fresh: boolean): Program {
  const scene = sceneOf(training), { m, rate } = scene;
  const state = training.optimizer.update(m, rate, scene.gradient, memorized(scene, fresh));
  return programOf(scene, state, { gradient: scene.gradient.map(() => m.constant(NOTHING)) });
}

/** Tells the sight. */
function lookProgram(training: Training): Program {
  const scene = sceneOf(training);
  return { list: scene.list, next: [], tells: "last", ...told(scene, { before: [], during: allRows(scene) }) };
}

/** Tells the sight of the rows from the list up to now. */
function rowLookProgram(training: Training): Program {
  const scene = sceneOf(training), { m } = scene, here = sightOf(scene, listedRows(scene, 1));
  const largest = m.max(scene.sight[0]!, here.largest), finite = m.mul(scene.sight[1]!, here.finite);
  const told = { before: [zeroOrNaN(m, scene.parameters)], during: [m.add(largest, finite)], tells: "last" } as const;
  return { ...programOf(scene, scene, { sight: [largest, finite] }), ...told };
}

/** What is traced: the tracer, and state and settings as the list knows them. */
interface Scene extends Tracer, Step<number> {
  readonly training: Training;
  readonly gradient: readonly number[];
  /** Where rows are looked at one by one: the largest error so far, and whether all is finite. */
  readonly sight: readonly number[];
  readonly rate: number;
}

function sceneOf(training: Training): Scene {
  const t = tracer(), { network: { parameterCount }, optimizer } = training;
  const remembered = optimizer.memory(parameterCount).length;
  const slots = (length: number, first: number) => Array.from({ length }, (_, i) => t.source("state", first + i));
  return {
    ...t,
    training,
    parameters: slots(parameterCount, 0),
    memory: slots(remembered, parameterCount),
    gradient: slots(parameterCount, parameterCount + remembered),
    sight: slots(2, 2 * parameterCount + remembered),
    rate: t.source("setting", 0),
  };
}

/** A program that changes some of the whole state. */
function programOf(
  { list, gradient, sight }: Scene,
  { parameters, memory }: Step<number>,
  changed: Partial<Pick<Scene, "gradient" | "sight">>,
): Program {
  const rest = { gradient, sight, ...changed };
  return { list, next: [...parameters, ...memory, ...rest.gradient, ...rest.sight], tells: "first", ...SILENT };
}

function memorized({ m, parameters, memory, training }: Scene, fresh: boolean): Step<number> {
  if (!fresh) return { parameters, memory };
  return { parameters, memory: training.optimizer.memory(parameters.length).map((value) => m.constant(value)) };
}

/** Rows whose inputs are known now; their targets are settings. */
function knownRows({ m, source, training }: Scene, order: readonly number[]): Example<number>[] {
  return order.map((row) => {
    const { inputs, targets } = training.rows[row]!, first = 1 + row * targets.length;
    return {
      inputs: inputs.map((x) => m.constant(x)),
      targets: targets.map((_, unit) => source("setting", first + unit)),
    };
  });
}

/** Every row in the order of the data. */
function allRows(scene: Scene): Example<number>[] {
  return knownRows(scene, scene.training.rows.map((_, row) => row));
}

/** Numbers that a row takes, where the last one may be nobody's. */
export function widthOf({ rows }: Training): number {
  const { inputs, targets } = rows[0]!, numbers = inputs.length + targets.length;
  return numbers + numbers % 2;
}

/** The next rows of the list. */
function listedRows({ source, training }: Scene, count: number): Example<number>[] {
  const { inputs, targets } = training.rows[0]!, width = widthOf(training);
  return Array.from({ length: count }, (_, row) => ({
    inputs: inputs.map((_, i) => source("row", row * width + i)),
    targets: targets.map((_, i) => source("row", row * width + inputs.length + i)),
  }));
}

const SILENT = { before: [], during: [] } as const;

/**
 * The sight of a run: the largest |d − y| over rows and outputs, or NaN where a parameter or an output is not finite.
 *
 * It is the larger of what is told before, of some rows, and during, of the others; NaN is larger than all.
 */
function told(
  scene: Scene,
  rows: { readonly [N in "before" | "during"]: readonly Example<number>[] },
): Pick<Program, "before" | "during"> {
  const { m, parameters } = scene;
  const of = (rows: readonly Example<number>[]) => {
    const { largest, finite } = sightOf(scene, rows);
    return m.add(largest, finite);
  };
  const ofParameters = zeroOrNaN(m, parameters);
  return {
    before: [rows.before.length > 0 ? m.add(ofParameters, of(rows.before)) : ofParameters],
    during: rows.during.length > 0 ? [of(rows.during)] : [],
  };
}

function sightOf({ m, parameters, training: { network, loss } }: Scene, rows: readonly Example<number>[]) {
  const outputs = rows.map(({ inputs }) => outputsOf(forward(m, network, parameters, inputs)));
  const errors = outputs.flatMap((ys, row) =>
    ys.map((y, unit) => m.abs(m.sub(rows[row]!.targets[unit]!, loss.probability(m, y))))
  );
  return { largest: errors.reduce((most, error) => m.max(most, error)), finite: zeroOrNaN(m, outputs.flat()) };
}

/** ±0 where all values are finite, and NaN elsewhere, as 0 · ∞ is. */
function zeroOrNaN(m: Arithmetic<number>, values: readonly number[]): number {
  return values.reduce((zero, value) => m.mul(zero, value), m.constant(0));
}
