/** A program run operation by operation in plain JavaScript: the oracle, and the way where WebAssembly is refused. */
import { NUMBER_BITS as bits } from "../arithmetic/arithmetic.ts";
import { ADDRESS, type Kernel, type Layout, type Views } from "./memory.ts";
import type { Stage } from "./plan.ts";
import { neededFor } from "./schedule.ts";
import type { Operation, OperationName, Source } from "./tracer.ts";

/** The operations by number: a switch over numbers is a jump, one over names a search. */
const ADD = 0, SUB = 1, MUL = 2, DIV = 3, SQRT = 4, ABS = 5, MIN = 6, MAX = 7, LESS = 8, EQUAL = 9, CHOOSE = 10;
const FIRST_COLUMN = 11, SECOND_COLUMN = 12, EXPONENT = 13, SIGNIFICAND = 14;

function numberOf({ name, value }: Operation): number {
  if (name === "lookup") return value === 0 ? FIRST_COLUMN : SECOND_COLUMN;
  const numbers: { readonly [N in OperationName]?: number } = {
    add: ADD,
    sub: SUB,
    mul: MUL,
    div: DIV,
    sqrt: SQRT,
    abs: ABS,
    min: MIN,
    max: MAX,
    less: LESS,
    equal: EQUAL,
    choose: CHOOSE,
    exponent: EXPONENT,
    significand: SIGNIFICAND,
  };
  return numbers[name]!;
}

/** The values of a list, by place; its constants are there. */
export function valuesOf(list: readonly Operation[]): Float64Array {
  return Float64Array.from(list, ({ name, value }) => name === "constant" ? value : NaN);
}

/** What computes the operations that some results need, in the order of the list, from the values before them. */
export function evaluator(list: readonly Operation[], results: readonly number[]): (values: Float64Array) => void {
  const needed = neededFor(list, results);
  const places = Int32Array.from([...list.keys()].filter((i) => needed[i] && list[i]!.operands.length > 0));
  const numbers = Uint8Array.from(places, (i) => numberOf(list[i]!)),
    tables = Array.from(places, (i) => list[i]!.table!);
  const operand = (k: number) => Int32Array.from(places, (i) => list[i]!.operands[k] ?? 0);
  const first = operand(0), second = operand(1), third = operand(2);
  return (values) => {
    for (let step = 0; step < places.length; step++) {
      const i = places[step]!, a = values[first[step]!]!, b = values[second[step]!]!;
      switch (numbers[step]) {
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
        case FIRST_COLUMN:
          values[i] = bits.lookup(tables[step]!, 0, a);
          break;
        case SECOND_COLUMN:
          values[i] = bits.lookup(tables[step]!, 1, a);
          break;
        case EXPONENT:
          values[i] = bits.exponent(a);
          break;
        case SIGNIFICAND:
          values[i] = bits.significand(a);
          break;
      }
    }
  };
}

/** A stage's kernel. */
export function interpreted(
  { program, rowsTaken, cost: { copies } }: Stage,
  layout: Layout,
  views: () => Views,
): Kernel {
  const { list, next, before, during } = program, values = valuesOf(list);
  const evaluateEarly = evaluator(list, before), evaluate = evaluator(list, [...next, ...during]);
  const sources = (name: Source) =>
    list.flatMap((operation, i) => operation.name === name ? [{ ...operation, i }] : []);
  const states = sources("state"), settings = sources("setting"), rows = sources("row");

  type Places = [from: number, to: number, pair: number, listed: number, times: number, intervals: number];
  const tells = before.length + during.length > 0;
  /** Answers whether all that was told is within its bounds. */
  const one = (lane: 0 | 1, ...[from, to, pair, listed, times, intervals]: Places): boolean => {
    const { numbers, addresses } = views(), at = (address: number, index: number) => address / 8 + 2 * index + lane;
    const state = Float64Array.from({ length: layout.state }, (_, i) => numbers[at(from, i)]!);
    for (const { i, value } of settings) values[i] = numbers[at(pair + layout.fixed, value)]!;
    const low = numbers[at(pair + layout.bounds, 0)]!, high = numbers[at(pair + layout.bounds, 1)]!;
    let row = listed, isWithin = true;
    for (let interval = 0; interval < intervals; interval++) {
      for (const { i, value } of states) values[i] = state[value]!;
      evaluateEarly(values);
      for (const i of before) numbers[at(pair + layout.before, interval)] = values[i]!;
      for (let time = 0; time < times; time++, row += ADDRESS * rowsTaken) {
        for (const { i, value } of states) values[i] = state[value]!;
        for (const { i, value } of rows) {
          const address = addresses[(row + lane * layout.listBytes) / ADDRESS + Math.floor(value / layout.width)]!;
          values[i] = numbers[address / 8 + value % layout.width]!;
        }
        evaluate(values);
        if (time === (program.tells === "first" ? 0 : times - 1)) {
          for (const i of during) numbers[at(pair + layout.during, interval)] = values[i]!;
        }
        for (let i = 0; i < next.length; i++) state[i] = values[next[i]!]!;
      }
      const told = Math.max(numbers[at(pair + layout.before, interval)]!, numbers[at(pair + layout.during, interval)]!);
      isWithin &&= !tells || (told >= low && told < high);
    }
    for (let i = 0; i < next.length; i++) numbers[at(to, i)] = state[i]!;
    return isWithin;
  };
  return (from, to, pair, listed, times, intervals, groups) => {
    let alarm = 0;
    for (let shift = 0; shift < groups * copies * layout.pairBytes; shift += layout.pairBytes) {
      for (const lane of [0, 1] as const) {
        if (!one(lane, from + shift, to + shift, pair + shift, listed + shift, times, intervals)) alarm = 1;
      }
    }
    return alarm;
  };
}
