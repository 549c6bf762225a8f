import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import {
  deadAtStart,
  losesUnitAlike,
  losesUnitMoreOften,
  relu,
  SWITCHED_OFF,
  tooFew,
} from "./claims/dead_unit_claims.ts";
import { deadUnitTables } from "./tables/dead_unit_tables.ts";
import { moreOften, proportionOf } from "./shared/claim_builders.ts";
import { hiddenActivation, learningRates, levelsOf, outputBias } from "./shared/common_factors.ts";
import { LECTURE } from "./shared/lecture.ts";
import { RATES } from "./shared/views.ts";

const FACTORS = {
  activation: { meaning: "activation of the hidden units", levels: levelsOf(["relu", "leakyRelu"], hiddenActivation) },
  biases: {
    meaning: "biases at the start, an output bias included: drawn like weights, 0 or 0.5",
    levels: {
      drawn: { initializer: { name: "uniform", biases: "drawn" } },
      "0": { initializer: { name: "uniform", biases: 0 } },
      "0.5": { initializer: { name: "uniform", biases: 0.5 } },
    },
  },
  output_bias: {
    meaning: "whether the output unit has a bias",
    levels: levelsOf(["true", "false"], outputBias),
  },
  learning_rate: learningRates("0.1", "0.3", "0.9", "3"),
} as const;

/** The setting of nets with biases drawn at the start, at rate 0.9. */
function drawn<const A extends "relu" | "leakyRelu", const B extends "true" | "false">(activation: A, output_bias: B) {
  return { activation, biases: "drawn", output_bias, learning_rate: "0.9" } as const;
}

/** When do ReLU units die? */
export const deadUnits = defineExperiment({
  id: "dead-units",
  question: "When do ReLU units die?",
  why: {
    theory:
      "A ReLU unit is dead if z ≤ 0 for all four rows: its output and slope are then 0, so its weights never change " +
      "again. Random starts make such units (Lu et al. 2020). With two weights and a bias uniform from −1 to 1 the " +
      "probability is 13/48, with a bias of 0 it is ¼. Rules for the scale of the start (Glorot & Bengio 2010, " +
      "He et al. 2015) do not change these signs, but a small positive bias does (Goodfellow, Bengio & Courville 2016). Leaky ReLU " +
      "passes a hundredth of the gradient where it is off (Maas, Hannun & Ng 2013) and can come back; we call its " +
      "units off, not dead.",
    data: [
      {
        when: { "dead-at-start-drawn": ["supported", "undecided"] },
        text: "By this theory 71.7 % of the nets with four units have a dead one at the start; " +
          "{dead-at-start-drawn.count} of {dead-at-start-drawn.rows} do.",
      },
      {
        when: { "never-come-back": "supported" },
        text: "None of {never-come-back.rows} nets with a dead unit gets one back.",
      },
      {
        when: { "too-few-with-bias": "supported", "too-few-without-bias": "supported" },
        text: "With at most one active unit (two without output bias) none solves XOR: the points above ½ and those " +
          "below then lie in two convex regions, but the diagonals of the square cross.",
      },
      {
        when: { "failures-have-dead": "supported" },
        text: "That is how most failures end, with two dead units or more: {failures-have-dead.count} of " +
          "{failures-have-dead.rows}.",
      },
    ],
  },
  base: {
    ...LECTURE,
    data: { name: "xor", encoding: "binary", constant: false },
    network: { inputs: 2, layers: [{ units: 4, bias: true }, { units: 1, activation: "sigmoid" }] },
    epochs: 1000,
  },
  factors: FACTORS,
  // the output bias and leaky ReLU are compared from one kind of start only
  exclude: [
    { biases: ["0", "0.5"], output_bias: "false" },
    { activation: "leakyRelu", biases: ["0", "0.5"] },
    { activation: "leakyRelu", learning_rate: ["0.1", "0.3", "3"] },
  ],
  featuredCell: drawn("relu", "true"),
  replicates: 600,
  curveReplicates: 60,
  tables: deadUnitTables(FACTORS),
  claims: {
    "dead-at-start-drawn": deadAtStart("drawn", 0.7173, "71.7 %", "with biases drawn like weights"),
    "dead-at-start-zero": deadAtStart("0", 0.6836, "68.4 %", "with biases of 0 at the start"),
    "positive-bias-none-dead": {
      kind: "none",
      table: "dead",
      arms: [{ activation: "relu", biases: "0.5" }],
      condition: { off_at_start: { atLeast: 1 } },
      ...CLAIMS_EN.none("ReLU nets", "start with a dead unit", "with biases of 0.5 at the start"),
    },
    "die-in-training": proportionOf(
      "dead",
      relu("drawn", "0.1"),
      SWITCHED_OFF,
      { is: "above", than: 0.1 },
      {
        amount: "more than a tenth",
        subject: "ReLU nets",
        predicate: "lose a unit in training",
        setting: "at rate 0.1 with biases drawn and an output bias",
      },
    ),
    "rate-hardly-matters": losesUnitAlike(
      [relu("drawn", "0.1"), relu("drawn", "0.3")],
      "at rate 0.1",
      "at 0.3",
      "with biases drawn and an output bias",
    ),
    "fast-kills-more": losesUnitMoreOften(
      [relu("drawn", "3"), relu("drawn", "0.3")],
      "at rate 3",
      "at 0.3",
      "with biases drawn and an output bias",
    ),
    "positive-bias-kills-less": losesUnitMoreOften(
      [relu("0", "0.9"), relu("0.5", "0.9")],
      "with biases of 0 at the start",
      "with 0.5",
      "at rate 0.9 with an output bias",
    ),
    "positive-bias-solves": moreOften(
      [relu("0.5", "0.9"), relu("drawn", "0.9")],
      "XOR is solved",
      "with biases of 0.5 at the start",
      "with biases drawn",
      "with ReLU at rate 0.9 with an output bias",
    ),
    "dead-early": proportionOf(
      "deaths",
      relu("0", "0.9"),
      { last_off_by: { atMost: 100 } },
      { is: "above", than: 0.6 },
      {
        amount: "more than 60 %",
        subject: "recorded ReLU nets that lose units in training",
        predicate: "have lost all of these after a tenth of the epochs",
        setting: "at rate 0.9 with biases of 0 at the start",
      },
    ),
    "never-come-back": {
      kind: "none",
      table: "dead",
      arms: [{ activation: "relu", ever_off: [1, 2, 3, 4] }],
      condition: { came_back: { atLeast: 1 } },
      ...CLAIMS_EN.none("ReLU nets with a dead unit", "have one that comes back"),
    },
    "leaky-come-back": proportionOf(
      "dead",
      { ...drawn("leakyRelu", "false"), ever_off: [1, 2, 3, 4] },
      { came_back: { atLeast: 1 } },
      { is: "above", than: 0.1 },
      {
        amount: "more than a tenth",
        subject: "nets with a unit that is off for all rows at a known point",
        predicate: "have one that comes back",
        setting: "with leaky ReLU at rate 0.9 without output bias",
      },
    ),
    "too-few-with-bias": tooFew("true", [0, 1], "with an output bias and at most one active unit at the end"),
    "too-few-without-bias": tooFew(
      "false",
      [0, 1, 2],
      "without output bias and with at most two active units at the end",
    ),
    "failures-have-dead": proportionOf(
      "dead",
      { ...relu("drawn", "0.9"), solved: false },
      { off_at_end: { atLeast: 2 } },
      { is: "above", than: 2 / 3 },
      {
        amount: "more than two thirds",
        subject: "unsolved ReLU nets",
        predicate: "end with at least two of four units dead",
        setting: "at rate 0.9 with biases drawn and an output bias",
      },
    ),
    "all-active-solve": proportionOf(
      "dead",
      { ...relu("drawn", "0.9"), off_at_end: 0 },
      { solved: true },
      { is: "above", than: 0.75 },
      {
        amount: "more than three quarters",
        subject: "ReLU nets without a dead unit at the end",
        predicate: "solve XOR",
        setting: "at rate 0.9 with biases drawn and an output bias",
      },
    ),
    "leaky-helps": moreOften(
      [drawn("leakyRelu", "false"), drawn("relu", "false")],
      "XOR is solved",
      "with leaky ReLU",
      "with ReLU",
      "at rate 0.9 with biases drawn, without output bias",
    ),
    "output-bias-helps": moreOften(
      [drawn("relu", "true"), drawn("relu", "false")],
      "XOR is solved",
      "with an output bias",
      "without",
      "with ReLU at rate 0.9 and biases drawn",
    ),
    "output-bias-kills-alike": losesUnitAlike(
      [drawn("relu", "true"), drawn("relu", "false")],
      "with an output bias",
      "without",
      "at rate 0.9 with biases drawn",
    ),
  },
  headline: [
    {
      when: { "dead-at-start-drawn": ["supported", "undecided"], "never-come-back": "supported" },
      text: "Often before training: {dead-at-start-drawn.count} of {dead-at-start-drawn.rows} nets start with a " +
        "dead unit, and no dead unit ever comes back.",
    },
  ],
  answer: ["dead-at-start-drawn", "die-in-training", "never-come-back", "failures-have-dead"],
  views: [
    {
      kind: "lines",
      table: "history",
      x: "progress",
      y: "share_off",
      xTitle: "learning rate · epochs",
      yTitle: "units off for all rows",
      color: "learning_rate",
      panel: "setting",
      scale: "log",
      yScale: "linear",
      mark: "steps",
      title: "Units that are off for all rows, in the course of training",
      captionClaims: ["dead-at-start-drawn", "dead-at-start-zero", "positive-bias-none-dead", "rate-hardly-matters"],
      howToRead:
        "Each line is the proportion of the units of 60 runs. Epochs times the learning rate is how far training has " +
        "come, so that lines of different rates can be compared; a line begins at the units off at the start.",
    },
    {
      kind: "table",
      table: "totals",
      title: "Units off for all rows at the start, in training and at the end",
      captionClaims: [
        "die-in-training",
        "fast-kills-more",
        "positive-bias-kills-less",
        "output-bias-kills-alike",
        "dead-early",
        "never-come-back",
        "leaky-come-back",
      ],
      howToRead:
        "Units of all runs of a setting; to come back is to be on for some row after a point at which it was off.",
    },
    {
      kind: "lines",
      table: "by_active",
      x: "active",
      y: "share_solved",
      xTitle: "active units at the end",
      yTitle: "runs that solve XOR",
      color: "learning_rate",
      panel: "setting",
      title: "Runs that solve XOR, by units that are on for some row at the end",
      captionClaims: ["too-few-with-bias", "too-few-without-bias", "failures-have-dead", "all-active-solve"],
      howToRead:
        "One line for each rate: the proportion solved among the runs that end with that number of active units.",
    },
    {
      ...RATES,
      by: "learning_rate",
      color: "biases",
      panel: "output_bias",
      where: { activation: "relu" },
      title: "ReLU nets that solve XOR",
      captionClaims: ["positive-bias-solves", "output-bias-helps", "leaky-helps"],
    },
  ],
  limits: [
    "A unit in a deeper layer could come back when the layers below it change; momentum, weight decay or other data " +
    "could move it as well. Here is one hidden layer, plain gradient descent and fixed data.",
    "Units are known at the start, at the end, and for 60 starts at recorded epochs; a unit that goes off and comes " +
    "back in between is not seen.",
    "A bias of 0.5 at the start applies to the output unit as well.",
    "A run has 1000 epochs: at rate 0.1 unsolved may mean not yet solved.",
    "Inputs are 0 and 1; with inputs of both signs, or more of them, fewer units are dead at the start.",
  ],
  references: ["glorot2010", "goodfellow2016", "he2015", "lu2020", "maas2013"],
});
