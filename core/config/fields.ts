/** Readers of the fields of a config, each on its own. */
import { ACTIVATIONS } from "../components/activations.ts";
import { INITIALIZERS } from "../components/initializers.ts";
import { LOSSES } from "../components/losses.ts";
import { OPTIMIZERS } from "../components/optimizers.ts";
import { SCHEDULES } from "../components/schedules.ts";
import { type Choice, type EntryTable, positive, type Setting } from "../components/settings.ts";
import {
  fail,
  fields,
  finiteNumber,
  list,
  nullOr,
  optional,
  type Read,
  reject,
  satisfying,
  trueOrFalse,
  wholeNumber,
  word,
} from "../input/readers.ts";
import { ENGINE_NAMES } from "./config.ts";
import { data, objectOrName, seed } from "./data_fields.ts";

const MAX_UNITS = 4096;

/** An entry of `table` by name, or an object of its name, its settings and `more` fields; absent ones are left out. */
export function choice(
  kind: string,
  table: EntryTable,
  more: Readonly<Record<string, Read<unknown>>> = {},
): Read<Choice> {
  const readName = word(...Object.keys(table));
  return (value, path) => {
    const isName = typeof value === "string", given = isName ? { name: value } : objectOrName(value, path);
    if (!Object.hasOwn(given, "name")) fail(`${path}.name`, "is missing");
    const name = readName(given.name, isName ? path : `${path}.name`);
    const settings = Object.entries(table[name]!.settings).map(([key, setting]) => {
      const read = valueOf(setting);
      return [key, setting.isOptional ? optional(read, undefined) : read] as const;
    });
    const shape = { name: readName, ...Object.fromEntries(settings), ...more };
    const read = fields(shape, `the ${kind} "${name}"`)(given, path);
    return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Choice;
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
  optimizer: choice("optimizer", OPTIMIZERS, { schedule: optional(choice("schedule", SCHEDULES), undefined) }),
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
