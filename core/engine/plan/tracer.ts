/**
 * Traces the learning rule into a straight-line list of operations.
 *
 * The rule runs once on indices of operations instead of numbers. Equal operations are shared and constants are folded,
 * but only where no bit of any result can change: `x·1` is x and `−0 + x` is x, while `x + 0` is not x for x = −0, and
 * `x·0` is not always 0.
 */
import { type Bits, type LookupTable, NUMBER_BITS } from "../../arithmetic/arithmetic.ts";
import { withElementary } from "../../arithmetic/elementary.ts";
import { getOrAdd } from "../maps.ts";

/** Values that a program loads: its state, the constants of its run, the data rows that come next. */
export type LoadName = "state" | "runConstant" | "row";

/** What an operation does; the operands of `choose` are (yes, no, condition). */
export type OperationName =
  | LoadName
  | "constant"
  | Exclude<keyof Bits<unknown>, "constant" | "ifLess" | "ifEqual">
  | "less"
  | "equal"
  | "choose";

/** One operation of a list. */
export interface Operation {
  readonly name: OperationName;
  /** Indices of the operations, all of them earlier, whose results it takes. */
  readonly operands: readonly number[];
  /** The value of a constant, the index of a load, the column of a lookup; 0 for other operations. */
  readonly value: number;
  /** The table of a lookup. */
  readonly table?: LookupTable;
}

/**
 * A basic block that kernels repeat. It also computes the max error for checks, in two parts.
 *
 * All results are indices of operations.
 */
export interface Program {
  /** The operations, each after its operands. */
  readonly operations: readonly Operation[];
  /** The state after a repeat. */
  readonly nextState: readonly number[];
  /** The part of the max error that is computed once, before the first repeat, from the state alone. */
  readonly checkBefore: readonly number[];
  /** The part that one of the repeats computes along the way. */
  readonly checkDuring: readonly number[];
  /** Which repeat computes `checkDuring`. */
  readonly checkedRepeat: "first" | "last";
}

/** A list of operations and the arithmetic that appends to it. */
export type Tracer = ReturnType<typeof createTracer>;

/** A tracer with an empty list. */
export function createTracer() {
  const list = createOperationList(), bits = foldingBits(list);
  return {
    /** The arithmetic, whose numbers are indices of operations. */
    m: { ...bits, ...withElementary(bits) },
    operations: list.operations as readonly Operation[],
    /** Loads a value that the program does not compute. */
    load: (name: LoadName, index: number) => list.emit(name, [], index),
  };
}

/** A list of distinct operations with the range of each result. */
function createOperationList() {
  const operations: Operation[] = [], ranges: Range[] = [];
  const tables = new Map<LookupTable | undefined, number>(), indices = new Map<string, number>();
  const keyOf = (name: OperationName, operands: readonly number[], value = 0, table?: LookupTable) => {
    const tableNumber = getOrAdd(tables, table, () => tables.size);
    return `${name} ${operands} ${Object.is(value, -0) ? "-0" : value} ${tableNumber}`;
  };
  return {
    operations,
    ranges,
    /** The index of an equal operation, if there is one. */
    indexOf: (name: OperationName, operands: readonly number[]) => indices.get(keyOf(name, operands)),
    /** Appends an operation unless there is an equal one; returns its index. */
    emit(name: OperationName, operands: readonly number[], value = 0, table?: LookupTable): number {
      return getOrAdd(indices, keyOf(name, operands, value, table), () => {
        const operation = { name, operands, value, ...(table && { table }) };
        ranges.push(rangeOf(operation, ranges));
        return operations.push(operation) - 1;
      });
    },
  };
}

/** Operations that fold constants and simplify where that is exact. */
function foldingBits({ operations, ranges, indexOf, emit }: ReturnType<typeof createOperationList>): Bits<number> {
  const constant = (value: number) => emit("constant", [], value);
  const constantValue = (a: number) => operations[a]!.name === "constant" ? operations[a]!.value : undefined;
  const is = (a: number, value: number) => Object.is(constantValue(a), value);
  const isCommutative = (name: OperationName) => name === "add" || name === "mul" || name === "equal";
  const ordered = (name: OperationName, a: number, b: number) => isCommutative(name) && b < a ? [b, a] : [a, b];

  const unary = (name: "sqrt" | "abs" | "exponent" | "significand") => (a: number) => {
    const x = constantValue(a);
    return x === undefined ? emit(name, [a]) : constant(NUMBER_BITS[name](x));
  };
  /** `simplified` returns an existing operation that has the result, if there is one. */
  const binary = (
    name: "add" | "sub" | "mul" | "div" | "min" | "max",
    simplified: (a: number, b: number) => number | undefined,
  ) =>
  (a: number, b: number): number => {
    const x = constantValue(a), y = constantValue(b);
    if (x !== undefined && y !== undefined) return constant(NUMBER_BITS[name](x, y));
    return simplified(a, b) ?? emit(name, ordered(name, a, b));
  };
  const choice = (name: "less" | "equal") => (a: number, b: number, yes: number, no: number): number => {
    const x = constantValue(a), y = constantValue(b);
    if (x !== undefined && y !== undefined) return (name === "less" ? x < y : x === y) ? yes : no;
    if (yes === no || (name === "less" && ranges[a]!.min >= ranges[b]!.max)) return no;
    // a choice between s and s + p becomes s + (−0 or p), which does not wait for s
    const [s, p] = operations[no]!.name === "add" ? operations[no]!.operands : [];
    if (s === yes || p === yes) return add(yes, choice(name)(a, b, constant(-0), (s === yes ? p : s)!));
    return emit("choose", [yes, no, emit(name, ordered(name, a, b))]);
  };

  const add = binary("add", (a, b) => is(a, -0) ? b : is(b, -0) ? a : undefined);
  const mul = binary("mul", (a, b) => is(b, 1) ? a : is(a, 1) ? b : undefined);
  const div = binary("div", (a, b) => is(b, 1) ? a : undefined);
  const abs = unary("abs");
  return {
    constant,
    add,
    sub: binary("sub", (a, b) => is(b, 0) ? a : undefined),
    mul,
    // division by a power of two is multiplication by its reciprocal
    div: (a, b) => {
      const reciprocal = reciprocalOf(constantValue(b));
      return reciprocal === undefined ? div(a, b) : mul(a, constant(reciprocal));
    },
    sqrt: unary("sqrt"),
    // |x − y| is |y − x|
    abs: (a) => {
      const { name, operands } = operations[a]!;
      return abs((name === "sub" ? indexOf(name, operands.toReversed()) : undefined) ?? a);
    },
    min: binary("min", (a, b) => ranges[a]!.max <= ranges[b]!.min ? a : undefined),
    max: binary("max", (a, b) => ranges[a]!.min >= ranges[b]!.max ? a : undefined),
    ifLess: choice("less"),
    ifEqual: choice("equal"),
    lookup: (table, column, index) => emit("lookup", [index], column, table),
    exponent: unary("exponent"),
    significand: unary("significand"),
  };
}

/** Bounds of a value; it may also be NaN. */
interface Range {
  readonly min: number;
  readonly max: number;
}

const UNBOUNDED: Range = { min: -Infinity, max: Infinity };

/** `min` and `max` return their first operand if the second is NaN: the second bounds them only if it is constant. */
function rangeOf({ name, operands, value }: Operation, ranges: readonly Range[]): Range {
  if (name === "constant") return Number.isNaN(value) ? UNBOUNDED : { min: value, max: value };
  if (name === "abs") return { min: 0, max: Infinity };
  if (name !== "min" && name !== "max") return UNBOUNDED;
  const first = ranges[operands[0]!]!, second = ranges[operands[1]!]!;
  const bound = second.min === second.max ? second : UNBOUNDED;
  const pick = name === "min" ? Math.min : Math.max;
  return { min: pick(first.min, bound.min), max: pick(first.max, bound.max) };
}

/** 1/x if x is a power of two and 1/x is exact. */
function reciprocalOf(x: number | undefined): number | undefined {
  const size = Math.abs(x ?? NaN);
  return size > 1e-300 && size < 1e300 && NUMBER_BITS.significand(size) === 1 ? 1 / x! : undefined;
}
