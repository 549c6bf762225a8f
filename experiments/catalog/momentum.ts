import { defineExperiment } from "../experiment.ts";
import { labels, learningRates, LECTURE, NETWORKS } from "./lecture.ts";
import { speeds } from "./speed.ts";

const FACTORS = {
  momentum: {
    meaning: "none, or velocity with friction 0.9: kept throughout, or forgotten at the start of each epoch",
    levels: {
      none: { optimizer: { name: "gradientDescent" } },
      kept: { optimizer: { name: "momentum", momentum: 0.9, reset: "never" } },
      reset: { optimizer: { name: "momentum", momentum: 0.9, reset: "epoch" } },
    },
  },
  learning_rate: learningRates("0.09", "0.9"),
} as const;

/** Does momentum help? */
export const momentum = defineExperiment({
  id: "momentum",
  question: "Does momentum help?",
  background:
    "With momentum a weight keeps nine tenths of its last velocity and adds the new gradient. Steps that agree in " +
    "direction add up to ten times the plain step (1 + 0.9 + 0.81 + … = 10). Printed listings often set the " +
    "velocity to 0 at the start of each epoch: then the steps of an epoch's four updates would add up to 1, 1.9, " +
    "2.71 and 3.44 plain ones, 2.26 on average, if the rows pulled the same way. Rate 0.09 with momentum stands " +
    "beside rate 0.9 without, which steps as far in the long run.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...labels("xor") },
  factors: FACTORS,
  replicates: 200,
  curves: 5,
  tables: { speed: speeds(FACTORS) },
  claims: {
    "kept-sooner": {
      kind: "sooner",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: (run) => run.solved_epoch,
      statement: "At rate 0.09, momentum solves XOR in fewer epochs than plain descent from the same start.",
      says: {
        supported:
          "Yes at a small rate: at 0.09 momentum is faster than plain descent in {estimate} {interval} of {n} pairs.",
        refuted: "Not even at a small rate: at 0.09 momentum is faster in only {estimate} {interval} of {n} pairs.",
        undecided: "At rate 0.09 momentum is faster in {estimate} {interval} of {n} pairs, which decides nothing.",
      },
    },
    "kept-several-times": {
      kind: "ratio",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: (run) => run.solved_epoch,
      between: [3, Infinity],
      statement: "At rate 0.09, plain descent takes more than three times the epochs that momentum takes.",
      says: {
        supported:
          "At 0.09 plain descent takes {estimate} times {interval} as many epochs as momentum ({n} seeds that both " +
          "solve).",
        refuted:
          "At 0.09 plain descent takes only {estimate} times {interval} as many epochs as momentum ({n} seeds that " +
          "both solve).",
        undecided:
          "At 0.09 plain descent takes {estimate} times {interval} as many epochs as momentum ({n} seeds that both " +
          "solve), which leaves open whether it is three times.",
      },
    },
    "reset-does-little": {
      kind: "ratio",
      first: { momentum: "reset", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: (run) => run.solved_epoch,
      between: [0.5, 2],
      statement: "At rate 0.09, momentum that is reset each epoch changes the epochs by less than a factor of two.",
      says: {
        supported:
          "A velocity that is reset each epoch does little: plain descent takes {estimate} times {interval} as many " +
          "epochs.",
        refuted:
          "Even a velocity that is reset each epoch changes much: plain descent takes {estimate} times {interval} " +
          "as many epochs.",
        undecided:
          "Plain descent takes {estimate} times {interval} the epochs of a velocity that is reset each epoch, which " +
          "leaves open whether that is a factor of two.",
      },
    },
    "reset-as-predicted": {
      kind: "ratio",
      first: { momentum: "reset", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: (run) => run.solved_epoch,
      between: [2, 2.5],
      statement: "The reset velocity's gain is what its sum predicts, 2.26 times, to within 2 and 2.5.",
      says: {
        supported: "The gain of the reset velocity, {estimate} {interval}, is what adding up its steps predicts: 2.26.",
        refuted:
          "The gain of the reset velocity, {estimate} {interval}, is not the 2.26 that adding up its steps predicts.",
        undecided:
          "The gain of the reset velocity, {estimate} {interval}, leaves open whether it is the 2.26 that adding up " +
          "its steps predicts.",
      },
    },
    "kept-beats-reset": {
      kind: "ratio",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "reset", learning_rate: "0.09" },
      value: (run) => run.solved_epoch,
      between: [2, Infinity],
      statement: "At rate 0.09, the reset velocity takes more than twice the epochs of the kept one.",
      says: {
        supported:
          "The slip is dear: reset takes {estimate} times {interval} the epochs of kept ({n} seeds that both solve).",
        refuted:
          "The slip is cheap: reset takes {estimate} times {interval} the epochs of kept ({n} seeds that both solve).",
        undecided:
          "Reset takes {estimate} times {interval} the epochs of kept ({n} seeds that both solve), which leaves " +
          "open whether it is twice.",
      },
    },
    "only-a-larger-rate": {
      kind: "ratio",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.9" },
      value: (run) => run.solved_epoch,
      between: [0.8, 1.25],
      statement: "Momentum at 0.09 and plain descent at 0.9 take about the same epochs: between 0.8 and 1.25 times.",
      says: {
        supported:
          "In epochs it amounts to a tenfold rate: plain descent at 0.9 takes {estimate} times {interval} the " +
          "epochs of momentum at 0.09.",
        refuted:
          "In epochs it does not amount to a tenfold rate: plain descent at 0.9 takes {estimate} times {interval} " +
          "the epochs of momentum at 0.09.",
        undecided:
          "Whether in epochs it amounts to a tenfold rate is open: plain descent at 0.9 takes {estimate} times " +
          "{interval} the epochs of momentum at 0.09.",
      },
    },
    "as-reliable-as-larger-rate": {
      kind: "equivalence",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.9" },
      holds: (run) => run.solved === true,
      margin: 0.1,
      statement: "Momentum at 0.09 and plain descent at 0.9 solve equally many seeds, to within 10 percentage points.",
      says: {
        supported:
          "The two solve equally many seeds: momentum at 0.09 less plain descent at 0.9 is {estimate} {interval}, " +
          "within 10.",
        refuted: "The two do not solve equally many seeds: momentum at 0.09 less plain descent at 0.9 is {estimate} " +
          "{interval}.",
        undecided: "Whether the two solve equally many seeds is open: momentum at 0.09 less plain descent at 0.9 is " +
          "{estimate} {interval}.",
      },
    },
    "too-much-at-large-rate": {
      kind: "difference",
      first: { momentum: "none", learning_rate: "0.9" },
      second: { momentum: "kept", learning_rate: "0.9" },
      holds: (run) => run.solved === true,
      statement: "At the lecture's rate 0.9, plain descent solves more seeds than momentum.",
      says: {
        supported:
          "At the lecture's rate 0.9 momentum is too much: plain descent solves more seeds, by {estimate} {interval}.",
        refuted:
          "At the lecture's rate 0.9 momentum helps too: plain descent solves fewer seeds: {estimate} {interval}.",
        undecided:
          "At the lecture's rate 0.9 it is open which solves more seeds: plain descent less momentum is {estimate} " +
          "{interval}.",
      },
    },
  },
  answer: ["kept-several-times", "reset-does-little", "only-a-larger-rate"],
  views: [
    {
      kind: "solved",
      color: "momentum",
      panel: "learning_rate",
      title: "Share of runs solved by each epoch",
      finding: ["kept-several-times", "reset-does-little", "kept-beats-reset"],
      reading: "The line rises as runs solve XOR for good. Where it ends below 100 %, the rest never did.",
    },
    {
      kind: "rates",
      by: "momentum",
      color: "learning_rate",
      title: "Share of runs that solve XOR",
      finding: ["as-reliable-as-larger-rate", "too-much-at-large-rate"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "momentum",
      panel: "learning_rate",
      title: "Learning curves",
      finding: ["only-a-larger-rate"],
      reading: "A thin line a seed, the thick line their median; both axes are logarithmic.",
    },
    {
      kind: "table",
      table: "speed",
      title: "Speed and reliability of each cell",
      finding: ["reset-as-predicted"],
      reading: "The median counts unsolved runs as later than every number; expected epochs allow for restarts.",
    },
  ],
  limits: [
    "Online updates of four rows: how much a reset costs depends on the number of updates an epoch makes.",
    "The ratios count the seeds that both arms solve; a seed that only one solves has no ratio.",
    "One friction, 0.9, and two rates; each arm at its own best rate is another comparison.",
  ],
});
