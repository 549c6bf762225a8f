/**
 * A rule becomes a list of operations: it runs once, on places in a list instead of numbers.
 *
 * Equal operations are shared, and what is known beforehand is done beforehand, but only where no bit of any result
 * can change: `x·1` is x and `−0 + x` is x, while `x + 0` is not x for x = −0, nor `x·0` always 0.
 */
import { type Arithmetic, type Bits, NUMBER_BITS, type Table } from "../arithmetic.ts";
import { withElementary } from "../elementary.ts";

/** Operations on values; `choose(yes, no, condition)` picks by what `less` or `equal` found. */
export const OPERATIONS = [
  "add",
  "sub",
  "mul",
  "div",
  "sqrt",
  "abs",
  "min",
  "max",
  "less",
  "equal",
  "choose",
  "lookup",
  "exponent",
  "significand",
] as const;

/** What an operation of a list does; those that take no operands say where a value comes from. */
export type OperationName = typeof OPERATIONS[number] | "constant" | Source;

/** Where a kernel finds what it is not told: values that updates replace, values that stay, values of the row in turn. */
export type Source = "state" | "setting" | "row";

/** One operation on earlier ones, which it names by their places in the list. */
export interface Operation {
  readonly name: OperationName;
  readonly operands: readonly number[];
  /** A constant's value, a source's index, a look-up's column. */
  readonly value: number;
  readonly table?: Table;
}

/** A straight line of operations, run again and again: each time `next` replaces the state. */
export interface Program {
  readonly list: readonly Operation[];
  /** The new values of the state, from the first one on. */
  readonly next: readonly number[];
  /** What to tell about the first time: its values as computed there. */
  readonly told: readonly number[];
  /** What to tell about the state before the first time. */
  readonly before: readonly number[];
}

/** An arithmetic on places in a list, and that list. */
export interface Tracer {
  readonly m: Arithmetic<number>;
  readonly list: readonly Operation[];
  source(name: Source, index: number): number;
}

/** Starts an empty list. */
export function tracer(): Tracer {
  const list: Operation[] = [], places = new Map<string, number>(), tables: Table[] = [];
  const ranges: Range[] = [];

  const emit = (name: OperationName, operands: readonly number[], value = 0, table?: Table): number => {
    if (table && !tables.includes(table)) tables.push(table);
    const key = `${name} ${operands} ${Object.is(value, -0) ? "-0" : value} ${table ? tables.indexOf(table) : ""}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const operation = { name, operands, value, ...(table && { table }) };
    places.set(key, list.length);
    ranges.push(rangeOf(operation, ranges));
    return list.push(operation) - 1;
  };
  const constant = (value: number) => emit("constant", [], value);
  const valueOf = (a: number) => list[a]!.name === "constant" ? list[a]!.value : undefined;
  const is = (a: number, value: number) => list[a]!.name === "constant" && Object.is(list[a]!.value, value);

  type Numbers = { readonly [N in Exclude<OperationName, "constant" | "lookup" | Source>]?: unknown } & typeof NUMBER_BITS;
  const unary = (name: "sqrt" | "abs" | "exponent" | "significand") => (a: number) => {
    const x = valueOf(a);
    return x === undefined ? emit(name, [a]) : constant((NUMBER_BITS as Numbers)[name](x));
  };
  /** An operation on two values; `same` says which operand the result is equal to, where that is known. */
  const binary = (
    name: "add" | "sub" | "mul" | "div" | "min" | "max",
    same: (a: number, b: number) => number | undefined,
    commutes = false,
  ) =>
  (a: number, b: number): number => {
    const x = valueOf(a), y = valueOf(b);
    if (x !== undefined && y !== undefined) return constant(NUMBER_BITS[name](x, y));
    return same(a, b) ?? emit(name, commutes && b < a ? [b, a] : [a, b]);
  };
  const choice = (name: "less" | "equal") => (a: number, b: number, yes: number, no: number): number => {
    if (yes === no) return yes;
    const x = valueOf(a), y = valueOf(b), choose = name === "less" ? NUMBER_BITS.ifLess : NUMBER_BITS.ifEqual;
    if (x !== undefined && y !== undefined) return choose(x, y, 1, 0) ? yes : no;
    if (name === "less" && ranges[a]!.least >= ranges[b]!.most) return no;
    return emit("choose", [yes, no, emit(name, name === "equal" && b < a ? [b, a] : [a, b])]);
  };

  const divide = binary("div", (a, b) => is(b, 1) ? a : undefined);
  const multiply = binary("mul", (a, b) => is(b, 1) ? a : is(a, 1) ? b : undefined, true);
  const absolute = unary("abs");
  const bits: Bits<number> = {
    constant,
    add: binary("add", (a, b) => is(a, -0) ? b : is(b, -0) ? a : undefined, true),
    sub: binary("sub", (a, b) => is(b, 0) ? a : undefined),
    mul: multiply,
    // dividing by a power of two is multiplying by its reciprocal
    div: (a, b) => {
      const reciprocal = reciprocalOf(valueOf(b));
      return reciprocal === undefined ? divide(a, b) : multiply(a, constant(reciprocal));
    },
    sqrt: unary("sqrt"),
    // |a − b| is |b − a|
    abs: (a) => {
      const { name, operands: [x, y] } = list[a]!;
      const turned = name === "sub" ? places.get(`sub ${y},${x} 0 `) : name === "abs" ? a : undefined;
      return name === "abs" ? a : absolute(turned === undefined ? a : Math.min(a, turned));
    },
    min: binary("min", (a, b) => ranges[a]!.most <= ranges[b]!.least ? a : undefined),
    max: binary("max", (a, b) => ranges[b]!.most <= ranges[a]!.least ? a : undefined),
    ifLess: choice("less"),
    ifEqual: choice("equal"),
    lookup: (table, column, index) => emit("lookup", [index], column, table),
    exponent: unary("exponent"),
    significand: unary("significand"),
  };
  return { m: withElementary(bits), list, source: (name, index) => emit(name, [], index) };
}

/** Between what bounds a value is, unless it is NaN; `certain` that it is not. */
interface Range {
  readonly least: number;
  readonly most: number;
}

const ANYTHING: Range = { least: -Infinity, most: Infinity };

/**
 * The bounds of an operation's result, NaN apart.
 *
 * `min` and `max` keep their first operand where the second is NaN, so only a constant bounds it.
 */
function rangeOf({ name, operands, value }: Operation, ranges: readonly Range[]): Range {
  if (name === "constant") return Number.isNaN(value) ? ANYTHING : { least: value, most: value };
  const a = ranges[operands[0]!]!, b = ranges[operands[1]!]!;
  const bounded = name === "min" || name === "max" ? b.least === b.most : false;
  switch (name) {
    case "abs":
      return { least: 0, most: Infinity };
    case "min":
      return { least: Math.min(a.least, b.least), most: bounded ? Math.min(a.most, b.most) : a.most };
    case "max":
      return { least: bounded ? Math.max(a.least, b.least) : a.least, most: Math.max(a.most, b.most) };
    default:
      return ANYTHING;
  }
}

/** 1/x where x is a power of two and 1/x a normal number; undefined elsewhere. */
function reciprocalOf(x: number | undefined): number | undefined {
  if (x === undefined || !Number.isFinite(x) || NUMBER_BITS.significand(Math.abs(x)) !== 1) return undefined;
  const size = Math.abs(x);
  return size >= 1e-300 && size <= 1e300 ? 1 / x : undefined;
}
