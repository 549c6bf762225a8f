import { defineExperiment, type PartialConfig } from "../experiment.ts";
import { labels, LECTURE, NETWORKS } from "./lecture.ts";
import { speeds } from "./speed.ts";

/** A batch of so many rows. */
function size(text: string): PartialConfig | undefined {
  const rows = Number(text);
  return Number.isSafeInteger(rows) && rows >= 1 && String(rows) === text ? { batch: rows } : undefined;
}

const FACTORS = {
  batch: {
    meaning: "rows an update; full-sum adds up the rows' gradients where the others take their mean",
    levels: {
      online: { batch: "online" },
      pairs: { batch: 2 },
      full: { batch: "full" },
      "full-sum": { batch: "full", loss: { reduction: "sum" } },
    },
    read: size,
  },
  order: {
    meaning: "order of the rows: the same each epoch, or drawn anew; a full batch has none",
    levels: { fixed: { order: "fixed" }, shuffled: { order: "shuffled" } },
  },
} as const;

/** Updates of the weights in one epoch of four rows. */
const UPDATES: Readonly<Record<string, number>> = { online: 4, pairs: 2, full: 1, "full-sum": 1 };

/** Online, shuffled, mini-batch or batch? */
export const updateRule = defineExperiment({
  id: "update-rule",
  question: "Online, shuffled, mini-batch or batch?",
  background:
    "An epoch shows all four rows once. Online learning moves the weights after each row, a mini-batch after two, a " +
    "full batch once, by the mean of the rows' gradients. So at equal epochs and equal rate the full batch makes a " +
    "quarter of the updates, each about as long as one online update; its sum instead of its mean makes up for that " +
    "and goes about as far in an epoch as online learning does.",
  base: { ...LECTURE, ...NETWORKS["two-layer"], ...labels("xor") },
  factors: FACTORS,
  without: [{ batch: ["full", "full-sum"], order: "shuffled" }],
  replicates: 200,
  curves: 5,
  tables: { speed: speeds(FACTORS) },
  claims: {
    "online-sooner-than-full": {
      kind: "sooner",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full", order: "fixed" },
      value: (run) => run.solved_epoch,
      statement: "At the same rate, online learning solves XOR in fewer epochs than the full batch's mean.",
      says: {
        supported:
          "Epoch for epoch at the same rate, online learning beats the full batch's mean in {estimate} {interval} " +
          "of {n} pairs.",
        refuted: "Epoch for epoch at the same rate, online learning beats the full batch's mean in only {estimate} " +
          "{interval} of {n} pairs.",
        undecided:
          "Epoch for epoch at the same rate, online learning beats the full batch's mean in {estimate} {interval} " +
          "of {n} pairs, which decides nothing.",
      },
    },
    "online-four-times": {
      kind: "ratio",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full", order: "fixed" },
      value: (run) => run.solved_epoch,
      between: [3, 5],
      statement: "The full batch's mean takes about four times the epochs of online learning: between 3 and 5 times.",
      says: {
        supported:
          "The batch's mean takes {estimate} times {interval} the epochs, roughly (3 to 5 times) what four updates " +
          "an epoch suggest ({n} seeds that both solve).",
        refuted:
          "The batch's mean takes {estimate} times {interval} the epochs, which is not what four updates an epoch " +
          "suggest ({n} seeds that both solve).",
        undecided:
          "The batch's mean takes {estimate} times {interval} the epochs ({n} seeds that both solve), which leaves " +
          "open whether that is what four updates an epoch suggest.",
      },
    },
    "full-sum-as-reliable": {
      kind: "equivalence",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full-sum", order: "fixed" },
      holds: (run) => run.solved === true,
      margin: 0.1,
      statement: "Online learning and the full batch's sum solve equally many seeds, to within 10 percentage points.",
      says: {
        supported:
          "Where an epoch goes equally far (the batch's sum), batch and online learning are equally reliable: " +
          "online less batch is {estimate} {interval}, within 10.",
        refuted: "Even where an epoch goes equally far (the batch's sum), batch and online learning are not equally " +
          "reliable: online less batch is {estimate} {interval}.",
        undecided:
          "Whether batch and online learning are equally reliable where an epoch goes equally far (the batch's sum) " +
          "is open: online less batch is {estimate} {interval}.",
      },
    },
    "full-sum-as-fast": {
      kind: "ratio",
      first: { batch: "online", order: "fixed" },
      second: { batch: "full-sum", order: "fixed" },
      value: (run) => run.solved_epoch,
      between: [0.8, 1.25],
      statement: "The full batch's sum takes about as many epochs as online learning: between 0.8 and 1.25 times.",
      says: {
        supported:
          "Online learning and the batch's sum are equally fast: the sum takes {estimate} times {interval} the " +
          "epochs of online learning.",
        refuted:
          "Online learning and the batch's sum are not equally fast: the sum takes {estimate} times {interval} the " +
          "epochs of online learning.",
        undecided:
          "The batch's sum takes {estimate} times {interval} the epochs of online learning, which leaves open " +
          "whether they are equally fast.",
      },
    },
    "shuffling-helps": {
      kind: "difference",
      first: { batch: "online", order: "shuffled" },
      second: { batch: "online", order: "fixed" },
      holds: (run) => run.solved === true,
      statement: "Online learning solves more seeds when the rows are shuffled each epoch.",
      says: {
        supported: "Shuffling the rows makes online learning solve more seeds, by {estimate} {interval}.",
        refuted: "Shuffling the rows makes online learning solve fewer seeds: {estimate} {interval}.",
        undecided: "Whether shuffling the rows makes online learning more reliable is open: {estimate} {interval}.",
      },
    },
    "shuffling-is-faster": {
      kind: "sooner",
      first: { batch: "online", order: "shuffled" },
      second: { batch: "online", order: "fixed" },
      value: (run) => run.solved_epoch,
      statement: "Online learning solves XOR in fewer epochs when the rows are shuffled.",
      says: {
        supported: "Shuffled rows are the faster ones in {estimate} {interval} of {n} pairs.",
        refuted: "Shuffled rows are the faster ones in only {estimate} {interval} of {n} pairs.",
        undecided: "Shuffled rows are the faster ones in {estimate} {interval} of {n} pairs, which decides nothing.",
      },
    },
    "pairs-between": {
      kind: "ratio",
      first: { batch: "online", order: "shuffled" },
      second: { batch: "pairs", order: "shuffled" },
      value: (run) => run.solved_epoch,
      between: [1.5, 2.5],
      statement: "Shuffled batches of two take about twice the epochs of online learning: between 1.5 and 2.5 times.",
      says: {
        supported:
          "Shuffled batches of two take {estimate} times {interval} the epochs of shuffled online learning, roughly " +
          "the two times that half of the updates suggests.",
        refuted:
          "Batches of two take {estimate} times {interval} the epochs, not the two times that half of the updates " +
          "suggests.",
        undecided:
          "Batches of two take {estimate} times {interval} the epochs, which leaves open whether it is the two " +
          "times that half of the updates suggests.",
      },
    },
    "fewer-updates-in-batch": {
      kind: "sooner",
      first: { batch: "full-sum", order: "fixed" },
      second: { batch: "online", order: "fixed" },
      value: (run) => run.solved_epoch && run.solved_epoch * UPDATES[run.batch]!,
      statement: "Counted in updates of the weights, the full batch's sum solves XOR sooner than online learning.",
      says: {
        supported:
          "Counted in updates instead of epochs, the batch's sum is ahead in {estimate} {interval} of {n} pairs: " +
          "the answer depends on what is counted.",
        refuted:
          "Counted in updates instead of epochs, the batch's sum is ahead in only {estimate} {interval} of {n} pairs.",
        undecided:
          "Counted in updates instead of epochs, the batch's sum is ahead in {estimate} {interval} of {n} pairs, " +
          "which decides nothing.",
      },
    },
  },
  answer: ["online-sooner-than-full", "online-four-times"],
  views: [
    {
      kind: "solved",
      color: "batch",
      panel: "order",
      title: "Share of runs solved by each epoch",
      finding: ["online-sooner-than-full", "full-sum-as-fast", "pairs-between"],
      reading: "The line rises as runs solve XOR for good. Where it ends below 100 %, the rest never did.",
    },
    {
      kind: "rates",
      by: "batch",
      color: "order",
      title: "Share of runs that solve XOR",
      finding: ["full-sum-as-reliable", "shuffling-helps"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
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
      finding: ["fewer-updates-in-batch", "shuffling-is-faster"],
      reading: "A dot a cell: further left is faster, further up more reliable.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "batch",
      panel: "order",
      title: "Learning curves",
      finding: ["online-four-times"],
      reading: "A thin line a seed, the thick line their median; both axes are logarithmic.",
    },
  ],
  limits: [
    "Equal epochs at an equal rate favour many small updates. A fair comparison would give each rule its own best " +
    "rate, chosen on other seeds than those that judge, and count what is scarce: rows seen, updates, or time.",
    "Four rows are no data set: what batches save in time on large ones does not show here.",
  ],
});
