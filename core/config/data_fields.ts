/** Readers of matrices and data sets. */
import {
  DATA_NAME_RULE,
  DATA_NAMES,
  type Dataset,
  hasConstantByDefault,
  type NamedData,
} from "../components/datasets.ts";
import {
  fields,
  finiteNumber,
  list,
  object,
  optional,
  type Read,
  reject,
  requireLength,
  trueOrFalse,
  word,
} from "../input/readers.ts";

/** A list of at least one number. */
export const row: Read<number[]> = list(finiteNumber, 1);

/** A matrix of the given shape. */
export function matrix(rows: number, columns: number): Read<number[][]> {
  return (value, path) => {
    const read = list(row)(value, path);
    requireLength(read, rows, "rows", path);
    for (const [i, entries] of read.entries()) requireLength(entries, columns, "numbers", `${path}[${i}]`);
    return read;
  };
}

const dataset: Read<Dataset> = (value, path) => {
  const { inputs, targets } = fields({ inputs: list(row, 1), targets: list((v) => v, 1) })(value, path);
  matrix(inputs.length, inputs[0]!.length)(inputs, `${path}.inputs`);
  requireLength(targets, inputs.length, "entries, one a row", `${path}.targets`);
  if (!Array.isArray(targets[0])) return { inputs, targets: list(finiteNumber)(targets, `${path}.targets`) };
  const width = list(finiteNumber, 1)(targets[0], `${path}.targets[0]`).length;
  return { inputs, targets: matrix(inputs.length, width)(targets, `${path}.targets`) };
};

const namedData: Read<NamedData> = (value, path) => {
  const isName = typeof value === "string", namePath = isName ? path : `${path}.name`;
  const name: Read<string> = (given) =>
    typeof given === "string" && hasConstantByDefault(given) !== undefined
      ? given
      : reject(namePath, DATA_NAME_RULE, given, DATA_NAMES);
  const read = fields({
    name,
    encoding: optional(word("binary", "bipolar"), "binary" as const),
    constant: optional(trueOrFalse, undefined),
  })(isName ? { name: value } : value, path);
  return { ...read, constant: read.constant ?? hasConstantByDefault(read.name)! };
};

/** Data by name if it has a name, or options of named data but no inputs; a data set otherwise. */
export const data: Read<Dataset | NamedData> = (value, path) => {
  if (typeof value === "string") return namedData(value, path);
  const given = object(value, path), has = (field: string) => Object.hasOwn(given, field);
  const isNamed = has("name") || !has("inputs") && (has("encoding") || has("constant"));
  return isNamed ? namedData(value, path) : dataset(value, path);
};
