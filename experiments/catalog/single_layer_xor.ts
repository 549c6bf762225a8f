import { outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { matches } from "../define/factors.ts";
import { defineTable, type RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { fixedPointOf } from "./analysis/fixed_point.ts";
import { allText, noRuns, postHocLimit } from "./shared/claim_builders.ts";
import { numberColumn, textColumn } from "./shared/column_builders.ts";
import { BATCH, learningRates } from "./shared/common_factors.ts";
import { LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { firstReplicates } from "./shared/outcomes.ts";
import { fourthRowError, OUTPUT_COLUMNS } from "./shared/outputs.ts";
import { surfaceTable } from "./shared/surface_table.ts";
import { LEARNING_CURVES, OUTPUTS, SURFACE } from "./shared/views.ts";

/** The outputs of one layer on XOR that the lecture prints, to four or five digits. */
const PRINTED = { output_00: 0.52965, output_01: 0.5, output_10: 0.47035, output_11: 0.4409 } as const;

/** The setting of the lecture. */
const FEATURED = { learning_rate: "0.9", order: "00-01-10-11", batch: "online" } as const;

const fixedPoints = defineTable({
  meaning: "the fixed point of the epoch map, by Newton's method",
  columns: {
    learning_rate: textColumn("learning rate"),
    order: textColumn("order of the rows"),
    batch: textColumn("rows per update"),
    w1: numberColumn("weight of x1 at the fixed point"),
    w2: numberColumn("weight of x2"),
    w3: numberColumn("weight of the constant 1"),
    residual: numberColumn("largest change of a weight in one epoch there"),
    contraction: numberColumn("asymptotic factor by which an epoch shrinks a small distance to it"),
    settles: { type: "boolean", meaning: "whether the epochs of a run shrink a distance of 1 to less than 1e-11" },
    output_00: numberColumn("output for the row 00 at the fixed point"),
    output_01: numberColumn("output for the row 01"),
    output_10: numberColumn("output for the row 10"),
    output_11: numberColumn("output for the row 11"),
  },
  key: ["learning_rate", "order", "batch"],
  rows: (outcomes) =>
    firstReplicates(outcomes).flatMap(({ run: { levels }, training }) => {
      const point = fixedPointOf(training);
      if (!point) return [];
      const { parameters: [w1, w2, w3], residual, contraction } = point;
      const [output_00, output_01, output_10, output_11] = outputsOf(training, point.parameters).flat();
      let distance = 1;
      for (let epoch = 0; epoch < training.steps / stepsPerEpoch(training); epoch++) distance *= contraction;
      const { learning_rate, order, batch } = levels as { learning_rate: string; order: string; batch: string };
      const settles = distance < 1e-11;
      const weights = { w1, w2, w3 };
      const outputs = { output_00, output_01, output_10, output_11 };
      return [{ learning_rate, order, batch, ...weights, residual, contraction, settles, ...outputs }];
    }),
});

/** Why are the outputs of one layer on XOR .53 .50 .47 .44? */
export const singleLayerXor = defineExperiment({
  id: "single-layer-xor",
  question: "Why are the outputs of one layer on XOR .53 .50 .47 .44?",
  background:
    "No straight line separates the points of XOR, so one unit cannot learn it. Online, each row pulls the weights in " +
    "turn. They can rest only where the four pulls of an epoch cancel: at a fixed point of the epoch, which depends on " +
    "the learning rate and on the order of the rows. In full batch the four pulls are added up first. We find the " +
    "fixed points by Newton's method and compare them with the ends of training.",
  base: { ...LECTURE, ...lectureData("xor"), ...NETWORKS["single-layer"] },
  factors: {
    learning_rate: learningRates("0.1", "0.9", "2"),
    order: {
      meaning: "order of the rows",
      levels: {
        "00-01-10-11": { order: "fixed" },
        "11-10-01-00": { order: [3, 2, 1, 0] },
        "00-11-01-10": { order: [0, 3, 1, 2] },
      },
    },
    batch: BATCH,
  },
  featuredCell: FEATURED,
  replicates: 200,
  curveReplicates: 5,
  tables: {
    fixed_points: fixedPoints,
    surface: surfaceTable((levels) => matches(levels, FEATURED) ? "online, α = 0.9" : undefined),
  },
  claims: {
    "never-solved": noRuns("solve XOR", "with one layer"),
    "as-printed": {
      ...allText("runs", "end at the outputs .52965 .50000 .47035 .44090", "online at rate 0.9, in order 00 01 10 11"),
      kind: "every",
      table: "runs",
      where: FEATURED,
      holds: (run) => OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - PRINTED[column]) < 0.000005),
    },
    "runs-meet-fixed-points": {
      ...allText("runs", "end at the fixed point of their epoch, to 10⁻¹⁰, if their epochs suffice"),
      kind: "every",
      table: "runs",
      holds: (run, { fixed_points }) => reachesFixedPoint(run, fixed_points),
    },
    "fixed-point-or-three-right": {
      ...allText(
        "runs",
        "end at the fixed point of their epoch, or with three rows right and the fourth confidently wrong",
      ),
      kind: "every",
      table: "runs",
      holds: (run, { fixed_points }) => reachesFixedPoint(run, fixed_points) || (fourthRowError(run, "xor") ?? 0) > 0.9,
    },
    "all-settle": {
      ...allText("settings", "have enough epochs to settle at the fixed point"),
      kind: "every",
      table: "fixed_points",
      holds: ({ settles }) => settles === true,
    },
    "batch-half": {
      ...allText("runs", "end at ½ for every row, whatever the order and the rate", "in full batch"),
      kind: "every",
      table: "runs",
      where: { batch: "full" },
      holds: (run) => OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - 0.5) < 1e-10),
    },
  },
  answer: ["never-solved", "as-printed", "runs-meet-fixed-points"],
  views: [
    {
      ...OUTPUTS,
      color: "order",
      where: { batch: "online", learning_rate: "0.9" },
      title: "Where online training ends at rate 0.9, by the order of the rows",
      captionClaims: ["as-printed"],
    },
    {
      ...OUTPUTS,
      color: "order",
      panel: "learning_rate",
      where: { batch: "online" },
      title: "The same at each learning rate",
      captionClaims: ["runs-meet-fixed-points", "fixed-point-or-three-right"],
    },
    {
      ...SURFACE,
      title: "One straight line cannot do it: outputs over the plane, before and after training",
      captionClaims: ["never-solved"],
    },
    {
      kind: "table",
      table: "fixed_points",
      columns: ["learning_rate", "order", "batch", ...OUTPUT_COLUMNS, "contraction", "settles"],
      title: "The fixed points of an epoch",
      captionClaims: ["all-settle", "batch-half"],
      howToRead:
        "The outputs where one epoch changes nothing; its weights are in the file. Contraction is the factor by which " +
        "an epoch shrinks a small distance; a setting settles if its epochs shrink 1 to less than 10⁻¹¹.",
    },
    {
      ...LEARNING_CURVES,
      color: "batch",
      panel: "learning_rate",
      where: { order: "00-01-10-11" },
      captionClaims: ["batch-half"],
      howToRead: `${LEARNING_CURVES.howToRead} An output of ½ for every row makes an error of 0.25. Order 00 01 10 11.`,
    },
  ],
  limits: [
    "Squared error only; cross entropy has fixed points of its own.",
    "Newton's method starts after 100 epochs from weights of 0 and finds one fixed point for each setting; there may " +
    "be others.",
    "Confidently wrong is off by more than 0.9; there y(1 − y) is near 0 and hardly corrects the output.",
    postHocLimit("that runs that miss the fixed point have three rows right and the fourth wrong"),
  ],
});

/** Whether a run ends within 1e-10 of the fixed point of its setting, or has too few epochs to settle there. */
function reachesFixedPoint(
  { learning_rate, order, batch, ...run }: RunRow & Readonly<Record<keyof typeof FEATURED, string>>,
  points: ReturnType<typeof fixedPoints.rows>,
): boolean {
  const point = points.find((point) => matches(point, { learning_rate, order, batch }));
  return point !== undefined &&
    (!point.settles || OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - point[column]!) < 1e-10));
}
