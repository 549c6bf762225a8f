import { outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { matches } from "../define/factors.ts";
import type { Outcome } from "../define/run.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { fixedPointOf } from "./analysis/fixed_point.ts";
import { noRuns } from "./shared/claim_builders.ts";
import { factorColumnsOf, integerColumn, numberColumn } from "./shared/column_builders.ts";
import { BATCH, learningRates } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { firstReplicates, outcomesByCell } from "./shared/outcomes.ts";
import { ROW_ERROR_COLUMNS, rowErrorsOf } from "./shared/row_errors.ts";
import { surfaceTable } from "./shared/surface_table.ts";
import { LEARNING_CURVES, OUTPUTS, SURFACE } from "./shared/views.ts";

/** The columns of the outputs for the rows 00, 01, 10 and 11. */
const OUTPUT_COLUMNS = ["output_00", "output_01", "output_10", "output_11"] as const;

const FACTORS = {
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
} as const;

/** The setting of the lecture. */
const FEATURED = { learning_rate: "0.9", order: "00-01-10-11", batch: "online" } as const;

/** The condition that a run ends at the outputs of one layer on XOR that the lecture prints, here to five digits. */
const AS_PRINTED = {
  output_00: { near: 0.52965, within: 0.000005 },
  output_01: { near: 0.5, within: 0.000005 },
  output_10: { near: 0.47035, within: 0.000005 },
  output_11: { near: 0.4409, within: 0.000005 },
} as const;

const SETTLES = {
  type: "boolean",
  meaning: "whether the epochs of a run shrink a distance of 1 to less than 1e-11",
} as const;

const fixedPoints = defineTable({
  meaning: "the fixed point of the epoch map, by Newton's method",
  columns: {
    ...factorColumnsOf(FACTORS),
    w1: numberColumn("weight of x1 at the fixed point"),
    w2: numberColumn("weight of x2"),
    w3: numberColumn("weight of the constant 1"),
    residual: numberColumn("largest change of a weight in one epoch there"),
    contraction: numberColumn("asymptotic factor by which an epoch shrinks a small distance to it"),
    settles: SETTLES,
    output_00: numberColumn("output for the row 00 at the fixed point"),
    output_01: numberColumn("output for the row 01"),
    output_10: numberColumn("output for the row 10"),
    output_11: numberColumn("output for the row 11"),
  },
  key: ["learning_rate", "order", "batch"],
  needs: "run",
  rows: (outcomes) => firstReplicates(outcomes).flatMap((outcome) => fixedPointRow(outcome) ?? []),
});

/** The fixed point of the setting of a run; undefined if Newton's method finds none. */
function fixedPointRow({ run: { levels }, training }: Outcome) {
  const point = fixedPointOf(training);
  if (!point) return undefined;
  const { parameters: [w1, w2, w3], residual, contraction } = point;
  const [output_00, output_01, output_10, output_11] = outputsOf(training, point.parameters).flat();
  let distance = 1;
  for (let epoch = 0; epoch < training.steps / stepsPerEpoch(training); epoch++) distance *= contraction;
  const weights = { w1, w2, w3 };
  const outputs = { output_00, output_01, output_10, output_11 };
  return { ...levels as SettingLevels, ...weights, residual, contraction, settles: distance < 1e-11, ...outputs };
}

const ends = defineTable({
  meaning: "every run's errors at its end, and its distance from the fixed point of its setting",
  columns: {
    ...factorColumnsOf(FACTORS),
    replicate: integerColumn("index of the random start"),
    distance: numberColumn("largest distance of an output from that at the fixed point; empty without a fixed point"),
    meets: { type: "boolean", meaning: "whether that distance is below 1e-10" },
    settles: SETTLES,
    ...ROW_ERROR_COLUMNS,
  },
  key: ["learning_rate", "order", "batch", "replicate"],
  needs: "setting",
  rows: (outcomes) =>
    outcomesByCell(outcomes).flatMap((cell) => {
      const point = fixedPointRow(cell[0]!);
      return cell.map((outcome) => {
        const { run: { levels, replicate } } = outcome;
        const distance = point && distanceFrom(point, outcome);
        const meets = distance === undefined ? undefined : distance < 1e-10;
        const closeness = { distance, meets, settles: point?.settles };
        return { ...levels as SettingLevels, replicate, ...closeness, ...rowErrorsOf(outcome) };
      });
    }),
});

/** The largest distance of an output at the end of a run from that at a fixed point. */
function distanceFrom(point: FixedPoint, { training, trained }: Outcome): number {
  const outputs = outputsOf(training, trained.snapshots.at(-1)!.parameters).flat();
  return Math.max(...OUTPUT_COLUMNS.map((column, row) => Math.abs(outputs[row]! - point[column]!)));
}

type FixedPoint = NonNullable<ReturnType<typeof fixedPointRow>>;

type SettingLevels = Readonly<Record<keyof typeof FACTORS, string>>;

/** Why are the outputs of one layer on XOR .53 .50 .47 .44? */
export const singleLayerXor = defineExperiment({
  id: "single-layer-xor",
  question: "Why are the outputs of one layer on XOR .53 .50 .47 .44?",
  why: {
    theory: "No straight line separates the points of XOR (Minsky & Papert 1969), so one unit cannot learn it. But " +
      "training settles somewhere: where the four steps of an epoch cancel. In full batch all steps start from the " +
      "same weights, and they cancel where the gradient is 0, as at the output ½ for every row. Online each row " +
      "starts from the weights that the row before has changed. So the steps cancel at another point, which depends " +
      "on the learning rate and on the order of the rows.",
    data: [
      "Newton's method finds these fixed points of an epoch, and we compare them with the ends of training.",
      {
        when: { "runs-meet-fixed-points": "supported" },
        text: "At the rates 0.1 and 0.9 all {runs-meet-fixed-points.rows} runs end there, to 10⁻¹⁰.",
      },
      {
        when: { "batch-half": "supported" },
        text: "In full batch all {batch-half.rows} runs end at ½.",
      },
      {
        when: { "fixed-point-or-three-right": "supported" },
        text: "All {fixed-point-or-three-right.rows} runs that end elsewhere have three rows right and the fourth " +
          "confidently wrong.",
      },
    ],
  },
  base: { ...LECTURE, ...lectureData("xor"), ...NETWORKS["single-layer"] },
  factors: FACTORS,
  exclude: [{ batch: "full", order: ["11-10-01-00", "00-11-01-10"] }],
  featuredCell: FEATURED,
  replicates: 400,
  curveReplicates: 5,
  tables: {
    fixed_points: fixedPoints,
    ends,
    surface: surfaceTable((levels) => matches(levels, FEATURED) ? "online, α = 0.9" : undefined),
  },
  claims: {
    "never-solved": noRuns({}, "solve XOR", "with one layer"),
    "as-printed": {
      kind: "every",
      table: "runs",
      arms: [FEATURED],
      condition: AS_PRINTED,
      ...CLAIMS_EN.every(
        "runs",
        "end at the outputs .52965 .50000 .47035 .44090",
        "online at rate 0.9, in order 00 01 10 11",
      ),
    },
    "runs-meet-fixed-points": {
      kind: "every",
      table: "ends",
      arms: [{ learning_rate: ["0.1", "0.9"], settles: true }],
      condition: { meets: true },
      ...CLAIMS_EN.every(
        "runs whose epochs suffice",
        "end at the fixed point of their epoch, to 10⁻¹⁰",
        "at the rates 0.1 and 0.9",
      ),
    },
    "runs-meet-fixed-points-at-rate-2": {
      kind: "proportion",
      table: "ends",
      arms: [{ ...FEATURED, learning_rate: "2" }],
      condition: { meets: true },
      is: "above",
      than: 0.95,
      ...CLAIMS_EN.proportion({
        amount: "more than 95 %",
        subject: "runs",
        predicate: "end at the fixed point of their epoch",
        only: "refuted",
        setting: "online at rate 2, in order 00 01 10 11",
      }),
    },
    "fixed-point-or-three-right": {
      kind: "every",
      table: "ends",
      arms: [{ settles: true, meets: false }],
      condition: { second_error: { below: 0.1 }, max_error: { above: 0.9 } },
      ...CLAIMS_EN.every(
        "runs that end elsewhere than at their fixed point",
        "have three rows right and the fourth confidently wrong",
      ),
    },
    "all-settle": {
      kind: "proof",
      table: "fixed_points",
      arms: [{}],
      condition: { settles: true },
      ...CLAIMS_EN.every("settings", "have enough epochs to settle at the fixed point"),
    },
    "batch-half": {
      kind: "every",
      table: "ends",
      arms: [{ batch: "full" }],
      condition: { distance_from_half: { below: 1e-10 } },
      ...CLAIMS_EN.every("runs", "end at ½ for every row, whatever the rate", "in full batch"),
    },
  },
  headline: [
    {
      when: { "never-solved": "supported", "as-printed": "supported", "runs-meet-fixed-points": "supported" },
      text: "Because an epoch’s four corrections cancel there: all {as-printed.rows} runs end at that fixed " +
        "point, and none solves XOR.",
    },
    {
      when: { "never-solved": "supported", "as-printed": "supported" },
      text: "All {as-printed.rows} runs end there, in this order of rows; none of {never-solved.rows} runs solves XOR.",
    },
  ],
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
      captionClaims: ["runs-meet-fixed-points", "runs-meet-fixed-points-at-rate-2", "fixed-point-or-three-right"],
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
    "Right is within 0.1 of the target, confidently wrong off by more than 0.9; there y(1 − y) is near 0 and hardly " +
    "corrects the output, so that such a run might still leave after more epochs.",
    "The rule and the order 00 01 10 11 are the lecture's. " + ABOUT_LECTURE,
  ],
  references: ["kim2017", "minsky1969"],
});
