import { defineExperiment } from "../experiment.ts";
import { exactWording } from "../words/claims_en.ts";
import { bestRateTables } from "./shared/best_rates.ts";
import { moreOften, sooner, timesTheEffort, timesTheEpochs } from "./shared/claim_builders.ts";
import { learningRates } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { restartTables } from "./shared/restarts.ts";
import { speedTable } from "./shared/speed_table.ts";
import { CUTOFFS, LEARNING_CURVES, RATES, SOLVED_AND_STOPPED, SPEED } from "./shared/views.ts";

const FACTORS = {
  momentum: {
    meaning: "none, or momentum 0.9: kept throughout, or reset at the start of each epoch",
    levels: {
      none: { optimizer: { name: "gradientDescent" } },
      kept: { optimizer: { name: "momentum", momentum: 0.9, reset: "never" } },
      reset: { optimizer: { name: "momentum", momentum: 0.9, reset: "epoch" } },
    },
  },
  learning_rate: learningRates("0.09", "0.3", "0.9", "3", "10", "30"),
} as const;

const { best_rates, at_best_rates } = bestRateTables("momentum", FACTORS);

const KEPT = { momentum: "kept", learning_rate: "0.09" } as const;
const RESET = { momentum: "reset", learning_rate: "0.09" } as const;
const PLAIN = { momentum: "none", learning_rate: "0.09" } as const;
/** Plain descent at the rate that steps as far as `KEPT` in the long run. */
const PLAIN_LARGE = { momentum: "none", learning_rate: "0.9" } as const;
const RESET_NAME = "momentum that is reset each epoch";
const SMALL = "at rate 0.09";
const KEPT_NAME = `momentum ${SMALL}`;
const LARGE_NAME = "plain descent at rate 0.9";

const AT_BEST = "with each at its own best rate";
/** Failed runs are restarted at their end. */
const FULL_LENGTH = { after: "10,000" } as const;

const KEPT_AND_PLAIN = [{ momentum: "kept" }, { momentum: "none" }] as const;

/** Does momentum help? */
export const momentum = defineExperiment({
  id: "momentum",
  question: "Does momentum help?",
  why: {
    theory: "With momentum a weight keeps nine tenths of its velocity and adds the new gradient (Rumelhart, Hinton & " +
      "Williams 1986). Steps in one direction add up to 1 + 0.9 + 0.81 + … = 10 plain ones; steps whose sign " +
      "alternates shrink to 1 − 0.9 + 0.81 − … = 0.53 (Sutskever et al. 2013). So rate 0.09 with momentum goes as far in the long run as rate 0.9 " +
      "without. The listing in Kim 2017 sets the velocity to 0 at the start of each epoch. The steps of an epoch's " +
      "four updates are then 1, 1.9, 2.71 and 3.44 plain ones if all rows pull the same way, 2.26 on average.",
    data: [
      "To compare at the best rates, the first half of the starts chooses each method's rate (fewest expected epochs, " +
      "restarting after 10,000), and the second half compares.",
      {
        when: { "kept-several-times": "supported" },
        text: "At rate 0.09 plain descent takes {kept-several-times.estimate} times the epochs of momentum (median).",
      },
      {
        when: { "reset-as-predicted": "refuted" },
        text: "Reset each epoch, momentum saves less than the factor 2.26: plain descent takes " +
          "{reset-as-predicted.estimate} times its epochs, so the four rows do not pull the same way.",
      },
      {
        when: { "only-a-larger-rate": "refuted", "more-reliable-than-larger-rate": "supported" },
        text: "Nor is it just a larger rate: it solves XOR more often than plain descent at 0.9, from " +
          "{more-reliable-than-larger-rate.first_count} starts against {more-reliable-than-larger-rate.second_count}.",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED },
  factors: FACTORS,
  // rates around each method's best are enough
  exclude: [{ momentum: "kept", learning_rate: "30" }],
  featuredCell: { momentum: "kept", learning_rate: "0.9" },
  replicates: 800,
  curveReplicates: 5,
  tables: { best_rates, at_best_rates, speed: speedTable(FACTORS), cutoffs: restartTables(FACTORS).cutoffs },
  claims: {
    "kept-sooner": sooner([KEPT, PLAIN], "XOR is solved", "with momentum", "without", SMALL),
    "kept-several-times": timesTheEpochs([KEPT, PLAIN], { is: "above", than: 3 }, "plain descent", "momentum", SMALL),
    "reset-does-little": timesTheEpochs([RESET, PLAIN], { between: [0.8, 1.25] }, "plain descent", RESET_NAME, SMALL),
    "reset-as-predicted": timesTheEpochs([RESET, PLAIN], { between: [2, 2.5] }, "plain descent", RESET_NAME, SMALL),
    "kept-beats-reset": timesTheEpochs(
      [KEPT, RESET],
      { is: "above", than: 2 },
      RESET_NAME,
      "momentum that is kept",
      SMALL,
    ),
    "as-fast-as-larger-rate": timesTheEpochs([KEPT, PLAIN_LARGE], { between: [0.8, 1.25] }, LARGE_NAME, KEPT_NAME),
    "more-reliable-than-larger-rate": moreOften(
      [KEPT, PLAIN_LARGE],
      "XOR is solved",
      "with momentum at rate 0.09",
      "with plain descent at rate 0.9",
    ),
    "only-a-larger-rate": timesTheEffort(
      [KEPT, PLAIN_LARGE],
      FULL_LENGTH,
      { between: [0.8, 1.25] },
      LARGE_NAME,
      KEPT_NAME,
    ),
    "too-much-at-large-rate": moreOften(
      [PLAIN_LARGE, { momentum: "kept", learning_rate: "0.9" }],
      "XOR is solved",
      "without momentum",
      "with momentum",
      "at rate 0.9",
    ),
    "too-much-at-ten": moreOften(
      [{ momentum: "none", learning_rate: "10" }, { momentum: "kept", learning_rate: "10" }],
      "XOR is solved",
      "without momentum",
      "with momentum",
      "at rate 10",
    ),
    "kept-sooner-at-best": {
      ...sooner(KEPT_AND_PLAIN, "XOR is solved", "with momentum", "with plain descent", AT_BEST),
      table: "at_best_rates",
    },
    "kept-cheaper-at-best": {
      ...timesTheEffort(KEPT_AND_PLAIN, FULL_LENGTH, { is: "above", than: 1 }, "plain descent", "momentum", AT_BEST),
      table: "at_best_rates",
    },
    "best-rates-inside": {
      kind: "proof",
      table: "best_rates",
      arms: [{ best: true }],
      condition: { inside: true },
      statement: "On the starts that choose, no method's best rate is the smallest or the largest one tried.",
      wording: exactWording(
        "Each of the {rows} methods has its best rate inside the range tried.",
        "For {others} of {rows} methods the range is too short: the best rate is at its edge; for example: " +
          "{counterexample}.",
      ),
    },
  },
  headline: [
    {
      when: { "kept-cheaper-at-best": "supported" },
      text: "Yes: each at its best rate, plain descent takes {kept-cheaper-at-best.estimate} " +
        "{kept-cheaper-at-best.interval} times the epochs, restarting after 10,000.",
    },
    {
      when: { "kept-cheaper-at-best": "undecided" },
      text: "It stays open: each at its best rate, plain descent takes {kept-cheaper-at-best.estimate} " +
        "{kept-cheaper-at-best.interval} times the epochs.",
    },
  ],
  answer: ["kept-cheaper-at-best", "more-reliable-than-larger-rate", "reset-does-little"],
  views: [
    {
      ...SOLVED_AND_STOPPED,
      color: "momentum",
      panel: "learning_rate",
      lead: [
        {
          when: { "kept-several-times": "supported" },
          text:
            "Momentum is sooner: at rate 0.09, plain descent takes {kept-several-times.estimate} times its epochs " +
            "(median).",
        },
        {
          when: { "reset-does-little": "supported" },
          text: "Reset each epoch, momentum helps little: plain descent takes {reset-does-little.estimate} times its " +
            "epochs.",
        },
      ],
      captionClaims: ["kept-sooner", "kept-several-times", "kept-beats-reset", "as-fast-as-larger-rate"],
    },
    {
      ...RATES,
      by: "learning_rate",
      color: "momentum",
      captionClaims: ["more-reliable-than-larger-rate", "too-much-at-large-rate", "too-much-at-ten"],
    },
    {
      ...LEARNING_CURVES,
      color: "momentum",
      panel: "learning_rate",
      where: { learning_rate: ["0.09", "0.9"] },
      captionClaims: ["reset-as-predicted"],
      howToRead: `${LEARNING_CURVES.howToRead} A line ends where its run is solved.`,
    },
    {
      kind: "table",
      table: "best_rates",
      title: "How the best rates were chosen",
      captionClaims: ["best-rates-inside", "kept-sooner-at-best"],
      howToRead: "Expected epochs on the starts that chose; the rate with the fewest is the method's best.",
    },
    { ...SPEED, captionClaims: ["only-a-larger-rate", "kept-cheaper-at-best"] },
    { ...CUTOFFS, captionClaims: [] },
  ],
  limits: [
    "Online updates of four rows: what a reset costs depends on the number of updates an epoch makes.",
    "Rates are about a factor of 3 apart: a method's true best rate may lie between two of them. The intervals do not " +
    "count that other starts might have chosen another rate.",
    "One momentum, 0.9.",
    "A failed run counts with its 10,000 epochs. Giving up sooner would make failures cheaper and change the ratios of " +
    "expected epochs; the table of cutoffs (Luby, Sinclair & Zuckerman 1993) says by how much at each rate.",
    ENDED_EARLY,
  ],
  references: ["kim2017", "luby1993", "rumelhart1986", "sutskever2013"],
});
