import { stepsPerEpoch } from "../../core/training.ts";
import { matches } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN } from "../words/claims_en.ts";
import { equallyOften, moreOften, sooner, timesTheEpochs } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { wholeNumber } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { LEARNING_CURVES, RATES, SOLVED_AND_STOPPED } from "./shared/views.ts";

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

const ONLINE = { batch: "online", order: "fixed" } as const;
const ONLINE_SHUFFLED = { batch: "online", order: "shuffled" } as const;
const PAIRS_SHUFFLED = { batch: "pairs", order: "shuffled" } as const;
const FULL = { batch: "full", order: "fixed" } as const;
const FULL_SUM = { batch: "full-sum", order: "fixed" } as const;

const updates = defineTable({
  meaning: "weight updates until solved, for the update rules that a claim compares in updates",
  columns: {
    batch: textColumn(FACTORS.batch.meaning),
    order: textColumn(FACTORS.order.meaning),
    replicate: integerColumn("index of the random start"),
    updates: numberColumn("updates until solved; empty if unsolved", "updates"),
  },
  key: ["batch", "order", "replicate"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.filter(({ run }) => matches(run.levels, { batch: ["online", "full-sum"], order: "fixed" }))
      .map(({ run: { levels, replicate }, training, trained: { solvedEpoch } }) => ({
        batch: levels.batch,
        order: levels.order,
        replicate,
        updates: solvedEpoch && solvedEpoch * stepsPerEpoch(training),
      })),
});

/** Online, shuffled, mini-batch or batch? */
export const updateRule = defineExperiment({
  id: "update-rule",
  question: "Online, shuffled, mini-batch or batch?",
  why: {
    theory:
      "The gradient of the error is the mean of the four rows' gradients. A full batch makes one step of this mean " +
      "each epoch. Online learning makes four steps, one for each row: as long as they are small, together four " +
      "times the mean. So at equal epochs and an equal rate online learning should be about four times as fast " +
      "(Wilson & Martinez 2003), and the batch's sum, in place of the mean, as fast as online. What remains is the " +
      "order: an online step starts from weights that the rows before it have changed.",
    data: [
      "A net of 3 inputs, 4 hidden units and 1 output learns XOR at rate 0.9; a run ends when it is solved.",
      {
        when: { "online-three-to-four-times": "supported", "full-sum-as-fast": "supported" },
        text: "Where both solve it, the mean takes {online-three-to-four-times.estimate} times the epochs of online " +
          "learning, the sum {full-sum-as-fast.estimate} times (medians).",
      },
      {
        when: { "full-sum-more-reliable": "supported" },
        text: "The sum also solves it more often, from {full-sum-more-reliable.first_count} starts against " +
          "{full-sum-more-reliable.second_count} of {full-sum-more-reliable.n}.",
      },
      {
        when: { "shuffling-saves-little": "supported" },
        text: "Shuffling changes little: a fixed order takes {shuffling-saves-little.estimate} times the epochs.",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED },
  factors: FACTORS,
  exclude: [{ batch: ["full", "full-sum"], order: "shuffled" }],
  replicates: 2000,
  curveReplicates: 5,
  tables: { updates, speed: speedTable(FACTORS) },
  claims: {
    "online-sooner-than-full": sooner(
      [ONLINE, FULL],
      "XOR is solved",
      "online",
      "with the full batch's mean",
      "at the same rate",
    ),
    "online-three-to-four-times": timesTheEpochs(
      [ONLINE, FULL],
      { between: [3, 4] },
      "the full batch's mean",
      "online learning",
    ),
    "full-sum-more-reliable": moreOften(
      [FULL_SUM, ONLINE],
      "XOR is solved",
      "with the full batch's sum",
      "online",
    ),
    "full-sum-as-fast": timesTheEpochs(
      [ONLINE, FULL_SUM],
      { between: [0.8, 1.25] },
      "the full batch's sum",
      "online learning",
    ),
    "shuffling-matters-little": equallyOften(
      [ONLINE_SHUFFLED, ONLINE],
      4,
      "XOR is solved",
      "with shuffled rows",
      "in fixed order",
      "online",
    ),
    "shuffling-is-faster": sooner(
      [ONLINE_SHUFFLED, ONLINE],
      "XOR is solved",
      "with shuffled rows",
      "in fixed order",
      "online",
    ),
    "shuffling-saves-little": timesTheEpochs(
      [ONLINE_SHUFFLED, ONLINE],
      { between: [0.9, 1.1] },
      "online learning in fixed order",
      "shuffled online learning",
    ),
    "pairs-between": timesTheEpochs(
      [ONLINE_SHUFFLED, PAIRS_SHUFFLED],
      { between: [1.5, 2.5] },
      "learning in shuffled pairs of rows",
      "shuffled online learning",
    ),
    "fewer-updates-in-batch": {
      kind: "sooner",
      table: "updates",
      arms: [FULL_SUM, ONLINE],
      value: "updates",
      is: "above",
      than: 0.5,
      ...CLAIMS_EN.sooner.most("XOR is solved after fewer updates with the full batch's sum than online"),
    },
  },
  headline: [
    {
      when: {
        "online-sooner-than-full": "supported",
        "full-sum-as-fast": "supported",
        "full-sum-more-reliable": "supported",
      },
      text: "At rate 0.9 online beats the batch’s mean; its sum, as fast, solves " +
        "{full-sum-more-reliable.first_count} of {full-sum-more-reliable.n} starts, online " +
        "{full-sum-more-reliable.second_count}.",
    },
    {
      when: { "online-sooner-than-full": "supported" },
      text: "Online: at the same rate it solves XOR sooner than the batch’s mean from " +
        "{online-sooner-than-full.wins} of {online-sooner-than-full.n} starts.",
    },
  ],
  answer: ["online-sooner-than-full", "full-sum-as-fast", "full-sum-more-reliable", "shuffling-matters-little"],
  views: [
    {
      ...SOLVED_AND_STOPPED,
      color: "batch",
      panel: "order",
      captionClaims: ["online-sooner-than-full", "full-sum-as-fast", "pairs-between"],
    },
    { ...RATES, by: "batch", color: "order", captionClaims: ["full-sum-more-reliable", "shuffling-matters-little"] },
    {
      kind: "dots",
      table: "speed",
      by: "batch",
      x: "median_updates",
      xTitle: "median updates to solve",
      color: "order",
      title: "Updates to solve XOR",
      captionClaims: ["fewer-updates-in-batch"],
      howToRead: "One dot for each update rule: the further left, the fewer updates half of its runs need.",
    },
    {
      ...LEARNING_CURVES,
      color: "batch",
      panel: "order",
      captionClaims: ["online-three-to-four-times", "shuffling-is-faster", "shuffling-saves-little"],
      howToRead: `${LEARNING_CURVES.howToRead} A line ends where its run is solved.`,
    },
  ],
  limits: [
    "Equal epochs at an equal rate favour many small updates. A fair comparison would give each rule its own best " +
    "rate, chosen on other starts than those compared, and count what is scarce: rows seen, updates, or time.",
    "Four rows are too few to show what batches save in time on a large data set.",
    ENDED_EARLY,
  ],
  references: ["wilson2003"],
});
