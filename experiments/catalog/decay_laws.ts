import { outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { matches } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { logLogSlope } from "../statistics/statistics.ts";
import { allText, mostPairsText, postHocLimit } from "./shared/claim_builders.ts";
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
  },
  key: ["function", "loss", "replicate", "decade"],
  rows: (outcomes) =>
    outcomes.filter(({ trained }) => trained.snapshots.length > 1).flatMap(({ run, training, trained }) => {
      const curve = trained.snapshots.map(({ step, parameters }) => {
        const errors = outputsOf(training, parameters).map(([y], r) => Math.abs(training.rows[r]!.targets[0]! - y!));
        return [step / stepsPerEpoch(training), Math.max(...errors)] as const;
      });
      return DECADES.map(([power, from, to]) => ({
        function: run.levels.function!,
        loss: run.levels.loss!,
        replicate: run.replicate,
        decade: `${from} to ${to}`,
        power,
        exponent: logLogSlope(curve.filter(([epoch]) => epoch >= from && epoch <= to)),
        law: LAW[run.levels.loss!],
      }));
    }),
});

/** The largest distance of a slope from its law. */
const MARGIN = 0.05;

/** The claim that the largest error falls as its law predicts over epochs 1000 to 10,000. */
function followsLaw<const F extends "lecture" | "and", const L extends keyof typeof LOSS.levels>(
  [name, table]: readonly [F, string],
  [loss, lossName, law]: readonly [L, string, string],
) {
  const setting = `With ${lossName} on ${table}, the largest error`;
  return {
    kind: "slope",
    where: { function: name, loss },
    value: (point: { readonly max_error: number | undefined }) => point.max_error,
    from: 1000,
    to: 10000,
    near: LAW[loss]!,
    margin: MARGIN,
    family: "laws",
    statement: `${setting} falls as t^p over epochs t = 1000 to 10,000, with p within 0.05 of ${law}.`,
    wording: {
      supported: `${setting} falls as t^p with p = {estimate} {interval}, within 0.05 of the predicted ${law}.`,
      refuted: `${setting} falls as t^p with p = {estimate} {interval}, not within 0.05 of the predicted ${law}.`,
      undecided: `${setting} falls as t^p with p = {estimate} {interval}; the prediction is ${law} ± 0.05.`,
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
  background:
    "Near the end every output is nearly right and the largest error e is small. A sigmoid's slope y(1 − y) is then " +
    "about e itself. With squared error δ = e · y(1 − y) ≈ e², so v moves at a speed of e² and e falls at e · e² = " +
    "e³: that would make e proportional to 1/√t. With cross entropy δ = e, so e falls at e², which would make it " +
    "proportional to 1/t. On log-log axes these laws are straight lines of slope −½ and −1.",
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
      ...allText("curves", "have a slope nearer to the prediction in the last decade of epochs than in the one before"),
      kind: "every",
      table: "exponents",
      where: { decade: "1000 to 10000" },
      holds: (line, { exponents }) => {
        const { function: name, loss, replicate, power } = line;
        const before = { function: name, loss, replicate, power: power! - 1 };
        return distance(line) < distance(exponents.find((other) => matches(other, before)));
      },
    },
    "all-near-in-the-end": {
      ...allText("curves", "have a slope within 0.05 of the prediction in the last decade of epochs"),
      kind: "every",
      table: "exponents",
      where: { decade: "1000 to 10000" },
      holds: (line) => distance(line) < MARGIN,
    },
    "cross-entropy-smaller-in-the-end": {
      ...mostPairsText("cross entropy ends with the smaller largest error", "on the table d = x1"),
      kind: "sooner",
      first: { function: "lecture", loss: "crossEntropy" },
      second: { function: "lecture", loss: "halfSquaredError" },
      value: (run) => run.max_error,
    },
  },
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
    postHocLimit("that every curve is within 0.05 of its law in the last decade"),
  ],
});

/** The distance of an exponent from its law; Infinity without an exponent. */
function distance(line: ReturnType<typeof exponents.rows>[number] | undefined): number {
  return line?.exponent === undefined ? Infinity : Math.abs(line.exponent - line.law!);
}
