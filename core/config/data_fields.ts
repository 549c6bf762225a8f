/** Readers of a config's `data`. */
import {
  DATA_NAME_RULE,
  DATA_NAMES,
  type Dataset,
  type DataTable,
  hasConstantByDefault,
  type NamedData,
  TABLE_NAMES,
} from "../components/datasets.ts";
import { type GeneratedData, MAX_POINTS, POINT_SETS, type PointSetName } from "../components/point_sets.ts";
import { notNegative, settingValue } from "../components/settings.ts";
import { schemaOf, withSchema } from "../input/json_schema.ts";
import {
  fields,
  finiteNumber,
  isObject,
  list,
  object,
  optional,
  type Read,
  reject,
  requireLength,
  satisfying,
  trueOrFalse,
  wholeNumber,
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

/** A seed: an integer, or any text. */
export const seed: Read<number | string> = withSchema(
  { anyOf: [schemaOf(wholeNumber(Number.MIN_SAFE_INTEGER)), { type: "string" }] },
  (value, path) => {
    if (typeof value === "string") return value;
    return Number.isInteger(value)
      ? wholeNumber(Number.MIN_SAFE_INTEGER)(value, path)
      : reject(path, "a whole number or a text", value);
  },
);

/** The object of a field that also takes a name, which the caller has read already. */
export const objectOrName = satisfying("an object or a name", isObject);

const tableShape = {
  inputs: list(row, 1),
  targets: withSchema(
    { anyOf: [schemaOf(list(finiteNumber, 1)), schemaOf(list(row, 1))] },
    list<unknown>((target) => target, 1),
  ),
};
const tableFields = fields(tableShape);

/** Rows as wide as those of `model`, or else as the first row. */
function table(model?: DataTable): Read<DataTable> {
  return (value, path) => {
    const { inputs, targets } = tableFields(value, path);
    const [firstInputs, firstTargets] = [(model?.inputs ?? inputs)[0]!, (model?.targets ?? targets)[0]];
    matrix(inputs.length, firstInputs.length)(inputs, `${path}.inputs`);
    requireLength(targets, inputs.length, "entries, one per row", `${path}.targets`);
    if (!Array.isArray(firstTargets)) return { inputs, targets: list(finiteNumber)(targets, `${path}.targets`) };
    const width = list(finiteNumber, 1)(firstTargets, `${path}.targets[0]`).length;
    return { inputs, targets: matrix(inputs.length, width)(targets, `${path}.targets`) };
  };
}

const dataset: Read<Dataset> = (value, path) => {
  const { test, ...training } = object(value, path);
  const read = table()(training, path);
  return test === undefined ? read : { ...read, test: table(read)(test, `${path}.test`) };
};

const fraction = satisfying(
  "a number from 0 to 1",
  (value): value is number => typeof value === "number" && value >= 0 && value <= 1,
  { type: "number", minimum: 0, maximum: 1 },
);
const splitFraction = satisfying(
  "a number above 0 and at most 1",
  (value): value is number => typeof value === "number" && value > 0 && value <= 1,
  { type: "number", exclusiveMinimum: 0, maximum: 1 },
);

/** The options of a set of points. */
function generatedData(name: PointSetName): Read<GeneratedData> {
  const shape = {
    name: word(name),
    points: optional(wholeNumber(2, MAX_POINTS), 100),
    noise: settingValue(notNegative(POINT_SETS[name].noise)),
    split: optional(splitFraction, 1),
    balance: optional(fraction, 0.5),
    seed: optional(seed, 1),
    constant: optional(trueOrFalse, false),
  };
  return fields(shape, `the data set "${name}"`);
}

const pointSets = new Map(Object.keys(POINT_SETS).map((name) => [name, generatedData(name as PointSetName)]));

/** The name of a truth table, which is at `path`; the largest number of a function is a rule beyond the schema. */
function tableName(path: string): Read<string> {
  const schema = { anyOf: [{ enum: TABLE_NAMES }, { type: "string", pattern: "^function[1-8]:(0|[1-9][0-9]*)$" }] };
  return withSchema(
    schema,
    (value) =>
      typeof value === "string" && hasConstantByDefault(value) !== undefined
        ? value
        : reject(path, DATA_NAME_RULE, value, DATA_NAMES),
  );
}

/** The options of a truth table. */
const tableOptions = {
  encoding: optional(word("binary", "bipolar"), "binary" as const),
  constant: optional(trueOrFalse, undefined),
};

const namedData: Read<NamedData | GeneratedData> = (value, path) => {
  const isName = typeof value === "string", namePath = isName ? path : `${path}.name`;
  const given = isName ? { name: value } : objectOrName(value, path);
  const readPoints = pointSets.get(given.name as string);
  if (readPoints) return readPoints(given, path);
  const read = fields({ name: tableName(namePath), ...tableOptions })(given, path);
  return { ...read, constant: read.constant ?? hasConstantByDefault(read.name)! };
};

/** Data by name if it has a name, or options of named data but no inputs; a data set otherwise. */
export const data: Read<Dataset | NamedData | GeneratedData> = withSchema({
  anyOf: [
    { enum: [...pointSets.keys()] },
    schemaOf(tableName("")),
    schemaOf(fields({ name: tableName(""), ...tableOptions })),
    ...[...pointSets.values()].map(schemaOf),
    schemaOf(fields({ ...tableShape, test: optional(tableFields, undefined) })),
  ],
}, (value, path) => {
  if (typeof value === "string") return namedData(value, path);
  const given = objectOrName(value, path), has = (field: string) => Object.hasOwn(given, field);
  const isNamed = has("name") || !has("inputs") && (has("encoding") || has("constant"));
  return isNamed ? namedData(value, path) : dataset(value, path);
});
