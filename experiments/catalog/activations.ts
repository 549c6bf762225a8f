import type { ActivationName } from "../../core/components/activations.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { alone, FAST, isCheaper, phrase, setting, versus } from "./claims/activation_claims.ts";
import { activationCurves } from "./shared/activation_curves.ts";
import { equallyOften, fewRuns, moreOften, mostRuns, nearlyAllRuns, noRuns, sooner } from "./shared/claim_builders.ts";
import { functions, hiddenActivation, levelsOf, LOSS } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { BEST_CUTOFF, restartTables } from "./shared/restarts.ts";
import { speedTable } from "./shared/speed_table.ts";
import { CUTOFFS, LEARNING_CURVES, RATES, SOLVED, SPEED } from "./shared/views.ts";

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

type Activation = typeof NAMES[number];

const FACTORS = {
  function: functions("xor", "and"),
  rate_and_bias: {
    meaning: "learning rate, and whether the output unit has a bias",
    levels: {
      "0.9-without": {},
      "0.1-with": { optimizer: { learningRate: 0.1 }, network: { layers: [{}, { bias: true }] } },
    },
  },
  activation: { meaning: "activation of the hidden units", levels: levelsOf(NAMES, hiddenActivation) },
  loss: LOSS,
} as const;

/** All activations but some. */
function allBut(...names: readonly Activation[]): Activation[] {
  return NAMES.filter((name) => !names.includes(name));
}

const SQUARED_ERROR = "halfSquaredError";
const CROSS_ENTROPY = "crossEntropy";

const SLOW = { function: "xor", rate_and_bias: "0.1-with" } as const;

/** Which hidden activation learns XOR most often, and fastest? */
export const activations = defineExperiment({
  id: "activations",
  question: "Which hidden activation learns XOR most often, and fastest?",
  why: {
    theory:
      "A hidden unit's δ contains the slope φ′(z) of its activation. The sigmoid's is at most ¼ and vanishes far " +
      "from 0; that of tanh reaches 1. ReLU has slope 1 or 0: it learns fast where it is on, and not at all where it " +
      "is off. SiLU, z · σ(z) (Elfwing, Uchibe & Doya 2018), and GELU (Hendrycks & Gimpel 2016) are smooth relatives " +
      "that keep some slope there. A step has slope 0, so weights into it never change; with the identity a hidden " +
      "layer adds nothing.",
    data: [
      "The hidden activation changes; starts, rate 0.9 and the order of the rows stay the same, without biases.",
      {
        when: { "silu-beats-relu-squared-error": "supported", "silu-beats-relu-cross-entropy": "supported" },
        text:
          "With either loss SiLU solves XOR more often than ReLU: from {silu-beats-relu-squared-error.first_count} " +
          "starts against {silu-beats-relu-squared-error.second_count} with squared error.",
      },
      {
        when: {
          "sine-sooner-than-tanh-squared-error": "supported",
          "sine-fastest-with-restarts-squared-error": "supported",
        },
        text: "Sine is sooner than tanh where both solve it. Restarted each at its best cutoff, so that sine also " +
          "pays for its failures, tanh takes {sine-fastest-with-restarts-squared-error.estimate} times its expected epochs.",
      },
      {
        when: { "relu-better-at-small-rate": "supported" },
        text: "ReLU's failures belong to this setting: at rate 0.1 with an output bias it solves XOR from " +
          "{relu-better-at-small-rate.first_count} starts, more often than here.",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED, epochs: 4000 },
  factors: FACTORS,
  // AND and the second setting are only controls: three activations and one loss suffice
  exclude: [
    { function: "and", loss: "crossEntropy" },
    { function: "and", rate_and_bias: "0.1-with" },
    { function: "and", activation: allBut("identity", "sigmoid", "relu") },
    { rate_and_bias: "0.1-with", loss: "crossEntropy" },
    { rate_and_bias: "0.1-with", activation: allBut("sigmoid", "relu", "silu") },
  ],
  featuredCell: setting("silu", "halfSquaredError"),
  replicates: 600,
  curveReplicates: 2,
  tables: { shapes: activationCurves(NAMES), speed: speedTable(FACTORS), ...restartTables(FACTORS) },
  claims: {
    "silu-nearly-always-squared-error": nearlyAllRuns(97, ...alone("silu", SQUARED_ERROR)),
    "silu-nearly-always-cross-entropy": nearlyAllRuns(97, ...alone("silu", CROSS_ENTROPY)),
    "silu-as-often-as-softsign-squared-error": equallyOften(
      [setting("silu", SQUARED_ERROR), setting("softsign", SQUARED_ERROR)],
      2,
      "XOR is solved",
      "with SiLU",
      "with softsign",
      phrase(SQUARED_ERROR),
    ),
    "silu-beats-softsign-cross-entropy": moreOften(...versus("silu", "softsign", CROSS_ENTROPY)),
    "silu-beats-softplus-cross-entropy": moreOften(...versus("silu", "softplus", CROSS_ENTROPY)),
    "gelu-costs-more-than-silu-squared-error": isCheaper("silu", "gelu", SQUARED_ERROR),
    "gelu-costs-more-than-silu-cross-entropy": isCheaper("silu", "gelu", CROSS_ENTROPY),
    "sine-sooner-than-tanh-squared-error": sooner(...versus("sin", "tanh", SQUARED_ERROR)),
    "sine-sooner-than-silu-cross-entropy": sooner(...versus("sin", "silu", CROSS_ENTROPY)),
    "sine-fastest-with-restarts-squared-error": isCheaper("sin", "tanh", SQUARED_ERROR),
    "sine-cheaper-than-silu-squared-error": isCheaper("sin", "silu", SQUARED_ERROR),
    "sine-fastest-with-restarts-cross-entropy": isCheaper("sin", "silu", CROSS_ENTROPY),
    "identity-never-xor": noRuns({ ...FAST, activation: "identity" }, "solve XOR with linear hidden units (identity)"),
    "sigmoid-mostly-xor-squared-error": mostRuns(...alone("sigmoid", SQUARED_ERROR)),
    "sigmoid-mostly-xor-cross-entropy": mostRuns(...alone("sigmoid", CROSS_ENTROPY)),
    "tanh-beats-sigmoid-squared-error": moreOften(...versus("tanh", "sigmoid", SQUARED_ERROR)),
    "tanh-beats-sigmoid-cross-entropy": moreOften(...versus("tanh", "sigmoid", CROSS_ENTROPY)),
    "relu-beats-sigmoid-squared-error": moreOften(...versus("relu", "sigmoid", SQUARED_ERROR)),
    "relu-beats-sigmoid-cross-entropy": moreOften(...versus("relu", "sigmoid", CROSS_ENTROPY)),
    "relu-beats-sigmoid-at-small-rate": moreOften(
      [
        { ...SLOW, activation: "relu", loss: SQUARED_ERROR },
        { ...SLOW, activation: "sigmoid", loss: SQUARED_ERROR },
      ],
      "XOR is solved",
      "with ReLU",
      "with sigmoid",
      "at rate 0.1 with output bias and squared error",
    ),
    "relu-better-at-small-rate": moreOften(
      [{ ...SLOW, activation: "relu", loss: SQUARED_ERROR }, setting("relu", SQUARED_ERROR)],
      "XOR is solved",
      "at rate 0.1 with output bias",
      "at rate 0.9 without",
      "with ReLU and squared error",
    ),
    "softplus-beats-sigmoid-squared-error": moreOften(...versus("softplus", "sigmoid", SQUARED_ERROR)),
    "softplus-beats-sigmoid-cross-entropy": moreOften(...versus("softplus", "sigmoid", CROSS_ENTROPY)),
    "silu-beats-relu-squared-error": moreOften(...versus("silu", "relu", SQUARED_ERROR)),
    "silu-beats-relu-cross-entropy": moreOften(...versus("silu", "relu", CROSS_ENTROPY)),
    "leaky-beats-relu-squared-error": moreOften(...versus("leakyRelu", "relu", SQUARED_ERROR)),
    "leaky-beats-relu-cross-entropy": moreOften(...versus("leakyRelu", "relu", CROSS_ENTROPY)),
    "tanh-sooner-than-sigmoid-squared-error": sooner(...versus("tanh", "sigmoid", SQUARED_ERROR)),
    "tanh-sooner-than-sigmoid-cross-entropy": sooner(...versus("tanh", "sigmoid", CROSS_ENTROPY)),
    "step-has-no-slope": {
      kind: "proof",
      table: "shapes",
      arms: [{ activation: "step", curve: "slope" }],
      condition: { value: 0 },
      ...CLAIMS_EN.every(
        "derivatives of the step function on the chart",
        "are 0, so weights into step units never change",
      ),
    },
    "step-learns-nothing-below": fewRuns(...alone("step", SQUARED_ERROR)),
    "and-needs-no-bend": mostRuns(
      { function: "and", rate_and_bias: "0.9-without", activation: "identity", loss: SQUARED_ERROR },
      "solve AND, which needs no nonlinearity, with identity units",
      phrase(SQUARED_ERROR),
    ),
  },
  headline: [
    {
      when: {
        "silu-nearly-always-squared-error": ["supported", "undecided"],
        "sine-cheaper-than-silu-squared-error": "supported",
      },
      text: "With squared error at rate 0.9, SiLU solves {silu-nearly-always-squared-error.count} of " +
        "{silu-nearly-always-squared-error.rows} starts; sine is faster, even with restarts.",
    },
    {
      when: { "silu-nearly-always-squared-error": ["supported", "undecided"] },
      text: "With squared error at rate 0.9, SiLU solves XOR from {silu-nearly-always-squared-error.count} of " +
        "{silu-nearly-always-squared-error.rows} starts.",
    },
  ],
  answer: [
    "silu-nearly-always-squared-error",
    "silu-nearly-always-cross-entropy",
    "sine-sooner-than-tanh-squared-error",
    "sine-cheaper-than-silu-squared-error",
  ],
  views: [
    {
      ...RATES,
      by: "activation",
      color: "loss",
      where: FAST,
      title: "Runs that solve XOR at rate 0.9, by hidden activation",
      captionClaims: [
        "silu-as-often-as-softsign-squared-error",
        "silu-beats-softsign-cross-entropy",
        "silu-beats-softplus-cross-entropy",
        "softplus-beats-sigmoid-squared-error",
        "softplus-beats-sigmoid-cross-entropy",
      ],
    },
    {
      ...RATES,
      by: "activation",
      color: "rate_and_bias",
      where: { function: "xor", activation: ["sigmoid", "relu", "silu"], loss: SQUARED_ERROR },
      title: "Runs that solve XOR with squared error, in both settings",
      captionClaims: [
        "relu-beats-sigmoid-squared-error",
        "relu-beats-sigmoid-cross-entropy",
        "relu-beats-sigmoid-at-small-rate",
        "relu-better-at-small-rate",
        "silu-beats-relu-squared-error",
        "silu-beats-relu-cross-entropy",
        "leaky-beats-relu-squared-error",
        "leaky-beats-relu-cross-entropy",
      ],
    },
    {
      ...SOLVED,
      color: "activation",
      panel: "loss",
      where: { ...FAST, activation: ["sigmoid", "tanh", "softplus", "silu", "relu", "leakyRelu"] },
      title: "Runs that solve XOR by each epoch, at rate 0.9",
      captionClaims: [
        "tanh-sooner-than-sigmoid-squared-error",
        "tanh-sooner-than-sigmoid-cross-entropy",
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
      captionClaims: [
        "step-has-no-slope",
        "step-learns-nothing-below",
        "identity-never-xor",
        "and-needs-no-bend",
      ],
      howToRead:
        "One curve is the unit's output, the other its derivative, by which back-propagation multiplies; the rows " +
        "below give the range of each.",
    },
    {
      ...SPEED,
      columns: [
        "function",
        "rate_and_bias",
        "activation",
        "loss",
        "runs",
        "solved",
        "median_epochs",
        "expected_epochs",
      ],
      captionClaims: [
        "sine-sooner-than-silu-cross-entropy",
      ],
    },
    {
      ...CUTOFFS,
      captionClaims: [
        "sine-cheaper-than-silu-squared-error",
        "sine-fastest-with-restarts-squared-error",
        "sine-fastest-with-restarts-cross-entropy",
        "gelu-costs-more-than-silu-squared-error",
        "gelu-costs-more-than-silu-cross-entropy",
      ],
    },
    {
      ...LEARNING_CURVES,
      color: "loss",
      panel: "activation",
      where: FAST,
      title: "Learning curves on XOR at rate 0.9",
      captionClaims: ["sigmoid-mostly-xor-squared-error", "sigmoid-mostly-xor-cross-entropy"],
    },
  ],
  limits: [
    ENDED_EARLY,
    "“Sooner” compares only starts that both activations solve.",
    BEST_CUTOFF,
    "Checks come every 10 epochs: a median of 10 says that half of the runs were solved by the first check.",
    "Each activation has one learning rate, not its best: one with a larger slope takes larger steps at the same rate.",
    "With step units the weights below never change: both losses solve only starts whose hidden units already divide " +
    "the points as XOR needs.",
    "The second setting changes the rate and the output bias together, for three activations and squared error.",
    "Four hidden units and starts uniform from −1 to 1; what is best here need not be best in a deep net.",
  ],
  references: ["elfwing2018", "hendrycks2016", "luby1993"],
});
