/** What each field of a config may be. */
import { ACTIVATIONS } from "../components/activations.ts";
import type { EngineName } from "./config.ts";
import { constantByDefault, DATA_NAMES, DATA_WORDS, type Dataset, type NamedData } from "../components/datasets.ts";
import { INITIALIZERS } from "../components/initializers.ts";
import { LOSSES } from "../components/losses.ts";
import { OPTIMIZERS } from "../components/optimizers.ts";
import { InputError } from "../input/input_error.ts";
import {
  fieldPath,
  fields,
  finiteNumber,
  list,
  object,
  optional,
  type Read,
  reject,
  satisfying,
  trueOrFalse,
  wholeNumber,
  word,
} from "../input/readers.ts";
import { nearest } from "../input/suggestion.ts";
import { type Choice, type EntryTable, positive, type Setting } from "../components/settings.ts";

const MOST_UNITS = 4096;

/** The engines by name. */
export const ENGINE_NAMES: readonly EngineName[] = ["auto", "reference", "wasm"];

/** An entry of a table: its name, or an object with its name and settings; `more` are fields that belong to the place. */
function choice<More extends Readonly<Record<string, Read<unknown>>>>(
  what: string,
  table: EntryTable,
  more?: More,
): Read<Choice> {
  const names = Object.keys(table);
  const called = word(...names);
  return (value, path) => {
    const written = typeof value === "string" ? { name: value } : object(value, path);
    if (!Object.hasOwn(written, "name")) throw new InputError({ field: `${path}.name`, rule: "is missing" });
    const name = called(written.name, typeof value === "string" ? path : `${path}.name`);
    const settings = Object.entries(table[name]!.settings).map(([key, setting]) => [key, valueOf(setting)] as const);
    const shape = { name: called, ...Object.fromEntries(settings), ...more };
    const unknown = Object.keys(written).find((key) => !Object.hasOwn(shape, key));
    if (unknown !== undefined) {
      throw new InputError({
        field: fieldPath(path, unknown),
        rule: `is not a field of the ${what} "${name}"`,
        suggestion: nearest(unknown, Object.keys(shape)),
      });
    }
    return fields(shape)(written, path) as Choice;
  };
}

/** The value of a setting, which may be missing where it has a default. */
function valueOf<V extends number | string>({ rule, holds, default: byDefault }: Setting<V>): Read<V> {
  const read = satisfying(rule, holds);
  return byDefault === undefined ? read : optional(read, byDefault);
}

/** A list of numbers. */
export const row: Read<number[]> = list(finiteNumber, 1);

/** So many rows of so many numbers. */
export function matrix(rows: number, columns: number): Read<number[][]> {
  return (value, path) => {
    const read = list(row)(value, path);
    if (read.length !== rows) {
      throw new InputError({ field: path, rule: `must have ${rows} rows`, value: read.length, relation: "has" });
    }
    for (const [i, { length }] of read.entries()) {
      if (length !== columns) {
        throw new InputError({
          field: `${path}[${i}]`,
          rule: `must have ${columns} numbers`,
          value: length,
          relation: "has",
        });
      }
    }
    return read;
  };
}

const table: Read<Dataset> = (value, path) => {
  const { inputs, targets } = fields({ inputs: list(row, 1), targets: list((v) => v, 1) })(value, path);
  matrix(inputs.length, inputs[0]!.length)(inputs, `${path}.inputs`);
  if (targets.length !== inputs.length) {
    throw new InputError({
      field: `${path}.targets`,
      rule: `must have ${inputs.length} entries, one a row`,
      value: targets.length,
      relation: "has",
    });
  }
  if (!Array.isArray(targets[0])) return { inputs, targets: list(finiteNumber)(targets, `${path}.targets`) };
  const width = list(finiteNumber, 1)(targets[0], `${path}.targets[0]`).length;
  return { inputs, targets: matrix(inputs.length, width)(targets, `${path}.targets`) };
};

const namedData: Read<NamedData> = (value, path) => {
  const written = typeof value === "string" ? { name: value } : value;
  const at = typeof value === "string" ? path : `${path}.name`;
  const name: Read<string> = (given) => {
    if (typeof given === "string" && constantByDefault(given) !== undefined) return given;
    return reject(at, DATA_NAMES, given, DATA_WORDS);
  };
  const read = fields({
    name,
    encoding: optional(word("binary", "bipolar"), "binary" as const),
    constant: optional(trueOrFalse, undefined),
  })(written, path);
  return { ...read, constant: read.constant ?? constantByDefault(read.name)! };
};

/** A table, unless there is a name, or what belongs to a name and no inputs. */
const data: Read<Dataset | NamedData> = (value, path) => {
  if (typeof value === "string") return namedData(value, path);
  const written = object(value, path), has = (field: string) => Object.hasOwn(written, field);
  const isNamed = has("name") || !has("inputs") && (has("encoding") || has("constant"));
  return isNamed ? namedData(value, path) : table(value, path);
};

const layer = fields({
  units: wholeNumber(1, MOST_UNITS),
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

const order: Read<"fixed" | "shuffled" | readonly number[]> = (value, path) =>
  value === "fixed" || value === "shuffled"
    ? value
    : Array.isArray(value)
    ? list(wholeNumber(0))(value, path)
    : reject(path, '"fixed", "shuffled" or a permutation of the rows', value);

const nothingOr = <V>(read: Read<V>): Read<V | null> => (value, path) => value === null ? null : read(value, path);

/** A config as its fields stand, each read by itself. */
export const CONFIG = fields({
  data,
  network: fields({ inputs: wholeNumber(1, MOST_UNITS), layers: list(layer, 1) }),
  parameters: optional(list((value) => value), undefined),
  seed: optional(seed, undefined),
  initializer: optional(choice("initializer", INITIALIZERS, { biases: optional(biases, "drawn") }), undefined),
  loss: optional(
    nothingOr(choice("loss", LOSSES, { reduction: optional(word("mean", "sum"), "mean" as const) })),
    undefined,
  ),
  optimizer: choice("optimizer", OPTIMIZERS),
  batch: optional(batch, "full"),
  order: optional(order, "fixed"),
  epochs: optional(wholeNumber(0), undefined),
  steps: optional(wholeNumber(0), undefined),
  unit: optional(word("epoch", "step"), "epoch" as const),
  checkpoints: optional(nothingOr(list(wholeNumber(0), 1)), null),
  gradient: optional(trueOrFalse, false),
  check: optional(
    fields({ every: optional(wholeNumber(1), 10), tolerance: valueOf(positive(0.1)) }),
    { every: 10, tolerance: 0.1 },
  ),
  stop: optional(nothingOr(fields({ maxError: valueOf(positive()) })), null),
  engine: optional(word(...ENGINE_NAMES), "auto" as const),
});
