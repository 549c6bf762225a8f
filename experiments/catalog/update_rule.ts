import { defineExperiment } from "../experiment.ts";
import { equallyOften, moreOften, mostPairsText, sooner, timesTheEpochs } from "./shared/claim_builders.ts";
import { wholeNumber } from "./shared/common_factors.ts";
import { TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { LEARNING_CURVES, RATES, SOLVED } from "./shared/views.ts";

const FACTORS = {
  batch: {
    meaning: "rows per update; full-sum adds the rows' gradients, the others average them",
    levels: {
      online: { batch: "online" },
      pairs: { batch: 2 },
      full: { batch: "full" },
      "full-sum": { batch: "full", loss: { reduction: "sum" } },
    },
    read: (text: string) => {
      const batch = wholeNumber(text);
      return batch === undefined ? undefined : { batch };
    },
  },
  order: {
    meaning: "order of the rows: the same in each epoch, or shuffled; a full batch has none",
    levels: { fixed: { order: "fixed" }, shuffled: { order: "shuffled" } },
  },
} as const;

/** Updates per epoch of four rows, for the levels of `batch` that a claim compares in updates. */
const UPDATES_PER_EPOCH: Readonly<Record<string, number>> = { online: 4, "full-sum": 1 };

const ONLINE = { batch: "online", order: "fixed" } as const;
const ONLINE_SHUFFLED = { batch: "online", order: "shuffled" } as const;
const FULL = { batch: "full", order: "fixed" } as const;
const FULL_SUM = { batch: "full-sum", order: "fixed" } as const;

/** Online, shuffled, mini-batch or batch? */
export const updateRule = defineExperiment({
  id: "update-rule",
  question: "Online, shuffled, mini-batch or batch?",
  background:
    "An epoch shows all four rows once. Online learning moves the weights after each row, a mini-batch after two, a " +
    "full batch once, by the mean of the rows' gradients. So at equal epochs and equal rate the full batch makes a " +
    "quarter of the updates. The sum of the gradients instead of their mean makes up for that: each update is then " +
    "four times as long. Rows come in the same order each epoch, or are shuffled.",
  base: TWO_LAYER_XOR,
  factors: FACTORS,
  exclude: [{ batch: ["full", "full-sum"], order: "shuffled" }],
  replicates: 200,
  curveReplicates: 5,
  tables: { speed: speedTable(FACTORS) },
  claims: {
    "online-sooner-than-full": {
      ...sooner("XOR is solved", "online", "with the full batch's mean", "at the same rate"),
      first: ONLINE,
      second: FULL,
    },
    "online-four-times": {
      ...timesTheEpochs([3, 5], "the full batch's mean", "online learning"),
      first: ONLINE,
      second: FULL,
    },
    "full-sum-as-reliable": {
      ...equallyOften("XOR is solved", "online", "with the full batch's sum"),
      first: ONLINE,
      second: FULL_SUM,
    },
    "full-sum-as-fast": {
      ...timesTheEpochs([0.8, 1.25], "the full batch's sum", "online learning"),
      first: ONLINE,
      second: FULL_SUM,
    },
    "shuffling-helps": {
      ...moreOften("XOR is solved", "with shuffled rows", "in fixed order", "online"),
      first: ONLINE_SHUFFLED,
      second: ONLINE,
    },
    "shuffling-is-faster": {
      ...sooner("XOR is solved", "with shuffled rows", "in fixed order", "online"),
      first: ONLINE_SHUFFLED,
      second: ONLINE,
    },
    "pairs-between": {
      ...timesTheEpochs([1.5, 2.5], "learning in shuffled pairs of rows", "shuffled online learning"),
      first: ONLINE_SHUFFLED,
      second: { batch: "pairs", order: "shuffled" },
    },
    "fewer-updates-in-batch": {
      ...mostPairsText("XOR is solved sooner with the full batch's sum than online", "counted in updates"),
      kind: "sooner",
      first: FULL_SUM,
      second: ONLINE,
      value: (run) => run.solved_epoch && run.solved_epoch * UPDATES_PER_EPOCH[run.batch]!,
    },
  },
  answer: ["online-sooner-than-full", "pairs-between", "fewer-updates-in-batch"],
  views: [
    {
      ...SOLVED,
      color: "batch",
      panel: "order",
      captionClaims: ["online-sooner-than-full", "full-sum-as-fast", "pairs-between"],
    },
    { ...RATES, by: "batch", color: "order", captionClaims: ["full-sum-as-reliable", "shuffling-helps"] },
    {
      kind: "lines",
      table: "speed",
      x: "median_updates",
      y: "share_solved",
      xTitle: "median updates to solve",
      yTitle: "fraction of runs solved",
      color: "batch",
      panel: "order",
      mark: "point",
      title: "Speed against reliability, counted in updates",
      captionClaims: ["fewer-updates-in-batch", "shuffling-is-faster"],
      howToRead: "One dot for each update rule: further left is faster, further up more reliable.",
    },
    { ...LEARNING_CURVES, color: "batch", panel: "order", captionClaims: ["online-four-times"] },
  ],
  limits: [
    "Equal epochs at an equal rate favour many small updates. A fair comparison would give each rule its own best " +
    "rate, chosen on other starts than those compared, and count what is scarce: rows seen, updates, or time.",
    "Four rows are too few to show what batches save in time on a large data set.",
  ],
});
