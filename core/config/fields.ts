/** Readers of the fields of a config, each on its own. */
import { ACTIVATIONS } from "../components/activations.ts";
import {
  DATA_NAME_RULE,
  DATA_NAMES,
  type Dataset,
  hasConstantByDefault,
  type NamedData,
} from "../components/datasets.ts";
import { INITIALIZERS } from "../components/initializers.ts";
import { LOSSES } from "../components/losses.ts";
import { OPTIMIZERS } from "../components/optimizers.ts";
import { type Choice, type EntryTable, positive, type Setting } from "../components/settings.ts";
import {
  fail,
  fields,
  finiteNumber,
  isObject,
  list,
  nullOr,
  optional,
  type Read,
  reject,
  requireLength,
  satisfying,
  trueOrFalse,
  wholeNumber,
  word,
} from "../input/readers.ts";
import { ENGINE_NAMES } from "./config.ts";

const MAX_UNITS = 4096;

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

/** The object of a field that also takes a name, which the caller has read already. */
const objectOrName = satisfying("an object or a name", isObject);

/** Data by name if it has a name, or options of named data but no inputs; a data set otherwise. */
const data: Read<Dataset | NamedData> = (value, path) => {
  if (typeof value === "string") return namedData(value, path);
  const given = objectOrName(value, path), has = (field: string) => Object.hasOwn(given, field);
  const isNamed = has("name") || !has("inputs") && (has("encoding") || has("constant"));
  return isNamed ? namedData(value, path) : dataset(value, path);
};

/** An entry of `table` by name, or an object of its name, its settings and `more` fields. */
function choice(kind: string, table: EntryTable, more: Readonly<Record<string, Read<unknown>>> = {}): Read<Choice> {
  const readName = word(...Object.keys(table));
  return (value, path) => {
    const isName = typeof value === "string", given = isName ? { name: value } : objectOrName(value, path);
    if (!Object.hasOwn(given, "name")) fail(`${path}.name`, "is missing");
    const name = readName(given.name, isName ? path : `${path}.name`);
    const settings = Object.entries(table[name]!.settings).map(([key, setting]) => [key, valueOf(setting)] as const);
    const shape = { name: readName, ...Object.fromEntries(settings), ...more };
    return fields(shape, `the ${kind} "${name}"`)(given, path) as Choice;
  };
}

/** The value of a setting, optional if the setting has a default. */
function valueOf<V extends number | string>({ rule, isValid, default: byDefault }: Setting<V>): Read<V> {
  const read = satisfying(rule, isValid);
  return byDefault === undefined ? read : optional(read, byDefault);
}

const layer = fields({
  units: wholeNumber(1, MAX_UNITS),
  activation: choice("activation", ACTIVATIONS),
  bias: trueOrFalse,
});

const biases: Read<number | "drawn"> = (value, path) => value === "drawn" ? "drawn" : finiteNumber(value, path);

const seed: Read<number | string> = (value, path) => {
  if (typeof value === "string") return value;
  return Number.isInteger(value)
    ? wholeNumber(Number.MIN_SAFE_INTEGER)(value, path)
    : reject(path, "a whole number or a text", value);
};

const batch: Read<"online" | "full" | number> = (value, path) => {
  if (value === "online" || value === "full") return value;
  return typeof value === "number" && value >= 1
    ? wholeNumber(1)(value, path)
    : reject(path, '"online", "full" or a whole number of at least 1', value);
};

const order: Read<"fixed" | "shuffled" | readonly number[]> = (value, path) => {
  if (value === "fixed" || value === "shuffled") return value;
  return Array.isArray(value)
    ? list(wholeNumber(0))(value, path)
    : reject(path, '"fixed", "shuffled" or a permutation of the rows', value);
};

/** The fields of a config, read each on its own. */
export type ConfigFields = ReturnType<typeof readConfigFields>;

/** Reads all fields of a config, without the rules between them. */
export const readConfigFields = fields({
  data,
  network: fields({ inputs: wholeNumber(1, MAX_UNITS), layers: list(layer, 1) }),
  parameters: optional(list((value) => value), undefined),
  seed: optional(seed, undefined),
  initializer: optional(choice("initializer", INITIALIZERS, { biases: optional(biases, "drawn") }), undefined),
  loss: optional(
    nullOr(choice("loss", LOSSES, { reduction: optional(word("mean", "sum"), "mean" as const) })),
    undefined,
  ),
  optimizer: choice("optimizer", OPTIMIZERS),
  batch: optional(batch, "full"),
  order: optional(order, "fixed"),
  epochs: optional(wholeNumber(0), undefined),
  steps: optional(wholeNumber(0), undefined),
  unit: optional(word("epoch", "step"), "epoch" as const),
  checkpoints: optional(nullOr(list(wholeNumber(0), 1)), null),
  gradient: optional(trueOrFalse, false),
  check: optional(
    fields({ every: optional(wholeNumber(1), 10), tolerance: valueOf(positive(0.1)) }),
    { every: 10, tolerance: 0.1 },
  ),
  stop: optional(nullOr(fields({ maxError: valueOf(positive()) })), null),
  engine: optional(word(...ENGINE_NAMES), "auto" as const),
});
