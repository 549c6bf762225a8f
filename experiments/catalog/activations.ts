import type { ActivationName } from "../../core/components/activations.ts";
import { matches } from "../define/factors.ts";
import type { Row } from "../define/columns.ts";
import { defineExperiment } from "../experiment.ts";
import { activationCurves } from "./shared/activation_curves.ts";
import { exactWording, fewRuns, moreOften, mostRuns, noRuns, postHocLimit, sooner } from "./shared/claim_builders.ts";
import { functions, hiddenActivation, levelsOf, LOSS } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { LEARNING_CURVES, RATES, SOLVED, SPEED } from "./shared/views.ts";

const NAMES = [
  "identity",
  "sigmoid",
  "tanh",
  "softsign",
  "relu",
  "leakyRelu",
  "softplus",
  "silu",
  "gelu",
  "sin",
  "step",
] as const satisfies readonly ActivationName[];

const FACTORS = {
  function: functions("xor", "and"),
  activation: { meaning: "activation of the hidden units", levels: levelsOf(NAMES, hiddenActivation) },
  loss: LOSS,
} as const;

type Activation = typeof NAMES[number];

/** All activations but some. */
function allBut(...names: readonly Activation[]): Activation[] {
  return NAMES.filter((name) => !names.includes(name));
}

/** The fields of a claim that XOR is solved more often with the first activation than with the second. */
function beats<const A extends Activation, const B extends Activation>(
  [first, firstName]: readonly [A, string],
  [second, secondName]: readonly [B, string],
  setting = "",
) {
  return {
    ...moreOften("XOR is solved", `with ${firstName}`, `with ${secondName}`, setting),
    first: { function: "xor", activation: first },
    second: { function: "xor", activation: second },
  } as const;
}

const SIGMOID = ["sigmoid", "sigmoid"] as const;
const TANH = ["tanh", "tanh"] as const;
const RELU = ["relu", "ReLU"] as const;

/** Which hidden activation learns XOR most often, and fastest? */
export const activations = defineExperiment({
  id: "activations",
  question: "Which hidden activation learns XOR most often, and fastest?",
  background:
    "The four hidden units get another activation; the output unit stays a sigmoid, and starts, learning rate 0.9 and " +
    "order of the rows stay the same; there are 5000 epochs. AND stands beside XOR as a task that needs no hidden " +
    "layer. A sentence that names no loss counts the runs of both losses.",
  base: { ...TWO_LAYER_XOR, epochs: 5000 },
  factors: FACTORS,
  // AND is only a control: three activations and one loss suffice
  exclude: [
    { function: "and", loss: "crossEntropy" },
    { function: "and", activation: allBut("identity", "sigmoid", "relu") },
  ],
  featuredCell: { function: "xor", activation: "silu", loss: "halfSquaredError" },
  replicates: 200,
  curveReplicates: 5,
  tables: { shapes: activationCurves(NAMES), speed: speedTable(FACTORS) },
  claims: {
    "silu-most-often": {
      kind: "every",
      table: "speed",
      where: { function: "xor", activation: allBut("silu") },
      holds: (row, { speed }) => row.solved! <= rowWith("silu", row, speed).solved!,
      category: (row, { speed }) => row.solved! < rowWith("silu", row, speed).solved! ? "less often" : "as often",
      statement: "With neither loss does another activation solve XOR from more starts than SiLU.",
      wording: exactWording(
        "No activation solves XOR more often than SiLU; the {n} other activation–loss pairs: {categories}.",
        "SiLU is not always first: {others} of {n} other activation–loss pairs solve XOR more often; for example: " +
          "{counterexample}.",
      ),
    },
    "sine-fastest": {
      kind: "every",
      table: "speed",
      where: { function: "xor", activation: allBut("sin") },
      holds: (row, { speed }) =>
        (row.median_epochs ?? Infinity) >= (rowWith("sin", row, speed).median_epochs ?? Infinity),
      statement: "With neither loss does another activation have a smaller median of epochs to solve XOR than sine.",
      wording: exactWording(
        "By the median of epochs, sine is the fastest with either loss.",
        "By the median of epochs, {others} of {n} activation–loss pairs beat sine; for example: {counterexample}.",
      ),
    },
    "sine-fastest-with-restarts": {
      kind: "every",
      table: "speed",
      where: { function: "xor", activation: allBut("sin") },
      holds: (row, { speed }) =>
        (row.expected_epochs ?? Infinity) >= (rowWith("sin", row, speed).expected_epochs ?? Infinity),
      statement: "With neither loss does another activation have fewer expected epochs on XOR than sine.",
      wording: exactWording(
        "Counting restarts after failures, sine is the fastest, too.",
        "Counting restarts after failures, {others} of {n} activation–loss pairs beat sine; for example: " +
          "{counterexample}.",
      ),
    },
    "identity-never-xor": {
      ...noRuns("solve XOR", "with linear hidden units (identity)"),
      where: { function: "xor", activation: "identity" },
    },
    "sigmoid-mostly-xor": {
      ...mostRuns("solve XOR", "with sigmoid units"),
      where: { function: "xor", activation: "sigmoid" },
    },
    "tanh-beats-sigmoid": beats(TANH, SIGMOID, "over both losses"),
    "tanh-beats-sigmoid-squared-error": {
      ...moreOften("XOR is solved", "with tanh", "with sigmoid", "with squared error"),
      first: { function: "xor", activation: "tanh", loss: "halfSquaredError" },
      second: { function: "xor", activation: "sigmoid", loss: "halfSquaredError" },
    },
    "tanh-beats-sigmoid-cross-entropy": {
      ...moreOften("XOR is solved", "with tanh", "with sigmoid", "with cross entropy"),
      first: { function: "xor", activation: "tanh", loss: "crossEntropy" },
      second: { function: "xor", activation: "sigmoid", loss: "crossEntropy" },
    },
    "relu-beats-sigmoid": beats(RELU, SIGMOID),
    "softplus-beats-sigmoid": beats(["softplus", "softplus"], SIGMOID),
    "silu-beats-relu": beats(["silu", "SiLU"], RELU),
    "leaky-beats-relu": beats(["leakyRelu", "leaky ReLU"], RELU),
    "tanh-sooner-than-sigmoid": {
      ...sooner("XOR is solved", "with tanh", "with sigmoid"),
      first: { function: "xor", activation: "tanh" },
      second: { function: "xor", activation: "sigmoid" },
    },
    "step-learns-nothing-below": {
      ...fewRuns("solve XOR", "with step units, into which weights never change"),
      where: { function: "xor", activation: "step" },
    },
    "and-needs-no-bend": {
      ...mostRuns("solve AND, which needs no nonlinearity", "with identity units"),
      where: { function: "and", activation: "identity" },
    },
  },
  answer: ["silu-most-often", "sine-fastest", "sine-fastest-with-restarts", "relu-beats-sigmoid"],
  views: [
    {
      ...RATES,
      by: "activation",
      color: "loss",
      panel: "function",
      title: "Runs that solve the task, by hidden activation",
      captionClaims: ["softplus-beats-sigmoid", "silu-beats-relu", "leaky-beats-relu", "and-needs-no-bend"],
    },
    {
      ...SOLVED,
      color: "activation",
      panel: "loss",
      where: { function: "xor", activation: ["sigmoid", "tanh", "softplus", "silu", "relu", "leakyRelu"] },
      title: "Runs that solve XOR by each epoch",
      captionClaims: [
        "tanh-sooner-than-sigmoid",
        "tanh-beats-sigmoid",
        "tanh-beats-sigmoid-squared-error",
        "tanh-beats-sigmoid-cross-entropy",
      ],
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
        "One curve is the unit's output, the other its derivative, by which back-propagation multiplies; the rows " +
        "below give the range of each.",
    },
    {
      ...SPEED,
      columns: ["function", "activation", "loss", "runs", "solved", "median_epochs", "expected_epochs"],
      captionClaims: ["silu-most-often", "sine-fastest", "sine-fastest-with-restarts"],
    },
    {
      ...LEARNING_CURVES,
      color: "loss",
      panel: "activation",
      where: { function: "xor" },
      title: "Learning curves on XOR",
      captionClaims: ["sigmoid-mostly-xor"],
    },
  ],
  limits: [
    "A sentence that counts both losses counts each start twice, so its interval is somewhat too narrow.",
    "Checks come every 10 epochs: a median of 10 says that half of the runs were solved by the first check.",
    "Runs solved later than 5000 epochs count as unsolved.",
    "One learning rate, 0.9, for all: an activation with a larger slope takes larger steps from the same rate.",
    "Four hidden units and starts uniform from −1 to 1; what is best here need not be best in a deep net.",
    postHocLimit("that SiLU and sine come first, and that tanh does better or worse with the loss"),
  ],
});

/** The row of another activation for the same function and loss. */
function rowWith<R extends Row>(activation: Activation, { function: name, loss }: Row, rows: readonly R[]): R {
  return rows.find((row) => matches(row, { activation, function: name, loss }))!;
}
