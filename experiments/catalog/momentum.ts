import { defineExperiment } from "../experiment.ts";
import { learningRates, LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed.ts";
import { HOW_TO_READ, moreOften, solved, solvedEpoch, sooner, timesTheEpochs } from "./shared/wording.ts";

const FACTORS = {
  momentum: {
    meaning: "none, or momentum 0.9: kept throughout, or reset at the start of each epoch",
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
    "direction add up to ten times the plain step (1 + 0.9 + 0.81 + … = 10). Some printed listings set the velocity " +
    "to 0 at the start of each epoch: then the steps of an epoch's four updates would add up to 1, 1.9, 2.71 and " +
    "3.44 plain ones, 2.26 on average, if all rows pulled the same way. Rate 0.09 with momentum stands beside rate " +
    "0.9 without, which steps as far in the long run.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...lectureData("xor") },
  factors: FACTORS,
  featuredCell: { momentum: "kept", learning_rate: "0.9" },
  replicates: 200,
  curveReplicates: 5,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "kept-sooner": {
      kind: "sooner",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: solvedEpoch,
      statement: "At rate 0.09, momentum solves XOR in fewer epochs than plain descent from the same start.",
      wording: sooner("with momentum", "without", "At rate 0.09, "),
    },
    "kept-several-times": {
      kind: "ratio",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: solvedEpoch,
      between: [3, Infinity],
      statement: "At rate 0.09, plain descent takes more than three times the epochs that momentum takes.",
      wording: {
        ...timesTheEpochs("plain descent", "momentum", "more than three times", "At rate 0.09, "),
        supported: "At rate 0.09 momentum helps: plain descent takes {estimate} times {interval} its epochs ({n} " +
          "starts from which both solve XOR).",
      },
    },
    "reset-does-little": {
      kind: "ratio",
      first: { momentum: "reset", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: solvedEpoch,
      between: [0.5, 2],
      statement: "At rate 0.09, momentum that is reset each epoch changes the epochs by less than a factor of two.",
      wording: {
        ...timesTheEpochs("plain descent", "momentum that is reset each epoch", "a factor below two", "At rate 0.09, "),
        supported: "Reset each epoch it hardly helps: plain descent takes {estimate} times {interval} its epochs " +
          "({n} starts from which both solve XOR).",
      },
    },
    "reset-as-predicted": {
      kind: "ratio",
      first: { momentum: "reset", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.09" },
      value: solvedEpoch,
      between: [2, 2.5],
      statement: "The reset velocity's gain is what its sum predicts, 2.26 times, to within 2 and 2.5.",
      wording: timesTheEpochs(
        "plain descent",
        "momentum that is reset each epoch",
        "the 2.26 that adding up its steps foretells (2 to 2.5)",
      ),
    },
    "kept-beats-reset": {
      kind: "ratio",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "reset", learning_rate: "0.09" },
      value: solvedEpoch,
      between: [2, Infinity],
      statement: "At rate 0.09, the reset velocity takes more than twice the epochs of the kept one.",
      wording: timesTheEpochs(
        "momentum that is reset each epoch",
        "momentum that is kept",
        "more than twice",
        "At rate 0.09, ",
      ),
    },
    "only-a-larger-rate": {
      kind: "ratio",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.9" },
      value: solvedEpoch,
      between: [0.8, 1.25],
      statement: "Momentum at 0.09 and plain descent at 0.9 take about the same epochs: between 0.8 and 1.25 times.",
      wording: {
        ...timesTheEpochs("plain descent at 0.9", "momentum at 0.09", "about as many (0.8 to 1.25 times)"),
        supported:
          "Momentum is much like a larger rate: plain descent at 0.9 takes {estimate} times {interval} the epochs " +
          "of momentum at 0.09 ({n} starts from which both solve XOR).",
      },
    },
    "as-reliable-as-larger-rate": {
      kind: "equivalence",
      first: { momentum: "kept", learning_rate: "0.09" },
      second: { momentum: "none", learning_rate: "0.9" },
      holds: solved,
      margin: 0.1,
      statement: "Momentum at 0.09 and plain descent at 0.9 solve equally many seeds, to within 10 percentage points.",
      wording: {
        supported:
          "Momentum at 0.09 and plain descent at 0.9 solve XOR about equally often: the difference is {estimate} " +
          "{interval}, within ±10.",
        refuted:
          "Momentum at 0.09 and plain descent at 0.9 do not solve XOR equally often: the difference is {estimate} " +
          "{interval}, beyond ±10.",
        undecided:
          "Momentum at 0.09 less plain descent at 0.9 is {estimate} {interval} of runs solved, which leaves open " +
          "whether that is within ±10.",
      },
    },
    "too-much-at-large-rate": {
      kind: "difference",
      first: { momentum: "none", learning_rate: "0.9" },
      second: { momentum: "kept", learning_rate: "0.9" },
      holds: solved,
      statement: "At the lecture's rate 0.9, plain descent solves more seeds than momentum.",
      wording: moreOften("without momentum", "with momentum", "At the lecture's rate 0.9, "),
    },
  },
  answer: ["kept-several-times", "reset-does-little", "only-a-larger-rate"],
  views: [
    {
      kind: "solved",
      color: "momentum",
      panel: "learning_rate",
      title: "Share of runs solved by each epoch",
      captionClaims: ["kept-sooner", "kept-several-times", "reset-does-little", "kept-beats-reset"],
      howToRead: HOW_TO_READ.solved,
    },
    {
      kind: "rates",
      by: "momentum",
      color: "learning_rate",
      title: "Share of runs that solve XOR",
      captionClaims: ["as-reliable-as-larger-rate", "too-much-at-large-rate"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "momentum",
      panel: "learning_rate",
      title: "Learning curves",
      captionClaims: ["only-a-larger-rate"],
      howToRead: HOW_TO_READ.curves,
    },
    {
      kind: "table",
      table: "speed",
      title: "Speed and reliability of each cell",
      captionClaims: ["reset-as-predicted"],
      howToRead: HOW_TO_READ.speed,
    },
  ],
  limits: [
    "Online updates of four rows: how much a reset costs depends on the number of updates an epoch makes.",
    "The ratios count the starts from which both solve XOR; a start from which only one does has no ratio.",
    "One friction, 0.9, and two rates; each way of learning at its own best rate is another comparison.",
  ],
});
