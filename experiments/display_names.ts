/** The words that pages show for the identifiers of CSV files, configs and commands. */
import type { ACTIVATIONS } from "../core/components/activations.ts";
import type { FUNCTIONS_OF_TWO } from "../core/components/datasets.ts";
import type { INITIALIZERS } from "../core/components/initializers.ts";
import type { LOSSES } from "../core/components/losses.ts";
import type { OPTIMIZERS } from "../core/components/optimizers.ts";

/** A language that pages can be written in. */
type Language = "en";

type Component = keyof typeof ACTIVATIONS | keyof typeof INITIALIZERS | keyof typeof LOSSES | keyof typeof OPTIMIZERS;
type Words = Readonly<Record<string, string>>;

/** The words of one language; an identifier without an entry is shown as it is, underscores as spaces. */
interface Names {
  /** Activations, initialisers, losses and optimisers. */
  readonly components: Readonly<Partial<Record<Component, string>>>;
  /** Truth tables. */
  readonly functions: Readonly<Record<(typeof FUNCTIONS_OF_TWO)[number], string>> & Words;
  /** Factors and other columns. */
  readonly columns: Words;
  /** By factor: levels whose identifier means something else, or nothing, elsewhere. */
  readonly levels: Readonly<Record<string, Words>>;
}

const NAMES: Readonly<Record<Language, Names>> = {
  en: {
    components: {
      relu: "ReLU",
      leakyRelu: "leaky ReLU",
      elu: "ELU",
      gelu: "GELU",
      geluTanh: "GELU, tanh approximation",
      silu: "SiLU",
      sin: "sine",

      glorotUniform: "Glorot uniform",
      glorotNormal: "Glorot normal",
      heUniform: "He uniform",
      heNormal: "He normal",
      lecunNormal: "LeCun normal",

      halfSquaredError: "squared error",
      squaredError: "squared error without ½",
      absoluteError: "absolute error",
      huber: "Huber loss",
      crossEntropy: "cross entropy",
      crossEntropyFromLogits: "cross entropy from logits",
      hinge: "hinge loss",

      gradientDescent: "gradient descent",
      nesterov: "Nesterov momentum",
      rmsprop: "RMSProp",
      adam: "Adam",
      adamw: "AdamW",
      adagrad: "Adagrad",
      perceptron: "perceptron rule",
    },
    functions: {
      false: "always 0",
      and: "AND",
      notImplies: "x1 AND NOT x2",
      x1: "x1",
      notImpliedBy: "x2 AND NOT x1",
      x2: "x2",
      xor: "XOR",
      or: "OR",
      nor: "NOR",
      xnor: "XNOR",
      not2: "NOT x2",
      impliedBy: "x1 OR NOT x2",
      not1: "NOT x1",
      implies: "x2 OR NOT x1",
      nand: "NAND",
      true: "always 1",
      lecture: "the table d = x1",
      parity2: "parity of 2 bits",
      parity3: "parity of 3 bits",
      parity4: "parity of 4 bits",
      parity5: "parity of 5 bits",
    },
    columns: {
      replicate: "start",
      seeds: "starts",
      cross_entropy: "cross entropy",
      max_error: "largest error",
      solved_epoch: "solved at epoch",
      optimizer: "optimiser",
      smoothing: "label smoothing",
      clip_norm: "largest gradient norm",
      initializer: "initialiser",
      units: "hidden units",
      weight_norm: "norm of the weights",
      logit: "largest |v|",
      median_weight_norm: "norm of the weights (median)",
      median_logit: "largest |v| (median)",
      share: "fraction",
      share_solved: "fraction solved",
      within_0_1: "errors below 0.1",
      within_0_4: "errors below 0.4",
    },
    levels: {
      batch: { online: "online", pairs: "batches of 2", full: "full batch", "full-sum": "full batch, summed" },
      order: { fixed: "fixed order", shuffled: "shuffled order" },
      rate_and_bias: { "0.9-without": "rate 0.9 without biases", "0.1-with": "rate 0.1 with output bias" },
      output_bias: { true: "with output bias", false: "without output bias" },
      encoding: { binary: "inputs 0 and 1", bipolar: "inputs −1 and 1" },
      method: {
        none: "plain training",
        "decay-0.0001": "weight decay 0.0001",
        "decay-0.001": "weight decay 0.001",
        smoothing: "label smoothing 0.1",
        "clip-1": "clipping at norm 1",
        "clip-0.05": "clipping at norm 0.05",
        exponential: "exponential schedule",
        inverseTime: "inverse-time schedule",
        step: "step schedule",
        noise: "noisy copies",
      },
      momentum: { none: "no momentum", kept: "momentum kept", reset: "momentum reset each epoch" },
      schedule: {
        constant: "constant rate",
        exponential: "exponential decay",
        inverseTime: "inverse-time decay",
        step: "step decay",
      },
      network: {
        "single-layer": "single-layer net",
        "two-layer": "two-layer net",
        "three-layer": "three-layer net",
        "2-2-1": "2-2-1 net",
        "3-4-1": "3-4-1 net",
      },
      biases: { drawn: "biases drawn", "0": "biases start at 0", "0.5": "biases start at 0.5" },
    },
  },
};

/** The factors whose levels are components, which need no factor beside them. */
const COMPONENT_FACTORS: readonly string[] = ["activation", "initializer", "loss", "optimizer"];

/** The words for a factor or another column. */
export function columnName(column: string, language: Language = "en"): string {
  return entry(NAMES[language].columns, column) ?? plainWords(column);
}

/** The words for a level of a factor, such as `full batch`. */
export function levelName(factor: string, level: string, language: Language = "en"): string {
  return knownLevel(factor, level, language) ?? plainWords(level);
}

/** The words for a level where its factor is not named beside it: `full batch`, but `learning rate 0.9`. */
export function settingName(factor: string, level: string, language: Language = "en"): string {
  return knownLevel(factor, level, language) ?? `${columnName(factor, language)} ${plainWords(level)}`;
}

/** The words for a value of a column that is no factor; a list such as `crossEntropy, solved` is read part by part. */
export function valueName(column: string, value: string, language: Language = "en"): string {
  const known = knownLevel(column, value, language);
  if (known !== undefined) return known;
  const { components } = NAMES[language];
  const parts = value.split(", ").map((part) => entry(components, part) ?? plainWords(part));
  return parts.join(", ").replaceAll("(replicate ", "(start ");
}

/** The words for an activation, initialiser, loss or optimiser. */
export function componentName(name: string, language: Language = "en"): string {
  return entry(NAMES[language].components, name) ?? plainWords(name);
}

function knownLevel(factor: string, level: string, language: Language): string | undefined {
  const { functions, levels } = NAMES[language];
  const known = entry({ ...(factor === "function" && functions), ...entry(levels, factor) }, level);
  return known ?? (COMPONENT_FACTORS.includes(factor) ? componentName(level, language) : undefined);
}

function entry<V>(words: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function plainWords(identifier: string): string {
  return identifier.replaceAll("_", " ");
}
