/** Conditions on the rows of a table, as data. */
import { columnOf, type ColumnTable, type ColumnValues, isOneOf, numbersOf } from "./column_table.ts";

/** A number, or the value of another column in the same row. */
export type Bound<R> = number | { readonly column: NumberColumn<R> };

/** The names of the columns of a row that hold numbers. */
export type NumberColumn<R> = Extract<
  { [K in keyof R]-?: number extends NonNullable<R[K]> ? K : never }[keyof R],
  string
>;

/** The names of the columns of a row that hold text. */
export type TextColumn<R> = Extract<
  { [K in keyof R]-?: string extends NonNullable<R[K]> ? K : never }[keyof R],
  string
>;

/** Tests of a number, all of which must hold; a missing value passes none but `missing`. */
export interface NumberTest<R> {
  /** Larger than this. */
  readonly above?: Bound<R>;
  /** Smaller than this. */
  readonly below?: Bound<R>;
  /** Not smaller than this. */
  readonly atLeast?: Bound<R>;
  /** Not larger than this. */
  readonly atMost?: Bound<R>;
  /** Equal to this. */
  readonly equals?: Bound<R>;
  /** With `within`: |value − near| < within. */
  readonly near?: Bound<R>;
  /** The distance that goes with `near`. */
  readonly within?: number;
  /** Whether the value is missing. */
  readonly missing?: boolean;
}

/** Tests of a text or truth value. */
export interface WordTest<R> {
  /** Another column of the same type. */
  readonly equals?: { readonly column: Extract<keyof R, string> };
  /** Whether the value is missing. */
  readonly missing?: boolean;
}

/** A test of one column: a value to equal, a list of values, or an object of tests. */
export type ColumnTest<R, V> =
  | (V extends number ? number | readonly number[] | NumberTest<R> : never)
  | (V extends string ? string | readonly string[] | WordTest<R> : never)
  | (V extends boolean ? boolean | WordTest<R> : never);

/**
 * A condition on rows of type R: a test for each column named, all of which must hold, or a combination.
 *
 * Examples: `{ solved: true }`, `{ output: { near: 0.5, within: 0.01 } }`, `{ after: { above: { column: "before" } } }`.
 */
export type Condition<R> =
  | { readonly [K in keyof R]?: ColumnTest<R, NonNullable<R[K]>> }
  | { readonly all: readonly Condition<R>[] }
  | { readonly any: readonly Condition<R>[] }
  | { readonly not: Condition<R> };

/** A condition on rows of any table. */
export type AnyCondition = Readonly<Record<string, unknown>>;

/** The names that combine conditions; no column may have one of them. */
export const COMBINATORS: readonly string[] = ["all", "any", "not"];

type RowTest = (row: number) => boolean;

/** Compiles a condition to a test of rows by index. Throws a RangeError if it names an unknown column or test. */
export function compileCondition(condition: AnyCondition, table: ColumnTable): RowTest {
  const compile = (part: unknown) => compileCondition(part as AnyCondition, table);
  const tests = Object.entries(condition).map(([name, part]): RowTest => {
    if (name === "not") {
      const test = compile(part);
      return (row) => !test(row);
    }
    if (!COMBINATORS.includes(name)) return compileColumnTest(columnOf(table, name), part, table);
    const parts = (part as readonly unknown[]).map(compile);
    return name === "all" ? (row) => parts.every((test) => test(row)) : (row) => parts.some((test) => test(row));
  });
  return (row) => tests.every((test) => test(row));
}

function compileColumnTest(values: ColumnValues, test: unknown, table: ColumnTable): RowTest {
  if (typeof test !== "object" || Array.isArray(test)) return isOneOf(values, [test].flat());
  const tests = test as Readonly<Record<string, unknown>>;
  const parts = Object.entries(tests).filter(([name]) => name !== "within").map(([name, bound]): RowTest => {
    if (name === "missing") return (row) => isMissing(values, row) === bound;
    if (name === "equals" && values.type !== "number") return isEqual(values, bound as { column: string }, table);
    if (values.type !== "number") throw new RangeError(`Cannot judge a claim: "${name}" tests numbers only`);
    return compileNumberTest(name, values.values, bound, tests.within as number, table);
  });
  return (row) => parts.every((part) => part(row));
}

function isMissing(values: ColumnValues, row: number): boolean {
  if (values.type === "number") return Number.isNaN(values.values[row]);
  return (values.type === "text" ? values.codes : values.values)[row]! < 0;
}

function isEqual(values: ColumnValues, { column }: { readonly column: string }, table: ColumnTable): RowTest {
  const other = columnOf(table, column);
  if (values.type === "text" && other.type === "text") {
    return (row) => values.codes[row]! >= 0 && values.words[values.codes[row]!] === other.words[other.codes[row]!];
  }
  if (values.type === "boolean" && other.type === "boolean") {
    return (row) => values.values[row]! >= 0 && values.values[row] === other.values[row];
  }
  throw new RangeError(`Cannot judge a claim: the column "${column}" of ${table.name}.csv has another type`);
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number, within: number) => boolean>> = {
  above: (value, bound) => value > bound,
  below: (value, bound) => value < bound,
  atLeast: (value, bound) => value >= bound,
  atMost: (value, bound) => value <= bound,
  equals: (value, bound) => value === bound,
  near: (value, bound, within) => Math.abs(value - bound) < within,
};

/** A comparison with NaN, a missing value, is false. */
function compileNumberTest(
  name: string,
  values: Float64Array,
  bound: unknown,
  within: number,
  table: ColumnTable,
): RowTest {
  const compare = Object.hasOwn(COMPARISONS, name) ? COMPARISONS[name]! : undefined;
  if (!compare) throw new RangeError(`Cannot judge a claim: there is no test "${name}"`);
  if (typeof bound === "number") return (row) => compare(values[row]!, bound, within);
  const bounds = numbersOf(table, (bound as { readonly column: string }).column);
  return (row) => compare(values[row]!, bounds[row]!, within);
}

/** The columns that a condition reads. */
export function columnsRead(condition: AnyCondition): string[] {
  return Object.entries(condition).flatMap(([name, part]) => {
    if (COMBINATORS.includes(name)) return [part].flat().flatMap((each) => columnsRead(each as AnyCondition));
    const bounds = typeof part === "object" && part !== null ? Object.values(part) : [];
    return [name, ...bounds.flatMap((bound) => typeof bound === "object" && bound !== null ? [bound.column] : [])];
  });
}
