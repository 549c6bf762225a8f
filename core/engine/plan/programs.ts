/** Traces the learning rule into the programs of a plan. */
import type { Arithmetic } from "../../arithmetic/arithmetic.ts";
import { addGradient, type Example, lossScaleOf, type Objective } from "../../backprop.ts";
import {
  flattenTrainingState,
  initialStateList,
  type TrainingState,
  unflattenTrainingState,
} from "../../components/optimizer_state.ts";
import { ADDITIVE_IDENTITY, forward, outputLayer } from "../../network.ts";
import { type Training, update } from "../../training.ts";
import { createTracer, type Program, type Tracer } from "./tracer.ts";

/**
 * Updates from the start of an epoch, as one straight line: with rows in a known order, or with the next `rows` rows of
 * the row list.
 *
 * If the order is known, the first update's own forward pass provides the max error of its rows; all other rows need
 * a forward pass for the check alone.
 */
export function straightLineProgram(training: Training, rows: readonly number[] | number): Program {
  const context = traceContextOf(training), { batch, optimizer } = training, isKnown = typeof rows !== "number";
  const examples = isKnown ? knownRows(context, rows) : listedRows(context, rows);
  let state = startOfUpdate(context, WHOLE_EPOCH);
  for (let first = 0; first < examples.length; first += batch) {
    state = update(context.m, training, context.learningRate, examples.slice(first, first + batch), state);
  }
  const nextState = flattenTrainingState(optimizer.stateFields, endOfUpdate(context, WHOLE_EPOCH, state));
  const check = isKnown
    ? checkOf(context, examples.slice(batch), examples.slice(0, batch))
    : checkOf(context, knownRows(context), []);
  return { operations: context.operations, nextState, checkedRepeat: "first", ...check };
}

/** One update of a stepwise plan, with rows from the row list. */
export function updateProgram(training: Training, rowCount: number, position: EpochPosition): Program {
  const context = traceContextOf(training), examples = listedRows(context, rowCount);
  const state = update(context.m, training, context.learningRate, examples, startOfUpdate(context, position));
  return stepwiseProgram(context, endOfUpdate(context, position, state), {});
}

/** Adds the gradient of one row from the row list. */
export function rowGradientProgram(training: Training, lossScale: number): Program {
  const context = traceContextOf(training), { network, loss } = training, gradient = [...context.gradient];
  addGradient(context.m, network, loss, lossScale, context.parameters, listedRows(context, 1)[0]!, gradient);
  return stepwiseProgram(context, context, { gradient });
}

/** Makes the optimiser's step from the accumulated gradient, and clears the gradient. */
export function gradientStepProgram(training: Training, position: EpochPosition): Program {
  const context = traceContextOf(training), { m, learningRate, gradient } = context;
  const state = training.optimizer.update(m, learningRate, gradient, startOfUpdate(context, position));
  const cleared = gradient.map(() => m.constant(ADDITIVE_IDENTITY));
  return stepwiseProgram(context, endOfUpdate(context, position, state), { gradient: cleared });
}

/** Computes the max error of all rows. */
export function checkProgram(training: Training): Program {
  const context = traceContextOf(training), check = checkOf(context, [], knownRows(context));
  return { operations: context.operations, nextState: [], checkedRepeat: "last", ...check };
}

/** Computes the max error one row from the row list at a time. */
export function rowCheckProgram(training: Training): Program {
  const context = traceContextOf(training), { m, partialCheck: [maxError, finiteness] } = context;
  const row = errorOf(context, listedRows(context, 1));
  const partialCheck = [m.max(maxError, row.maxError), m.mul(finiteness, row.finiteness)] as const;
  return {
    ...stepwiseProgram(context, context, { partialCheck }),
    checkBefore: [zeroOrNaN(m, context.parameters)],
    checkDuring: [m.add(...partialCheck)],
    checkedRepeat: "last",
  };
}

/** Computes the probability that a network's first output represents, for the next row of the row list. */
export function outputProgram({ network, loss }: Pick<Objective, "network" | "loss">): Program {
  const { m, operations, load } = createTracer();
  const parameters = Array.from({ length: network.parameterCount }, (_, i) => load("state", i));
  const inputs = Array.from({ length: network.inputs }, (_, i) => load("row", i));
  const [y] = outputLayer(forward(m, network, parameters, inputs));
  const checkDuring = [loss.probability(m, y!)];
  return { operations, nextState: parameters, checkBefore: [], checkDuring, checkedRepeat: "last" };
}

/** Computes the loss over `rowCount` rows, one at a time; the sum so far follows the parameters in the state. */
export function lossProgram({ network, loss, reduction }: Objective, rowCount: number): Program {
  const { m, operations, load } = createTracer(), lossScale = lossScaleOf({ reduction }, rowCount);
  const parameters = Array.from({ length: network.parameterCount }, (_, i) => load("state", i));
  const inputs = Array.from({ length: network.inputs }, (_, i) => load("row", i));
  const sum = outputLayer(forward(m, network, parameters, inputs)).reduce(
    (sum, y, unit) => m.add(sum, loss.value(m, y, load("row", network.inputs + unit))),
    load("state", network.parameterCount),
  );
  const checkDuring = [lossScale === 1 ? sum : m.mul(m.constant(lossScale), sum)];
  return { operations, nextState: [...parameters, sum], checkBefore: [], checkDuring, checkedRepeat: "last" };
}

/** Whether an update is the first, and whether it is the last, of an epoch. */
export interface EpochPosition {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const WHOLE_EPOCH: EpochPosition = { isFirst: true, isLast: true };

/** Size of the training state: parameters and optimiser state. */
export function trainingStateCountOf({ network: { parameterCount }, optimizer }: Training): number {
  return parameterCount + initialStateList(optimizer.stateFields, parameterCount).length;
}

/** Numbers per data row, padded to an even count. */
export function rowWidthOf({ rows }: Training): number {
  const { inputs, targets } = rows[0]!, count = inputs.length + targets.length;
  return count + count % 2;
}

/** A tracer with the loads of the state and of the learning rate. */
interface TraceContext extends Tracer, TrainingState<number> {
  readonly training: Training;
  /** The gradient that stepwise plans accumulate. */
  readonly gradient: readonly number[];
  /** The check that is accumulated row by row: the max error, and ±0, or NaN if an output is not finite. */
  readonly partialCheck: readonly [maxError: number, finiteness: number];
  readonly learningRate: number;
}

function traceContextOf(training: Training): TraceContext {
  const tracer = createTracer(), { network: { parameterCount }, optimizer } = training;
  const stateCount = trainingStateCountOf(training);
  const states = (count: number, first: number) =>
    Array.from({ length: count }, (_, i) => tracer.load("state", first + i));
  return {
    ...tracer,
    training,
    ...unflattenTrainingState(optimizer.stateFields, parameterCount, states(stateCount, 0)),
    gradient: states(parameterCount, stateCount),
    partialCheck: states(2, stateCount + parameterCount) as [number, number],
    learningRate: tracer.load("runConstant", 0),
  };
}

/** A program of a stepwise plan; parts of the state that are not given stay as they are. */
function stepwiseProgram(
  { operations, gradient, partialCheck, training }: TraceContext,
  state: TrainingState<number>,
  changed: Partial<Pick<TraceContext, "gradient" | "partialCheck">>,
): Program {
  const rest = { gradient, partialCheck, ...changed };
  const trainingState = flattenTrainingState(training.optimizer.stateFields, state);
  const nextState = [...trainingState, ...rest.gradient, ...rest.partialCheck];
  return { operations, nextState, checkedRepeat: "first", checkBefore: [], checkDuring: [] };
}

/** The state from which an update starts. */
function startOfUpdate(context: TraceContext, { isFirst }: EpochPosition): TrainingState<number> {
  const { startEpoch } = context.training.optimizer;
  return isFirst && startEpoch ? startEpoch(context.m, context) : context;
}

/** The state in which an update ends, from that which the optimiser returned. */
function endOfUpdate(
  { m, training: { optimizer: { endEpoch } } }: TraceContext,
  { isLast }: EpochPosition,
  state: TrainingState<number>,
): TrainingState<number> {
  return isLast && endEpoch ? endEpoch(m, state) : state;
}

/** Rows with constant inputs, by default in the order of the data; their targets are run constants. */
function knownRows(
  { m, load, training }: TraceContext,
  order: readonly number[] = training.rows.map((_, row) => row),
): Example<number>[] {
  return order.map((row) => {
    const { inputs, targets } = training.rows[row]!, firstTarget = 1 + row * targets.length;
    return {
      inputs: inputs.map((x) => m.constant(x)),
      targets: targets.map((_, unit) => load("runConstant", firstTarget + unit)),
    };
  });
}

/** The next rows of the row list. */
function listedRows({ load, training }: TraceContext, count: number): Example<number>[] {
  const { inputs, targets } = training.rows[0]!, width = rowWidthOf(training);
  return Array.from({ length: count }, (_, row) => ({
    inputs: inputs.map((_, i) => load("row", row * width + i)),
    targets: targets.map((_, i) => load("row", row * width + inputs.length + i)),
  }));
}

/**
 * The max error: the largest |d − y| over rows and outputs, or NaN if a parameter or an output is not finite.
 *
 * It is the larger of two parts, NaN counting as larger than any number: that of the rows `before` the update, and that
 * of the rows `during` it.
 */
function checkOf(context: TraceContext, before: readonly Example<number>[], during: readonly Example<number>[]) {
  const { m } = context, ofParameters = zeroOrNaN(m, context.parameters);
  const ofRows = (rows: readonly Example<number>[]) => {
    const { maxError, finiteness } = errorOf(context, rows);
    return m.add(maxError, finiteness);
  };
  return {
    checkBefore: [before.length > 0 ? m.add(ofParameters, ofRows(before)) : ofParameters],
    checkDuring: during.length > 0 ? [ofRows(during)] : [],
  };
}

/** The largest |d − y| of some rows, and ±0, or NaN if one of their outputs is not finite. */
function errorOf({ m, parameters, training: { network, loss } }: TraceContext, rows: readonly Example<number>[]) {
  const outputs = rows.map(({ inputs }) => outputLayer(forward(m, network, parameters, inputs)));
  const errors = outputs.flatMap((ys, row) =>
    ys.map((y, unit) => m.abs(m.sub(rows[row]!.targets[unit]!, loss.probability(m, y))))
  );
  return { maxError: errors.reduce((max, error) => m.max(max, error)), finiteness: zeroOrNaN(m, outputs.flat()) };
}

/** ±0 if all values are finite, NaN otherwise, since 0 · ∞ is NaN. */
function zeroOrNaN(m: Arithmetic<number>, values: readonly number[]): number {
  return values.reduce((zero, value) => m.mul(zero, value), m.constant(0));
}
