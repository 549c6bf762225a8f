import { defineExperiment, type RunRow } from "../experiment.ts";
import { labels, LECTURE, NETWORKS } from "./lecture.ts";

/** What the lecture prints for its table after 10,000 epochs, row by row. */
const PRINTED = { output_00: 0.0102, output_01: 0.0083, output_10: 0.9932, output_11: 0.9917 } as const;

/** Whether a run's answers are the printed ones, to the last digit printed. */
function asPrinted(run: RunRow): boolean {
  return Object.entries(PRINTED).every(([column, answer]) =>
    Math.abs(run[column as keyof typeof PRINTED]! - answer) < 0.00005
  );
}

/** Does one layer learn the lecture's table? */
export const deltaRule = defineExperiment({
  id: "delta-rule",
  question: "Does one layer learn the lecture's table?",
  background:
    "The delta rule moves each weight by α · φ′(v) · e · x, where e = d − y is the error: a step down the slope of " +
    "½ Σ e². It can be applied after each row (online, 10,000 epochs) or once an epoch with the mean over the four rows " +
    "(batch, 40,000 epochs, so that both take 40,000 steps).",
  base: { ...LECTURE, ...labels("x1"), ...NETWORKS["single-layer"] },
  factors: {
    batch: {
      meaning: "when the weights move: after each row, or once an epoch",
      levels: { online: { batch: "online" }, full: { batch: "full", epochs: 40000 } },
    },
  },
  replicates: 200,
  curves: 10,
  tables: {},
  claims: {
    "always-solved": {
      kind: "every",
      table: "runs",
      holds: (run) => run.solved === true,
      statement: "One layer learns the lecture's table from every start.",
      says: {
        supported: "Yes: all {n} runs end with every answer within 0.1 of its target.",
        refuted:
          "Not always: {count} of {n} runs end with every answer within 0.1 of its target (not: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "online-as-printed": {
      kind: "every",
      table: "runs",
      where: { batch: "online" },
      holds: asPrinted,
      statement: "Online, every run ends at the printed answers .0102 .0083 .9932 .9917, to all four digits.",
      says: {
        supported:
          "Learning online, all {n} starts end at the same four answers to four digits: .0102 .0083 .9932 .9917.",
        refuted:
          "Learning online, {count} of {n} runs end at .0102 .0083 .9932 .9917 to four digits (not: {counterexample}).",
        undecided: "No run was made online.",
      },
    },
    "batch-as-printed": {
      kind: "every",
      table: "runs",
      where: { batch: "full" },
      holds: asPrinted,
      statement: "In batch, every run ends at the same printed answers, to all four digits.",
      says: {
        supported: "Learning in batch, all {n} end there too.",
        refuted: "Learning in batch, {count} of {n} runs end at these answers to four digits (not: {counterexample}).",
        undecided: "No run was made in batch.",
      },
    },
    "error-keeps-falling": {
      kind: "every",
      table: "curves",
      holds: (point, { curves }) => point.epoch! < 100 || fallsAfter(point, curves),
      statement: "From epoch 100 on, the mean squared error falls from each point of a curve to the next.",
      says: {
        supported:
          "From epoch 100 on, the error falls from each recorded point to the next ({n} points of the curves).",
        refuted: "The error rises between some recorded points after epoch 100 ({counterexample}).",
        undecided: "No curve was kept.",
      },
    },
  },
  answer: ["always-solved", "online-as-printed", "batch-as-printed"],
  views: [
    {
      kind: "curves",
      y: "mean_squared_error",
      panel: "batch",
      title: "Learning curves",
      finding: ["error-keeps-falling"],
      reading: "A thin line a seed, the thick line their median; both axes are logarithmic.",
    },
    {
      kind: "outputs",
      color: "batch",
      title: "What the trained nets answer to each row",
      finding: ["online-as-printed", "batch-as-printed"],
      reading: "A dot is one net's answer y at the end; the mark shows the target d.",
    },
    {
      kind: "solved",
      color: "batch",
      title: "Share of runs solved by each epoch",
      finding: ["always-solved"],
      reading:
        "The line rises as runs come within 0.1 of every target for good; a batch epoch makes one step, an online epoch four.",
    },
  ],
  limits: [
    "The table is an easy one: its answer is x1. What one layer cannot learn is another experiment's question.",
    "It says nothing of other learning rates.",
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
  const same = next && next.batch === point.batch && next.replicate === point.replicate;
  return !same || next.mean_squared_error! < point.mean_squared_error!;
}
