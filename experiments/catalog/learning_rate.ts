import { defineExperiment } from "../experiment.ts";
import { labels, learningRates, LECTURE, LOSS, NETWORKS } from "./lecture.ts";
import { speeds } from "./speed.ts";

const FACTORS = {
  learning_rate: learningRates("0.01", "0.03", "0.1", "0.3", "0.9", "3", "10"),
  loss: LOSS,
  activation: {
    meaning: "activation of the hidden units",
    levels: {
      sigmoid: { network: { layers: [{ activation: "sigmoid" }] } },
      tanh: { network: { layers: [{ activation: "tanh" }] } },
    },
  },
} as const;

/** How large a step? */
export const learningRate = defineExperiment({
  id: "learning-rate",
  question: "How large a step?",
  background:
    "The learning rate says how far a weight moves down its slope at each update. Too small, and the epochs given " +
    "do not suffice; too large, and a step leaps over what it should descend into. The lecture's net 3-4-1 learns " +
    "XOR online, at seven rates from 0.01 to 10, with either loss and with either of two hidden activations, from " +
    "the same starts.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...labels("xor") },
  factors: FACTORS,
  replicates: 200,
  curves: 3,
  tables: { speed: speeds(FACTORS) },
  claims: {
    "too-small-fails": {
      kind: "difference",
      first: { learning_rate: "0.9", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "0.01", loss: "halfSquaredError", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      statement: "The lecture's rate 0.9 solves more seeds within the epochs than 0.01.",
      says: {
        supported:
          "Too small a step does not arrive in time: the lecture's rate 0.9 solves more seeds within the epochs " +
          "than 0.01, by {estimate} {interval}.",
        refuted:
          "A small step does better: the lecture's rate 0.9 solves fewer seeds than 0.01: {estimate} {interval}.",
        undecided: "Whether 0.9 or 0.01 solves more seeds within the epochs is open: {estimate} {interval}.",
      },
    },
    "too-large-fails": {
      kind: "difference",
      first: { learning_rate: "0.9", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "10", loss: "halfSquaredError", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      statement: "The lecture's rate 0.9 solves more seeds than 10.",
      says: {
        supported: "Too large a step fails as well: 0.9 solves more seeds than 10, by {estimate} {interval}.",
        refuted: "A large step does no harm to sigmoid units: 0.9 solves fewer seeds than 10: {estimate} {interval}.",
        undecided: "Whether 0.9 or 10 solves more seeds is open: {estimate} {interval}.",
      },
    },
    "third-of-the-rate-thrice-the-epochs": {
      kind: "ratio",
      first: { learning_rate: "0.3", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "0.1", loss: "halfSquaredError", activation: "sigmoid" },
      value: (run) => run.solved_epoch,
      between: [2, 4.5],
      statement: "From 0.3 to 0.1, a third of the rate takes about three times the epochs: between 2 and 4.5 times.",
      says: {
        supported:
          "A third of the rate takes about three times the epochs: {estimate} times {interval} from 0.3 to 0.1, " +
          "over the {n} seeds that both solve.",
        refuted:
          "Epochs and rate are not in inverse proportion: from 0.3 to 0.1 a seed takes {estimate} times {interval} " +
          "the epochs, over the {n} seeds that both solve.",
        undecided:
          "From 0.3 to 0.1 a seed takes {estimate} times {interval} the epochs, over the {n} seeds that both solve, " +
          "which leaves open whether rate and epochs are in inverse proportion.",
      },
    },
    "nothing-diverges": {
      kind: "none",
      table: "runs",
      holds: (run) => run.status === "diverged",
      statement: "No run diverges at any rate: sigmoid and tanh units bound every gradient.",
      says: {
        supported:
          "No run diverges in the strict sense ({n} runs): at every rate, weights and answers stay finite numbers.",
        refuted: "{count} of {n} runs diverge, bounded though the units are (one of them: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "tanh-sooner-at-small-rate": {
      kind: "sooner",
      first: { learning_rate: "0.1", loss: "halfSquaredError", activation: "tanh" },
      second: { learning_rate: "0.1", loss: "halfSquaredError", activation: "sigmoid" },
      value: (run) => run.solved_epoch,
      statement: "At rate 0.1, tanh, whose slope at 0 is four times as steep, solves XOR in fewer epochs than sigmoid.",
      says: {
        supported:
          "At rate 0.1 tanh, four times as steep, is faster than sigmoid in {estimate} {interval} of {n} pairs.",
        refuted:
          "At rate 0.1 tanh is faster than sigmoid in only {estimate} {interval} of {n} pairs, steeper though it is.",
        undecided:
          "At rate 0.1 tanh is faster than sigmoid in {estimate} {interval} of {n} pairs, which decides nothing.",
      },
    },
    "tanh-breaks-sooner": {
      kind: "difference",
      first: { learning_rate: "3", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "3", loss: "halfSquaredError", activation: "tanh" },
      holds: (run) => run.solved === true,
      statement: "At rate 3, sigmoid units solve more seeds than tanh units.",
      says: {
        supported: "At rate 3 sigmoid units solve more seeds than tanh units, by {estimate} {interval}.",
        refuted: "At rate 3 sigmoid units solve fewer seeds than tanh units: {estimate} {interval}.",
        undecided: "At rate 3 it is open whether sigmoid or tanh solves more seeds: {estimate} {interval}.",
      },
    },
    "cross-entropy-is-more-than-step-size": {
      kind: "sooner",
      first: { learning_rate: "0.1", loss: "crossEntropy", activation: "sigmoid" },
      second: { learning_rate: "0.3", loss: "halfSquaredError", activation: "sigmoid" },
      value: (run) => run.solved_epoch,
      statement:
        "Even at a third of the rate (0.1 against 0.3), cross entropy solves XOR in fewer epochs than squared error.",
      says: {
        supported:
          "Even at a third of the rate (0.1 against 0.3), cross entropy is faster than squared error in {estimate} " +
          "{interval} of {n} pairs.",
        refuted:
          "At a third of the rate (0.1 against 0.3), cross entropy is faster than squared error in only {estimate} " +
          "{interval} of {n} pairs.",
        undecided:
          "At a third of the rate (0.1 against 0.3), cross entropy is faster than squared error in {estimate} " +
          "{interval} of {n} pairs, which decides nothing.",
      },
    },
    "cross-entropy-breaks-sooner": {
      kind: "difference",
      first: { learning_rate: "3", loss: "halfSquaredError", activation: "sigmoid" },
      second: { learning_rate: "3", loss: "crossEntropy", activation: "sigmoid" },
      holds: (run) => run.solved === true,
      statement: "At rate 3, squared error solves more seeds than cross entropy.",
      says: {
        supported: "At rate 3 squared error solves more seeds than cross entropy, by {estimate} {interval}.",
        refuted: "At rate 3 squared error solves fewer seeds than cross entropy: {estimate} {interval}.",
        undecided:
          "At rate 3 it is open whether squared error or cross entropy solves more seeds: {estimate} {interval}.",
      },
    },
  },
  answer: ["too-small-fails", "too-large-fails", "third-of-the-rate-thrice-the-epochs"],
  views: [
    {
      kind: "rates",
      by: "learning_rate",
      color: "activation",
      panel: "loss",
      title: "Share of runs that solve XOR, by learning rate",
      finding: ["too-small-fails", "too-large-fails", "tanh-breaks-sooner", "cross-entropy-breaks-sooner"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "solved",
      color: "learning_rate",
      panel: "loss",
      where: { activation: "sigmoid" },
      title: "Share of runs solved by each epoch, sigmoid units",
      finding: ["third-of-the-rate-thrice-the-epochs", "cross-entropy-is-more-than-step-size"],
      reading:
        "The line rises as runs solve XOR for good. A smaller rate moves it to the right; a line that ends below " +
        "100 % has runs that never did.",
    },
    {
      kind: "heat",
      x: "learning_rate",
      y: "activation",
      panel: "loss",
      title: "The window of learning rates",
      finding: ["nothing-diverges", "tanh-sooner-at-small-rate"],
      reading: "Each field is the share of seeds solved within the epochs.",
    },
    {
      kind: "table",
      table: "speed",
      title: "Speed and reliability of each cell",
      finding: [],
      reading: "The median counts unsolved runs as later than every number; expected epochs allow for restarts.",
    },
  ],
  limits: [
    "A rate that is too small is only too small for the epochs given; more epochs would solve more seeds.",
    "The window belongs to this net, this start and online updates; a mean over a batch takes smaller steps at the " +
    "same rate.",
  ],
});
