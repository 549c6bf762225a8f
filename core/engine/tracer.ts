/**
 * A rule becomes a list of operations: it runs once, on places in a list instead of numbers.
 *
 * Equal operations are shared, and what is known beforehand is done beforehand, but only where no bit of any result
 * can change: `x·1` is x and `−0 + x` is x, while `x + 0` is not x for x = −0, nor is `x·0` always 0.
 */
import { type Arithmetic, type Bits, NUMBER_BITS, type Table } from "../arithmetic/arithmetic.ts";
import { withElementary } from "../arithmetic/elementary.ts";

/** Where a program's values come from: the state that it replaces, settings that stay, the rows in their turn. */
export type Source = "state" | "setting" | "row";

/** What an operation does; `choose` takes (yes, no, what `less` or `equal` found). */
export type OperationName =
  | Source
  | "constant"
  | Exclude<keyof Bits<unknown>, "constant" | "ifLess" | "ifEqual">
  | "less"
  | "equal"
  | "choose";

/** One operation on earlier ones, which it names by their places in the list. */
export interface Operation {
  /** What it does. */
  readonly name: OperationName;
  /** What it does it to. */
  readonly operands: readonly number[];
  /** A constant's value, a source's index, a look-up's column; 0 elsewhere. */
  readonly value: number;
  /** The table of a look-up. */
  readonly table?: Table;
}

/** A straight line of operations that is run again and again; each time, `next` becomes the state. */
export interface Program {
  /** The operations, each after its operands. */
  readonly list: readonly Operation[];
  /** The new values of the state. */
  readonly next: readonly number[];
  /** What is told of the state before the first time; it depends on the state alone. */
  readonly before: readonly number[];
  /** What is told of one of the times. */
  readonly during: readonly number[];
  /** Of which. */
  readonly tells: "first" | "last";
}

/** An arithmetic on places in a list, and that list. */
export interface Tracer {
  /** Its numbers are places in the list. */
  readonly m: Arithmetic<number> & Bits<number>;
  /** The operations so far. */
  readonly list: readonly Operation[];
  /** A value that the program does not make. */
  source(name: Source, index: number): number;
}

/** Starts an empty list. */
export function tracer(): Tracer {
  const list: Operation[] = [], ranges: Range[] = [], tables: Table[] = [], places = new Map<string, number>();

  const emit = (name: OperationName, operands: readonly number[], value = 0, table?: Table): number => {
    const key = keyOf(name, operands, value, table ? indexIn(tables, table) : -1), known = places.get(key);
    if (known !== undefined) return known;
    const operation = { name, operands, value, ...(table && { table }) };
    places.set(key, list.length);
    ranges.push(rangeOf(operation, ranges));
    return list.push(operation) - 1;
  };
  const constant = (value: number) => emit("constant", [], value);
  const known = (a: number) => list[a]!.name === "constant" ? list[a]!.value : undefined;
  const is = (a: number, value: number) => list[a]!.name === "constant" && Object.is(list[a]!.value, value);

  const unary = (name: "sqrt" | "abs" | "exponent" | "significand") => (a: number) => {
    const x = known(a);
    return x === undefined ? emit(name, [a]) : constant(NUMBER_BITS[name](x));
  };
  /** `same` says which operand is the result by itself. */
  const binary = (
    name: "add" | "sub" | "mul" | "div" | "min" | "max",
    same: (a: number, b: number) => number | undefined,
    commutes = false,
  ) =>
  (a: number, b: number): number => {
    const x = known(a), y = known(b);
    if (x !== undefined && y !== undefined) return constant(NUMBER_BITS[name](x, y));
    return same(a, b) ?? emit(name, commutes && b < a ? [b, a] : [a, b]);
  };
  const choice = (name: "less" | "equal") => (a: number, b: number, yes: number, no: number): number => {
    const x = known(a), y = known(b);
    if (x !== undefined && y !== undefined) return (name === "less" ? x < y : x === y) ? yes : no;
    if (yes === no || (name === "less" && ranges[a]!.least >= ranges[b]!.most)) return no;
    // s or s + p is s + (−0 or p), and the choice does not wait for s
    const [s, p] = list[no]!.name === "add" ? list[no]!.operands : [];
    if (s === yes || p === yes) return bits.add(yes, choice(name)(a, b, constant(-0), (s === yes ? p : s)!));
    return emit("choose", [yes, no, emit(name, name === "equal" && b < a ? [b, a] : [a, b])]);
  };

  const mul = binary("mul", (a, b) => is(b, 1) ? a : is(a, 1) ? b : undefined, true);
  const div = binary("div", (a, b) => is(b, 1) ? a : undefined);
  const abs = unary("abs");
  const bits: Bits<number> = {
    constant,
    add: binary("add", (a, b) => is(a, -0) ? b : is(b, -0) ? a : undefined, true),
    sub: binary("sub", (a, b) => is(b, 0) ? a : undefined),
    mul,
    // to divide by a power of two is to multiply by its reciprocal
    div: (a, b) => {
      const reciprocal = reciprocalOf(known(b));
      return reciprocal === undefined ? div(a, b) : mul(a, constant(reciprocal));
    },
    sqrt: unary("sqrt"),
    // |x − y| is |y − x|
    abs: (a) => {
      const { name, operands } = list[a]!;
      const turned = name === "sub" ? places.get(keyOf(name, operands.toReversed(), 0, -1)) : undefined;
      return abs(turned ?? a);
    },
    min: binary("min", (a, b) => ranges[a]!.most <= ranges[b]!.least ? a : undefined),
    max: binary("max", (a, b) => ranges[a]!.least >= ranges[b]!.most ? a : undefined),
    ifLess: choice("less"),
    ifEqual: choice("equal"),
    lookup: (table, column, index) => emit("lookup", [index], column, table),
    exponent: unary("exponent"),
    significand: unary("significand"),
  };
  return { m: { ...bits, ...withElementary(bits) }, list, source: (name, index) => emit(name, [], index) };
}

function keyOf(name: OperationName, operands: readonly number[], value: number, table: number): string {
  return `${name} ${operands} ${Object.is(value, -0) ? "-0" : value} ${table}`;
}

function indexIn(tables: Table[], table: Table): number {
  return tables.includes(table) ? tables.indexOf(table) : tables.push(table) - 1;
}

/** The bounds of a value that may be NaN besides. */
interface Range {
  readonly least: number;
  readonly most: number;
}

const ANYTHING: Range = { least: -Infinity, most: Infinity };

/** `min` and `max` answer their first operand where the second is NaN, so of the second only a constant bounds them. */
function rangeOf({ name, operands, value }: Operation, ranges: readonly Range[]): Range {
  if (name === "constant") return Number.isNaN(value) ? ANYTHING : { least: value, most: value };
  if (name === "abs") return { least: 0, most: Infinity };
  if (name !== "min" && name !== "max") return ANYTHING;
  const a = ranges[operands[0]!]!, b = ranges[operands[1]!]!, { least, most } = b.least === b.most ? b : ANYTHING;
  return name === "min"
    ? { least: Math.min(a.least, b.least), most: Math.min(a.most, most) }
    : { least: Math.max(a.least, least), most: Math.max(a.most, b.most) };
}

/** 1/x where x is a power of two and 1/x is exact. */
function reciprocalOf(x: number | undefined): number | undefined {
  const size = Math.abs(x ?? NaN);
  return size > 1e-300 && size < 1e300 && NUMBER_BITS.significand(size) === 1 ? 1 / x! : undefined;
}
