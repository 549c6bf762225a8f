import { defineExperiment } from "../experiment.ts";
import { learningRates, LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed.ts";
import { HOW_TO_READ, moreOften, postHocLimit, solved, solvedEpoch, sooner, timesTheEpochs } from "./shared/wording.ts";

const FACTORS = {
  learning_rate: learningRates("0.01", "0.1", "0.3", "0.9", "3", "10"),
  loss: LOSS,
  activation: {
    meaning: "activation of the hidden units",
    levels: {
      sigmoid: { network: { layers: [{ activation: "sigmoid" }] } },
      tanh: { network: { layers: [{ activation: "tanh" }] } },
    },
  },
} as const;

/** The claim that the lecture's rate solves more seeds than the largest one. */
function tooLarge<L extends keyof typeof LOSS.levels>(loss: L, name: string) {
  return {
    kind: "difference",
    first: { learning_rate: "0.9", loss, activation: "sigmoid" },
    second: { learning_rate: "10", loss, activation: "sigmoid" },
    holds: solved,
    statement: `With ${name}, the lecture's rate 0.9 solves more seeds than 10.`,
    wording: moreOften("at rate 0.9", "at rate 10", `With ${name}, `),
  } as const;
}

/** How large a step? */
export const learningRate = defineExperiment({
  id: "learning-rate",
  question: "How large a step?",
  background:
    "The learning rate says how far a weight moves down its slope at each update. Too small a rate may not arrive " +
    "within the epochs given; too large a rate may leap over what it should descend into. The lecture's net 3-4-1 " +
    "learns XOR online, at six rates from 0.01 to 10, with either loss and with either of two hidden activations " +
    "(tanh at five of the rates), from the same starts. Where a sentence names no loss it speaks of squared error, " +
    "where no activation of sigmoid units.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...lectureData("xor") },
  factors: FACTORS,
  exclude: [{ learning_rate: "0.3", activation: "tanh" }],
  featuredCell: { learning_rate: "0.9", loss: "halfSquaredError", activation: "sigmoid" },
  replicates: 200,
  curveReplicates: 3,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "too-small-fails": {
      kind: "difference",
      first: { learning_rate: "0.9", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "0.01", loss: "halfSquaredError", activation: "sigmoid" },
      holds: solved,
      statement: "The lecture's rate 0.9 solves more seeds within the epochs than 0.01.",
      wording: {
        supported: "Too small a step does not arrive in time: XOR is solved more often at rate 0.9 than at 0.01, by " +
          "{estimate} {interval}.",
        refuted: "Even a small step arrives: XOR is solved less often at rate 0.9 than at 0.01: the difference is " +
          "{estimate} {interval}.",
        undecided: "It remains open whether XOR is solved more often at rate 0.9 or 0.01: the difference is " +
          "{estimate} {interval}.",
      },
    },
    "too-large-fails": tooLarge("halfSquaredError", "squared error"),
    "too-large-fails-cross-entropy": tooLarge("crossEntropy", "cross entropy"),
    "third-of-the-rate-thrice-the-epochs": {
      kind: "ratio",
      first: { learning_rate: "0.3", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "0.1", loss: "halfSquaredError", activation: "sigmoid" },
      value: solvedEpoch,
      between: [2, 4.5],
      statement: "From 0.3 to 0.1, a third of the rate takes about three times the epochs: between 2 and 4.5 times.",
      wording: timesTheEpochs("rate 0.1", "rate 0.3", "about three times (2 to 4.5)"),
    },
    "nothing-diverges": {
      kind: "none",
      table: "runs",
      holds: (run) => run.status === "diverged",
      statement: "No run diverges at any rate: sigmoid and tanh units bound every gradient.",
      wording: {
        supported: "No run diverges: in all {n} runs, weights and answers stay finite numbers at every rate.",
        refuted: "{count} of {n} runs diverge, bounded though the units are (one of them: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "tanh-sooner-at-small-rate": {
      kind: "sooner",
      first: { learning_rate: "0.1", loss: "halfSquaredError", activation: "tanh" },
      second: { learning_rate: "0.1", loss: "halfSquaredError", activation: "sigmoid" },
      value: solvedEpoch,
      statement: "At rate 0.1, tanh, whose slope at 0 is four times as steep, solves XOR in fewer epochs than sigmoid.",
      wording: sooner("with tanh", "with sigmoid", "At rate 0.1, "),
    },
    "tanh-breaks-sooner": {
      kind: "difference",
      first: { learning_rate: "3", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "3", loss: "halfSquaredError", activation: "tanh" },
      holds: solved,
      statement: "At rate 3, sigmoid units solve more seeds than tanh units.",
      wording: moreOften("with sigmoid", "with tanh", "At rate 3, "),
    },
    "cross-entropy-is-more-than-step-size": {
      kind: "sooner",
      first: { learning_rate: "0.1", loss: "crossEntropy", activation: "sigmoid" },
      second: { learning_rate: "0.3", loss: "halfSquaredError", activation: "sigmoid" },
      value: solvedEpoch,
      statement:
        "Even at a third of the rate (0.1 against 0.3), cross entropy solves XOR in fewer epochs than squared error.",
      wording: sooner(
        "with cross entropy at rate 0.1",
        "with squared error at rate 0.3",
        "Even at a third of the rate, ",
      ),
    },
    "cross-entropy-breaks-sooner": {
      kind: "difference",
      first: { learning_rate: "3", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "3", loss: "crossEntropy", activation: "sigmoid" },
      holds: solved,
      statement: "At rate 3, squared error solves more seeds than cross entropy.",
      wording: moreOften("with squared error", "with cross entropy", "At rate 3, "),
    },
  },
  answer: ["too-small-fails", "too-large-fails", "too-large-fails-cross-entropy"],
  views: [
    {
      kind: "rates",
      by: "learning_rate",
      color: "activation",
      panel: "loss",
      title: "Share of runs that solve XOR, by learning rate",
      captionClaims: ["too-small-fails", "too-large-fails", "too-large-fails-cross-entropy"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "solved",
      color: "learning_rate",
      panel: "loss",
      where: { activation: "sigmoid" },
      title: "Share of runs solved by each epoch, sigmoid units",
      captionClaims: ["third-of-the-rate-thrice-the-epochs", "cross-entropy-is-more-than-step-size"],
      howToRead: HOW_TO_READ.solved,
    },
    {
      kind: "heat",
      x: "learning_rate",
      y: "activation",
      panel: "loss",
      title: "The window of learning rates",
      captionClaims: ["tanh-breaks-sooner", "cross-entropy-breaks-sooner", "nothing-diverges"],
      howToRead: HOW_TO_READ.heat,
    },
    {
      kind: "table",
      table: "speed",
      columns: ["learning_rate", "loss", "activation", "runs", "solved", "median_epochs", "expected_epochs"],
      title: "Speed and reliability of each cell",
      captionClaims: ["tanh-sooner-at-small-rate"],
      howToRead: HOW_TO_READ.speed,
    },
  ],
  limits: [
    "A rate that is too small is too small for the epochs given; with more epochs it might suffice.",
    "The window belongs to this net, this start and online updates; a mean over a batch takes smaller steps at the " +
    "same rate.",
    postHocLimit("a rate of 10 fails with cross entropy"),
  ],
});
