/** Reads the fields of a lab address, each on its own. */
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { datasetOf, FUNCTIONS_OF_TWO, hasConstantByDefault, isPointSetName } from "../../core/components/datasets.ts";
import { INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { OPTIMIZERS } from "../../core/components/optimizers.ts";
import { POINT_SETS, type PointSetName } from "../../core/components/point_sets.ts";
import { SCHEDULES } from "../../core/components/schedules.ts";
import { type Choice, positive } from "../../core/components/settings.ts";
import { fail, reject, satisfying, wholeNumber, word } from "../../core/input/readers.ts";
import {
  choiceText,
  flagText,
  numberText,
  numberWithin,
  type ReadText,
  tuples,
  valueOf,
  wholeNumbers,
} from "./lab_fields.ts";
import {
  type HiddenLayer,
  type LabData,
  type LabGenerated,
  type LabPoint,
  type LabState,
  MAX_COORDINATE,
  MAX_GENERATED_POINTS,
  MAX_LAB_EPOCHS,
  MAX_LAYERS,
  MAX_PLACED_POINTS,
  MAX_RATE,
  MAX_STARTS,
  MAX_TABLE_INPUTS,
  MAX_UNITS,
} from "./lab_state.ts";

/** A set of points with the default values of its options. */
export function generatedData(name: PointSetName): LabGenerated {
  return { kind: "generated", name, points: 100, noise: POINT_SETS[name].noise, split: 1, balance: 0.5, dataSeed: 1 };
}

/** Reads a field; `fallback` if the address does not have it, or has a wrong value there. */
export type Take = <V>(name: string, read: ReadText<V>, fallback: V) => V;

/** A text that may be empty, which means none. */
function orNone<V, N>(read: ReadText<V>, none: N): ReadText<V | N> {
  return (text, path) => text === "" ? none : read(text, path);
}

/** Reads a setting; `experiments` are the ids that it may name, and `base` has the values of fields without text. */
export function readLabState(take: Take, experiments: readonly string[], base: LabState): LabState {
  const byDefault = base;
  const { optimizer, schedule } = readOptimizer(take, base);
  return {
    data: readData(take, base.data),
    encoding: take("encoding", word("binary", "bipolar"), byDefault.encoding),
    constant: take("constant", flagText, byDefault.constant),
    hidden: take("hidden", orNone(hiddenLayers, []), byDefault.hidden),
    outputBias: take("outputBias", flagText, byDefault.outputBias),
    output: take("output", orNone(choiceText("activation", ACTIVATIONS), null), byDefault.output),
    loss: readLoss(take, base),
    optimizer: schedule ? { ...optimizer, schedule } : optimizer,
    batch: take("batch", batch, byDefault.batch),
    order: take("order", order, byDefault.order),
    initializer: readInitializer(take, base),
    parameters: byDefault.parameters,
    epochs: take("epochs", numberText(wholeNumber(0, MAX_LAB_EPOCHS)), byDefault.epochs),
    check: {
      every: take("check", numberText(wholeNumber(1, MAX_LAB_EPOCHS)), byDefault.check.every),
      tolerance: take("tolerance", positiveText, byDefault.check.tolerance),
    },
    stop: take("stop", orNone((text, path) => ({ maxError: positiveText(text, path) }), null), byDefault.stop),
    starts: take("starts", numberText(wholeNumber(1, MAX_STARTS)), byDefault.starts),
    experiment: take("experiment", orNone(word(...experiments), null), byDefault.experiment),
    claim: take("claim", orNone(claimName, null), byDefault.claim),
  };
}

/** The name of a claim, which is part of a seed. */
const claimName: ReadText<string> = (text, path) =>
  /^[a-z0-9-]{1,64}$/.test(text) ? text : reject(path, "1 to 64 letters a–z, digits and hyphens", text);

const POSITIVE = positive();
const positiveText = numberText(satisfying(POSITIVE.expected ?? POSITIVE.rule, POSITIVE.isValid));

function readOptimizer(take: Take, { optimizer: { schedule: byDefault, ...optimizer } }: LabState) {
  const learningRate = take("rate", numberText(numberWithin(-MAX_RATE, MAX_RATE)), optimizer.learningRate);
  const scheduleText = choiceText("schedule", SCHEDULES) as ReadText<typeof byDefault>;
  const schedule = take("schedule", orNone(scheduleText, undefined), byDefault);
  const fallback: LabState["optimizer"] = { ...optimizer, learningRate };
  const read = choiceText("optimizer", OPTIMIZERS, { learningRate }) as ReadText<LabState["optimizer"]>;
  return { optimizer: take("optimizer", read, fallback), schedule };
}

function readLoss(take: Take, base: LabState): LabState["loss"] {
  const { reduction: byDefault, ...loss } = base.loss;
  const chosen = take<Choice>("loss", choiceText("loss", LOSSES), loss as Choice);
  return { ...chosen, reduction: take("reduction", word("mean", "sum"), byDefault) };
}

function readInitializer(take: Take, base: LabState): LabState["initializer"] {
  const { biases: byDefault, ...initializer } = base.initializer;
  const chosen = take<Choice>("init", choiceText("initializer", INITIALIZERS), initializer as Choice);
  const biases: ReadText<number | "drawn"> = (text, path) => {
    const value = valueOf(text);
    const isValid = value === "drawn" || typeof value === "number" && Number.isFinite(value);
    return isValid ? value : reject(path, '"drawn" or a finite number', text);
  };
  return { ...chosen, biases: take("initialBias", biases, byDefault) };
}

const hiddenLayers: ReadText<HiddenLayer[]> = (text, path) => {
  const layers = text.split(",").map((layer, i) => hiddenLayer(layer, `${path}[${i}]`));
  return layers.length <= MAX_LAYERS
    ? layers
    : fail(path, `must have at most ${MAX_LAYERS} layers, but has ${layers.length}`);
};

/** Such as `4:tanh` or `4:leakyRelu:slope:0.1:bias`. */
const hiddenLayer: ReadText<HiddenLayer> = (text, path) => {
  const [unitsText = "", ...parts] = text.split(":");
  const units = wholeNumber(1, MAX_UNITS)(valueOf(unitsText), `${path}.units`);
  const bias = parts.at(-1) === "bias" && parts.length % 2 === 0;
  const activation = bias ? parts.slice(0, -1) : parts;
  return { units, activation: choiceText("activation", ACTIVATIONS)(activation.join(":"), `${path}.activation`), bias };
};

const MAX_BATCH = 1024;

const batch: ReadText<LabState["batch"]> = (text, path) =>
  text === "online" || text === "full" ? text : numberText(wholeNumber(1, MAX_BATCH))(text, path);

const order: ReadText<LabState["order"]> = (text, path) =>
  text === "fixed" || text === "shuffled" ? text : wholeNumbers(text, path);

function readData(take: Take, base: LabData): LabData {
  const data = take("data", (text, path) => dataNamed(text, path, base), base);
  if (data.kind === "placed") return { kind: "placed", points: take("xy", placedPoints, data.points) };
  return data.kind === "generated" ? readGenerated(take, data) : data;
}

const DATA_NAMES = [...FUNCTIONS_OF_TWO, ...Object.keys(POINT_SETS), "placed"];
const DATA_RULE = `one of ${
  DATA_NAMES.join(", ")
}, parity<n> or function<n>:<number> with n from 1 to ${MAX_TABLE_INPUTS}`;

/** The data of this name, those of the base if it has the name, too. */
function dataNamed(text: string, path: string, base: LabData): LabData {
  const isGiven = base.kind === "given" || base.kind === "placed";
  if (isGiven ? text === base.kind : base.kind === "generated" && text === base.name) return base;
  if (text === "placed") return { kind: "placed", points: [] };
  if (isPointSetName(text)) return generatedData(text);
  // the lecture's table is x1 with the constant column, which is a field of its own here
  if (text === "lecture" || hasConstantByDefault(text) === undefined) return reject(path, DATA_RULE, text, DATA_NAMES);
  const { targets } = datasetOf({ name: text, encoding: "binary", constant: false });
  if (targets.length > 1 << MAX_TABLE_INPUTS) return reject(path, DATA_RULE, text);
  return { kind: "table", targets: targets as readonly (0 | 1)[] };
}

function readGenerated(take: Take, byDefault: LabGenerated): LabGenerated {
  const whole = (min: number, max: number) => numberText(wholeNumber(min, max));
  return {
    ...byDefault,
    points: take("points", whole(2, MAX_GENERATED_POINTS), byDefault.points),
    noise: take("noise", numberText(numberWithin(0, MAX_NOISE)), byDefault.noise),
    split: take("split", numberText(numberWithin(MIN_SPLIT, 1)), byDefault.split),
    balance: take("balance", numberText(numberWithin(0, 1)), byDefault.balance),
    dataSeed: take("dataSeed", whole(0, Number.MAX_SAFE_INTEGER), byDefault.dataSeed),
  };
}

/** Largest standard deviation of the noise of a generated set, whose points lie within −1 … 1 without it. */
const MAX_NOISE = 10;
/** Smallest fraction of points for training. */
const MIN_SPLIT = 0.01;

/** Such as `0.5:-1:1,0:0:0`: x, y and target of each point. */
const placedPoints: ReadText<LabPoint[]> = (text, path) => {
  const points = tuples(3)(text, path).map(([x, y, target], i): LabPoint => {
    const coordinate = numberWithin(-MAX_COORDINATE, MAX_COORDINATE), point = `${path}[${i}]`;
    if (target !== 0 && target !== 1) reject(`${point}.target`, "0 or 1", target);
    return { x: coordinate(x, `${point}.x`), y: coordinate(y, `${point}.y`), target: target as 0 | 1 };
  });
  if (points.length <= MAX_PLACED_POINTS) return points;
  return fail(path, `must have at most ${MAX_PLACED_POINTS} points, but has ${points.length}`);
};
