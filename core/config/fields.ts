/** Readers of the fields of a config, each on its own. */
import { ACTIVATIONS } from "../components/activations.ts";
import { INITIALIZERS } from "../components/initializers.ts";
import { LOSSES } from "../components/losses.ts";
import { OPTIMIZERS } from "../components/optimizers.ts";
import { SCHEDULES } from "../components/schedules.ts";
import { type Choice, type EntryTable, positive, settingValue } from "../components/settings.ts";
import { schemaOf, withSchema } from "../input/json_schema.ts";
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
import { data, objectOrName, row, seed } from "./data_fields.ts";

const MAX_UNITS = 4096;

/** An entry of `table` by name, or an object of its name, its settings and `more` fields; absent ones are left out. */
export function choice(
  kind: string,
  table: EntryTable,
  more: Readonly<Record<string, Read<unknown>>> = {},
): Read<Choice> {
  const readName = word(...Object.keys(table));
  const entries = new Map(
    Object.entries(table).map(([name, { settings }]) => {
      const shape = Object.entries(settings).map(([key, setting]) => {
        const read = settingValue(setting);
        return [key, setting.isOptional ? optional(read, undefined) : read] as const;
      });
      return [name, fields({ name: word(name), ...Object.fromEntries(shape), ...more }, `the ${kind} "${name}"`)];
    }),
  );
  const schemas = [...entries].map(([name, read]) => ({ name, schema: schemaOf(read) }));
  // a name alone is enough where nothing else is required
  const names = schemas.flatMap(({ name, schema }) => (schema.required as string[]).length === 1 ? [name] : []);
  const schema = { anyOf: [...names.length > 0 ? [{ enum: names }] : [], ...schemas.map(({ schema }) => schema)] };
  return withSchema(schema, (value, path) => {
    const isName = typeof value === "string", given = isName ? { name: value } : objectOrName(value, path);
    if (!Object.hasOwn(given, "name")) fail(`${path}.name`, "is missing");
    const name = readName(given.name, isName ? path : `${path}.name`);
    const read = entries.get(name)!(given, path);
    return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Choice;
  });
}

const layer = fields({
  units: wholeNumber(1, MAX_UNITS),
  activation: choice("activation", ACTIVATIONS),
  bias: trueOrFalse,
});

/** One of the words, or what `read` accepts; `rule` names both, for values that look like neither. */
function wordOr<const W extends string, V>(
  words: readonly W[],
  rule: string,
  looksLike: (value: unknown) => boolean,
  read: Read<V>,
): Read<W | V> {
  return withSchema({ anyOf: [{ enum: words }, schemaOf(read)] }, (value, path) => {
    if ((words as readonly unknown[]).includes(value)) return value as W;
    return looksLike(value) ? read(value, path) : reject(path, rule, value);
  });
}

const biases = wordOr(["drawn"], "", () => true, finiteNumber);
const batch = wordOr(
  ["online", "full"],
  '"online", "full" or a whole number of at least 1',
  (value) => typeof value === "number" && value >= 1,
  wholeNumber(1),
);
const order: Read<"fixed" | "shuffled" | readonly number[]> = wordOr(
  ["fixed", "shuffled"],
  '"fixed", "shuffled" or a permutation of the rows',
  Array.isArray,
  list(wholeNumber(0)),
);

/** The parameters of each layer; their shapes follow from the network, so that they are read after it. */
const parameters = withSchema(
  schemaOf(list(fields({ W: list(row, 1), b: optional(row, undefined) }))),
  list((value) => value),
);

const schedule = choice("schedule", SCHEDULES);

/** The schemas that others refer to by name. */
export const SCHEMA_DEFINITIONS = { schedule: schemaOf(schedule) };

/** The schedule of an optimiser, by reference: every optimiser takes the same. */
const scheduleField = optional(
  withSchema({ $ref: "#/definitions/schedule" }, (value, path) => schedule(value, path)),
  undefined,
);

/** The fields of a config, read each on its own. */
export type ConfigFields = ReturnType<typeof readConfigFields>;

/** Reads all fields of a config, without the rules between them. */
export const readConfigFields = fields({
  $schema: optional(satisfying("a text", (value) => typeof value === "string", { type: "string" }), undefined),
  data,
  network: fields({ inputs: wholeNumber(1, MAX_UNITS), layers: list(layer, 1) }),
  parameters: optional(parameters, undefined),
  seed: optional(seed, undefined),
  initializer: optional(choice("initializer", INITIALIZERS, { biases: optional(biases, "drawn") }), undefined),
  loss: optional(
    nullOr(choice("loss", LOSSES, { reduction: optional(word("mean", "sum"), "mean" as const) })),
    undefined,
  ),
  optimizer: choice("optimizer", OPTIMIZERS, { schedule: scheduleField }),
  batch: optional(batch, "full"),
  order: optional(order, "fixed"),
  epochs: optional(wholeNumber(0), undefined),
  steps: optional(wholeNumber(0), undefined),
  unit: optional(word("epoch", "step"), "epoch" as const),
  checkpoints: optional(nullOr(list(wholeNumber(0), 1)), null),
  gradient: optional(trueOrFalse, false),
  check: optional(
    fields({ every: optional(wholeNumber(1), 10), tolerance: settingValue(positive(0.1)) }),
    { every: 10, tolerance: 0.1 },
  ),
  stop: optional(nullOr(fields({ maxError: settingValue(positive()) })), null),
  engine: optional(word(...ENGINE_NAMES), "auto" as const),
});
