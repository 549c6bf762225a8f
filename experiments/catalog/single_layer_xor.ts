import { outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { defineTable, type RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { fixedPointOf } from "./analysis/fixed_point.ts";
import { learningRate, LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { fourthRowError, OUTPUT_COLUMNS } from "./shared/outputs.ts";
import { surfaceTable } from "./shared/surface_grid.ts";
import { HOW_TO_READ, postHocLimit, solved } from "./shared/wording.ts";

/** The outputs of one layer on XOR that the lecture prints, to four or five digits. */
const PRINTED = { output_00: 0.52965, output_01: 0.5, output_10: 0.47035, output_11: 0.4409 } as const;

const fixedPoints = defineTable({
  meaning: "the fixed point of the epoch map, by Newton's method",
  columns: {
    learning_rate: { type: "string", meaning: "learning rate" },
    order: { type: "string", meaning: "order of the rows" },
    batch: { type: "string", meaning: "rows per update" },
    w1: { type: "number", meaning: "weight of x1 at the fixed point" },
    w2: { type: "number", meaning: "weight of x2" },
    w3: { type: "number", meaning: "weight of the constant 1" },
    residual: { type: "number", meaning: "largest change of a weight in one epoch there" },
    contraction: { type: "number", meaning: "asymptotic factor by which an epoch shrinks a small distance to it" },
    settles: { type: "boolean", meaning: "whether the epochs of a run shrink a distance of 1 to less than 1e-11" },
    output_00: { type: "number", meaning: "output for the row 00 at the fixed point" },
    output_01: { type: "number", meaning: "output for the row 01" },
    output_10: { type: "number", meaning: "output for the row 10" },
    output_11: { type: "number", meaning: "output for the row 11" },
  },
  key: ["learning_rate", "order", "batch"],
  rows: (outcomes) =>
    outcomes.filter(({ run }) => run.replicate === 0).flatMap(({ run: { levels }, training }) => {
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

/** Why does one layer answer .53 .50 .47 .44 on XOR? */
export const singleLayerXor = defineExperiment({
  id: "single-layer-xor",
  question: "Why does one layer answer .53 .50 .47 .44 on XOR?",
  background:
    "No straight line parts the points of XOR, so one unit cannot learn it. Trained row by row, it is pulled by each " +
    "row in turn and can only rest where one epoch's four pulls cancel: at a fixed point of the epoch, which depends " +
    "on the learning rate and on the order of the rows. In batch the four pulls are added up first. Here the fixed " +
    "points are found by Newton's method and compared with where training ends.",
  base: { ...LECTURE, ...lectureData("xor"), ...NETWORKS["single-layer"] },
  factors: {
    learning_rate: {
      meaning: "learning rate α",
      levels: { "0.1": learningRate("0.1")!, "0.9": learningRate("0.9")!, "2": learningRate("2")! },
      read: learningRate,
    },
    order: {
      meaning: "order of the rows",
      levels: {
        "00-01-10-11": { order: "fixed" },
        "11-10-01-00": { order: [3, 2, 1, 0] },
        "00-11-01-10": { order: [0, 3, 1, 2] },
      },
    },
    batch: {
      meaning: "when the weights are updated: after each row, or once per epoch",
      levels: { online: { batch: "online" }, full: { batch: "full", epochs: 40000 } },
    },
  },
  featuredCell: { learning_rate: "0.9", order: "00-01-10-11", batch: "online" },
  replicates: 200,
  curveReplicates: 5,
  tables: {
    fixed_points: fixedPoints,
    surface: surfaceTable(({ learning_rate, order, batch }) =>
      learning_rate === "0.9" && order === "00-01-10-11" && batch === "online" ? "online, α = 0.9" : undefined
    ),
  },
  claims: {
    "never-solved": {
      kind: "none",
      table: "runs",
      holds: solved,
      statement: "No run solves XOR.",
      wording: {
        supported: "One layer never learns XOR: none of {n} runs solves it.",
        refuted: "{count} of {n} runs solve XOR, against what the geometry allows (one of them: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "as-printed": {
      kind: "every",
      table: "runs",
      where: { learning_rate: "0.9", order: "00-01-10-11", batch: "online" },
      holds: (run) => OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - PRINTED[column]) < 0.000005),
      statement:
        "Online, at rate 0.9 and in the order 00 01 10 11, every run ends at the answers .52965 .5 .47035 .44090.",
      wording: {
        supported: "Row by row at rate 0.9, all {n} starts end at the same answers, .52965 .50000 .47035 .44090.",
        refuted: "Row by row at rate 0.9, {count} of {n} starts end at the answers .52965 .50000 .47035 .44090 (an " +
          "exception: {counterexample}).",
        undecided: "No run was made online at rate 0.9 in the order 00 01 10 11.",
      },
    },
    "runs-meet-fixed-points": {
      kind: "every",
      table: "runs",
      holds: (run, { fixed_points }) => reachesFixedPoint(run, fixed_points),
      statement: "Every run whose cell has time to settle ends within 10⁻¹⁰ of the fixed point of its epoch map.",
      wording: {
        supported:
          "Training ends where an epoch's updates cancel each other: all {n} runs, at each rate and in each order, " +
          "end at the fixed point of their epoch, to 10⁻¹⁰.",
        refuted: "Training mostly ends where an epoch's updates cancel each other: {count} of {n} runs, at each rate " +
          "and in each order, end at the fixed point of their epoch, to 10⁻¹⁰ (an exception: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "fixed-point-or-three-right": {
      kind: "every",
      table: "runs",
      holds: (run, { fixed_points }) => reachesFixedPoint(run, fixed_points) || (fourthRowError(run, "xor") ?? 0) > 0.9,
      statement:
        "Every run whose cell has time to settle ends within 10⁻¹⁰ of the fixed point of its epoch map, or with " +
        "three rows right (within 0.1) and the fourth wrong (off by more than 0.9).",
      wording: {
        supported: "Each of the {n} runs ends there, or with three rows right and the fourth wrong and sure of it, " +
          "where the slope y(1 − y) is near 0 and hardly anything corrects it.",
        refuted: "Some runs end neither there nor with three rows right and the fourth wrong and sure of it (one of " +
          "them: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "all-settle": {
      kind: "every",
      table: "fixed_points",
      holds: ({ settles }) => settles === true,
      statement: "In every cell the epochs suffice to settle.",
      wording: {
        supported:
          "In all {n} settings there are epochs enough to settle: at the fixed point's own pace they shrink a " +
          "distance of 1 to less than 10⁻¹¹.",
        refuted: "In {count} of {n} settings there are epochs enough to settle at the fixed point (an exception: " +
          "{counterexample}).",
        undecided: "No fixed point was found.",
      },
    },
    "batch-half": {
      kind: "every",
      table: "runs",
      where: { batch: "full" },
      holds: (run) => OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - 0.5) < 1e-10),
      statement: "In batch, every run ends at ½ for every row.",
      wording: {
        supported: "In batch all {n} runs end at ½ for every row, whatever the order and the rate.",
        refuted: "In batch {count} of {n} runs end at ½ for every row (an exception: {counterexample}).",
        undecided: "No run was made in batch.",
      },
    },
  },
  answer: ["never-solved", "as-printed", "runs-meet-fixed-points"],
  views: [
    {
      kind: "outputs",
      color: "order",
      where: { batch: "online", learning_rate: "0.9" },
      title: "Where online training ends at rate 0.9, by the order of the rows",
      captionClaims: ["as-printed"],
      howToRead: `${HOW_TO_READ.outputs} Nets that end alike lie at one height.`,
    },
    {
      kind: "outputs",
      color: "order",
      panel: "learning_rate",
      where: { batch: "online" },
      title: "The same at each learning rate",
      captionClaims: ["runs-meet-fixed-points", "fixed-point-or-three-right"],
      howToRead: `${HOW_TO_READ.outputs} Nets that end alike lie at one height.`,
    },
    {
      kind: "surface",
      table: "surface",
      x: "x1",
      y: "x2",
      value: "output",
      panel: "panel",
      target: "target",
      title: "One straight line cannot do it: answers over the plane, before and after training",
      captionClaims: ["never-solved"],
      howToRead: HOW_TO_READ.surface,
    },
    {
      kind: "table",
      table: "fixed_points",
      columns: [
        "learning_rate",
        "order",
        "batch",
        "output_00",
        "output_01",
        "output_10",
        "output_11",
        "contraction",
        "settles",
      ],
      title: "The fixed points of an epoch",
      captionClaims: ["all-settle", "batch-half"],
      howToRead:
        "What the net answers where one epoch changes nothing; its weights are in the file. Contraction is the part " +
        "of a small distance that an epoch leaves.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "batch",
      panel: "learning_rate",
      where: { order: "00-01-10-11" },
      title: "Learning curves",
      captionClaims: ["batch-half"],
      howToRead:
        `${HOW_TO_READ.curves} Always answering ½ makes an error of 0.25. Drawn is the order 00, 01, 10, 11 alone.`,
    },
  ],
  limits: [
    "It shows squared error; cross entropy has fixed points of its own.",
    "Newton's method starts where 100 epochs from weights of 0 lead and finds one fixed point for each setting; that " +
    "there is no other does not follow.",
    postHocLimit("runs that miss the fixed point have three rows right and the fourth wrong"),
  ],
});

/** Whether a run ends within 1e-10 of the fixed point of its cell, or has too few epochs to settle there. */
function reachesFixedPoint(
  run: RunRow & { readonly learning_rate: string; readonly order: string; readonly batch: string },
  points: ReturnType<typeof fixedPoints.rows>,
): boolean {
  const point = points.find(({ learning_rate, order, batch }) =>
    learning_rate === run.learning_rate && order === run.order && batch === run.batch
  );
  return point !== undefined && (!point.settles || distance(run, point) < 1e-10);
}

/** The largest difference between a run's outputs and a fixed point's. */
function distance(run: RunRow, point: Readonly<Record<typeof OUTPUT_COLUMNS[number], number | undefined>>): number {
  return OUTPUT_COLUMNS.reduce((max, column) => Math.max(max, Math.abs(run[column]! - point[column]!)), 0);
}
