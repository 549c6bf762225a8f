/** Random programs, and what runs them: for the tests of the engine's parts. */
import fc from "fast-check";
import { type Arithmetic, type Bits, SHIFTER, type Table } from "../../../core/arithmetic/arithmetic.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { BackEnd } from "../../../core/engine/backend.ts";
import { ADDRESS, type Layout, layoutOf } from "../../../core/engine/memory.ts";
import { costOf } from "../../../core/engine/processor.ts";
import { type Program, tracer } from "../../../core/engine/tracer.ts";

/** All that a program may do. */
export type All<T> = Arithmetic<T> & Bits<T>;
/** All of it, on numbers. */
export const ALL_NUMBERS = NUMBERS as All<number>;

/** How many numbers of each kind a random program has; a row has two. */
export const STATE = 3, SETTINGS = 2, WIDTH = 2;

const TABLE: Table = Float64Array.from({ length: 16 }, (_, i) => i === 5 ? -0 : Math.sqrt(i) - 1.5);

/** Numbers at which operations differ. */
export const ODD_NUMBERS = [
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

/** A number, odd ones often. */
export const number = fc.oneof(fc.constantFrom(...ODD_NUMBERS), fc.double({ min: -50, max: 50, noNaN: true }));

type Operation = <T>(m: All<T>, a: T, b: T, c: T, d: T) => T;

/** A number that is no NaN, and in size between those given. */
function within<T>(m: All<T>, a: T, least: number, most: number): T {
  const size = m.min(m.max(m.abs(a), m.constant(least)), m.constant(most));
  return m.ifEqual(size, size, size, m.constant(least));
}

/** What random programs consist of. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
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
  exponent: (m, a) => m.exponent(within(m, a, 1e-300, 1e300)),
  significand: (m, a) => m.significand(within(m, a, 1e-300, 1e300)),
  exp: (m, a) => m.exp(a),
  log: (m, a) => m.log(a),
  tanh: (m, a) => m.tanh(a),
};

/** A step of a recipe: an operation on values made before, by their numbers (modulo how many there are). */
interface Step {
  readonly name: string;
  readonly operands: readonly [number, number, number, number];
}

/** How to make a program: its constants, its steps, and the values that become results. */
export interface Recipe {
  readonly constants: readonly number[];
  readonly steps: readonly Step[];
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
  results: fc.array(index, { minLength: STATE + 1, maxLength: STATE + 1 }),
});

/** What a recipe makes of its sources: the next state, and what is told. */
export function cook<T>(m: All<T>, { constants, steps, results }: Recipe, sources: readonly T[]): T[] {
  const values = [...sources, ...constants.map((value) => m.constant(value))];
  const at = (i: number) => values[i % values.length]!;
  for (const { name, operands: [a, b, c, d] } of steps) values.push(OPERATIONS[name]!(m, at(a), at(b), at(c), at(d)));
  return results.map((i) => values[values.length - 1 - i % values.length]!);
}

/** A recipe as a program. Before, it tells the product of the state. */
export function programOf(recipe: Recipe, tells: Program["tells"] = "first"): Program {
  const { m, list, source } = tracer();
  const state = Array.from({ length: STATE }, (_, i) => source("state", i));
  const settings = Array.from({ length: SETTINGS }, (_, i) => source("setting", i));
  const row = Array.from({ length: WIDTH }, (_, i) => source("row", i));
  const cooked = cook(m, recipe, [...state, ...settings, ...row]);
  const before = [state.reduce((product, value) => m.mul(product, value))];
  return { list, next: cooked.slice(0, STATE), before, during: cooked.slice(STATE), tells };
}

/** The numbers of one lane. */
export interface LaneNumbers {
  readonly state: readonly number[];
  readonly settings: readonly number[];
  readonly rows: readonly (readonly number[])[];
  /** Which rows come, in their order. */
  readonly order: readonly number[];
  /** What is told is within them where it is at least the first and below the second. */
  readonly bounds: readonly [number, number];
}

/** What all lanes come to, and whether something they told was out of its bounds. */
export interface Results {
  readonly lanes: readonly LaneResult[];
  readonly isAlarmed: boolean;
}

/** What a lane comes to, and what it tells in each interval, before and during. */
export interface LaneResult {
  readonly state: readonly number[];
  readonly told: readonly (readonly [before: number, during: number])[];
}

/** One run of a recipe on plain numbers, through its order in some intervals. */
export function cookNumbers(
  recipe: Recipe,
  { state: start, settings, rows, order }: LaneNumbers,
  tells: Program["tells"],
  intervals: number,
): LaneResult {
  let state = start;
  const times = order.length / intervals;
  const told = Array.from({ length: intervals }, (_, interval): [number, number] => {
    let during = NaN;
    const before = state.reduce((product, value) => product * value);
    order.slice(interval * times, (interval + 1) * times).forEach((row, time) => {
      const cooked = cook(ALL_NUMBERS, recipe, [...state, ...settings, ...rows[row]!]);
      state = cooked.slice(0, STATE);
      if (tells === "last" || time === 0) during = cooked[STATE]!;
    });
    return [before, during];
  });
  return { state, told };
}

/** Runs a program in lanes, `copies` pairs a group; all orders are equally long. */
export function runLanes(
  backEnd: BackEnd,
  program: Program,
  copies: number,
  lanes: readonly LaneNumbers[],
  inPlace: boolean,
  intervals: number,
): Results {
  const { rows: { length: rows }, order: { length } } = lanes[0]!, groups = Math.ceil(lanes.length / (2 * copies));
  const layout = layoutOf({ state: STATE, settings: SETTINGS, rows, width: WIDTH, listed: length });
  const times = length / intervals, cost = { ...costOf(program), copies };
  const kernel = backEnd.kernel({ program, times, rowsTaken: 1, inPlace, cost }, layout);
  const start = backEnd.room(groups * copies * layout.pairBytes), { numbers, addresses } = backEnd.views();
  for (let lane = 0; lane < groups * copies * 2; lane++) {
    const at = placesOf(layout, start, lane), { state, settings, rows, order, bounds } = lanes[lane % lanes.length]!;
    state.forEach((value, i) => numbers[at.state(i)] = value);
    settings.forEach((value, i) => numbers[at.setting(i)] = value);
    bounds.forEach((value, i) => numbers[at.bounds + 2 * i] = value);
    rows.flat().forEach((value, i) => numbers[at.row + i] = value);
    order.forEach((row, i) => addresses[at.list + i] = 8 * (at.row + WIDTH * row));
  }
  const [from, other] = layout.states, to = inPlace ? from : other;
  const alarm = kernel(start + from, start + to, start, start + layout.list, times, intervals, groups);
  const results = lanes.map((_, lane) => {
    const at = placesOf(layout, start + to, lane), { before, during } = placesOf(layout, start, lane);
    return {
      state: Array.from({ length: STATE }, (_, i) => numbers[at.state(i)]!),
      told: Array.from({ length: intervals }, (_, i) => [numbers[before + 2 * i]!, numbers[during + 2 * i]!] as const),
    };
  });
  return { lanes: results, isAlarmed: alarm !== 0 };
}

function placesOf(layout: Layout, start: number, lane: number) {
  const pair = start + (lane >> 1) * layout.pairBytes, side = lane % 2;
  return {
    state: (i: number) => pair / 8 + 2 * i + side,
    setting: (i: number) => (pair + layout.fixed) / 8 + 2 * i + side,
    bounds: (pair + layout.bounds) / 8 + side,
    before: (pair + layout.before) / 8 + side,
    during: (pair + layout.during) / 8 + side,
    row: (pair + layout.table) / 8 + side * layout.rows * layout.width,
    list: (pair + layout.list + side * layout.listBytes) / ADDRESS,
  };
}

/** Numbers as texts that differ where a bit does, all NaN alike. */
export function bitsOf(values: readonly number[]): string[] {
  return values.map((value) => Object.is(value, -0) ? "-0" : String(value));
}
