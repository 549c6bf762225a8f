import type { PartialConfig } from "../define/factors.ts";
import { defineExperiment } from "../experiment.ts";
import { LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed.ts";
import { HOW_TO_READ, moreOften, solved, solvedEpoch, sooner, timesTheEpochs } from "./shared/wording.ts";

/** A level of `batch`: a whole number of rows. */
function batchOf(text: string): PartialConfig | undefined {
  const rows = Number(text);
  return Number.isSafeInteger(rows) && rows >= 1 && String(rows) === text ? { batch: rows } : undefined;
}

const FACTORS = {
  batch: {
    meaning: "rows per update; full-sum adds the rows' gradients, the others average them",
    levels: {
      online: { batch: "online" },
      pairs: { batch: 2 },
      full: { batch: "full" },
      "full-sum": { batch: "full", loss: { reduction: "sum" } },
    },
    read: batchOf,
  },
  order: {
    meaning: "order of the rows: the same in each epoch, or shuffled; a full batch has none",
    levels: { fixed: { order: "fixed" }, shuffled: { order: "shuffled" } },
  },
} as const;

/** Updates per epoch of four rows. */
const UPDATES: Readonly<Record<string, number>> = { online: 4, pairs: 2, full: 1, "full-sum": 1 };

/** Online, shuffled, mini-batch or batch? */
export const updateRule = defineExperiment({
  id: "update-rule",
  question: "Online, shuffled, mini-batch or batch?",
  background:
    "An epoch shows all four rows once. Online learning moves the weights after each row, a mini-batch after two, a " +
    "full batch once, by the mean of the rows' gradients. So at equal epochs and equal rate the full batch makes a " +
    "quarter of the updates. The sum of the gradients instead of their mean makes up for that: each update is then " +
    "four times as long. Rows come in the same order each epoch, or are shuffled.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...lectureData("xor") },
  factors: FACTORS,
  exclude: [{ batch: ["full", "full-sum"], order: "shuffled" }],
  replicates: 200,
  curveReplicates: 5,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "online-sooner-than-full": {
      kind: "sooner",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full", order: "fixed" },
      value: solvedEpoch,
      statement: "At the same rate, online learning solves XOR in fewer epochs than the full batch's mean.",
      wording: sooner("with online learning", "with the full batch's mean", "Epoch for epoch at the same rate, "),
    },
    "online-four-times": {
      kind: "ratio",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full", order: "fixed" },
      value: solvedEpoch,
      between: [3, 5],
      statement: "The full batch's mean takes about four times the epochs of online learning: between 3 and 5 times.",
      wording: timesTheEpochs("the full batch's mean", "online learning", "about four times (3 to 5)"),
    },
    "full-sum-as-reliable": {
      kind: "equivalence",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full-sum", order: "fixed" },
      holds: solved,
      margin: 0.1,
      statement: "Online learning and the full batch's sum solve equally many seeds, to within 10 percentage points.",
      wording: {
        supported: "Online learning and the full batch's sum solve XOR about equally often: online less batch is " +
          "{estimate} {interval}, within ±10.",
        refuted: "Online learning and the full batch's sum do not solve XOR equally often: online less batch is " +
          "{estimate} {interval}, beyond ±10.",
        undecided: "Online less the full batch's sum is {estimate} {interval} of runs solved, which leaves open " +
          "whether that is within ±10.",
      },
    },
    "full-sum-as-fast": {
      kind: "ratio",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full-sum", order: "fixed" },
      value: solvedEpoch,
      between: [0.8, 1.25],
      statement: "The full batch's sum takes about as many epochs as online learning: between 0.8 and 1.25 times.",
      wording: timesTheEpochs("the full batch's sum", "online learning", "about as many (0.8 to 1.25 times)"),
    },
    "shuffling-helps": {
      kind: "difference",
      first: { batch: "online", order: "shuffled" },
      second: { batch: "online", order: "fixed" },
      holds: solved,
      statement: "Online learning solves more seeds when the rows are shuffled each epoch.",
      wording: moreOften("with shuffled rows", "in fixed order", "Online, "),
    },
    "shuffling-is-faster": {
      kind: "sooner",
      first: { batch: "online", order: "shuffled" },
      second: { batch: "online", order: "fixed" },
      value: solvedEpoch,
      statement: "Online learning solves XOR in fewer epochs when the rows are shuffled.",
      wording: sooner("with shuffled rows", "in fixed order", "Online, "),
    },
    "pairs-between": {
      kind: "ratio",
      first: { batch: "online", order: "shuffled" },
      second: { batch: "pairs", order: "shuffled" },
      value: solvedEpoch,
      between: [1.5, 2.5],
      statement: "Shuffled batches of two take about twice the epochs of online learning: between 1.5 and 2.5 times.",
      wording: timesTheEpochs(
        "learning in shuffled pairs of rows",
        "shuffled online learning",
        "about twice (1.5 to 2.5 times)",
      ),
    },
    "fewer-updates-in-batch": {
      kind: "sooner",
      first: { batch: "full-sum", order: "fixed" },
      second: { batch: "online", order: "fixed" },
      value: (run) => run.solved_epoch && run.solved_epoch * UPDATES[run.batch]!,
      statement: "Counted in updates of the weights, the full batch's sum solves XOR sooner than online learning.",
      wording: sooner("with the full batch's sum", "online", "Counted in updates of the weights, "),
    },
  },
  answer: ["online-sooner-than-full", "pairs-between", "fewer-updates-in-batch"],
  views: [
    {
      kind: "solved",
      color: "batch",
      panel: "order",
      title: "Share of runs solved by each epoch",
      captionClaims: ["online-sooner-than-full", "full-sum-as-fast", "pairs-between"],
      howToRead: HOW_TO_READ.solved,
    },
    {
      kind: "rates",
      by: "batch",
      color: "order",
      title: "Share of runs that solve XOR",
      captionClaims: ["full-sum-as-reliable", "shuffling-helps"],
      howToRead: HOW_TO_READ.rates,
    },
    {
      kind: "lines",
      table: "speed",
      x: "median_updates",
      y: "share_solved",
      xTitle: "median updates to solve",
      yTitle: "share of runs solved",
      color: "batch",
      panel: "order",
      mark: "point",
      title: "Speed against reliability, counted in updates",
      captionClaims: ["fewer-updates-in-batch", "shuffling-is-faster"],
      howToRead: "One dot for each way of learning: further left is faster, further up more reliable.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "batch",
      panel: "order",
      title: "Learning curves",
      captionClaims: ["online-four-times"],
      howToRead: HOW_TO_READ.curves,
    },
  ],
  limits: [
    "Equal epochs at an equal rate favour many small updates. A fair comparison would give each rule its own best " +
    "rate, chosen on other seeds than those that judge, and count what is scarce: rows seen, updates, or time.",
    "Four rows are no data set: what batches save in time on large ones does not show here.",
  ],
});
