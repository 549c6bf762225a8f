import { meanSquaredError, outputsOf } from "../../core/train_network.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { allRuns, MOST_RUNS, noRuns } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions, learningRate } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, NETWORKS } from "./shared/lecture.ts";
import { LEARNING_CURVES, OUTPUTS } from "./shared/views.ts";

/** The two δ, with e = d − y. As y(y − 1) = −y(1 − y), the second equals the first with a negative learning rate. */
const DELTAS = { "e·y(1−y)": 1, "e·y(y−1)": -1 } as const;

const directions = defineTable({
  meaning: "each δ against the output y, for the target 0 and the target 1",
  columns: {
    sign: textColumn("which δ"),
    target: textColumn("the target d"),
    y: numberColumn("the output"),
    delta: numberColumn("δ: direction and size of the change of v"),
  },
  key: ["sign", "target", "y"],
  needs: "tables",
  rows: () =>
    Object.entries(DELTAS).flatMap(([sign, factor]) =>
      [0, 1].flatMap((d) =>
        Array.from({ length: 101 }, (_, i) => i / 100).map((y) => ({
          sign,
          target: `d = ${d}`,
          y,
          delta: factor * (d - y) * y * (1 - y),
        }))
      )
    ),
});

const changes = defineTable({
  meaning: "every run's mean squared error before and after training",
  columns: {
    function: textColumn("function to learn"),
    sign: textColumn("which δ"),
    replicate: integerColumn("index of the random start"),
    before: numberColumn("mean squared error of the start weights"),
    after: numberColumn("mean squared error at the end; empty if the run diverged"),
  },
  key: ["function", "sign", "replicate"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.map(({ run: { levels, replicate }, training, trained }) => {
      const errorOf = (parameters: readonly number[]) => meanSquaredError(training, outputsOf(training, parameters));
      return {
        function: levels.function!,
        sign: levels.sign!,
        replicate,
        before: errorOf(training.start),
        after: trained.status === "finished" ? errorOf(trained.snapshots.at(-1)!.parameters) : undefined,
      };
    }),
});

const WRONG_SIGN = { sign: "e·y(y−1)" } as const;
const WITH_WRONG_SIGN = "with δ = e·y(y − 1)";

/** Does the sign in δ matter? */
export const deltaSign = defineExperiment({
  id: "delta-sign",
  question: "Does the sign in δ matter?",
  why: {
    theory:
      "With e = d − y and Δw = α · δ · x, a step goes down the loss ½ e² if δ = e·y(1 − y): the error times the " +
      "slope of the sigmoid, which is positive (Rumelhart, Hinton & Williams 1986b). Some lecture notes and forum " +
      "posts print y(y − 1) instead. That is the same number with the other sign: each step has the right length and " +
      "goes up the slope. It amounts to a learning rate of −0.9.",
    data: [
      "We train one unit from the same starts with both signs; the right one, and the rate 0.9, are those of a " +
      "textbook (Kim 2017).",
      {
        when: { "wrong-sign-climbs": "supported", "wrong-sign-below-ignorance": "supported" },
        text:
          "With the wrong sign all {wrong-sign-climbs.rows} runs end with a larger error than before training, and " +
          "than that of the output ½ for every row.",
      },
      {
        when: { "wrong-sign-answers-opposite": "supported" },
        text: "Most runs on d = x1 learn its opposite: {wrong-sign-answers-opposite.count} of " +
          "{wrong-sign-answers-opposite.rows}.",
      },
    ],
  },
  base: { ...LECTURE, ...NETWORKS["single-layer"] },
  factors: {
    function: functions("lecture", "and", "xor"),
    sign: {
      meaning: "which δ: sets the sign of the learning rate 0.9",
      levels: { "e·y(1−y)": learningRate("0.9")!, "e·y(y−1)": learningRate("-0.9")! },
      read: learningRate,
    },
  },
  featuredCell: { function: "lecture", ...WRONG_SIGN },
  replicates: 200,
  curveReplicates: 10,
  tables: { changes, directions },
  claims: {
    "right-sign-solves": allRuns(
      { function: ["lecture", "and"], sign: "e·y(1−y)" },
      "on d = x1 and AND solve their function",
      "with δ = e·y(1 − y)",
    ),
    // XOR could not refute it: one unit solves it with neither sign
    "wrong-sign-never-solves": noRuns(
      { function: ["lecture", "and"], ...WRONG_SIGN },
      "on d = x1 and AND solve their function",
      WITH_WRONG_SIGN,
    ),
    "wrong-sign-climbs": {
      kind: "every",
      table: "changes",
      arms: [WRONG_SIGN],
      condition: { after: { above: { column: "before" } } },
      ...CLAIMS_EN.every("runs", "have a larger mean squared error after training than before", WITH_WRONG_SIGN),
    },
    "wrong-sign-below-ignorance": {
      kind: "every",
      table: "runs",
      arms: [WRONG_SIGN],
      condition: { mean_squared_error: { above: 0.25 } },
      ...CLAIMS_EN.every(
        "runs",
        "end with a mean squared error above 1/4, that of the output ½ for every row",
        WITH_WRONG_SIGN,
      ),
    },
    "wrong-sign-answers-opposite": {
      kind: "proportion",
      table: "runs",
      arms: [{ function: "lecture", ...WRONG_SIGN }],
      condition: { accuracy: 0 },
      is: "above",
      than: 0.5,
      ...CLAIMS_EN.proportion({
        ...MOST_RUNS,
        predicate: "on d = x1 learn the opposite (every row wrong)",
        setting: WITH_WRONG_SIGN,
      }),
    },
  },
  headline: [
    {
      when: { "right-sign-solves": "supported", "wrong-sign-never-solves": "supported" },
      text:
        "Yes: with the right sign, all {right-sign-solves.rows} runs learn d = x1 or AND; with the wrong one, none " +
        "does.",
    },
  ],
  answer: ["right-sign-solves", "wrong-sign-never-solves", "wrong-sign-climbs"],
  views: [
    {
      ...LEARNING_CURVES,
      color: "sign",
      panel: "function",
      title: "Learning curves with either sign",
      captionClaims: ["wrong-sign-climbs", "wrong-sign-below-ignorance"],
    },
    {
      ...OUTPUTS,
      color: "sign",
      panel: "function",
      captionClaims: ["right-sign-solves", "wrong-sign-answers-opposite"],
    },
    {
      kind: "lines",
      table: "directions",
      x: "y",
      y: "delta",
      xTitle: "output y",
      yTitle: "δ",
      color: "sign",
      panel: "target",
      title: "Which way each δ pushes",
      captionClaims: ["wrong-sign-never-solves"],
      howToRead:
        "Above 0 the output is pushed up, below 0 down: for the target 0 it should go down, for the target 1 up.",
    },
  ],
  limits: [
    "One unit only. In a net with one hidden layer, the wrong sign in the output's δ alone reverses every gradient; " +
    "with the same slip in the hidden units' δ, their gradients have the right sign again.",
    "If your textbook has e = y − d, or Δw = −α · δ · x, its δ is minus ours; the step is the same.",
    "The functions are AND, XOR and d = x1, which is the lecture's first table. " + ABOUT_LECTURE,
  ],
  references: ["kim2017", "rumelhart1986b"],
});
