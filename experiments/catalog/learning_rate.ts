import { defineExperiment } from "../experiment.ts";
import { moreOften, noneText, postHocLimit, sooner, timesTheEpochs } from "./shared/claim_builders.ts";
import { hiddenActivation, learningRates, levelsOf, LOSS } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { HEAT, RATES, SOLVED, SPEED } from "./shared/views.ts";

const FACTORS = {
  learning_rate: learningRates("0.01", "0.1", "0.3", "0.9", "3", "10"),
  loss: LOSS,
  activation: {
    meaning: "activation of the hidden units",
    levels: levelsOf(["sigmoid", "tanh"], hiddenActivation),
  },
} as const;

const SIGMOID = { loss: "halfSquaredError", activation: "sigmoid" } as const;
const TANH = { loss: "halfSquaredError", activation: "tanh" } as const;
const CROSS_ENTROPY = { loss: "crossEntropy", activation: "sigmoid" } as const;

/** How large a step? */
export const learningRate = defineExperiment({
  id: "learning-rate",
  question: "How large a step?",
  background:
    "The learning rate says how far a weight moves down its slope at each update. Too small a rate may take more " +
    "epochs than are given; too large a rate may leap over the minimum. A net of 3 inputs, 4 hidden units and 1 output " +
    "learns XOR online, at six rates from 0.01 to 10, with either loss and with either of two hidden activations (tanh " +
    "at five of the rates), from the same starts. A sentence that names no loss means squared error; one that names " +
    "no activation means sigmoid units.",
  base: TWO_LAYER_XOR,
  factors: FACTORS,
  exclude: [{ learning_rate: "0.3", activation: "tanh" }],
  featuredCell: { ...SIGMOID, learning_rate: "0.9" },
  replicates: 200,
  curveReplicates: 3,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "too-small-fails": {
      ...moreOften("XOR is solved", "at rate 0.9", "at 0.01", "within the epochs"),
      first: { ...SIGMOID, learning_rate: "0.9" },
      second: { ...SIGMOID, learning_rate: "0.01" },
    },
    "too-large-fails": {
      ...moreOften("XOR is solved", "at rate 0.9", "at 10", "with squared error"),
      first: { ...SIGMOID, learning_rate: "0.9" },
      second: { ...SIGMOID, learning_rate: "10" },
    },
    "too-large-fails-cross-entropy": {
      ...moreOften("XOR is solved", "at rate 0.9", "at 10", "with cross entropy"),
      first: { ...CROSS_ENTROPY, learning_rate: "0.9" },
      second: { ...CROSS_ENTROPY, learning_rate: "10" },
    },
    "third-of-the-rate-thrice-the-epochs": {
      ...timesTheEpochs([2, 4.5], "rate 0.1", "rate 0.3"),
      first: { ...SIGMOID, learning_rate: "0.3" },
      second: { ...SIGMOID, learning_rate: "0.1" },
    },
    "nothing-diverges": {
      ...noneText("runs", "diverge", "at every rate"),
      kind: "none",
      table: "runs",
      holds: (run) => run.status === "diverged",
    },
    "tanh-sooner-at-small-rate": {
      ...sooner("XOR is solved", "with tanh", "with sigmoid", "at rate 0.1"),
      first: { ...TANH, learning_rate: "0.1" },
      second: { ...SIGMOID, learning_rate: "0.1" },
    },
    "tanh-breaks-sooner": {
      ...moreOften("XOR is solved", "with sigmoid", "with tanh", "at rate 3"),
      first: { ...SIGMOID, learning_rate: "3" },
      second: { ...TANH, learning_rate: "3" },
    },
    "cross-entropy-is-more-than-step-size": {
      ...sooner(
        "XOR is solved",
        "with cross entropy at rate 0.1",
        "with squared error at rate 0.3",
        "even at a third of the rate",
      ),
      first: { ...CROSS_ENTROPY, learning_rate: "0.1" },
      second: { ...SIGMOID, learning_rate: "0.3" },
    },
    "cross-entropy-breaks-sooner": {
      ...moreOften("XOR is solved", "with squared error", "with cross entropy", "at rate 3"),
      first: { ...SIGMOID, learning_rate: "3" },
      second: { ...CROSS_ENTROPY, learning_rate: "3" },
    },
  },
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
      captionClaims: ["third-of-the-rate-thrice-the-epochs", "cross-entropy-is-more-than-step-size"],
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
    "A rate that is too small is too small for the epochs given; with more epochs it might suffice.",
    "The range belongs to this net, these starts and online updates; a mean over a batch takes smaller steps at the " +
    "same rate.",
    postHocLimit("that a rate of 10 fails with cross entropy"),
  ],
});
