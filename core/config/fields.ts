/** Readers of the fields of a config, each on its own. */
import { ACTIVATIONS } from "../components/activations.ts";
import { INITIALIZERS } from "../components/initializers.ts";
import { LOSSES } from "../components/losses.ts";
import { OPTIMIZERS } from "../components/optimizers.ts";
import { type Choice, type EntryTable, positive, type Setting } from "../components/settings.ts";
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
import { ENGINE_NAMES } from "./config.ts";
import { data } from "./data_fields.ts";

const MAX_UNITS = 4096;

/** An entry of `table` by name, or an object of its name, its settings and `more` fields. */
function choice<More extends Readonly<Record<string, Read<unknown>>>>(
  kind: string,
  table: EntryTable,
  more?: More,
): Read<Choice> {
  const readName = word(...Object.keys(table));
  return (value, path) => {
    const isName = typeof value === "string", given = isName ? { name: value } : object(value, path);
    if (!Object.hasOwn(given, "name")) throw new InputError({ field: `${path}.name`, rule: "is missing" });
    const name = readName(given.name, isName ? path : `${path}.name`);
    const settings = Object.entries(table[name]!.settings).map(([key, setting]) => [key, valueOf(setting)] as const);
    const shape = { name: readName, ...Object.fromEntries(settings), ...more };
    const unknown = Object.keys(given).find((key) => !Object.hasOwn(shape, key));
    if (unknown !== undefined) {
      throw new InputError({
        field: fieldPath(path, unknown),
        rule: `is not a field of the ${kind} "${name}"`,
        suggestion: nearest(unknown, Object.keys(shape)),
      });
    }
    return fields(shape)(given, path) as Choice;
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

const nullOr = <V>(read: Read<V>): Read<V | null> => (value, path) => value === null ? null : read(value, path);

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
