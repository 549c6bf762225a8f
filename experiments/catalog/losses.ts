import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, inMostRuns, solved, solvedEpoch } from "./shared/wording.ts";

const shapes = defineTable({
  meaning: "the loss of one output y, for the target 0 and the target 1",
  columns: {
    loss: { type: "string", meaning: "name of the loss" },
    target: { type: "string", meaning: "the target d" },
    y: { type: "number", meaning: "the output" },
    value: { type: "number", meaning: "the loss" },
  },
  key: ["loss", "target", "y"],
  rows: () =>
    Object.keys(LOSS.levels).flatMap((name) =>
      [0, 1].flatMap((d) =>
        Array.from({ length: 99 }, (_, i) => (i + 1) / 100).map((y) => ({
          loss: name,
          target: `d = ${d}`,
          y,
          value: LOSSES[name as keyof typeof LOSS.levels].value(NUMBERS, y, d, {}),
        }))
      )
    ),
});

/** Does cross entropy learn faster than squared error? */
export const losses = defineExperiment({
  id: "losses",
  question: "Does cross entropy learn faster than squared error?",
  background:
    "With a sigmoid output and squared error, the δ at the output is e · y(1 − y): where the answer is sure and " +
    "wrong, y(1 − y) is nearly 0, and so is δ. With cross entropy δ is e itself. Both losses start from the same " +
    "weights, on the lecture's table (targets 0, 0, 1, 1), for which its figure compares the two, and on XOR.",
  base: { ...LECTURE, ...NETWORKS["two-layer"] },
  factors: {
    function: { meaning: "function to learn", levels: { lecture: lectureData("x1"), xor: lectureData("xor") } },
    loss: LOSS,
  },
  featuredCell: { function: "xor", loss: "crossEntropy" },
  replicates: 200,
  curveReplicates: 10,
  tables: { shapes },
  claims: {
    "sooner-on-lecture": {
      kind: "sooner",
      first: { function: "lecture", loss: "crossEntropy" },
      second: { function: "lecture", loss: "halfSquaredError" },
      value: solvedEpoch,
      statement:
        "On the lecture's labels, cross entropy solves the table in fewer epochs than squared error from the same " +
        "start.",
      wording: {
        supported: "On the lecture's table cross entropy is faster, in {estimate} {interval} of {n} pairs of runs.",
        refuted:
          "On the lecture's table cross entropy is slower: it is faster in only {estimate} {interval} of {n} pairs " +
          "of runs.",
        undecided:
          "On the lecture's table cross entropy is faster in {estimate} {interval} of {n} pairs of runs, which " +
          "decides nothing.",
      },
    },
    "sooner-on-xor": {
      kind: "sooner",
      first: { function: "xor", loss: "crossEntropy" },
      second: { function: "xor", loss: "halfSquaredError" },
      value: solvedEpoch,
      statement: "On XOR, cross entropy solves the table in fewer epochs than squared error from the same start.",
      wording: {
        supported: "On XOR it is faster in {estimate} {interval} of {n} pairs.",
        refuted: "On XOR it is faster in only {estimate} {interval} of {n} pairs.",
        undecided: "On XOR it is faster in {estimate} {interval} of {n} pairs, which decides nothing.",
      },
    },
    "sticks-more-on-xor": {
      kind: "difference",
      first: { function: "xor", loss: "crossEntropy" },
      second: { function: "xor", loss: "halfSquaredError" },
      holds: (run) => run.solved !== true,
      statement: "On XOR, cross entropy leaves more seeds unsolved than squared error.",
      wording: {
        supported:
          "But cross entropy leaves XOR unsolved more often than squared error does, by {estimate} {interval}.",
        refuted: "Cross entropy leaves XOR unsolved less often than squared error does: the difference is {estimate} " +
          "{interval}.",
        undecided:
          "Whether cross entropy or squared error leaves XOR unsolved more often remains open: the difference is " +
          "{estimate} {interval}.",
      },
    },
    "both-solve-lecture": {
      kind: "every",
      table: "runs",
      where: { function: "lecture" },
      holds: solved,
      statement: "On the lecture's labels every run of both arms solves the table.",
      wording: {
        supported: "Both solve the lecture's table from every start ({n} runs).",
        refuted: "The lecture's table is solved in {count} of {n} runs (an exception: {counterexample}).",
        undecided: "No run was made on the lecture's table.",
      },
    },
    "squared-error-mostly-xor": {
      kind: "proportion",
      where: { function: "xor", loss: "halfSquaredError" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With squared error most runs solve XOR.",
      wording: inMostRuns("With squared error XOR is solved"),
    },
    "cross-entropy-mostly-xor": {
      kind: "proportion",
      where: { function: "xor", loss: "crossEntropy" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "With cross entropy most runs solve XOR.",
      wording: inMostRuns("With cross entropy XOR is solved"),
    },
    "cross-entropy-punishes-more": {
      kind: "every",
      table: "shapes",
      where: { loss: "crossEntropy" },
      holds: ({ target, y, value }, { shapes }) =>
        value! > shapes.find((one) => one.loss === "halfSquaredError" && one.target === target && one.y === y)!.value!,
      statement: "At every answer, cross entropy is larger than half the squared error.",
      wording: {
        supported: "Cross entropy is larger than half the squared error at each of the chart's {n} answers.",
        refuted: "Cross entropy is not larger than half the squared error everywhere ({counterexample}).",
        undecided: "No loss was drawn.",
      },
    },
  },
  answer: ["sooner-on-lecture", "sooner-on-xor", "sticks-more-on-xor"],
  views: [
    {
      kind: "solved",
      color: "loss",
      panel: "function",
      title: "Share of runs solved by each epoch",
      captionClaims: ["sooner-on-lecture", "sooner-on-xor"],
      howToRead: HOW_TO_READ.solved,
    },
    {
      kind: "rates",
      by: "function",
      color: "loss",
      title: "Share of runs that solve the table",
      captionClaims: [
        "both-solve-lecture",
        "squared-error-mostly-xor",
        "cross-entropy-mostly-xor",
        "sticks-more-on-xor",
      ],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "lines",
      table: "shapes",
      x: "y",
      y: "value",
      xTitle: "answer y",
      yTitle: "loss",
      color: "loss",
      panel: "target",
      title: "Loss against answer",
      captionClaims: ["cross-entropy-punishes-more"],
      howToRead: "What one answer costs: in one panel where 0 is wanted, in the other where 1 is.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "loss",
      panel: "function",
      title: "Learning curves, in the common yardstick of mean squared error",
      captionClaims: [],
      howToRead: HOW_TO_READ.curves,
    },
  ],
  limits: [
    "Both losses have the same learning rate, so cross entropy takes larger steps: its δ lacks the factor y(1 − y), " +
    "which is at most ¼.",
    "Losses of different kinds are not comparable as numbers; the charts compare solved runs and mean squared error.",
  ],
});
