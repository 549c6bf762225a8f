import type { ActivationName } from "../../core/components/activations.ts";
import type { PartialConfig } from "../define/factors.ts";
import { defineExperiment } from "../experiment.ts";
import { activationCurves } from "./shared/activation_curves.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed.ts";
import { HOW_TO_READ, inMostRuns, moreOften, postHocLimit, solved, solvedEpoch, sooner } from "./shared/wording.ts";

/** The part of a config that sets the activation of the hidden units. */
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
  softplus: hidden("softplus"),
  silu: hidden("silu"),
  gelu: hidden("gelu"),
  sin: hidden("sin"),
  step: hidden("step"),
} as const satisfies Partial<Record<ActivationName, PartialConfig>>;

const NAMES = Object.keys(LEVELS) as (keyof typeof LEVELS)[];

const FACTORS = {
  function: { meaning: "function to learn", levels: { xor: lectureData("xor"), and: lectureData("and") } },
  activation: { meaning: "activation of the hidden units", levels: LEVELS },
  loss: LOSS,
} as const;

/** Which hidden activation learns XOR most often, and fastest? */
export const activations = defineExperiment({
  id: "activations",
  question: "Which hidden activation learns XOR most often, and fastest?",
  background:
    "The hidden units of the lecture's net 3-4-1 get another activation; the output unit stays a sigmoid, the start " +
    "weights, the learning rate 0.9 and the order of the rows stay the same; there are half as many epochs, 5000. AND " +
    "stands beside XOR as a task that needs no hidden layer. Where a sentence names no loss, it counts the runs of " +
    "both losses.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], epochs: 5000 },
  factors: FACTORS,
  // AND is only a control: three activations and one loss suffice
  exclude: [
    { function: "and", loss: "crossEntropy" },
    { function: "and", activation: NAMES.filter((name) => !["identity", "sigmoid", "relu"].includes(name)) },
  ],
  featuredCell: { function: "xor", activation: "silu", loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 5,
  tables: { shapes: activationCurves(NAMES), speed: speedTable(FACTORS) },
  claims: {
    "silu-most-often": {
      kind: "every",
      table: "speed",
      where: { function: "xor", activation: NAMES.filter((name) => name !== "silu") },
      holds: (row, { speed }) => row.solved! <= rowOf(row, "silu", speed).solved!,
      category: (row, { speed }) => row.solved! < rowOf(row, "silu", speed).solved! ? "less often" : "as often",
      statement: "With neither loss does another activation solve XOR on more seeds than SiLU.",
      wording: {
        supported:
          "None solves XOR more often than SiLU: the {n} others, counted with either loss, solve it {categories}.",
        refuted: "Not even SiLU solves XOR most often with either loss: {others} of {n} others solve it in more runs " +
          "(one: {counterexample}).",
        undecided: "No run was made on XOR.",
      },
    },
    "sine-fastest": {
      kind: "every",
      table: "speed",
      where: { function: "xor", activation: NAMES.filter((name) => name !== "sin") },
      holds: (row, { speed }) =>
        (row.median_epochs ?? Infinity) >= (rowOf(row, "sin", speed).median_epochs ?? Infinity),
      statement: "With neither loss does another activation have a smaller median of epochs to solve XOR than sine.",
      wording: {
        supported:
          "By the median of epochs sine is fastest: with neither loss does another activation have a smaller one.",
        refuted: "By the median of epochs sine is not always fastest: of {n} others, each with either loss, {others} " +
          "have a smaller one (one: {counterexample}).",
        undecided: "No run was made on XOR.",
      },
    },
    "sine-fastest-with-restarts": {
      kind: "every",
      table: "speed",
      where: { function: "xor", activation: NAMES.filter((name) => name !== "sin") },
      holds: (row, { speed }) =>
        (row.expected_epochs ?? Infinity) >= (rowOf(row, "sin", speed).expected_epochs ?? Infinity),
      statement: "With neither loss does another activation have fewer expected epochs on XOR than sine.",
      wording: {
        supported: "By expected epochs, which count what failed runs cost, sine is fastest, too.",
        refuted: "By expected epochs, which count what failed runs cost, {others} of {n} others, each with either " +
          "loss, are faster than sine (one: {counterexample}).",
        undecided: "No run was made on XOR.",
      },
    },
    "identity-never-xor": {
      kind: "none",
      table: "runs",
      where: { function: "xor", activation: "identity" },
      holds: solved,
      statement: "With identity hidden units no run solves XOR: two linear layers are one.",
      wording: {
        supported:
          "Linear hidden units (identity) solve XOR in none of {n} runs: two linear layers are no more than one.",
        refuted: "Linear hidden units (identity) solve XOR in {count} of {n} runs, against what algebra allows.",
        undecided: "No run with identity hidden units was made on XOR.",
      },
    },
    "sigmoid-mostly-xor": {
      kind: "proportion",
      where: { function: "xor", activation: "sigmoid" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With sigmoid hidden units most runs solve XOR.",
      wording: inMostRuns("XOR is solved with sigmoid units"),
    },
    "tanh-beats-sigmoid": {
      kind: "difference",
      first: { function: "xor", activation: "tanh" },
      second: { function: "xor", activation: "sigmoid" },
      holds: solved,
      statement: "Tanh solves XOR on more seeds than sigmoid.",
      wording: moreOften("with tanh", "with sigmoid", "Over both losses, "),
    },
    "tanh-beats-sigmoid-squared-error": {
      kind: "difference",
      first: { function: "xor", activation: "tanh", loss: "halfSquaredError" },
      second: { function: "xor", activation: "sigmoid", loss: "halfSquaredError" },
      holds: solved,
      statement: "With squared error, tanh solves XOR on more seeds than sigmoid.",
      wording: moreOften("with tanh", "with sigmoid", "With squared error, "),
    },
    "tanh-beats-sigmoid-cross-entropy": {
      kind: "difference",
      first: { function: "xor", activation: "tanh", loss: "crossEntropy" },
      second: { function: "xor", activation: "sigmoid", loss: "crossEntropy" },
      holds: solved,
      statement: "With cross entropy, tanh solves XOR on more seeds than sigmoid.",
      wording: moreOften("with tanh", "with sigmoid", "With cross entropy, "),
    },
    "relu-beats-sigmoid": {
      kind: "difference",
      first: { function: "xor", activation: "relu" },
      second: { function: "xor", activation: "sigmoid" },
      holds: solved,
      statement: "ReLU, the textbooks' default, solves XOR on more seeds than sigmoid.",
      wording: moreOften("with ReLU, the textbooks' default,", "with sigmoid"),
    },
    "softplus-beats-sigmoid": {
      kind: "difference",
      first: { function: "xor", activation: "softplus" },
      second: { function: "xor", activation: "sigmoid" },
      holds: solved,
      statement: "Softplus solves XOR on more seeds than sigmoid.",
      wording: moreOften("with softplus", "with sigmoid"),
    },
    "silu-beats-relu": {
      kind: "difference",
      first: { function: "xor", activation: "silu" },
      second: { function: "xor", activation: "relu" },
      holds: solved,
      statement: "SiLU solves XOR on more seeds than ReLU.",
      wording: moreOften("with SiLU", "with ReLU"),
    },
    "leaky-beats-relu": {
      kind: "difference",
      first: { function: "xor", activation: "leakyRelu" },
      second: { function: "xor", activation: "relu" },
      holds: solved,
      statement: "Leaky ReLU solves XOR on more seeds than ReLU.",
      wording: moreOften("with leaky ReLU", "with ReLU"),
    },
    "tanh-sooner-than-sigmoid": {
      kind: "sooner",
      first: { function: "xor", activation: "tanh" },
      second: { function: "xor", activation: "sigmoid" },
      value: solvedEpoch,
      statement: "From the same seed, tanh solves XOR in fewer epochs than sigmoid more often than not.",
      wording: sooner("with tanh", "with sigmoid"),
    },
    "step-learns-nothing-below": {
      kind: "proportion",
      where: { function: "xor", activation: "step" },
      holds: solved,
      is: "below",
      than: 0.5,
      statement: "With step hidden units, whose slope is 0, fewer than half of the runs solve XOR.",
      wording: {
        supported:
          "Below step units, whose slope is 0 everywhere, no weight ever moves; only the output unit learns: " +
          "{count} of {n} runs solve XOR.",
        refuted: "Step units, whose slope is 0 everywhere, solve XOR all the same: in {count} of {n} runs.",
        undecided:
          "Step units solve XOR in {estimate} {interval} of {n} runs, which leaves open whether fewer than half do.",
      },
    },
    "and-needs-no-bend": {
      kind: "proportion",
      where: { function: "and", activation: "identity" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With identity hidden units most runs solve AND.",
      wording: {
        supported: "AND needs no bend: identity units solve it in {estimate} {interval} of {n} runs.",
        refuted: "Identity units solve AND in only {estimate} {interval} of {n} runs.",
        undecided: "Identity units solve AND in {estimate} {interval} of {n} runs, which leaves open whether most do.",
      },
    },
  },
  answer: ["silu-most-often", "sine-fastest", "sine-fastest-with-restarts", "relu-beats-sigmoid"],
  views: [
    {
      kind: "rates",
      by: "activation",
      color: "loss",
      panel: "function",
      title: "Share of runs that solve the task, by hidden activation",
      captionClaims: ["softplus-beats-sigmoid", "silu-beats-relu", "leaky-beats-relu", "and-needs-no-bend"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "solved",
      color: "activation",
      panel: "loss",
      where: { function: "xor", activation: ["sigmoid", "tanh", "softplus", "silu", "relu", "leakyRelu"] },
      title: "Share of runs that solve XOR by each epoch",
      captionClaims: [
        "tanh-sooner-than-sigmoid",
        "tanh-beats-sigmoid",
        "tanh-beats-sigmoid-squared-error",
        "tanh-beats-sigmoid-cross-entropy",
      ],
      howToRead: HOW_TO_READ.solved,
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
      captionClaims: ["step-learns-nothing-below", "identity-never-xor"],
      howToRead:
        "One curve is what the unit answers, the other its derivative, which back-propagation multiplies by; " +
        "the rows below give the range of each.",
    },
    {
      kind: "table",
      table: "speed",
      columns: ["function", "activation", "loss", "runs", "solved", "median_epochs", "expected_epochs"],
      title: "How often, and how fast",
      captionClaims: ["silu-most-often", "sine-fastest", "sine-fastest-with-restarts"],
      howToRead: HOW_TO_READ.speed,
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "loss",
      panel: "activation",
      where: { function: "xor" },
      title: "Learning curves on XOR",
      captionClaims: ["sigmoid-mostly-xor"],
      howToRead: HOW_TO_READ.curves,
    },
  ],
  limits: [
    "A sentence that counts both losses counts each start twice, so that its interval is somewhat too narrow.",
    "Checks come every 10 epochs: where a median is 10, half of the runs were solved by the first check, and may have " +
    "been so before.",
    "5000 epochs for all: a run that would be solved later counts as unsolved.",
    "One learning rate, 0.9, for all: an activation with a larger slope takes larger steps from the same rate.",
    "Nets of four hidden units and one start, uniform from −1 to 1; what is best here need not be best in a deep net.",
    postHocLimit("SiLU and sine come first, and that tanh fares differently with either loss,"),
  ],
});

type Speed = {
  readonly function: string | undefined;
  readonly activation: string | undefined;
  readonly loss: string | undefined;
};

/** The row of another activation for the same function and loss. */
function rowOf<R extends Speed>(row: Speed, activation: keyof typeof LEVELS, rows: readonly R[]): R {
  return rows.find((other) =>
    other.activation === activation && other.function === row.function && other.loss === row.loss
  )!;
}
