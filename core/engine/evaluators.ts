/** Evaluates many networks that have the same layers: their output at some points, or their loss over some rows. */
import { NUMBERS } from "../arithmetic/elementary.ts";
import { type Example, lossOf, type Objective } from "../backprop.ts";
import { ADDITIVE_IDENTITY, forward, type Network, outputLayer } from "../network.ts";
import type { Backend } from "./backend.ts";
import { defaultBackend, MAX_KERNEL_PARAMETERS } from "./engine.ts";
import { canonical, rowNumbersOf } from "./lockstep/lanes.ts";
import { ADDRESS_BYTES, ceilDivide, pairLayoutOf } from "./memory.ts";
import { kernelCostOf } from "./plan/kernel_cost.ts";
import { lossProgram, outputProgram } from "./plan/programs.ts";
import type { Program } from "./plan/tracer.ts";

/**
 * Takes the flat list of parameters of each network; returns the results network by network.
 *
 * The array is overwritten by the next call. Throws a RangeError if a list has the wrong length.
 */
export type SurfaceEvaluator = (networks: readonly (readonly number[])[]) => Float64Array;

/** Like `SurfaceEvaluator`, for some rows; there must be as many as the evaluator was compiled for. */
export type RowEvaluator = (
  networks: readonly (readonly number[])[],
  rows: readonly Example<number>[],
) => Float64Array;

/**
 * Compiles the forward pass for some points, given as rows of inputs: the decision surface of each network.
 *
 * The results of a network are the probabilities that its first output represents, point by point, with the bits of the
 * reference. The reference itself evaluates nets that are too large for a kernel. The memory of the backend is used only
 * during a call, so that trainings can share it.
 */
export function createSurfaceEvaluator(
  objective: Pick<Objective, "network" | "loss">,
  points: readonly (readonly number[])[],
  backend: Backend = defaultBackend(),
): SurfaceEvaluator {
  const evaluate = createOutputEvaluator(objective, points.length, backend), rows = inputRows(points);
  return (networks) => evaluate(networks, rows);
}

/** Points as rows without targets. */
export function inputRows(points: readonly (readonly number[])[]): Example<number>[] {
  return points.map((inputs) => ({ inputs, targets: [] }));
}

/** Like `createSurfaceEvaluator`, for any points: it takes them as rows, whose targets it ignores. */
export function createOutputEvaluator(
  { network, loss }: Pick<Objective, "network" | "loss">,
  pointCount: number,
  backend: Backend = defaultBackend(),
): RowEvaluator {
  const run = isTooLarge(network)
    ? referenceRun((parameters, rows) =>
      rows.map(({ inputs }) =>
        loss.probability(NUMBERS, outputLayer(forward(NUMBERS, network, parameters, inputs))[0]!)
      )
    )
    : kernelRun({ program: outputProgram({ network, loss }), width: network.inputs, count: pointCount }, backend);
  return evaluatorOf(network, pointCount, pointCount, run);
}

/**
 * Compiles the loss over `rowCount` rows: one number for each network; otherwise like `createSurfaceEvaluator`.
 *
 * Throws a RangeError if there are no rows.
 */
export function createLossEvaluator(
  objective: Objective,
  rowCount: number,
  backend: Backend = defaultBackend(),
): RowEvaluator {
  if (rowCount === 0) throw new RangeError("Cannot evaluate a loss: there must be at least one row");
  const { network } = objective, width = network.inputs + network.layers.at(-1)!.units;
  const run = isTooLarge(network)
    ? referenceRun((parameters, rows) => [lossOf(NUMBERS, objective, parameters, rows)])
    : kernelRun({ program: lossProgram(objective, rowCount), width, count: rowCount, sum: ADDITIVE_IDENTITY }, backend);
  return evaluatorOf(network, rowCount, 1, run);
}

function isTooLarge({ parameterCount }: Network): boolean {
  return parameterCount > MAX_KERNEL_PARAMETERS;
}

/** Writes the results of at least one network into an array that is long enough. */
type Run = (
  networks: readonly (readonly number[])[],
  rows: readonly Example<number>[],
  results: Float64Array,
) => void;

/** An evaluator over `rowCount` rows with `size` results for each network. */
function evaluatorOf({ parameterCount }: Network, rowCount: number, size: number, run: Run): RowEvaluator {
  let results = new Float64Array(0);
  return (networks, rows) => {
    if (rows.length !== rowCount) {
      throw new RangeError(`Cannot evaluate: there must be ${rowCount} rows, but there are ${rows.length}`);
    }
    const wrong = networks.find(({ length }) => length !== parameterCount), count = size * networks.length;
    if (wrong) {
      const rule = `it must have ${parameterCount} parameters, but has ${wrong.length}`;
      throw new RangeError(`Cannot evaluate a network: ${rule}`);
    }
    if (results.length < count) results = new Float64Array(count);
    if (count > 0) run(networks, rows, results);
    return results.subarray(0, count);
  };
}

function referenceRun(
  evaluate: (parameters: readonly number[], rows: readonly Example<number>[]) => readonly number[],
): Run {
  return (networks, rows, results) => {
    let at = 0;
    for (const parameters of networks) for (const value of evaluate(parameters, rows)) results[at++] = value;
  };
}

/** A program that computes a result for each row, or adds up one result over all rows. */
interface Evaluation {
  readonly program: Program;
  /** Numbers per row, and the number of rows. */
  readonly width: number;
  readonly count: number;
  /** The initial value of the sum, which follows the parameters in the state; undefined if there is none. */
  readonly sum?: number;
}

/** Results are checks of the kernel, one for each interval; all lanes share the rows. */
function kernelRun({ program, width, count, sum }: Evaluation, backend: Backend): Run {
  const cost = kernelCostOf(program), groupSize = backend.interleaves ? cost.groupSize : 1;
  const [intervals, repeats] = sum === undefined ? [count, 1] : [1, count];
  const layout = pairLayoutOf({
    stateCount: program.nextState.length,
    runConstantCount: 0,
    rowCount: 0,
    rowWidth: width + width % 2,
    listCapacity: count,
    maxIntervals: intervals,
  });
  const { rowWidth, stateCount, pairBytes, checkDuringOffset, listOffset, listBytes } = layout;
  const stage = { program, repeats, rowsConsumed: 1, inPlace: true, cost: { ...cost, groupSize } };
  const kernel = backend.compile(stage, layout);

  return (networks, rows, results) => {
    const groups = ceilDivide(networks.length, 2 * groupSize), pairs = groups * groupSize;
    const rowNumbers = rowNumbersOf(rows, rowWidth);
    const start = backend.allocate(pairs * pairBytes + rowNumbers.byteLength), firstRow = start + pairs * pairBytes;
    const { numbers, addresses } = backend.views();
    const list = Int32Array.from(rows, (_, row) => firstRow + 8 * row * rowWidth);
    const pairOf = (lane: number) => start + (lane >> 1) * pairBytes;
    numbers.set(rowNumbers, firstRow / 8);
    for (let lane = 0; lane < 2 * pairs; lane++) {
      const pair = pairOf(lane), side = lane % 2, parameters = networks[lane];
      addresses.set(list, (pair + listOffset + side * listBytes) / ADDRESS_BYTES);
      for (let i = 0, at = pair / 8 + side; i < stateCount; i++, at += 2) {
        numbers[at] = parameters ? canonical(parameters[i] ?? sum!) : 0;
      }
    }
    kernel(start, start, start, start + listOffset, repeats, intervals, groups);
    for (let lane = 0, at = 0; lane < networks.length; lane++) {
      const first = (pairOf(lane) + checkDuringOffset) / 8 + lane % 2;
      for (let interval = 0; interval < intervals; interval++) results[at++] = numbers[first + 2 * interval]!;
    }
  };
}
