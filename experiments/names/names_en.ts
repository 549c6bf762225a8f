/** Display names in English. */
import type { Component, Names, Words } from "./names.ts";

/** The names. */
export const NAMES_EN = {
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
} as const satisfies Names;

/** The names of another language: all that English has, and what English shows as it is. */
export interface TranslatedNames extends Names {
  readonly components: Readonly<Record<Component, string>>;
  readonly functions: Names["functions"] & Readonly<Record<keyof typeof NAMES_EN.functions, string>>;
  readonly columns: Words & Readonly<Record<keyof typeof NAMES_EN.columns, string>>;
  readonly levels: {
    readonly [F in keyof typeof NAMES_EN.levels]: Readonly<Record<keyof (typeof NAMES_EN.levels)[F], string>>;
  };
}
