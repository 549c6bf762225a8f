/** The config of one training, as people and programs write it, and how it is read. */
import { type ActivationName, ACTIVATIONS } from "./activations.ts";
import { constantByDefault, DATA_NAMES, DATA_WORDS, type Dataset, datasetOf, type NamedData } from "./datasets.ts";
import { type InitializerName, INITIALIZERS } from "./initializers.ts";
import { LOSSES, type LossName } from "./losses.ts";
import type { LayerParameters } from "./network.ts";
import { OPTIMIZERS } from "./optimizers.ts";
import {
  complain,
  fields,
  finiteNumber,
  InputError,
  list,
  object,
  optional,
  type Read,
  satisfying,
  suggestion,
  trueOrFalse,
  wholeNumber,
  within,
  word,
} from "./reading.ts";
import type { Choice, ChoiceOf, EntryTable } from "./settings.ts";

/** A layer as a config writes it. */
export interface LayerConfig {
  /** From 1 to 4096. */
  readonly units: number;
  /** A name, or a name with settings: `{ name: "leakyRelu", slope: 0.1 }`. */
  readonly activation: ActivationName | ChoiceOf<typeof ACTIVATIONS>;
  /** Whether each unit has a bias. */
  readonly bias: boolean;
}

/** The config of one training; what is optional has the default that `parseConfig` fills in. */
export interface TrainConfig {
  /** A table, or its name (binary, without the constant column), or a name with more to say. */
  readonly data: Dataset | string | (Partial<NamedData> & { readonly name: string });
  /** The width of the data, and the layers up to the output. */
  readonly network: { readonly inputs: number; readonly layers: readonly LayerConfig[] };
  /** The start; without it, it is drawn by `initializer` from `seed`. */
  readonly parameters?: readonly LayerParameters[];
  /** What the start and a shuffled order are drawn from. */
  readonly seed?: number | string;
  /** Uniform in (−1, 1) where absent. `biases`: a number for all of them, or `"drawn"` like weights. */
  readonly initializer?: InitializerName | ChoiceOf<typeof INITIALIZERS> & { readonly biases?: number | "drawn" };
  /** Absent for the perceptron's rule alone. `reduction`: over the rows of an update, the mean where absent. */
  readonly loss?: LossName | ChoiceOf<typeof LOSSES> & { readonly reduction?: "mean" | "sum" } | null;
  /** A name with its settings, of which `learningRate` must be given. */
  readonly optimizer: ChoiceOf<typeof OPTIMIZERS>;
  /** Rows an update: 1, all (the default), or so many. */
  readonly batch?: "online" | "full" | number;
  /** In which order an epoch takes the rows: as they stand (the default), anew each epoch, or as a permutation says. */
  readonly order?: "fixed" | "shuffled" | readonly number[];
  /** How long to train; exactly one of epochs and steps must be given. */
  readonly epochs?: number;
  /** How many updates to make. */
  readonly steps?: number;
  /** What checkpoints count: epochs where absent. */
  readonly unit?: "epoch" | "step";
  /** When to keep the parameters; null: at the end alone. */
  readonly checkpoints?: readonly number[] | null;
  /** Whether the answer tells the gradient at each checkpoint. */
  readonly gradient?: boolean;
  /** The check for solved: after every so many epochs (10) each error must be below the tolerance (0.1). */
  readonly check?: { readonly every?: number; readonly tolerance?: number };
  /** Ends the run at the first check whose largest error is below `maxError`. */
  readonly stop?: { readonly maxError: number } | null;
  /** What computes; every engine gives the same bits. */
  readonly engine?: EngineName;
}

/** The engines that may be asked for. */
export type EngineName = "auto" | "reference" | "wasm";
/** The engines by name. */
export const ENGINE_NAMES: readonly EngineName[] = ["auto", "reference", "wasm"];

/** A config with every default filled in; what each field means is told in TrainConfig. */
export interface ResolvedConfig {
  /** The table, or its name in full. */
  readonly data: Dataset | NamedData;
  /** The width of the data, and the layers up to the output. */
  readonly network: {
    readonly inputs: number;
    readonly layers: readonly { readonly units: number; readonly activation: Choice; readonly bias: boolean }[];
  };
  /** The start, where it is given. */
  readonly parameters?: readonly LayerParameters[];
  /** What is drawn is drawn from it. */
  readonly seed?: number | string;
  /** How the start is drawn, where it is. */
  readonly initializer?: Choice & { readonly biases: number | "drawn" };
  /** Null under the perceptron's rule. */
  readonly loss: (Choice & { readonly reduction: "mean" | "sum" }) | null;
  /** The optimiser with all its settings. */
  readonly optimizer: Choice & { readonly learningRate: number };
  /** Rows an update. */
  readonly batch: "online" | "full" | number;
  /** In which order an epoch takes the rows. */
  readonly order: "fixed" | "shuffled" | readonly number[];
  /** How long to train, unless `steps` says so. */
  readonly epochs?: number;
  /** How many updates to make, unless `epochs` says so. */
  readonly steps?: number;
  /** What checkpoints count. */
  readonly unit: "epoch" | "step";
  /** When the parameters are kept, ascending; null: at the end alone. */
  readonly checkpoints: readonly number[] | null;
  /** Whether the answer tells the gradient at each checkpoint. */
  readonly gradient: boolean;
  /** The check for solved: every so many epochs, each error below the tolerance. */
  readonly check: { readonly every: number; readonly tolerance: number };
  /** Ends the run at the first check whose largest error is below `maxError`; null: never. */
  readonly stop: { readonly maxError: number } | null;
}

const MOST_UNITS = 4096;

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
    if (!Object.hasOwn(written, "name")) throw new InputError(`${path}.name is missing`);
    const name = called(written.name, typeof value === "string" ? path : `${path}.name`);
    const settings = Object.entries(table[name]!.settings).map(([key, { rule, holds, default: byDefault }]) => {
      const read = satisfying(rule, holds);
      return [key, byDefault === undefined ? read : optional(read, byDefault)] as const;
    });
    const shape = { name: called, ...Object.fromEntries(settings), ...more };
    const unknown = Object.keys(written).find((key) => !Object.hasOwn(shape, key));
    if (unknown !== undefined) {
      const hint = suggestion(unknown, Object.keys(shape));
      throw new InputError(`${within(path, unknown)} is not a field of the ${what} "${name}"${hint}`);
    }
    return fields(shape)(written, path) as Choice;
  };
}

const row = list(finiteNumber, 1);

/** Rows of equal length. */
function matrix(rows: number, columns: number): Read<number[][]> {
  return (value, path) => {
    const read = list(row)(value, path);
    if (read.length !== rows) throw new InputError(`${path} must have ${rows} rows, but has ${read.length}`);
    for (const [i, { length }] of read.entries()) {
      if (length !== columns) throw new InputError(`${path}[${i}] must have ${columns} numbers, but has ${length}`);
    }
    return read;
  };
}

const table: Read<Dataset> = (value, path) => {
  const { inputs, targets } = fields({ inputs: list(row, 1), targets: list((v) => v, 1) })(value, path);
  matrix(inputs.length, inputs[0]!.length)(inputs, `${path}.inputs`);
  if (targets.length !== inputs.length) {
    throw new InputError(`${path}.targets must have ${inputs.length} entries, one a row, but has ${targets.length}`);
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
    return complain(at, DATA_NAMES, given, DATA_WORDS);
  };
  const read = fields({
    name,
    encoding: optional(word("binary", "bipolar"), "binary" as const),
    constant: optional(trueOrFalse, undefined),
  })(written, path);
  return { ...read, constant: read.constant ?? constantByDefault(read.name)! };
};

const data: Read<Dataset | NamedData> = (value, path) =>
  typeof value === "string" || Object.hasOwn(object(value, path), "name") ? namedData(value, path) : table(value, path);

const layer = fields({
  units: wholeNumber(1, MOST_UNITS),
  activation: choice("activation", ACTIVATIONS),
  bias: trueOrFalse,
});

const biases: Read<number | "drawn"> = (value, path) => value === "drawn" ? "drawn" : finiteNumber(value, path);

const seed: Read<number | string> = (value, path) =>
  typeof value === "string" || Number.isSafeInteger(value)
    ? value as number | string
    : complain(path, "a whole number or a text", value);

const batch: Read<"online" | "full" | number> = (value, path) =>
  value === "online" || value === "full" || (Number.isSafeInteger(value) && value as number >= 1)
    ? value as number
    : complain(path, '"online", "full" or a whole number of at least 1', value);

const order: Read<"fixed" | "shuffled" | readonly number[]> = (value, path) =>
  value === "fixed" || value === "shuffled"
    ? value
    : Array.isArray(value)
    ? list(wholeNumber(0))(value, path)
    : complain(path, '"fixed", "shuffled" or a permutation of the rows', value);

const positive = satisfying(
  "a finite number above 0",
  (value): value is number => typeof value === "number" && Number.isFinite(value) && value > 0,
);

const nothingOr = <V>(read: Read<V>): Read<V | null> => (value, path) => value === null ? null : read(value, path);

const CONFIG = fields({
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
    fields({ every: optional(wholeNumber(1), 10), tolerance: optional(positive, 0.1) }),
    { every: 10, tolerance: 0.1 },
  ),
  stop: optional(nothingOr(fields({ maxError: positive })), null),
  engine: optional(word(...ENGINE_NAMES), "auto" as const),
});

/**
 * Reads a config and fills in every default, the engine's name apart.
 *
 * Throws an InputError that names the path and the rule: `network.layers[1].units must be …, but is 0`.
 */
export function parseConfig(value: unknown): { readonly config: ResolvedConfig; readonly engine: EngineName } {
  const { engine, ...read } = CONFIG(value, "");
  const tableOfData = tableOf(read.data), rows = tableOfData.inputs.length;
  checkShapes(read.network, tableOfData);
  const loss = lossOf(read.loss, read.optimizer, read.network.layers);
  checkTargets(loss, tableOfData);
  const start = startOf(read);
  if (Array.isArray(read.order)) checkPermutation(read.order, rows);
  if (read.order === "shuffled" && read.seed === undefined) {
    throw new InputError("seed is missing: a shuffled order is drawn from it");
  }
  const { batch, unit, checkpoints, gradient, check, stop, network, optimizer } = read;
  const length = lengthOf(read);
  const resolved: ResolvedConfig = {
    data: read.data,
    network,
    ...start,
    loss,
    optimizer: optimizer as ResolvedConfig["optimizer"],
    batch,
    order: read.order,
    ...length,
    unit,
    checkpoints: checkpoints && [...new Set(checkpoints)].sort((a, b) => a - b),
    gradient,
    check,
    stop,
  };
  checkCheckpoints(resolved, rows);
  return { config: resolved, engine };
}

/** The rows of a config's data. */
export function tableOf(data: Dataset | NamedData): Dataset {
  return "name" in data ? datasetOf(data) : data;
}

/** Rows an update, of so many rows. */
export function batchSize(batch: ResolvedConfig["batch"], rows: number): number {
  return batch === "online" ? 1 : batch === "full" ? rows : Math.min(batch, rows);
}

function checkShapes({ inputs, layers }: ResolvedConfig["network"], { inputs: rows, targets }: Dataset): void {
  const width = rows[0]!.length, outputs = layers.at(-1)!.units, wanted = [targets[0]!].flat().length;
  if (inputs !== width) {
    throw new InputError(`network.inputs must be ${width}, the width of the data, but is ${inputs}`);
  }
  if (outputs === wanted) return;
  const path = `network.layers[${layers.length - 1}].units`;
  throw new InputError(`${path} must be ${wanted}, the number of targets a row, but is ${outputs}`);
}

function lossOf(
  written: Choice | null | undefined,
  optimizer: Choice,
  layers: ResolvedConfig["network"]["layers"],
): ResolvedConfig["loss"] {
  if (optimizer.name !== "perceptron") {
    if (!written) throw new InputError("loss is missing");
    return written as NonNullable<ResolvedConfig["loss"]>;
  }
  if (written) throw new InputError("loss must be absent: the perceptron's rule follows none");
  if (layers.length > 1) throw new InputError("network.layers must be one layer for the perceptron's rule");
  const name = layers[0]!.activation.name;
  if (name === "step") return null;
  throw new InputError(`network.layers[0].activation must be step for the perceptron's rule, but is ${name}`);
}

function checkTargets(loss: ResolvedConfig["loss"], { targets }: Dataset): void {
  const entry = loss && LOSSES[loss.name as keyof typeof LOSSES];
  if (!entry || !("targets" in entry)) return;
  const [low, high] = entry.targets;
  const check = (target: number, path: string) => {
    if (target < low || target > high) complain(path, `from ${low} to ${high} for ${loss.name}`, target);
  };
  targets.forEach((target, i) =>
    typeof target === "number"
      ? check(target, `data.targets[${i}]`)
      : target.forEach((t, j) => check(t, `data.targets[${i}][${j}]`))
  );
}

/** The start: parameters as given, or what they are drawn from. */
function startOf(
  { network, parameters, seed, initializer }: {
    readonly network: ResolvedConfig["network"];
    readonly parameters: readonly unknown[] | undefined;
    readonly seed: number | string | undefined;
    readonly initializer: Choice | undefined;
  },
): Pick<ResolvedConfig, "parameters" | "seed" | "initializer"> {
  const seeded = seed === undefined ? {} : { seed };
  if (parameters) {
    if (initializer) throw new InputError("initializer must be absent where parameters are given");
    return { ...seeded, parameters: readParameters(network, parameters) };
  }
  const drawn = initializer ?? { name: "uniform", low: -1, high: 1, scale: 1, biases: "drawn" as const };
  if (seed === undefined && drawn.name !== "constant") {
    throw new InputError("parameters is missing, and so is a seed to draw them from");
  }
  return { ...seeded, initializer: drawn as NonNullable<ResolvedConfig["initializer"]> };
}

function readParameters({ inputs, layers }: ResolvedConfig["network"], given: readonly unknown[]): LayerParameters[] {
  if (given.length !== layers.length) {
    throw new InputError(`parameters must have ${layers.length} entries, one a layer, but has ${given.length}`);
  }
  return layers.map(({ units, bias }, l) => {
    const path = `parameters[${l}]`, W = matrix(units, l === 0 ? inputs : layers[l - 1]!.units);
    if (!bias) return fields({ W })(given[l], path);
    const read = fields({ W, b: row })(given[l], path);
    if (read.b.length === units) return read;
    throw new InputError(`${path}.b must have ${units} numbers, but has ${read.b.length}`);
  });
}

function checkPermutation(order: readonly number[], rows: number): void {
  const whole = order.length === rows && new Set(order).size === rows && order.every((row) => row < rows);
  if (!whole) complain("order", `a permutation of the rows 0 to ${rows - 1}`, order);
}

function lengthOf({ epochs, steps }: { epochs: number | undefined; steps: number | undefined }) {
  if (epochs !== undefined && steps !== undefined) throw new InputError("steps must be absent where epochs is given");
  if (epochs !== undefined) return { epochs };
  if (steps !== undefined) return { steps };
  throw new InputError("epochs is missing (or steps, to count updates)");
}

function checkCheckpoints(config: ResolvedConfig, rows: number): void {
  const batch = batchSize(config.batch, rows), perEpoch = Math.floor((rows + batch - 1) / batch);
  const steps = config.steps ?? config.epochs! * perEpoch;
  config.checkpoints?.forEach((checkpoint, i) => {
    if ((config.unit === "epoch" ? checkpoint * perEpoch : checkpoint) <= steps) return;
    const end = config.unit === "step" ? steps : steps / perEpoch;
    complain(`checkpoints[${i}]`, `at most ${end}, where the run ends`, checkpoint);
  });
}
