/** The settings that a map can vary. */
import type { LabState } from "../../../wire/lab_state.ts";
import type { Changes } from "../controls/form.ts";
import { hiddenChanges } from "../controls/net_section.ts";
import { componentWords, texts } from "../page_texts.ts";

/** A setting with the levels of a map: at most 12. */
export interface Axis {
  /** The field of the address. */
  readonly field: string;
  readonly levels: readonly string[];
  /** The changes that set a level. */
  readonly changes: (level: string, setting: LabState) => Changes;
  /** A level as the map heads it. */
  readonly word: (level: string) => string;
}

const plain = (level: string) => level;

/** A field of the address whose levels are its texts. */
function field(name: string, levels: readonly string[], word = plain): Axis {
  return { field: name, levels, changes: (level) => ({ [name]: level }), word };
}

/** The units of every hidden layer. */
const UNITS: Axis = {
  field: "hidden",
  levels: ["0", "1", "2", "3", "4", "6", "8", "12"],
  changes: (level, { hidden }) => {
    const layers = hidden.length > 0 ? hidden : [{ units: 1, activation: { name: "sigmoid" }, bias: false }];
    return hiddenChanges(level === "0" ? [] : layers.map((layer) => ({ ...layer, units: Number(level) })));
  },
  word: plain,
};

/** The factor of the initial weights. */
const SCALE: Axis = {
  field: "init",
  levels: ["0.1", "0.3", "1", "2", "3", "5", "10"],
  changes: (level, { initializer: { name } }) => ({ init: `${name}:scale:${level}` }),
  word: plain,
};

/** The activation of every hidden layer. */
const ACTIVATION: Axis = {
  field: "activation",
  levels: ["sigmoid", "tanh", "relu", "leakyRelu", "elu", "silu", "softplus", "sin"],
  changes: (level, { hidden }) => hiddenChanges(hidden.map(({ units, bias }) => ({ units, activation: level, bias }))),
  word: componentWords,
};

/** The settings of a map. */
export const AXES: readonly Axis[] = [
  field("rate", ["0.01", "0.03", "0.1", "0.2", "0.3", "0.5", "0.9", "1.5", "2", "3", "5", "10"]),
  UNITS,
  ACTIVATION,
  field("loss", ["halfSquaredError", "crossEntropy", "absoluteError", "huber"], componentWords),
  field("optimizer", ["gradientDescent", "momentum", "nesterov", "rmsprop", "adam"], componentWords),
  SCALE,
  field("batch", ["online", "2", "full"], (level) => level === "2" ? level : texts.training.batches[level as "full"]),
  field("encoding", ["binary", "bipolar"], (level) => texts.data.encodings[level as "binary"]),
  field("epochs", ["100", "300", "1000", "3000", "10000", "30000"]),
];
