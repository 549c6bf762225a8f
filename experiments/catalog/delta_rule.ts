import { meanSquaredError, outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording } from "../words/claims_en.ts";
import { allRuns } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { BATCH } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { LEARNING_CURVES, OUTPUTS, SOLVED } from "./shared/views.ts";

/** The condition that a run ends at the outputs that Kim (2017) prints for d = x1, to their four digits. */
const AS_PRINTED = {
  output_00: { near: 0.0102, within: 0.00005 },
  output_01: { near: 0.0083, within: 0.00005 },
  output_10: { near: 0.9932, within: 0.00005 },
  output_11: { near: 0.9917, within: 0.00005 },
} as const;

const END_AS_PRINTED = "end at the outputs .0102 .0083 .9932 .9917, to four digits";

/** The first epoch from which the error is compared. */
const FIRST_EPOCH = 100;

const transitions = defineTable({
  meaning: `each pair of neighbouring points of a learning curve from epoch ${FIRST_EPOCH} on`,
  columns: {
    batch: textColumn(BATCH.meaning),
    replicate: integerColumn("index of the random start"),
    epoch: integerColumn("the epoch of the second point", "epochs"),
    before: numberColumn("mean squared error at the first point"),
    after: numberColumn("mean squared error at the second point"),
  },
  key: ["batch", "replicate", "epoch"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.flatMap(({ run: { levels, replicate }, training, trained }) => {
      const points = trained.snapshots.map(({ step, parameters }) => ({
        epoch: step / stepsPerEpoch(training),
        error: meanSquaredError(training, outputsOf(training, parameters)),
      })).filter(({ epoch }) => epoch >= FIRST_EPOCH);
      return points.slice(1).map(({ epoch, error }, i) => ({
        batch: levels.batch!,
        replicate,
        epoch,
        before: points[i]!.error,
        after: error,
      }));
    }),
});

/** Does one layer learn the table d = x1? */
export const deltaRule = defineExperiment({
  id: "delta-rule",
  question: "Does one layer learn the table d = x1?",
  why: {
    theory:
      "The error of a row is e = d − y and its loss ½ e². By the chain rule the loss has the slope −e · φ′(v) · x " +
      "along a weight, where φ′(v) = y(1 − y) is the slope of the sigmoid. The delta rule steps the other way: Δw = " +
      "α · e · φ′(v) · x (Widrow & Hoff 1960 for linear units, Rumelhart, Hinton & Williams 1986b for sigmoid ones). " +
      "For the targets d = x1 there is a way down from any weights: adding a multiple of (1, 0, −½) brings every " +
      "output nearer to its target.",
    data: [
      "We apply the rule after each row (online, 10,000 epochs) or once an epoch with the mean over the four rows " +
      "(full batch, 40,000 epochs). Either way that is 40,000 steps.",
      {
        when: { "online-as-printed": "supported", "batch-as-printed": "supported" },
        text: "Online and in full batch, all {online-as-printed.rows} runs end at the outputs that a textbook prints " +
          "(Kim 2017).",
      },
      {
        when: { "error-keeps-falling": "supported" },
        text: "From epoch 100 on the error falls at all {error-keeps-falling.rows} recorded points.",
      },
    ],
  },
  base: { ...LECTURE, ...lectureData("x1"), ...NETWORKS["single-layer"] },
  factors: { batch: BATCH },
  replicates: 200,
  curveReplicates: 10,
  tables: { transitions },
  claims: {
    "always-solved": allRuns({}, "end with every output within 0.1 of its target"),
    "online-as-printed": {
      kind: "every",
      table: "runs",
      arms: [{ batch: "online" }],
      condition: AS_PRINTED,
      ...CLAIMS_EN.every("runs", END_AS_PRINTED, "online"),
    },
    "batch-as-printed": {
      kind: "every",
      table: "runs",
      arms: [{ batch: "full" }],
      condition: AS_PRINTED,
      ...CLAIMS_EN.every("runs", END_AS_PRINTED, "in full batch"),
    },
    "error-keeps-falling": {
      kind: "every",
      table: "transitions",
      arms: [{}],
      condition: { after: { below: { column: "before" } } },
      statement: "From epoch 100 on, the mean squared error falls from each recorded point to the next.",
      wording: exactWording(
        "From epoch 100 on, the error falls from each recorded point to the next, {rows} times out of {rows}.",
        "From epoch 100 on, the error falls from one recorded point to the next {count} times out of {rows}; an " +
          "exception: {counterexample}.",
      ),
    },
  },
  headline: [
    {
      when: { "always-solved": "supported", "online-as-printed": "supported", "batch-as-printed": "supported" },
      text: "Yes: all {always-solved.rows} runs learn it, and they end at the outputs that the textbook prints.",
    },
    {
      when: { "always-solved": "supported" },
      text: "Yes: all {always-solved.rows} runs learn it.",
    },
  ],
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
    ABOUT_LECTURE,
  ],
  references: ["kim2017", "rumelhart1986b", "widrow1960"],
});
