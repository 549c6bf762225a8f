import { outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { logLogSlope } from "../statistics/statistics.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { functions, LOSS } from "./shared/common_factors.ts";
import { LECTURE, NETWORKS } from "./shared/lecture.ts";
import { LEARNING_CURVES, SOLVED } from "./shared/views.ts";

/** The predicted exponent p of the decay e ∝ t^p. */
const LAW: Readonly<Record<string, number>> = { halfSquaredError: -0.5, crossEntropy: -1 };

/** Decades of epochs: the power of ten of the first epoch, first and last epoch. */
const DECADES = [[1, 10, 100], [2, 100, 1000], [3, 1000, 10000]] as const;

const exponents = defineTable({
  meaning: "how steeply the largest error falls in each decade of epochs: the slope of each learning curve, log-log",
  columns: {
    function: textColumn("function to learn"),
    loss: textColumn("loss that training minimizes"),
    replicate: integerColumn("index of the random draw"),
    decade: textColumn("first and last epoch"),
    power: integerColumn("the power of ten of its first epoch"),
    exponent: numberColumn("least-squares slope of ln(largest error) against ln(epoch)"),
    law: numberColumn("the asymptotic exponent that the law predicts"),
    distance: numberColumn("|exponent − law|"),
    earlier_distance: numberColumn("the same in the decade before; empty in the first"),
  },
  key: ["function", "loss", "replicate", "decade"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.filter(({ trained }) => trained.snapshots.length > 1).flatMap(({ run, training, trained }) => {
      const curve = trained.snapshots.map(({ step, parameters }) => {
        const errors = outputsOf(training, parameters).map(([y], r) => Math.abs(training.rows[r]!.targets[0]! - y!));
        return [step / stepsPerEpoch(training), Math.max(...errors)] as const;
      });
      const law = LAW[run.levels.loss!]!;
      let distance: number | undefined;
      return DECADES.map(([power, from, to]) => {
        const exponent = logLogSlope(curve.filter(([epoch]) => epoch >= from && epoch <= to));
        const earlier_distance = distance;
        distance = exponent === undefined ? undefined : Math.abs(exponent - law);
        return {
          function: run.levels.function!,
          loss: run.levels.loss!,
          replicate: run.replicate,
          decade: `${from} to ${to}`,
          power,
          exponent,
          law,
          distance,
          earlier_distance,
        };
      });
    }),
});

/** The largest distance of a slope from its law. */
const MARGIN = 0.05;

const LAST_DECADE = "1000 to 10000";

/** The claim that the largest error falls as its law predicts over epochs 1000 to 10,000. */
function followsLaw<const F extends "lecture" | "and", const L extends keyof typeof LOSS.levels>(
  [name, table]: readonly [F, string],
  [loss, lossName, law]: readonly [L, string, string],
) {
  const measured = `With ${lossName} on ${table}, the largest error falls as t^p with p = {estimate} {interval}`;
  return {
    kind: "median",
    table: "exponents",
    arms: [{ function: name, loss, decade: LAST_DECADE }],
    value: "exponent",
    near: LAW[loss]!,
    margin: MARGIN,
    statement: `With ${lossName} on ${table}, the largest error falls as t^p over epochs t = 1000 to 10,000, with p ` +
      `within 0.05 of ${law} (median over the starts).`,
    wording: {
      supported: `${measured}, within 0.05 of the predicted ${law} (median of {n} starts).`,
      refuted: `${measured}, not within 0.05 of the predicted ${law} (median of {n} starts).`,
      undecided: `${measured} (median of {n} starts); the prediction is ${law} ± 0.05.`,
    },
  } as const;
}

const TABLE = ["lecture", "the table d = x1"] as const;
const AND = ["and", "AND"] as const;
const SQUARED_ERROR = ["halfSquaredError", "squared error", "−½"] as const;
const CROSS_ENTROPY = ["crossEntropy", "cross entropy", "−1"] as const;

/** How fast does the error fall in the end? */
export const decayLaws = defineExperiment({
  id: "decay-laws",
  question: "How fast does the error fall in the end?",
  why: {
    theory:
      "Near the end the largest error e is small, and the slope of the sigmoid, y(1 − y), is about e. With squared " +
      "error δ = e·y(1 − y) ≈ e². So v moves at a speed of e², and e, whose slope along v is again e, falls at a " +
      "speed of e³. The equation e′ = −c·e³ has the solution e = 1/√(2ct): after t epochs the error is proportional " +
      "to 1/√t. With cross entropy δ = e and e′ = −c·e², so e = 1/(ct), the rate that is proven for separable data " +
      "(Soudry et al. 2018).",
    data: [
      "On log-log axes these laws are straight lines of slope −½ and −1.",
      {
        when: { "squared-error-lecture": "supported", "cross-entropy-lecture": "supported" },
        text: "On d = x1 we measure {squared-error-lecture.estimate} and {cross-entropy-lecture.estimate}, each the " +
          "median over the starts.",
      },
      {
        when: { "all-near-in-the-end": "supported" },
        text: "All {all-near-in-the-end.rows} curves are within 0.05 of their law in the last decade of epochs.",
      },
      {
        when: { "nearer-in-the-end": "refuted" },
        text:
          "They do not all approach it steadily: {nearer-in-the-end.others} of {nearer-in-the-end.rows} were nearer " +
          "to it in the decade before.",
      },
    ],
  },
  base: { ...LECTURE, ...NETWORKS["single-layer"] },
  factors: { function: functions("lecture", "and"), loss: LOSS },
  replicates: 200,
  curveReplicates: 20,
  tables: { exponents },
  claims: {
    "squared-error-lecture": followsLaw(TABLE, SQUARED_ERROR),
    "squared-error-and": followsLaw(AND, SQUARED_ERROR),
    "cross-entropy-lecture": followsLaw(TABLE, CROSS_ENTROPY),
    "cross-entropy-and": followsLaw(AND, CROSS_ENTROPY),
    "nearer-in-the-end": {
      kind: "every",
      table: "exponents",
      arms: [{ decade: LAST_DECADE }],
      condition: { distance: { below: { column: "earlier_distance" } } },
      ...CLAIMS_EN.every(
        "curves",
        "have a slope nearer to the prediction in the last decade of epochs than in the one before",
      ),
    },
    "all-near-in-the-end": {
      kind: "every",
      table: "exponents",
      arms: [{ decade: LAST_DECADE }],
      condition: { distance: { below: MARGIN } },
      ...CLAIMS_EN.every("curves", "have a slope within 0.05 of the prediction in the last decade of epochs"),
    },
    "cross-entropy-smaller-in-the-end": {
      kind: "sooner",
      table: "runs",
      arms: [{ function: "lecture", loss: "crossEntropy" }, { function: "lecture", loss: "halfSquaredError" }],
      value: "max_error",
      is: "above",
      than: 0.5,
      ...CLAIMS_EN.sooner.most(
        "cross entropy has the smaller largest error after 10,000 epochs",
        "on the table d = x1",
      ),
    },
  },
  headline: [
    {
      when: { "squared-error-lecture": "supported", "cross-entropy-lecture": "supported" },
      text:
        "In one layer, after t epochs, it has fallen like 1/t with cross entropy, only like 1/√t with squared error.",
    },
  ],
  answer: ["squared-error-lecture", "cross-entropy-lecture"],
  views: [
    {
      ...LEARNING_CURVES,
      y: "max_error",
      color: "loss",
      panel: "function",
      title: "The largest error against epochs",
      captionClaims: ["squared-error-lecture", "cross-entropy-lecture", "cross-entropy-smaller-in-the-end"],
      howToRead:
        "Both axes are logarithmic, so a power of the epoch is a straight line: for each decade of epochs, slope −½ " +
        "falls by half a decade, slope −1 by a whole one.",
    },
    {
      kind: "lines",
      table: "exponents",
      mark: "point",
      x: "power",
      y: "exponent",
      xTitle: "power of ten of the decade's first epoch",
      yTitle: "slope",
      color: "loss",
      panel: "function",
      title: "The slope, decade by decade",
      captionClaims: ["squared-error-and", "cross-entropy-and", "all-near-in-the-end", "nearer-in-the-end"],
      howToRead: "One dot for each curve and decade of epochs: 10 to 100 at 1, 100 to 1000 at 2, 1000 to 10,000 at 3.",
    },
    { ...SOLVED, color: "loss", panel: "function", captionClaims: [] },
  ],
  limits: [
    "The points of one curve depend on each other, so each curve gives one slope; the interval is that of their median.",
    "One layer at one learning rate, on tasks that can be solved, where all errors go to 0.",
    "By the same argument another rate or order of the rows would change the factor before the law, not its slope; " +
    "that was not tried.",
  ],
  references: ["soudry2018"],
});
