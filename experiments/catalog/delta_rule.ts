import type { RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { allRuns, allText, exactWording } from "./shared/claim_builders.ts";
import { BATCH } from "./shared/common_factors.ts";
import { LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { OUTPUT_COLUMNS } from "./shared/outputs.ts";
import { LEARNING_CURVES, OUTPUTS, SOLVED } from "./shared/views.ts";

/** The outputs that the lecture prints for the table d = x1 after 10,000 epochs. */
const PRINTED = { output_00: 0.0102, output_01: 0.0083, output_10: 0.9932, output_11: 0.9917 } as const;

/** Whether a run's outputs agree with the printed ones to the last digit. */
function agreesWithPrinted(run: RunRow): boolean {
  return OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - PRINTED[column]) < 0.00005);
}

const END_AS_PRINTED = "end at the outputs .0102 .0083 .9932 .9917, to four digits";

/** Does one layer learn the table d = x1? */
export const deltaRule = defineExperiment({
  id: "delta-rule",
  question: "Does one layer learn the table d = x1?",
  background:
    "The first table of the lecture that these experiments follow has the targets d = x1: 0, 0, 1 and 1 for the rows " +
    "00, 01, 10 and 11. The delta rule moves each weight by α · φ′(v) · e · x, where e = d − y is the error: a step " +
    "down the slope of ½ e². It can be applied after each row (online, 10,000 epochs: 40,000 steps) or once an epoch " +
    "with the mean over the four rows (full batch, 40,000 epochs: 40,000 steps).",
  base: { ...LECTURE, ...lectureData("x1"), ...NETWORKS["single-layer"] },
  factors: { batch: BATCH },
  replicates: 200,
  curveReplicates: 10,
  tables: {},
  claims: {
    "always-solved": allRuns("end with every output within 0.1 of its target"),
    "online-as-printed": {
      ...allText("runs", END_AS_PRINTED, "online"),
      kind: "every",
      table: "runs",
      where: { batch: "online" },
      holds: agreesWithPrinted,
    },
    "batch-as-printed": {
      ...allText("runs", END_AS_PRINTED, "in full batch"),
      kind: "every",
      table: "runs",
      where: { batch: "full" },
      holds: agreesWithPrinted,
    },
    "error-keeps-falling": {
      kind: "every",
      table: "curves",
      holds: (point, { curves }) => point.epoch! < 100 || fallsAfter(point, curves),
      statement: "From epoch 100 on, the mean squared error falls from each recorded point to the next.",
      wording: exactWording(
        "From epoch 100 on, the error falls from each recorded point to the next.",
        "From epoch 100 on, the error does not always fall from one recorded point to the next; for example: " +
          "{counterexample}.",
      ),
    },
  },
  answer: ["always-solved", "online-as-printed", "batch-as-printed"],
  views: [
    { ...LEARNING_CURVES, panel: "batch", captionClaims: ["error-keeps-falling"] },
    { ...OUTPUTS, color: "batch", captionClaims: ["online-as-printed", "batch-as-printed"] },
    {
      ...SOLVED,
      color: "batch",
      captionClaims: ["always-solved"],
      howToRead: `${SOLVED.howToRead} An epoch is one step in full batch, four online.`,
    },
  ],
  limits: [
    "The table is an easy one: the target is x1. Another experiment shows what one layer cannot learn.",
    "Learning rate 0.9 only.",
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
  const isSameCurve = next && next.batch === point.batch && next.replicate === point.replicate;
  return !isSameCurve || next.mean_squared_error! < point.mean_squared_error!;
}
