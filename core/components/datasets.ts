/** Data sets: rows as given, truth tables by name, and points drawn from a seed. */
import {
  drawPoints,
  type GeneratedData,
  type LabelledPoint,
  POINT_SETS,
  type PointSetName,
  trainingCountOf,
} from "./point_sets.ts";

/** Rows of inputs and targets; truth tables are in the order 00, 01, 10, 11. */
export interface DataTable {
  /** One array per row. */
  readonly inputs: readonly (readonly number[])[];
  /** One number per row, or one array per row if the network has several outputs. */
  readonly targets: readonly number[] | readonly (readonly number[])[];
}

/** The rows to train on, and rows as wide that are only evaluated. */
export interface Dataset extends DataTable {
  /** The test set; absent if there is none. */
  readonly test?: DataTable;
}

/** A data set by name, with the encoding of its inputs. */
export interface NamedData {
  /** One of FUNCTIONS_OF_TWO, `lecture`, `parity<n>` or `function<n>:<number>`, with n from 1 to 8 inputs. */
  readonly name: string;
  /** Inputs as 0 and 1, or as −1 and 1. Targets are 0 and 1 either way. */
  readonly encoding: "binary" | "bipolar";
  /** Whether each row ends in a constant 1, which acts as a bias. */
  readonly constant: boolean;
}

/** The sixteen Boolean functions of two inputs; the targets of function n are the bits of n, most significant first. */
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

/** Maximum number of inputs of a truth table: 256 rows. */
const MAX_INPUTS = 8;

const POINT_SET_NAMES = Object.keys(POINT_SETS) as readonly PointSetName[];

/** The rule for the names of data sets; completes "must be …". */
export const DATA_NAME_RULE = `one of ${
  [...FUNCTIONS_OF_TWO, ...POINT_SET_NAMES].join(", ")
}, lecture, parity<n> or function<n>:<number> with n from 1 to ${MAX_INPUTS}`;

/** The names of truth tables, except `function<n>:<number>`. */
export const TABLE_NAMES: readonly string[] = [
  ...FUNCTIONS_OF_TWO,
  "lecture",
  ...Array.from({ length: MAX_INPUTS }, (_, i) => `parity${i + 1}`),
];

/** The names of data sets, except `function<n>:<number>`. */
export const DATA_NAMES: readonly string[] = [...TABLE_NAMES, ...POINT_SET_NAMES];

/** Whether a name is that of a set of points. */
export function isPointSetName(name: string): name is PointSetName {
  return Object.hasOwn(POINT_SETS, name);
}

/** Whether a truth table has the constant column by default; undefined if no table has this name. */
export function hasConstantByDefault(name: string): boolean | undefined {
  return truthTable(name) && name === "lecture";
}

/**
 * Returns a data set: as given, looked up by name, or drawn from its seed.
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
 * Throws a RangeError if no data set has this name.
 */
export function datasetOf(data: Dataset | NamedData | GeneratedData): Dataset {
  if (!("name" in data)) return data;
  const dataset = datasets.get(data) ?? ("points" in data ? generatedDataset(data) : truthTableDataset(data));
  datasets.set(data, dataset);
  return dataset;
}

/** Runs of one setting share the data of their config, and so their data set. */
const datasets = new WeakMap<NamedData | GeneratedData, Dataset>();

function truthTableDataset({ name, encoding, constant }: NamedData): Dataset {
  const table = truthTable(name);
  if (!table) throw new RangeError(`Cannot make the data set "${name}": its name must be ${DATA_NAME_RULE}`);
  const rows = Array.from({ length: 1 << table.inputs }, (_, row) => row), zero = encoding === "binary" ? 0 : -1;
  return {
    inputs: rows.map((row) => {
      const bits = Array.from({ length: table.inputs }, (_, i) => row >> (table.inputs - 1 - i) & 1 ? 1 : zero);
      return constant ? [...bits, 1] : bits;
    }),
    targets: rows.map(table.value),
  };
}

/** The generated sets used last, by their options: configs that are read one by one do not share their data. */
const generated = new Map<string, Dataset>();
const MAX_GENERATED = 16;

function generatedDataset(data: GeneratedData): Dataset {
  const { name, points, noise, split, balance, seed, constant } = data;
  const key = JSON.stringify([name, points, noise, split, balance, String(seed), constant]);
  const dataset = generated.get(key) ?? createGeneratedDataset(data);
  generated.delete(key);
  generated.set(key, dataset);
  if (generated.size > MAX_GENERATED) generated.delete(generated.keys().next().value!);
  return dataset;
}

function createGeneratedDataset(data: GeneratedData): Dataset {
  const points = drawPoints(data), trainingCount = trainingCountOf(data);
  const tableOf = (points: readonly LabelledPoint[]): DataTable => ({
    inputs: points.map(({ inputs }) => data.constant ? [...inputs, 1] : inputs),
    targets: points.map(({ target }) => target),
  });
  const training = tableOf(points.slice(0, trainingCount));
  return trainingCount < points.length ? { ...training, test: tableOf(points.slice(trainingCount)) } : training;
}

const parity = (row: number) => Array.from({ length: MAX_INPUTS }, (_, i) => row >> i & 1).reduce((a, b) => a ^ b);

/** A truth table: the number of inputs, and the value for row 0 … 2^n − 1. */
function truthTable(name: string) {
  if (name === "lecture") return functionByNumber(2, 3n);
  const index = (FUNCTIONS_OF_TWO as readonly string[]).indexOf(name);
  if (index >= 0) return functionByNumber(2, BigInt(index));
  const [, kind, digits, number] = /^(?:(parity|function)([1-9]))(?::(0|[1-9]\d*))?$/.exec(name) ?? [];
  const inputs = Number(digits);
  if (!kind || inputs > MAX_INPUTS || (kind === "function") !== (number !== undefined)) return undefined;
  if (kind === "parity") return { inputs, value: parity };
  return BigInt(number!) < 1n << (1n << BigInt(inputs)) ? functionByNumber(inputs, BigInt(number!)) : undefined;
}

function functionByNumber(inputs: number, number: bigint) {
  const last = (1 << inputs) - 1;
  return { inputs, value: (row: number) => number >> BigInt(last - row) & 1n ? 1 : 0 };
}
