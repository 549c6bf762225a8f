/** The truth tables that small nets learn. */

/** Rows of inputs and what each should answer; the rows stand in the order 00, 01, 10, 11. */
export interface Dataset {
  /** One array a row. */
  readonly inputs: readonly (readonly number[])[];
  /** A number a row, or an array a row where the net has several outputs. */
  readonly targets: readonly number[] | readonly (readonly number[])[];
}

/** A data set by name, with the way its inputs are written. */
export interface NamedData {
  /** One of FUNCTIONS_OF_TWO, `lecture`, `parity<n>` or `function<n>:<number>`, with n from 1 to 8 inputs. */
  readonly name: string;
  /** Inputs as 0 and 1, or as −1 and 1. Targets are 0 and 1 either way. */
  readonly encoding: "binary" | "bipolar";
  /** Whether each row ends in a constant 1, as the lecture writes a bias. */
  readonly constant: boolean;
}

/** The sixteen functions of two inputs, by number: function n answers the bits of n, its first row the highest. */
export const FUNCTIONS_OF_TWO = [
  "false",
  "and",
  "notImplies",
  "x1",
  "notImpliedBy",
  "x2",
  "xor",
  "or",
  "nor",
  "xnor",
  "not2",
  "impliedBy",
  "not1",
  "implies",
  "nand",
  "true",
] as const;

/** The most inputs a truth table may have: 256 rows. */
const MOST_INPUTS = 8;

/** The rule that a data set's name must follow, in words. */
export const DATA_NAMES = `one of ${
  FUNCTIONS_OF_TWO.join(", ")
}, lecture, parity<n> or function<n>:<number> with n from 1 to ${MOST_INPUTS}`;

/** The names that need no number of their own. */
export const DATA_WORDS: readonly string[] = [
  ...FUNCTIONS_OF_TWO,
  "lecture",
  ...Array.from({ length: MOST_INPUTS }, (_, i) => `parity${i + 1}`),
];

/** A function of n inputs: its value for each row 0 … 2^n − 1. */
interface TruthTable {
  readonly inputs: number;
  readonly value: (row: number) => number;
  /** Whether the constant column comes with it unless it is declined. */
  readonly constant?: true;
}

/** Whether the table named so has the constant column unless told otherwise; undefined where there is no such table. */
export function constantByDefault(name: string): boolean | undefined {
  const table = truthTable(name);
  return table && table.constant === true;
}

/**
 * The rows of a named data set.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { datasetOf } from "../../mod.ts";
 *
 * const { inputs, targets } = datasetOf({ name: "xor", encoding: "bipolar", constant: false });
 * assertEquals(inputs, [[-1, -1], [-1, 1], [1, -1], [1, 1]]);
 * assertEquals(targets, [0, 1, 1, 0]);
 * ```
 *
 * Throws a RangeError where there is no such data set.
 */
export function datasetOf({ name, encoding, constant }: NamedData): Dataset {
  const table = truthTable(name);
  if (!table) throw new RangeError(`Cannot make the data set "${name}": its name must be ${DATA_NAMES}`);
  const rows = Array.from({ length: 1 << table.inputs }, (_, row) => row);
  const off = encoding === "binary" ? 0 : -1;
  return {
    inputs: rows.map((row) => {
      const bits = Array.from({ length: table.inputs }, (_, i) => row >> (table.inputs - 1 - i) & 1 ? 1 : off);
      return constant ? [...bits, 1] : bits;
    }),
    targets: rows.map(table.value),
  };
}

function truthTable(name: string): TruthTable | undefined {
  if (name === "lecture") return { ...numbered(2, 3n), constant: true };
  const known = (FUNCTIONS_OF_TWO as readonly string[]).indexOf(name);
  if (known >= 0) return numbered(2, BigInt(known));
  const [, kind, digits, number] = /^(?:(parity|function)([1-9]))(?::(0|[1-9]\d*))?$/.exec(name) ?? [];
  const inputs = Number(digits);
  if (!kind || inputs > MOST_INPUTS || (kind === "function") !== (number !== undefined)) return undefined;
  if (kind === "parity") return { inputs, value: parity };
  return BigInt(number!) < 1n << (1n << BigInt(inputs)) ? numbered(inputs, BigInt(number!)) : undefined;
}

function numbered(inputs: number, number: bigint): TruthTable {
  const last = (1 << inputs) - 1;
  return { inputs, value: (row) => number >> BigInt(last - row) & 1n ? 1 : 0 };
}

function parity(row: number): number {
  let ones = 0;
  for (let rest = row; rest > 0; rest >>= 1) ones += rest & 1;
  return ones % 2;
}
