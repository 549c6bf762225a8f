import { outputsOf } from "../../core/train_network.ts";
import { stepsPerEpoch } from "../../core/training.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { logLogSlope } from "../statistics/statistics.ts";
import { LECTURE, lectureData, LOSS, NETWORKS } from "./shared/lecture.ts";
import { HOW_TO_READ, postHocLimit } from "./shared/wording.ts";

/** The predicted exponent p of the decay e ∝ t^p. */
const LAW: Readonly<Record<string, number>> = { halfSquaredError: -0.5, crossEntropy: -1 };

/** Decades of epochs: the power of ten of the first epoch, first and last epoch. */
const DECADES = [[1, 10, 100], [2, 100, 1000], [3, 1000, 10000]] as const;

const exponents = defineTable({
  meaning: "how steeply the largest error falls in each decade of epochs: the slope of each learning curve, log-log",
  columns: {
    function: { type: "string", meaning: "function to learn" },
    loss: { type: "string", meaning: "loss that training minimizes" },
    replicate: { type: "integer", meaning: "index of the random draw" },
    decade: { type: "string", meaning: "first and last epoch" },
    power: { type: "integer", meaning: "the power of ten of its first epoch" },
    exponent: { type: "number", meaning: "least-squares slope of ln(largest error) against ln(epoch)" },
    law: { type: "number", meaning: "the asymptotic exponent that the law predicts" },
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

/** The fields that the four claims about slopes have in common. */
const TAIL = {
  kind: "slope",
  value: (point: { readonly max_error: number | undefined }) => point.max_error,
  from: 1000,
  to: 10000,
  family: "laws",
} as const;

/** How fast does the error fall in the end? */
export const decayLaws = defineExperiment({
  id: "decay-laws",
  question: "How fast does the error fall in the end?",
  background:
    "Near the end every answer is nearly right and the largest error e is small. A sigmoid's slope y(1 − y) is then " +
    "about e itself. With squared error δ = e · y(1 − y) ≈ e², so v creeps on at a speed of e² and e falls at e · e² " +
    "= e³: that would make e proportional to 1/√t. With cross entropy δ = e, so e falls at e², which would make it " +
    "proportional to 1/t. On log-log axes these laws are straight lines of slope −½ and −1.",
  base: { ...LECTURE, ...NETWORKS["single-layer"] },
  factors: {
    function: { meaning: "function to learn", levels: { lecture: lectureData("x1"), and: lectureData("and") } },
    loss: LOSS,
  },
  replicates: 200,
  curveReplicates: 20,
  tables: { exponents },
  claims: {
    "squared-error-lecture": {
      ...TAIL,
      where: { function: "lecture", loss: "halfSquaredError" },
      near: -0.5,
      margin: 0.05,
      statement:
        "With squared error, on the lecture's table, the largest error falls as epochs^p with p within 0.05 of −½.",
      wording: {
        supported: "With squared error the largest error falls about as 1/√t: on the lecture's table the slope is " +
          "{estimate} {interval} over epochs 1000 to 10,000 (the law says −½).",
        refuted: "With squared error, on the lecture's table, the slope is {estimate} {interval} over epochs 1000 to " +
          "10,000, not within 0.05 of −½.",
        undecided:
          "With squared error, on the lecture's table, the slope is {estimate} {interval} over epochs 1000 to " +
          "10,000, which leaves open whether it is within 0.05 of −½.",
      },
    },
    "squared-error-and": {
      ...TAIL,
      where: { function: "and", loss: "halfSquaredError" },
      near: -0.5,
      margin: 0.05,
      statement: "With squared error, on AND, the largest error falls as epochs^p with p within 0.05 of −½.",
      wording: {
        supported: "With squared error, on AND, the slope is {estimate} {interval}, within 0.05 of −½.",
        refuted: "With squared error, on AND, the slope is {estimate} {interval}, not within 0.05 of −½.",
        undecided:
          "With squared error, on AND, the slope is {estimate} {interval}, which leaves open whether it is within " +
          "0.05 of −½.",
      },
    },
    "cross-entropy-lecture": {
      ...TAIL,
      where: { function: "lecture", loss: "crossEntropy" },
      near: -1,
      margin: 0.05,
      statement:
        "With cross entropy, on the lecture's table, the largest error falls as epochs^p with p within 0.05 of −1.",
      wording: {
        supported:
          "With cross entropy it falls about as 1/t: on the lecture's table the slope is {estimate} {interval} (the " +
          "law says −1).",
        refuted:
          "With cross entropy, on the lecture's table, the slope is {estimate} {interval}, not within 0.05 of −1.",
        undecided:
          "With cross entropy, on the lecture's table, the slope is {estimate} {interval}, which leaves open whether " +
          "it is within 0.05 of −1.",
      },
    },
    "cross-entropy-and": {
      ...TAIL,
      where: { function: "and", loss: "crossEntropy" },
      near: -1,
      margin: 0.05,
      statement: "With cross entropy, on AND, the largest error falls as epochs^p with p within 0.05 of −1.",
      wording: {
        supported: "With cross entropy, on AND, the slope is {estimate} {interval}, within 0.05 of −1.",
        refuted: "With cross entropy, on AND, the slope is {estimate} {interval}, not within 0.05 of −1.",
        undecided:
          "With cross entropy, on AND, the slope is {estimate} {interval}, which leaves open whether it is within " +
          "0.05 of −1.",
      },
    },
    "nearer-in-the-end": {
      kind: "every",
      table: "exponents",
      where: { decade: "1000 to 10000" },
      holds: (line, { exponents }) => distance(line) < distance(decadeBefore(line, exponents)),
      statement: "In the last decade of epochs every curve's exponent is nearer to its law than in the decade before.",
      wording: {
        supported:
          "All {n} curves have a slope nearer to their law in the last decade of epochs than in the one before.",
        refuted:
          "Of {n} curves, {count} have a slope nearer to their law in the last decade of epochs than in the one " +
          "before (an exception: {counterexample}).",
        undecided: "No curve has two decades to compare.",
      },
    },
    "all-near-in-the-end": {
      kind: "every",
      table: "exponents",
      where: { decade: "1000 to 10000" },
      holds: (line) => distance(line) < 0.05,
      statement: "In the last decade of epochs every single curve's exponent is within 0.05 of its law.",
      wording: {
        supported: "In the last decade of epochs all {n} curves are within 0.05 of their law.",
        refuted: "In the last decade of epochs {count} of {n} curves are within 0.05 of their law (an exception: " +
          "{counterexample}).",
        undecided: "No curve has a last decade.",
      },
    },
    "cross-entropy-smaller-in-the-end": {
      kind: "sooner",
      first: { function: "lecture", loss: "crossEntropy" },
      second: { function: "lecture", loss: "halfSquaredError" },
      value: (run) => run.max_error,
      statement: "On the lecture's table, cross entropy ends with the smaller largest error.",
      wording: {
        supported:
          "On the lecture's table cross entropy ends with the smaller error in {estimate} {interval} of {n} pairs of " +
          "runs.",
        refuted:
          "On the lecture's table cross entropy ends with the smaller error in only {estimate} {interval} of {n} " +
          "pairs of runs.",
        undecided:
          "On the lecture's table cross entropy ends with the smaller error in {estimate} {interval} of {n} pairs of " +
          "runs, which decides nothing.",
      },
    },
  },
  answer: ["squared-error-lecture", "cross-entropy-lecture"],
  views: [
    {
      kind: "curves",
      y: "max_error",
      color: "loss",
      panel: "function",
      title: "The largest error against epochs",
      captionClaims: ["squared-error-lecture", "cross-entropy-lecture", "cross-entropy-smaller-in-the-end"],
      howToRead:
        "Both axes are logarithmic, so that a power of the epoch is a straight line: slope −½ falls by half a " +
        "decade, slope −1 by a whole one, for each decade of epochs.",
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
    {
      kind: "solved",
      color: "loss",
      panel: "function",
      title: "Share of runs solved by each epoch",
      captionClaims: [],
      howToRead: HOW_TO_READ.solved,
    },
  ],
  limits: [
    "The points of one curve depend on each other, so each curve gives one slope, and the interval is that of the " +
    "median over the curves.",
    "It shows one layer at one learning rate, on tasks that can be solved, where all errors go to 0.",
    "By the same argument another rate or order of the rows would change the factor before the law, not its slope; " +
    "that was not tried.",
    postHocLimit("every curve is within 0.05 of its law in the last decade"),
  ],
});

type Line = {
  readonly function: string | undefined;
  readonly loss: string | undefined;
  readonly replicate: number | undefined;
  readonly power: number | undefined;
  readonly exponent: number | undefined;
  readonly law: number | undefined;
};

/** The distance of an exponent from its law; Infinity without an exponent. */
function distance(line: Line | undefined): number {
  return line?.exponent === undefined ? Infinity : Math.abs(line.exponent - line.law!);
}

/** The row of the same curve for the decade before. */
function decadeBefore(line: Line, lines: readonly Line[]): Line | undefined {
  return lines.find((other) =>
    other.function === line.function && other.loss === line.loss && other.replicate === line.replicate &&
    other.power === line.power! - 1
  );
}
