/** Random programs, and the functions that run them: helpers for the tests of the engine's parts. */
import fc from "fast-check";
import { type Arithmetic, type Bits, type LookupTable, SHIFTER } from "../../../core/arithmetic/arithmetic.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Backend } from "../../../core/engine/backend.ts";
import { ADDRESS_BYTES, type Kernel, type PairLayout, pairLayoutOf } from "../../../core/engine/memory.ts";
import { kernelCostOf } from "../../../core/engine/plan/kernel_cost.ts";
import { createTracer, type Program } from "../../../core/engine/plan/tracer.ts";

/** All operations of a program. */
export type FullArithmetic<T> = Arithmetic<T> & Bits<T>;
/** All operations, on numbers. */
export const FULL_NUMBERS = NUMBERS as FullArithmetic<number>;

/** Size of a random program's state. */
export const STATE_COUNT = 3;
/** Number of its run constants. */
export const RUN_CONSTANT_COUNT = 2;
/** Numbers per data row. */
export const ROW_WIDTH = 2;

const TABLE: LookupTable = Float64Array.from({ length: 16 }, (_, i) => i === 5 ? -0 : Math.sqrt(i) - 1.5);

/** Numbers at which operations that are nearly the same differ. */
export const EDGE_NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  NaN,
  Infinity,
  -Infinity,
  5e-324,
  -2.2250738585072014e-308,
  1.7976931348623157e308,
  -1e308,
  700,
  -745.2,
  710,
] as const;

/** An arbitrary number, often one of `EDGE_NUMBERS`. */
export const number = fc.oneof(fc.constantFrom(...EDGE_NUMBERS), fc.double({ min: -50, max: 50, noNaN: true }));

type RandomOperation = <T>(m: FullArithmetic<T>, a: T, b: T, c: T, d: T) => T;

/** |a| clamped to [min, max]; min if `a` is NaN. */
function clampedSize<T>(m: FullArithmetic<T>, a: T, min: number, max: number): T {
  const size = m.min(m.max(m.abs(a), m.constant(min)), m.constant(max));
  return m.ifEqual(size, size, size, m.constant(min));
}

/** The operations that random programs consist of. */
export const OPERATIONS: Readonly<Record<string, RandomOperation>> = {
  add: (m, a, b) => m.add(a, b),
  sub: (m, a, b) => m.sub(a, b),
  mul: (m, a, b) => m.mul(a, b),
  div: (m, a, b) => m.div(a, b),
  sqrt: (m, a) => m.sqrt(a),
  abs: (m, a) => m.abs(a),
  min: (m, a, b) => m.min(a, b),
  max: (m, a, b) => m.max(a, b),
  ifLess: (m, a, b, c, d) => m.ifLess(a, b, c, d),
  ifEqual: (m, a, b, c, d) => m.ifEqual(a, b, c, d),
  gate: (m, a, b, c) => m.ifLess(a, b, m.constant(0), c),
  step: (m, a, b, c) => m.ifLess(a, b, c, m.constant(0)),
  addUnlessEqual: (m, a, b, c, d) => m.ifEqual(a, b, c, m.add(c, d)),
  lookup: (m, a) => {
    const index = m.add(m.min(m.max(a, m.constant(0)), m.constant(7)), m.constant(SHIFTER));
    return m.add(m.lookup(TABLE, 0, index), m.lookup(TABLE, 1, index));
  },
  exponent: (m, a) => m.exponent(clampedSize(m, a, 1e-300, 1e300)),
  significand: (m, a) => m.significand(clampedSize(m, a, 1e-300, 1e300)),
  exp: (m, a) => m.exp(a),
  log: (m, a) => m.log(a),
  tanh: (m, a) => m.tanh(a),
};

/** A step of a recipe: an operation on earlier values, whose indices count modulo the number of values so far. */
interface Step {
  readonly name: string;
  readonly operands: readonly [number, number, number, number];
}

/** How to build a program: its constants, its steps, and the values that become results. */
export interface Recipe {
  readonly constants: readonly number[];
  readonly steps: readonly Step[];
  /** Indices counted from the last value backwards: the next state, then `checkDuring`. */
  readonly results: readonly number[];
}

const index = fc.nat(1000);

/** Random recipes. */
export const recipe: fc.Arbitrary<Recipe> = fc.record({
  constants: fc.array(number, { minLength: 1, maxLength: 4 }),
  steps: fc.array(
    fc.record({
      name: fc.constantFrom(...Object.keys(OPERATIONS)),
      operands: fc.tuple(index, index, index, index),
    }),
    { minLength: 1, maxLength: 25 },
  ),
  results: fc.array(index, { minLength: STATE_COUNT + 1, maxLength: STATE_COUNT + 1 }),
});

/** The results of a recipe: the next state, then `checkDuring`. */
export function evaluateRecipe<T>(
  m: FullArithmetic<T>,
  { constants, steps, results }: Recipe,
  loads: readonly T[],
): T[] {
  const values = [...loads, ...constants.map((value) => m.constant(value))];
  const at = (i: number) => values[i % values.length]!;
  for (const { name, operands: [a, b, c, d] } of steps) values.push(OPERATIONS[name]!(m, at(a), at(b), at(c), at(d)));
  return results.map((i) => values[values.length - 1 - i % values.length]!);
}

/** A recipe as a program; its `checkBefore` is the product of the state. */
export function programOf(recipe: Recipe, checkedRepeat: Program["checkedRepeat"] = "first"): Program {
  const { m, operations, load } = createTracer();
  const state = Array.from({ length: STATE_COUNT }, (_, i) => load("state", i));
  const runConstants = Array.from({ length: RUN_CONSTANT_COUNT }, (_, i) => load("runConstant", i));
  const row = Array.from({ length: ROW_WIDTH }, (_, i) => load("row", i));
  const results = evaluateRecipe(m, recipe, [...state, ...runConstants, ...row]);
  return {
    operations,
    nextState: results.slice(0, STATE_COUNT),
    checkBefore: [state.reduce((product, value) => m.mul(product, value))],
    checkDuring: results.slice(STATE_COUNT),
    checkedRepeat,
  };
}

/** The numbers of one lane. */
export interface LaneNumbers {
  readonly state: readonly number[];
  readonly runConstants: readonly number[];
  readonly rows: readonly (readonly number[])[];
  /** Indices of the rows, in the order in which the program consumes them. */
  readonly order: readonly number[];
  /** The range [low, high) of allowed check values. */
  readonly bounds: readonly [low: number, high: number];
}

/** The results of all lanes, and whether a check value was out of bounds. */
export interface Results {
  readonly lanes: readonly LaneResult[];
  readonly isOutOfBounds: boolean;
}

/** The final state of a lane and its check values in each interval. */
export interface LaneResult {
  readonly state: readonly number[];
  readonly checks: readonly (readonly [before: number, during: number])[];
}

/** Runs a recipe on plain numbers for one lane. */
export function runOnNumbers(
  recipe: Recipe,
  { state: start, runConstants, rows, order }: LaneNumbers,
  checkedRepeat: Program["checkedRepeat"],
  intervals: number,
): LaneResult {
  let state = start;
  const repeats = order.length / intervals;
  const checks = Array.from({ length: intervals }, (_, interval): [number, number] => {
    let during = NaN;
    const before = state.reduce((product, value) => product * value);
    order.slice(interval * repeats, (interval + 1) * repeats).forEach((row, repeat) => {
      const results = evaluateRecipe(FULL_NUMBERS, recipe, [...state, ...runConstants, ...rows[row]!]);
      state = results.slice(0, STATE_COUNT);
      if (checkedRepeat === "last" || repeat === 0) during = results[STATE_COUNT]!;
    });
    return [before, during];
  });
  return { state, checks };
}

/** Runs a program in lanes whose orders are equally long, in groups of `groupSize` pairs. */
export function runLanes(
  backend: Backend,
  program: Program,
  groupSize: number,
  lanes: readonly LaneNumbers[],
  inPlace: boolean,
  intervals: number,
): Results {
  const { rows: { length: rowCount }, order: { length: listCapacity } } = lanes[0]!;
  const layout = pairLayoutOf({
    stateCount: STATE_COUNT,
    runConstantCount: RUN_CONSTANT_COUNT,
    rowCount,
    rowWidth: ROW_WIDTH,
    listCapacity,
  });
  const groups = Math.ceil(lanes.length / (2 * groupSize)), repeats = listCapacity / intervals;
  const cost = { ...kernelCostOf(program), groupSize };
  const kernel = backend.compile({ program, repeats, rowsConsumed: 1, inPlace, cost }, layout);
  const start = backend.allocate(groups * groupSize * layout.pairBytes), { numbers, addresses } = backend.views();
  for (let lane = 0; lane < groups * groupSize * 2; lane++) {
    const at = indicesOf(layout, start, lane);
    const { state, runConstants, rows, order, bounds } = lanes[lane % lanes.length]!;
    state.forEach((value, i) => numbers[at.state(i)] = value);
    runConstants.forEach((value, i) => numbers[at.runConstant(i)] = value);
    bounds.forEach((value, i) => numbers[at.bounds + 2 * i] = value);
    rows.flat().forEach((value, i) => numbers[at.row + i] = value);
    order.forEach((row, i) => addresses[at.list + i] = 8 * (at.row + ROW_WIDTH * row));
  }
  const [from, other] = layout.stateOffsets, to = inPlace ? from : other;
  const outOfBounds = kernel(start + from, start + to, start, start + layout.listOffset, repeats, intervals, groups);
  const results = lanes.map((_, lane) => {
    const at = indicesOf(layout, start + to, lane), { before, during } = indicesOf(layout, start, lane);
    return {
      state: Array.from({ length: STATE_COUNT }, (_, i) => numbers[at.state(i)]!),
      checks: Array.from(
        { length: intervals },
        (_, i) => [numbers[before + 2 * i]!, numbers[during + 2 * i]!] as const,
      ),
    };
  });
  return { lanes: results, isOutOfBounds: outOfBounds !== 0 };
}

/** A backend whose kernels are wrapped. */
export function wrapKernels(backend: Backend, wrap: (kernel: Kernel) => Kernel): Backend {
  return { ...backend, compile: (stage, layout) => wrap(backend.compile(stage, layout)) };
}

/** Indices of a lane's numbers and addresses in the memory views. */
function indicesOf(layout: PairLayout, start: number, lane: number) {
  const pair = start + (lane >> 1) * layout.pairBytes, side = lane % 2;
  return {
    state: (i: number) => pair / 8 + 2 * i + side,
    runConstant: (i: number) => (pair + layout.runConstantsOffset) / 8 + 2 * i + side,
    bounds: (pair + layout.boundsOffset) / 8 + side,
    before: (pair + layout.checkBeforeOffset) / 8 + side,
    during: (pair + layout.checkDuringOffset) / 8 + side,
    row: (pair + layout.rowsOffset) / 8 + side * layout.rowCount * layout.rowWidth,
    list: (pair + layout.listOffset + side * layout.listBytes) / ADDRESS_BYTES,
  };
}

/** Numbers as texts that differ if a bit differs; all NaNs are equal. */
export function bitsOf(values: readonly number[]): string[] {
  return values.map((value) => Object.is(value, -0) ? "-0" : String(value));
}
