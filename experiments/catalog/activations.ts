import { type ActivationName, ACTIVATIONS, bindActivation } from "../../core/activations.ts";
import { NUMBERS } from "../../core/elementary.ts";
import { defaultsOf } from "../../core/settings.ts";
import { defineExperiment, defineTable, type PartialConfig } from "../experiment.ts";
import { labels, LECTURE, LOSS, NETWORKS } from "./lecture.ts";

/** The two-layer net of the lecture with another activation in its hidden units. */
function hidden<N extends ActivationName>(activation: N): PartialConfig {
  return { network: { layers: [{ activation }] } };
}

const LEVELS = {
  identity: hidden("identity"),
  sigmoid: hidden("sigmoid"),
  tanh: hidden("tanh"),
  softsign: hidden("softsign"),
  relu: hidden("relu"),
  leakyRelu: hidden("leakyRelu"),
  elu: hidden("elu"),
  softplus: hidden("softplus"),
  silu: hidden("silu"),
  gelu: hidden("gelu"),
  sin: hidden("sin"),
  step: hidden("step"),
} as const satisfies Partial<Record<ActivationName, PartialConfig>>;

const shapes = defineTable({
  meaning: "each activation and its derivative, from z = −5 to 5",
  columns: {
    activation: { type: "string", meaning: "name of the activation" },
    curve: { type: "string", meaning: "value: a = φ(z), or slope: φ′(z)" },
    z: { type: "number", meaning: "pre-activation" },
    value: { type: "number", meaning: "the curve's value at z" },
    range: { type: "string", meaning: "the values that a can take" },
  },
  rows: () =>
    (Object.keys(LEVELS) as ActivationName[]).flatMap((name) => {
      const { value, slope } = bound(name), [low, high] = ACTIVATIONS[name].range;
      const range = `${low === -Infinity ? "−∞" : low} to ${high === Infinity ? "∞" : high}`;
      return Array.from({ length: 81 }, (_, i) => -5 + i / 8).flatMap((z) => {
        const a = value(NUMBERS, z);
        return [
          { activation: name, curve: "value", z, value: a, range },
          { activation: name, curve: "slope", z, value: slope(NUMBERS, z, a), range },
        ];
      });
    }),
});

/** The activation with its settings at their defaults. */
function bound(name: ActivationName) {
  return bindActivation({ name, ...defaultsOf(ACTIVATIONS[name].settings) });
}

/** Which hidden activation learns XOR most often, and fastest? */
export const activations = defineExperiment({
  id: "activations",
  question: "Which hidden activation learns XOR most often, and fastest?",
  background:
    "The hidden units of the lecture's net 3-4-1 get another activation; the output unit stays a sigmoid, the start " +
    "weights, the learning rate 0.9 and the order of the rows stay the same. AND stands beside XOR as a task that needs no " +
    "hidden layer.",
  base: { ...LECTURE, ...NETWORKS["two-layer"] },
  factors: {
    function: { meaning: "what is to be learned", levels: { xor: labels("xor"), and: labels("and") } },
    activation: { meaning: "activation of the hidden units", levels: LEVELS },
    loss: LOSS,
  },
  // AND is a check on the side: some activations and one loss will do
  without: [
    { function: "and", loss: "crossEntropy" },
    { function: "and", activation: ["softsign", "elu", "softplus", "silu", "gelu", "sin"] },
  ],
  replicates: 200,
  curves: 5,
  tables: { shapes },
  claims: {
    "identity-never-xor": {
      kind: "none",
      table: "runs",
      where: { function: "xor", activation: "identity" },
      holds: (run) => run.solved === true,
      statement: "With identity hidden units no run solves XOR: two linear layers are one.",
      says: {
        supported:
          "Linear hidden units (identity) solve XOR in none of {n} runs: two linear layers are no more than one.",
        refuted: "Linear hidden units (identity) solve XOR in {count} of {n} runs, against what algebra allows.",
        undecided: "No run with identity hidden units was made on XOR.",
      },
    },
    "sigmoid-mostly-xor": {
      kind: "share",
      where: { function: "xor", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      is: "above",
      than: 0.5,
      statement: "With sigmoid hidden units most runs solve XOR.",
      says: {
        supported: "Sigmoid units solve XOR in {estimate} {interval} of {n} runs.",
        refuted: "Sigmoid units solve XOR in only {estimate} {interval} of {n} runs.",
        undecided: "Sigmoid units solve XOR in {estimate} {interval} of {n} runs, which leaves open whether most do.",
      },
    },
    "tanh-beats-sigmoid": {
      kind: "difference",
      first: { function: "xor", activation: "tanh" },
      second: { function: "xor", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      statement: "Tanh solves XOR on more seeds than sigmoid.",
      says: {
        supported: "Tanh solves XOR more often than sigmoid, by {estimate} {interval}.",
        refuted: "Tanh solves XOR less often than sigmoid: {estimate} {interval}.",
        undecided: "Whether tanh or sigmoid solves XOR more often is open: the difference is {estimate} {interval}.",
      },
    },
    "relu-beats-sigmoid": {
      kind: "difference",
      first: { function: "xor", activation: "relu" },
      second: { function: "xor", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      statement: "ReLU, the textbooks' default, solves XOR on more seeds than sigmoid.",
      says: {
        supported: "ReLU solves XOR more often than sigmoid, by {estimate} {interval}.",
        refuted:
          "ReLU, the textbooks' default, solves XOR less often than sigmoid at this size and rate: {estimate} {interval}.",
        undecided: "Whether ReLU or sigmoid solves XOR more often is open: the difference is {estimate} {interval}.",
      },
    },
    "softplus-beats-sigmoid": {
      kind: "difference",
      first: { function: "xor", activation: "softplus" },
      second: { function: "xor", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      statement: "Softplus solves XOR on more seeds than sigmoid.",
      says: {
        supported: "Softplus solves XOR more often than sigmoid, by {estimate} {interval}.",
        refuted: "Softplus solves XOR less often than sigmoid: {estimate} {interval}.",
        undecided:
          "Whether softplus or sigmoid solves XOR more often is open: the difference is {estimate} {interval}.",
      },
    },
    "silu-beats-relu": {
      kind: "difference",
      first: { function: "xor", activation: "silu" },
      second: { function: "xor", activation: "relu" },
      holds: (run) => run.solved === true,
      statement: "SiLU solves XOR on more seeds than ReLU.",
      says: {
        supported: "SiLU solves XOR more often than ReLU, by {estimate} {interval}.",
        refuted: "SiLU solves XOR less often than ReLU: {estimate} {interval}.",
        undecided: "Whether SiLU or ReLU solves XOR more often is open: the difference is {estimate} {interval}.",
      },
    },
    "leaky-beats-relu": {
      kind: "difference",
      first: { function: "xor", activation: "leakyRelu" },
      second: { function: "xor", activation: "relu" },
      holds: (run) => run.solved === true,
      statement: "Leaky ReLU solves XOR on more seeds than ReLU.",
      says: {
        supported: "A leak helps: leaky ReLU solves XOR more often than ReLU, by {estimate} {interval}.",
        refuted: "The leak does harm: leaky ReLU solves XOR less often than ReLU: {estimate} {interval}.",
        undecided: "Whether the leak helps is open: leaky ReLU against ReLU differs by {estimate} {interval}.",
      },
    },
    "tanh-sooner-than-sigmoid": {
      kind: "sooner",
      first: { function: "xor", activation: "tanh" },
      second: { function: "xor", activation: "sigmoid" },
      value: (run) => run.solved_epoch,
      statement: "From the same seed, tanh solves XOR in fewer epochs than sigmoid more often than not.",
      says: {
        supported: "From the same seed tanh is the faster one in {estimate} {interval} of {n} pairs.",
        refuted: "From the same seed tanh is the faster one in only {estimate} {interval} of {n} pairs.",
        undecided:
          "From the same seed tanh is the faster one in {estimate} {interval} of {n} pairs, which decides nothing.",
      },
    },
    "step-learns-nothing-below": {
      kind: "share",
      where: { function: "xor", activation: "step" },
      holds: (run) => run.solved === true,
      is: "below",
      than: 0.5,
      statement: "With step hidden units, whose slope is 0, fewer than half of the runs solve XOR.",
      says: {
        supported:
          "Step units, whose slope is 0 everywhere, cannot be taught: {count} of {n} runs solve XOR, by the luck of the start.",
        refuted: "Step units, whose slope is 0 everywhere, solve XOR all the same: {count} of {n} runs.",
        undecided:
          "Step units solve XOR in {estimate} {interval} of {n} runs, which leaves open whether fewer than half do.",
      },
    },
    "and-needs-no-bend": {
      kind: "share",
      where: { function: "and", activation: "identity" },
      holds: (run) => run.solved === true,
      is: "above",
      than: 0.5,
      statement: "With identity hidden units most runs solve AND.",
      says: {
        supported: "AND needs no bend: identity units solve it in {estimate} {interval} of {n} runs.",
        refuted: "Identity units solve AND in only {estimate} {interval} of {n} runs.",
        undecided: "Identity units solve AND in {estimate} {interval} of {n} runs, which leaves open whether most do.",
      },
    },
  },
  answer: ["silu-beats-relu", "softplus-beats-sigmoid", "tanh-sooner-than-sigmoid"],
  views: [
    {
      kind: "rates",
      by: "activation",
      color: "loss",
      panel: "function",
      title: "Share of runs that solve the task, by hidden activation",
      finding: ["softplus-beats-sigmoid", "silu-beats-relu", "leaky-beats-relu"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "solved",
      color: "activation",
      panel: "loss",
      where: { function: "xor", activation: ["sigmoid", "tanh", "softplus", "silu", "relu", "leakyRelu"] },
      title: "Share of runs that solve XOR by each epoch",
      finding: ["tanh-sooner-than-sigmoid"],
      reading: "The line rises as runs solve XOR for good. Where it ends below 100 %, the rest never did.",
    },
    {
      kind: "lines",
      table: "shapes",
      x: "z",
      y: "value",
      xTitle: "pre-activation z",
      yTitle: "value, slope",
      color: "curve",
      panel: "activation",
      title: "The activations and their derivatives",
      finding: ["step-learns-nothing-below", "identity-never-xor"],
      reading: "One curve is what the unit answers, the other its derivative, which back-propagation multiplies by; " +
        "the table below gives the range of each.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "loss",
      panel: "activation",
      where: { function: "xor" },
      title: "Learning curves on XOR",
      finding: ["sigmoid-mostly-xor"],
      reading: "A thin line a seed, the thick line their median; both axes are logarithmic.",
    },
  ],
  limits: [
    "One learning rate, 0.9, for all: an activation with a larger slope takes larger steps from the same rate.",
    "Nets of four hidden units and one start, uniform from −1 to 1; what is best here need not be best in a deep net.",
  ],
});
