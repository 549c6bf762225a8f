/** A program run operation by operation in plain JavaScript: the oracle, and the way where WebAssembly is refused. */
import { NUMBER_BITS as bits } from "../arithmetic.ts";
import type { Kernel, Layout, Views } from "./memory.ts";
import type { Stage } from "./plan.ts";
import { neededFor } from "./schedule.ts";
import type { Operation, Source } from "./trace.ts";

/** What stands for an operation that has no operands. */
export type Read = (name: Source, index: number) => number;

/** Computes operations in the order of the list, each into its own place of `values`. */
export function evaluate(list: readonly Operation[], wanted: readonly number[], values: number[], read: Read): void {
  for (const i of wanted) {
    const { name, operands, value, table } = list[i]!;
    const a = values[operands[0]!]!, b = values[operands[1]!]!;
    switch (name) {
      case "constant":
        values[i] = value;
        break;
      case "state":
      case "setting":
      case "row":
        values[i] = read(name, value);
        break;
      case "less":
        values[i] = Number(a < b);
        break;
      case "equal":
        values[i] = Number(a === b);
        break;
      case "choose":
        values[i] = values[operands[2]!] === 1 ? a : b;
        break;
      case "lookup":
        values[i] = bits.lookup(table!, value as 0 | 1, a);
        break;
      case "sqrt":
      case "abs":
      case "exponent":
      case "significand":
        values[i] = bits[name](a);
        break;
      default:
        values[i] = bits[name](a, b);
    }
  }
}

/** A stage's kernel. */
export function interpreted(
  { program, rowsTaken, cost: { copies } }: Stage,
  layout: Layout,
  views: () => Views,
): Kernel {
  const { list, next, before, during, tells } = program;
  const wanted = (results: readonly number[]) => {
    const needed = neededFor(list, results);
    return [...list.keys()].filter((i) => needed[i]);
  };
  const early = wanted(before), each = wanted([...next, ...during]), values: number[] = list.map(() => 0);
  type Numbers = [from: number, to: number, pair: number, rows: number, times: number, intervals: number];
  const one = (lane: 0 | 1, ...[from, to, pair, rows, times, intervals]: Numbers) => {
    const { numbers, addresses } = views(), at = (address: number, index: number) => address / 8 + 2 * index + lane;
    let state = Array.from({ length: layout.state }, (_, i) => numbers[at(from, i)]!), row = rows;
    const read: Read = (name, index) => {
      if (name === "state") return state[index]!;
      if (name === "setting") return numbers[at(pair + layout.fixed, index)]!;
      const address = addresses[row / 4 + 2 * Math.floor(index / layout.width) + lane]!;
      return numbers[address / 8 + index % layout.width]!;
    };
    for (let interval = 0; interval < intervals; interval++) {
      evaluate(list, early, values, read);
      for (const i of before) numbers[at(pair + layout.before, interval)] = values[i]!;
      for (let time = 0; time < times; time++, row += 8 * rowsTaken) {
        evaluate(list, each, values, read);
        if (time === (tells === "first" ? 0 : times - 1)) {
          for (const i of during) numbers[at(pair + layout.during, interval)] = values[i]!;
        }
        if (next.length > 0) state = next.map((i) => values[i]!);
      }
    }
    if (next.length > 0) state.forEach((value, i) => numbers[at(to, i)] = value);
  };
  return (from, to, pair, rows, times, intervals, groups) => {
    for (let shift = 0; shift < groups * copies * layout.pairBytes; shift += layout.pairBytes) {
      for (const lane of [0, 1] as const) {
        one(lane, from + shift, to + shift, pair + shift, rows + shift, times, intervals);
      }
    }
  };
}
