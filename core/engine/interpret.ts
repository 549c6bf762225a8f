/** Interprets programs in plain JavaScript: the fallback without WebAssembly, and the oracle of the tests. */
import { NUMBER_BITS as bits } from "../arithmetic/arithmetic.ts";
import { ADDRESS_BYTES, type Kernel, type MemoryViews, type PairLayout } from "./memory.ts";
import type { Stage } from "./plan/kernel_plan.ts";
import { liveOperations } from "./plan/liveness.ts";
import type { LoadName, Operation, Program } from "./plan/tracer.ts";

// a switch over small integers is a jump, one over strings a search
const ADD = 0, SUB = 1, MUL = 2, DIV = 3, SQRT = 4, ABS = 5, MIN = 6, MAX = 7, LESS = 8, EQUAL = 9, CHOOSE = 10;
const EXPONENT = 11, SIGNIFICAND = 12, LOOKUP_COLUMN_0 = 13, LOOKUP_COLUMN_1 = 14;
/** Operations in the order of their opcodes. */
const NAMES = "add sub mul div sqrt abs min max less equal choose exponent significand lookup".split(" ");

/** One value per operation: constants have theirs, all others are NaN. */
export function initialValues(operations: readonly Operation[]): Float64Array {
  return Float64Array.from(operations, ({ name, value }) => name === "constant" ? value : NaN);
}

/** The operations that the results need, in columns: indices of operations and operands, opcodes, tables. */
function decode(operations: readonly Operation[], results: readonly number[]) {
  const isLive = liveOperations(operations, results);
  const live = [...operations.keys()].filter((i) => isLive[i] && operations[i]!.operands.length > 0);
  const column = (numberOf: (operation: Operation) => number) => Int32Array.from(live, (i) => numberOf(operations[i]!));
  const operand = (k: number) => column(({ operands }) => operands[k] ?? 0);
  const opcodes = column(({ name, value }) => NAMES.indexOf(name) + (name === "lookup" ? value : 0));
  const tables = live.map((i) => operations[i]!.table!);
  return { computed: Int32Array.from(live), opcodes, tables, first: operand(0), second: operand(1), third: operand(2) };
}

/** A function that computes, in place, the operations that the results need; loads and constants must be set. */
export function createEvaluator(operations: readonly Operation[], results: readonly number[]) {
  const { computed, opcodes, tables, first, second, third } = decode(operations, results);
  return (values: Float64Array): void => {
    for (let step = 0; step < computed.length; step++) {
      const i = computed[step]!, a = values[first[step]!]!, b = values[second[step]!]!;
      switch (opcodes[step]) {
        case ADD:
          values[i] = a + b;
          break;
        case SUB:
          values[i] = a - b;
          break;
        case MUL:
          values[i] = a * b;
          break;
        case DIV:
          values[i] = a / b;
          break;
        case SQRT:
          values[i] = Math.sqrt(a);
          break;
        case ABS:
          values[i] = Math.abs(a);
          break;
        case MIN:
          values[i] = b < a ? b : a;
          break;
        case MAX:
          values[i] = a < b ? b : a;
          break;
        case LESS:
          values[i] = a < b ? 1 : 0;
          break;
        case EQUAL:
          values[i] = a === b ? 1 : 0;
          break;
        case CHOOSE:
          values[i] = values[third[step]!] === 1 ? a : b;
          break;
        case EXPONENT:
          values[i] = bits.exponent(a);
          break;
        case SIGNIFICAND:
          values[i] = bits.significand(a);
          break;
        case LOOKUP_COLUMN_0:
          values[i] = bits.lookup(tables[step]!, 0, a);
          break;
        case LOOKUP_COLUMN_1:
          values[i] = bits.lookup(tables[step]!, 1, a);
          break;
      }
    }
  };
}

/** The interpreted kernel of a stage. */
export function interpretKernel(stage: Stage, layout: PairLayout, views: () => MemoryViews): Kernel {
  const runLane = laneInterpreter(stage, layout, views);
  return (from, to, pair, list, repeats, intervals, groups) => {
    let outOfBounds = 0;
    const bytes = groups * stage.cost.groupSize * layout.pairBytes;
    for (let shift = 0; shift < bytes; shift += layout.pairBytes) {
      for (const lane of [0, 1] as const) {
        if (!runLane(lane, from + shift, to + shift, pair + shift, list + shift, repeats, intervals)) outOfBounds = 1;
      }
    }
    return outOfBounds;
  };
}

/** Like a kernel for one lane; returns whether the max error is within its bounds at every check. */
function laneInterpreter({ program, rowsConsumed }: Stage, layout: PairLayout, views: () => MemoryViews) {
  const { operations, nextState, checkBefore, checkDuring, checkedRepeat } = program;
  const values = initialValues(operations);
  const evaluateBefore = createEvaluator(operations, checkBefore);
  const evaluate = createEvaluator(operations, [...nextState, ...checkDuring]);
  const states = loadsOf(program, "state"), runConstants = loadsOf(program, "runConstant");
  const rows = loadsOf(program, "row"), hasCheck = checkBefore.length + checkDuring.length > 0;

  return (lane: 0 | 1, from: number, to: number, pair: number, list: number, repeats: number, intervals: number) => {
    const { numbers, addresses } = views();
    const at = (address: number, index: number) => address / 8 + 2 * index + lane;
    const state = Float64Array.from({ length: layout.stateCount }, (_, i) => numbers[at(from, i)]!);
    for (const { i, value } of runConstants) values[i] = numbers[at(pair + layout.runConstantsOffset, value)]!;
    const low = numbers[at(pair + layout.boundsOffset, 0)]!, high = numbers[at(pair + layout.boundsOffset, 1)]!;
    let row = list, isWithinBounds = true;
    for (let interval = 0; interval < intervals; interval++) {
      const beforeIndex = at(pair + layout.checkBeforeOffset, interval);
      const duringIndex = at(pair + layout.checkDuringOffset, interval);
      for (const { i, value } of states) values[i] = state[value]!;
      evaluateBefore(values);
      for (const i of checkBefore) numbers[beforeIndex] = values[i]!;
      for (let repeat = 0; repeat < repeats; repeat++, row += ADDRESS_BYTES * rowsConsumed) {
        for (const { i, value } of states) values[i] = state[value]!;
        for (const { i, value } of rows) {
          const entry = row + lane * layout.listBytes + ADDRESS_BYTES * Math.floor(value / layout.rowWidth);
          values[i] = numbers[addresses[entry / ADDRESS_BYTES]! / 8 + value % layout.rowWidth]!;
        }
        evaluate(values);
        if (repeat === (checkedRepeat === "first" ? 0 : repeats - 1)) {
          for (const i of checkDuring) numbers[duringIndex] = values[i]!;
        }
        for (let i = 0; i < nextState.length; i++) state[i] = values[nextState[i]!]!;
      }
      const maxError = Math.max(numbers[beforeIndex]!, numbers[duringIndex]!);
      isWithinBounds &&= !hasCheck || (maxError >= low && maxError < high);
    }
    for (let i = 0; i < nextState.length; i++) numbers[at(to, i)] = state[i]!;
    return isWithinBounds;
  };
}

function loadsOf({ operations }: Program, wanted: LoadName) {
  return operations.flatMap(({ name, value }, i) => name === wanted ? [{ i, value }] : []);
}
