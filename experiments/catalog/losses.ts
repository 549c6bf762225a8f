import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { matches } from "../define/factors.ts";
import { defineTable, type RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { allRuns, allText, moreOften, mostRuns, solved, sooner } from "./shared/claim_builders.ts";
import { numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions, LOSS } from "./shared/common_factors.ts";
import { LECTURE, NETWORKS } from "./shared/lecture.ts";
import { LEARNING_CURVES, RATES, SOLVED } from "./shared/views.ts";

const shapes = defineTable({
  meaning: "the loss of one output y, for the target 0 and the target 1",
  columns: {
    loss: textColumn("name of the loss"),
    target: textColumn("the target d"),
    y: numberColumn("the output"),
    value: numberColumn("the loss"),
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
    "With a sigmoid output and squared error, the δ at the output is e · y(1 − y): where the output is confidently " +
    "wrong, y(1 − y) is nearly 0, and so is δ. With cross entropy δ is e itself. Both losses start from the same " +
    "weights, on the table d = x1 (targets 0, 0, 1, 1), for which the lecture compares the two, and on XOR.",
  base: { ...LECTURE, ...NETWORKS["two-layer"] },
  factors: { function: functions("lecture", "xor"), loss: LOSS },
  featuredCell: { function: "xor", loss: "crossEntropy" },
  replicates: 200,
  curveReplicates: 10,
  tables: { shapes },
  claims: {
    "sooner-on-lecture": {
      ...sooner("the table d = x1 is solved", "with cross entropy", "with squared error"),
      first: { function: "lecture", loss: "crossEntropy" },
      second: { function: "lecture", loss: "halfSquaredError" },
    },
    "sooner-on-xor": {
      ...sooner("XOR is solved", "with cross entropy", "with squared error"),
      first: { function: "xor", loss: "crossEntropy" },
      second: { function: "xor", loss: "halfSquaredError" },
    },
    "sticks-more-on-xor": {
      ...moreOften("XOR is left unsolved", "with cross entropy", "with squared error"),
      first: { function: "xor", loss: "crossEntropy" },
      second: { function: "xor", loss: "halfSquaredError" },
      holds: (run: RunRow) => !solved(run),
    },
    "both-solve-lecture": { ...allRuns("solve the table d = x1"), where: { function: "lecture" } },
    "squared-error-mostly-xor": {
      ...mostRuns("solve XOR", "with squared error"),
      where: { function: "xor", loss: "halfSquaredError" },
    },
    "cross-entropy-mostly-xor": {
      ...mostRuns("solve XOR", "with cross entropy"),
      where: { function: "xor", loss: "crossEntropy" },
    },
    "cross-entropy-punishes-more": {
      ...allText("outputs on the chart", "have a larger cross entropy than half squared error"),
      kind: "every",
      table: "shapes",
      where: { loss: "crossEntropy" },
      holds: ({ target, y, value }, { shapes }) =>
        value! > shapes.find((point) => matches(point, { loss: "halfSquaredError", target, y }))!.value!,
    },
  },
  answer: ["sooner-on-lecture", "sooner-on-xor", "sticks-more-on-xor"],
  views: [
    { ...SOLVED, color: "loss", panel: "function", captionClaims: ["sooner-on-lecture", "sooner-on-xor"] },
    {
      ...RATES,
      by: "function",
      color: "loss",
      title: "Runs that solve the table",
      captionClaims: [
        "both-solve-lecture",
        "squared-error-mostly-xor",
        "cross-entropy-mostly-xor",
        "sticks-more-on-xor",
      ],
    },
    {
      kind: "lines",
      table: "shapes",
      x: "y",
      y: "value",
      xTitle: "output y",
      yTitle: "loss",
      color: "loss",
      panel: "target",
      title: "Loss against output",
      captionClaims: ["cross-entropy-punishes-more"],
      howToRead: "The loss of one output: in one panel for the target 0, in the other for the target 1.",
    },
    {
      ...LEARNING_CURVES,
      color: "loss",
      panel: "function",
      title: "Learning curves of both, as mean squared error",
      captionClaims: [],
    },
  ],
  limits: [
    "Both losses have the same learning rate, so cross entropy takes larger steps: its δ lacks the factor y(1 − y), " +
    "which is at most ¼.",
    "Losses of different kinds are not comparable as numbers; the charts compare solved runs and mean squared error.",
  ],
});
