import type { RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, solved } from "./shared/wording.ts";

/** The outputs that the lecture prints for its table after 10,000 epochs. */
const PRINTED = { output_00: 0.0102, output_01: 0.0083, output_10: 0.9932, output_11: 0.9917 } as const;

/** Whether a run's outputs agree with the printed ones to the last digit. */
function agreesWithPrinted(run: RunRow): boolean {
  return Object.entries(PRINTED).every(([column, printed]) =>
    Math.abs(run[column as keyof typeof PRINTED]! - printed) < 0.00005
  );
}

/** Does one layer learn the lecture's table? */
export const deltaRule = defineExperiment({
  id: "delta-rule",
  question: "Does one layer learn the lecture's table?",
  background:
    "The lecture's first table asks for x1: the rows 00, 01, 10 and 11 should be answered 0, 0, 1 and 1. The delta " +
    "rule moves each weight by α · φ′(v) · e · x, where e = d − y is the error: a step down the slope of ½ e². It " +
    "can be applied after each row (online, 10,000 epochs: 40,000 steps) or once an epoch with the mean over the " +
    "four rows (batch, 40,000 epochs: 40,000 steps).",
  base: { ...LECTURE, ...lectureData("x1"), ...NETWORKS["single-layer"] },
  factors: {
    batch: {
      meaning: "when the weights are updated: after each row, or once per epoch",
      levels: { online: { batch: "online" }, full: { batch: "full", epochs: 40000 } },
    },
  },
  replicates: 200,
  curveReplicates: 10,
  tables: {},
  claims: {
    "always-solved": {
      kind: "every",
      table: "runs",
      holds: solved,
      statement: "One layer learns the lecture's table from every start.",
      wording: {
        supported: "Yes: all {n} runs end with every answer within 0.1 of its target.",
        refuted: "Not always: {count} of {n} runs end with every answer within 0.1 of its target (an exception: " +
          "{counterexample}).",
        undecided: "No run was made.",
      },
    },
    "online-as-printed": {
      kind: "every",
      table: "runs",
      where: { batch: "online" },
      holds: agreesWithPrinted,
      statement: "Online, every run ends at the printed answers .0102 .0083 .9932 .9917, to all four digits.",
      wording: {
        supported: "Learning online, all {n} starts end at the same answers, .0102 .0083 .9932 .9917 to four digits.",
        refuted:
          "Learning online, {count} of {n} starts end at the answers .0102 .0083 .9932 .9917 to four digits (an " +
          "exception: {counterexample}).",
        undecided: "No run was made online.",
      },
    },
    "batch-as-printed": {
      kind: "every",
      table: "runs",
      where: { batch: "full" },
      holds: agreesWithPrinted,
      statement: "In batch, every run ends at the same printed answers, to all four digits.",
      wording: {
        supported: "Learning in batch, all {n} starts end there too.",
        refuted: "Learning in batch, {count} of {n} starts end at these answers to four digits (an exception: " +
          "{counterexample}).",
        undecided: "No run was made in batch.",
      },
    },
    "error-keeps-falling": {
      kind: "every",
      table: "curves",
      holds: (point, { curves }) => point.epoch! < 100 || fallsAfter(point, curves),
      statement: "From epoch 100 on, the mean squared error falls from each point of a curve to the next.",
      wording: {
        supported:
          "From epoch 100 on, the error falls from each recorded point to the next: of {n} points on the curves " +
          "none is an exception.",
        refuted: "From epoch 100 on, the error does not fall from each recorded point to the next (an exception: " +
          "{counterexample}).",
        undecided: "No curve was kept.",
      },
    },
  },
  answer: ["always-solved", "online-as-printed", "batch-as-printed"],
  views: [
    {
      kind: "curves",
      y: "mean_squared_error",
      panel: "batch",
      title: "Learning curves",
      captionClaims: ["error-keeps-falling"],
      howToRead: HOW_TO_READ.curves,
    },
    {
      kind: "outputs",
      color: "batch",
      title: "What the trained nets answer to each row",
      captionClaims: ["online-as-printed", "batch-as-printed"],
      howToRead: HOW_TO_READ.outputs,
    },
    {
      kind: "solved",
      color: "batch",
      title: "Share of runs solved by each epoch",
      captionClaims: ["always-solved"],
      howToRead:
        "Each line rises as runs come within 0.1 of every target for good. An epoch is one step in batch, four online.",
    },
  ],
  limits: [
    "The table is an easy one: its answer is x1. What one layer cannot learn is another experiment's question.",
    "It shows the learning rate 0.9 alone.",
  ],
});

interface Point {
  readonly batch: string;
  readonly replicate: number | undefined;
  readonly epoch: number | undefined;
  readonly mean_squared_error: number | undefined;
}

/** Whether the next point of the same curve is lower; true at the curve's end. */
function fallsAfter(point: Point, curves: readonly Point[]): boolean {
  const next = curves[curves.indexOf(point) + 1];
  const same = next && next.batch === point.batch && next.replicate === point.replicate;
  return !same || next.mean_squared_error! < point.mean_squared_error!;
}
