import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { moreOften, mostRuns, nearlyAllRuns, sooner, timesTheEffort, UNSOLVED } from "./shared/claim_builders.ts";
import { numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions, LOSS } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, NETWORKS } from "./shared/lecture.ts";
import { BEST_CUTOFF, restartTables } from "./shared/restarts.ts";
import { CUTOFFS, LEARNING_CURVES, RATES, SOLVED } from "./shared/views.ts";

const shapes = defineTable({
  meaning: "the loss of one output y, for the target 0 and the target 1",
  columns: {
    loss: textColumn("name of the loss"),
    target: textColumn("the target d"),
    y: numberColumn("the output"),
    value: numberColumn("the loss"),
    half_squared_error: numberColumn("½ (d − y)² for comparison"),
  },
  key: ["loss", "target", "y"],
  needs: "tables",
  rows: () =>
    LOSS_NAMES.flatMap((loss) =>
      [0, 1].flatMap((d) =>
        Array.from({ length: 99 }, (_, i) => (i + 1) / 100).map((y) => ({
          loss,
          target: `d = ${d}`,
          y,
          value: LOSSES[loss].value(NUMBERS, y, d, {}),
          half_squared_error: LOSSES.halfSquaredError.value(NUMBERS, y, d, {}),
        }))
      )
    ),
});

const FACTORS = { function: functions("lecture", "xor"), loss: LOSS } as const;

const LOSS_NAMES = Object.keys(LOSS.levels) as (keyof typeof LOSS.levels)[];

const ON_XOR = [{ function: "xor", loss: "crossEntropy" }, { function: "xor", loss: "halfSquaredError" }] as const;
const ON_LECTURE = [
  { function: "lecture", loss: "crossEntropy" },
  { function: "lecture", loss: "halfSquaredError" },
] as const;

/** Does cross entropy learn faster than squared error? */
export const losses = defineExperiment({
  id: "losses",
  question: "Does cross entropy learn faster than squared error?",
  why: {
    theory:
      "δ is minus the slope of the loss along v. For squared error, ½ e² with e = d − y, the chain rule gives δ = " +
      "e·y(1 − y). Where the output is confidently wrong, y(1 − y) is nearly 0, so the largest mistakes are " +
      "corrected least. The derivative of cross entropy, −d ln y − (1 − d) ln(1 − y), cancels that factor: δ = e " +
      "(Solla, Levin & Fleisher 1988). As y(1 − y) is at most ¼, its steps are at least four times as long at the " +
      "same rate. Long steps are fast, but they can also drive hidden units to where their slope is nearly 0.",
    data: [
      "Both losses train the 3-4-1 net from the same starts, on XOR and on d = x1, on which a textbook compares them " +
      "(Kim 2017).",
      {
        when: { "sooner-on-lecture": "supported", "sooner-on-xor": "supported" },
        text:
          "Cross entropy is sooner on d = x1 from {sooner-on-lecture.wins} of {sooner-on-lecture.n} starts, on XOR " +
          "from {sooner-on-xor.wins} of the {sooner-on-xor.n} that both solve.",
      },
      {
        when: { "sticks-more-on-xor": "supported", "cheaper-on-xor": "supported", "dearer-if-patient": "supported" },
        text: "But it leaves XOR unsolved more often, from {sticks-more-on-xor.first_count} starts against " +
          "{sticks-more-on-xor.second_count}. Whether its speed makes up for that depends on when one gives up: " +
          "restarted each at its best cutoff it takes fewer epochs, restarted after 10,000 epochs more.",
      },
    ],
  },
  base: { ...LECTURE, ...NETWORKS["two-layer"] },
  factors: FACTORS,
  featuredCell: { function: "xor", loss: "crossEntropy" },
  replicates: 800,
  curveReplicates: 10,
  tables: { shapes, ...restartTables(FACTORS) },
  claims: {
    "sooner-on-lecture": sooner(ON_LECTURE, "the table d = x1 is solved", "with cross entropy", "with squared error"),
    "sooner-on-xor": sooner(ON_XOR, "XOR is solved", "with cross entropy", "with squared error"),
    "sticks-more-on-xor": {
      ...moreOften(ON_XOR, "XOR is unsolved after 10,000 epochs", "with cross entropy", "with squared error"),
      condition: UNSOLVED,
    },
    "cheaper-on-xor": timesTheEffort(
      ON_XOR,
      "at the best cutoff",
      { is: "above", than: 1 },
      "squared error",
      "cross entropy",
      "on XOR",
    ),
    "dearer-if-patient": timesTheEffort(
      [ON_XOR[1], ON_XOR[0]],
      { after: "10,000" },
      { is: "above", than: 1 },
      "cross entropy",
      "squared error",
      "on XOR",
    ),
    "squared-error-solves-lecture": nearlyAllRuns(97, ON_LECTURE[1], "solve the table d = x1", "with squared error"),
    "cross-entropy-solves-lecture": nearlyAllRuns(97, ON_LECTURE[0], "solve the table d = x1", "with cross entropy"),
    "squared-error-mostly-xor": mostRuns(ON_XOR[1], "solve XOR", "with squared error"),
    "cross-entropy-mostly-xor": mostRuns(ON_XOR[0], "solve XOR", "with cross entropy"),
    "cross-entropy-punishes-more": {
      kind: "proof",
      table: "shapes",
      arms: [{ loss: "crossEntropy" }],
      condition: { value: { above: { column: "half_squared_error" } } },
      ...CLAIMS_EN.every("outputs on the chart", "have a larger cross entropy than half squared error"),
    },
  },
  headline: [
    {
      when: {
        "sooner-on-lecture": "supported",
        "sooner-on-xor": "supported",
        "sticks-more-on-xor": "supported",
        "cheaper-on-xor": "supported",
      },
      text: "At rate 0.9, yes, despite more failures: with timely restarts, squared error takes " +
        "{cheaper-on-xor.estimate} {cheaper-on-xor.interval} times as many epochs.",
    },
    {
      when: { "sooner-on-lecture": "supported", "sooner-on-xor": "supported", "sticks-more-on-xor": "supported" },
      text: "Where both solve XOR, it is sooner from {sooner-on-xor.wins} of {sooner-on-xor.n} starts; but it " +
        "fails more often.",
    },
    {
      when: { "sooner-on-lecture": "supported", "sooner-on-xor": "supported", "sticks-more-on-xor": "undecided" },
      text: "Where both solve XOR, it is sooner from {sooner-on-xor.wins} of {sooner-on-xor.n} starts; whether " +
        "it fails more often stays open.",
    },
  ],
  answer: ["sooner-on-lecture", "sooner-on-xor", "sticks-more-on-xor", "cheaper-on-xor", "dearer-if-patient"],
  views: [
    {
      ...SOLVED,
      color: "loss",
      panel: "function",
      lead: [
        {
          when: { "sooner-on-lecture": "supported", "sooner-on-xor": "supported" },
          text: "Cross entropy is sooner on both tables: on d = x1 from {sooner-on-lecture.wins} of " +
            "{sooner-on-lecture.n} starts, on XOR from {sooner-on-xor.wins} of {sooner-on-xor.n}.",
        },
        {
          when: { "sticks-more-on-xor": "supported" },
          text: "But its line for XOR ends lower: {sticks-more-on-xor.first_count} starts remain unsolved, against " +
            "{sticks-more-on-xor.second_count}.",
        },
      ],
      captionClaims: ["sooner-on-lecture", "sooner-on-xor"],
    },
    {
      ...RATES,
      by: "function",
      color: "loss",
      title: "Runs that solve the table",
      captionClaims: [
        "squared-error-solves-lecture",
        "cross-entropy-solves-lecture",
        "squared-error-mostly-xor",
        "cross-entropy-mostly-xor",
        "sticks-more-on-xor",
      ],
    },
    {
      ...CUTOFFS,
      captionClaims: ["cheaper-on-xor", "dearer-if-patient"],
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
    BEST_CUTOFF,
    "Losses of different kinds are not comparable as numbers; the charts compare solved runs and mean squared error.",
    ABOUT_LECTURE,
  ],
  references: ["kim2017", "luby1993", "solla1988"],
});
