import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { moreOften, sooner, timesTheEpochs } from "./shared/claim_builders.ts";
import { hiddenActivation, learningRates, levelsOf, LOSS } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { HEAT, RATES, SOLVED, SPEED } from "./shared/views.ts";

const FACTORS = {
  learning_rate: learningRates("0.01", "0.1", "0.3", "0.9", "3", "10", "100"),
  loss: LOSS,
  activation: {
    meaning: "activation of the hidden units",
    levels: levelsOf(["sigmoid", "tanh"], hiddenActivation),
  },
} as const;

type Rate = keyof typeof FACTORS.learning_rate.levels;

/** Sigmoid units with squared error. */
function sigmoid<const R extends Rate>(learning_rate: R) {
  return { loss: "halfSquaredError", activation: "sigmoid", learning_rate } as const;
}

/** Tanh units with squared error. */
function tanh<const R extends Rate>(learning_rate: R) {
  return { loss: "halfSquaredError", activation: "tanh", learning_rate } as const;
}

/** Sigmoid units with cross entropy. */
function crossEntropy<const R extends Rate>(learning_rate: R) {
  return { loss: "crossEntropy", activation: "sigmoid", learning_rate } as const;
}

/** How large a step? */
export const learningRate = defineExperiment({
  id: "learning-rate",
  question: "How large a step?",
  why: {
    theory:
      "The learning rate α says how far a weight moves down its slope. As long as the slope hardly changes over a " +
      "step, half the rate needs twice the steps. Where the surface bends, too long a step leaps over the minimum: " +
      "on a parabola ½ λ w² it lands higher than it began if α > 2/λ (LeCun et al. 1998). Equal rates are not equal " +
      "steps, either. The δ of cross entropy lacks the factor y(1 − y), which is at most ¼, and the slope of tanh is " +
      "up to four times that of the sigmoid: both step further, so their range should end sooner.",
    data: [
      "A net of 3 inputs, 4 hidden units and 1 output learns XOR online from the same starts. Unless a claim says " +
      "otherwise, the loss is squared error and hidden units are sigmoid units.",
      {
        when: { "third-of-the-rate-thrice-the-epochs": "supported" },
        text: "Between 0.1 and 0.3 time goes like 1/α: a third of the rate takes " +
          "{third-of-the-rate-thrice-the-epochs.estimate} times the epochs (median).",
      },
      {
        when: { "tanh-breaks-sooner": "supported", "cross-entropy-breaks-sooner": "supported" },
        text: "Large rates break tanh and cross entropy first: they fail more often than sigmoid units at rate 3 and " +
          "squared error at rate 10, by {tanh-breaks-sooner.estimate} and {cross-entropy-breaks-sooner.estimate}.",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED },
  factors: FACTORS,
  exclude: [{ learning_rate: "0.3", activation: "tanh" }, { learning_rate: "100", loss: "crossEntropy" }],
  featuredCell: sigmoid("0.9"),
  replicates: 200,
  curveReplicates: 3,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "too-small-fails": moreOften(
      [sigmoid("0.9"), sigmoid("0.01")],
      "XOR is solved",
      "at rate 0.9",
      "at 0.01",
      "within 10,000 epochs",
    ),
    "too-large-fails": moreOften(
      [sigmoid("0.9"), sigmoid("100")],
      "XOR is solved",
      "at rate 0.9",
      "at 100",
      "with squared error",
    ),
    "too-large-fails-cross-entropy": moreOften(
      [crossEntropy("0.9"), crossEntropy("10")],
      "XOR is solved",
      "at rate 0.9",
      "at 10",
      "with cross entropy",
    ),
    "third-of-the-rate-thrice-the-epochs": timesTheEpochs(
      [sigmoid("0.3"), sigmoid("0.1")],
      { between: [2.5, 3.5] },
      "rate 0.1",
      "rate 0.3",
    ),
    "nothing-diverges": {
      kind: "none",
      table: "runs",
      arms: [{}],
      condition: { status: "diverged" },
      ...CLAIMS_EN.none("runs", "diverge (reach a weight or output that is not finite)", "at every rate"),
    },
    "tanh-sooner-at-small-rate": sooner(
      [tanh("0.1"), sigmoid("0.1")],
      "XOR is solved",
      "with tanh",
      "with sigmoid",
      "at rate 0.1",
    ),
    "tanh-breaks-sooner": moreOften(
      [sigmoid("3"), tanh("3")],
      "XOR is solved",
      "with sigmoid",
      "with tanh",
      "at rate 3",
    ),
    "cross-entropy-sooner-at-a-third": sooner(
      [crossEntropy("0.1"), sigmoid("0.3")],
      "XOR is solved",
      "with cross entropy at rate 0.1",
      "with squared error at rate 0.3",
      "even at a third of the rate",
    ),
    "cross-entropy-breaks-sooner": moreOften(
      [sigmoid("10"), crossEntropy("10")],
      "XOR is solved",
      "with squared error",
      "with cross entropy",
      "at rate 10",
    ),
  },
  headline: [
    {
      when: { "too-small-fails": "supported", "too-large-fails": "supported" },
      text: "Neither tiny nor huge: in 10,000 epochs rate 0.9 solves {too-small-fails.first_count} of " +
        "{too-small-fails.n} starts, 0.01 solves {too-small-fails.second_count}, 100 solves " +
        "{too-large-fails.second_count}.",
    },
  ],
  answer: ["too-small-fails", "too-large-fails", "too-large-fails-cross-entropy"],
  views: [
    {
      ...RATES,
      by: "learning_rate",
      color: "activation",
      panel: "loss",
      title: "Runs that solve XOR, by learning rate",
      captionClaims: ["too-small-fails", "too-large-fails", "too-large-fails-cross-entropy"],
    },
    {
      ...SOLVED,
      color: "learning_rate",
      panel: "loss",
      where: { activation: "sigmoid" },
      title: "Runs solved by each epoch, sigmoid units",
      captionClaims: ["third-of-the-rate-thrice-the-epochs", "cross-entropy-sooner-at-a-third"],
    },
    {
      ...HEAT,
      x: "learning_rate",
      y: "activation",
      panel: "loss",
      title: "The range of learning rates that work",
      captionClaims: ["tanh-breaks-sooner", "cross-entropy-breaks-sooner", "nothing-diverges"],
    },
    {
      ...SPEED,
      columns: ["learning_rate", "loss", "activation", "runs", "solved", "median_epochs", "expected_epochs"],
      captionClaims: ["tanh-sooner-at-small-rate"],
    },
  ],
  limits: [
    ENDED_EARLY,
    "A rate that is too small is too small for the epochs given; with more epochs it might suffice.",
    "The range belongs to this net, these starts and online updates; a mean over a batch takes smaller steps at the " +
    "same rate.",
    "That nothing diverges is no feat: the units' outputs, and δ at the output, lie between −1 and 1. So output " +
    "weights grow at most linearly with the number of updates and hidden ones quadratically, too slowly to overflow.",
    "Where cross entropy is faster at a smaller rate, its larger δ may be the whole reason.",
  ],
  references: ["lecun1998"],
});
