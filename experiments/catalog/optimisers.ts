import { defineExperiment } from "../experiment.ts";
import { exactWording } from "../words/claims_en.ts";
import { AT_BEST, DESCENT, effortOfDescent, fasterThanDescent } from "./claims/optimiser_claims.ts";
import { bestRateTables } from "./shared/best_rates.ts";
import { moreOften, mostRuns, sooner } from "./shared/claim_builders.ts";
import { learningRates, levelsOf } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { restartTables } from "./shared/restarts.ts";
import { speedTable } from "./shared/speed_table.ts";
import { CUTOFFS, HEAT, LEARNING_CURVES } from "./shared/views.ts";
import { solvedAtBestTable, summaryTable } from "./tables/optimiser_tables.ts";

/** The rate of Kingma & Ba 2015, the default of many libraries, which needs more epochs than the others. */
const DEFAULT_RATE = "0.001";
const RATES = [DEFAULT_RATE, "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10", "30", "100", "300"] as const;

type Rate = typeof RATES[number];

/** Each optimiser's five rates. */
const GRIDS = {
  gradientDescent: ["3", "10", "30", "100", "300"],
  momentum: ["0.3", "1", "3", "10", "30"],
  nesterov: ["1", "3", "10", "30", "100"],
  rmsprop: ["0.003", "0.01", "0.03", "0.1", "0.3"],
  adam: ["0.01", "0.03", "0.1", "0.3", "1"],
  adamw: ["0.01", "0.03", "0.1", "0.3", "1"],
  adagrad: ["0.03", "0.1", "0.3", "1", "3"],
} as const satisfies Readonly<Record<string, readonly Rate[]>>;

type OptimizerName = keyof typeof GRIDS;

const NAMES = Object.keys(GRIDS) as OptimizerName[];

/** The rates at which an optimiser is not trained; only Adam has the default rate besides its grid. */
function excludedRates(optimizer: OptimizerName): Rate[] {
  const trained: readonly Rate[] = optimizer === "adam" ? [DEFAULT_RATE, ...GRIDS.adam] : GRIDS[optimizer];
  return RATES.filter((rate) => !trained.includes(rate));
}

const LEARNING_RATES = learningRates(...RATES);

const FACTORS = {
  optimizer: {
    meaning: "optimiser; all settings except the rate are its defaults",
    levels: levelsOf(NAMES, (name) => ({ optimizer: { name } })),
  },
  learning_rate: {
    ...LEARNING_RATES,
    meaning: "learning rate; 0.001 has 10,000 epochs",
    levels: { ...LEARNING_RATES.levels, [DEFAULT_RATE]: { ...LEARNING_RATES.levels[DEFAULT_RATE], epochs: 10000 } },
  },
} as const;

const { best_rates, at_best_rates } = bestRateTables("optimizer", FACTORS);

const MORE = { is: "above", than: 1 } as const;

/** Does Adam beat gradient descent here? */
export const optimisers = defineExperiment({
  id: "optimisers",
  question: "Does Adam beat gradient descent here?",
  why: {
    theory:
      "An optimiser turns the gradient into a step. Momentum adds up steps in one direction. Adagrad (Duchi, Hazan & " +
      "Singer 2011), RMSProp and Adam (Kingma & Ba 2015) divide each weight's gradient by a running measure of its " +
      "size, so a weight with a small slope moves as far as one with a large slope. A rate of 0.1 thus means " +
      "something else to each of them: comparing them at one rate compares nothing. Their strength is noise and " +
      "slopes of very different size; four rows in full batch have no noise.",
    data: [
      "Each has a grid of five rates, about √10 apart. The first half of the starts chooses its best (fewest " +
      "expected epochs, restarting after 1000), and the second half compares.",
      {
        when: { "adam-wants-smaller-rate": "supported" },
        text: "Adam's best rate is smaller than that of gradient descent.",
      },
      {
        when: { "adam-cheaper": "refuted", "adam-more-reliable": "refuted" },
        text: "At its best rate Adam solves XOR less often, from {adam-more-reliable.first_count} starts against " +
          "{adam-more-reliable.second_count} of {adam-more-reliable.n}, and failures of 1000 epochs cost more than its " +
          "speed saves.",
      },
      {
        when: { "nesterov-faster": "supported" },
        text:
          "Nesterov's momentum is sooner than gradient descent from {nesterov-faster.wins} of {nesterov-faster.n} " +
          "starts.",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED, batch: "full", epochs: 1000 },
  factors: FACTORS,
  exclude: NAMES.map((optimizer) => ({ optimizer, learning_rate: excludedRates(optimizer) })),
  featuredCell: { optimizer: "adam", learning_rate: "0.1" },
  replicates: 400,
  curveReplicates: 2,
  tables: {
    best_rates,
    at_best_rates,
    summary: summaryTable(at_best_rates),
    solved_at_best: solvedAtBestTable(at_best_rates),
    speed: speedTable(FACTORS),
    cutoffs: restartTables(FACTORS).cutoffs,
  },
  claims: {
    "adam-faster": fasterThanDescent("adam", "Adam"),
    "adamw-faster": fasterThanDescent("adamw", "AdamW"),
    "rmsprop-faster": fasterThanDescent("rmsprop", "RMSProp"),
    "momentum-faster": fasterThanDescent("momentum", "momentum"),
    "nesterov-faster": fasterThanDescent("nesterov", "Nesterov's momentum"),
    "adagrad-faster": fasterThanDescent("adagrad", "Adagrad"),
    "adam-cheaper": effortOfDescent("adam", "Adam", MORE),
    "adamw-cheaper": effortOfDescent("adamw", "AdamW", MORE),
    "rmsprop-cheaper": effortOfDescent("rmsprop", "RMSProp", MORE),
    "momentum-cheaper": effortOfDescent("momentum", "momentum", MORE),
    "nesterov-about-equal": effortOfDescent("nesterov", "Nesterov's momentum", { between: [0.5, 2] }),
    "adagrad-cheaper": effortOfDescent("adagrad", "Adagrad", MORE),
    "adam-more-reliable": {
      ...moreOften([{ optimizer: "adam" }, DESCENT], "XOR is solved", "with Adam", "with gradient descent", AT_BEST),
      table: "at_best_rates",
    },
    "nesterov-faster-than-momentum": {
      ...sooner(
        [{ optimizer: "nesterov" }, { optimizer: "momentum" }],
        "XOR is solved",
        "with Nesterov's momentum",
        "with plain momentum",
        AT_BEST,
      ),
      table: "at_best_rates",
    },
    "momentum-faster-at-ten": sooner(
      [{ optimizer: "momentum", learning_rate: "10" }, { optimizer: "gradientDescent", learning_rate: "10" }],
      "XOR is solved",
      "with momentum",
      "with gradient descent",
      "with both at rate 10",
    ),
    "momentum-fails-at-ten": moreOften(
      [{ optimizer: "gradientDescent", learning_rate: "10" }, { optimizer: "momentum", learning_rate: "10" }],
      "XOR is solved",
      "with gradient descent",
      "with momentum",
      "with both at rate 10",
    ),
    "best-rates-inside": {
      kind: "proof",
      table: "best_rates",
      arms: [{ best: true }],
      condition: { inside: true },
      statement: "On the starts that choose, no optimiser's best rate is the smallest or the largest of its grid.",
      wording: exactWording(
        "Each of the {rows} optimisers has its best rate inside its grid.",
        "For {others} of {rows} optimisers the grid is too short: the best rate is at its edge; for example: " +
          "{counterexample}.",
      ),
    },
    "adam-wants-smaller-rate": {
      kind: "proof",
      table: "summary",
      arms: [{ optimizer: "adam" }],
      condition: { learning_rate: { below: { column: "descent_rate" } } },
      statement: "On the starts that choose, Adam's best rate is smaller than that of gradient descent.",
      wording: exactWording(
        "Adam's best rate is smaller than that of gradient descent.",
        "Adam's best rate is not smaller than that of gradient descent.",
      ),
    },
    "adam-default-suffices": mostRuns(
      { optimizer: "adam", learning_rate: DEFAULT_RATE },
      "solve XOR within 10,000 epochs",
      "with Adam at 0.001, the setting that Kingma & Ba 2015 recommend",
    ),
  },
  headline: [
    {
      when: { "adam-cheaper": "supported" },
      text: "Yes: each at its best rate, gradient descent takes {adam-cheaper.estimate} {adam-cheaper.interval} " +
        "times Adam’s epochs, restarting after 1000.",
    },
    {
      when: { "adam-cheaper": "refuted" },
      text: "No: each at its best rate, gradient descent takes only {adam-cheaper.estimate} " +
        "{adam-cheaper.interval} times Adam’s epochs, restarting after 1000.",
    },
    {
      when: { "adam-cheaper": "undecided" },
      text: "It stays open: each at its best rate, gradient descent takes {adam-cheaper.estimate} " +
        "{adam-cheaper.interval} times Adam’s epochs.",
    },
  ],
  answer: ["adam-faster", "adam-cheaper", "best-rates-inside", "adam-default-suffices"],
  views: [
    {
      kind: "lines",
      table: "solved_at_best",
      x: "epoch",
      y: "share_solved",
      xTitle: "epochs",
      yTitle: "runs solved by then",
      color: "optimizer",
      scale: "log",
      yScale: "linear",
      mark: "steps",
      title: "Runs solved by each epoch, each optimiser at its own best rate",
      lead: [
        {
          when: {
            "nesterov-faster": "supported",
            "adam-faster": "refuted",
            "adamw-faster": "refuted",
            "rmsprop-faster": "refuted",
            "momentum-faster": "refuted",
            "adagrad-faster": "refuted",
          },
          text: "Only Nesterov's momentum is clearly sooner than gradient descent: from {nesterov-faster.wins} of " +
            "{nesterov-faster.n} starts. Adam is sooner from {adam-faster.wins} of {adam-faster.n}.",
        },
        {
          when: { "adam-more-reliable": "refuted" },
          text: "Adam's line ends lower: it solves {adam-more-reliable.first_count} starts, gradient descent " +
            "{adam-more-reliable.second_count} of {adam-more-reliable.n}.",
        },
      ],
      captionClaims: [
        "adam-faster",
        "adamw-faster",
        "rmsprop-faster",
        "nesterov-faster",
        "momentum-faster",
        "adagrad-faster",
        "nesterov-faster-than-momentum",
        "nesterov-about-equal",
      ],
      howToRead:
        "Each line rises as runs solve XOR and stop; these are the half of the starts that did not choose the rates.",
    },
    {
      ...HEAT,
      x: "learning_rate",
      y: "optimizer",
      title: "Runs that solve XOR, by optimiser and rate",
      captionClaims: ["adam-default-suffices", "momentum-fails-at-ten"],
    },
    {
      kind: "table",
      table: "summary",
      title: "Expected epochs at the best rates, on the half of the starts that did not choose them",
      columns: ["optimizer", "learning_rate", "runs", "solved", "expected_epochs"],
      captionClaims: [
        "adam-wants-smaller-rate",
        "adam-more-reliable",
        "adam-cheaper",
        "adamw-cheaper",
        "rmsprop-cheaper",
        "momentum-cheaper",
        "adagrad-cheaper",
      ],
      howToRead: "Expected epochs count the epochs of failed runs, too: all epochs / runs solved.",
    },
    {
      kind: "table",
      table: "best_rates",
      title: "How the best rates were chosen",
      captionClaims: ["best-rates-inside"],
      howToRead: "Expected epochs on the starts that chose; the rate with the fewest is the optimiser's best.",
    },
    { ...CUTOFFS, captionClaims: [] },
    {
      ...LEARNING_CURVES,
      color: "optimizer",
      panel: "learning_rate",
      title: "Learning curves at each rate",
      captionClaims: ["momentum-faster-at-ten"],
      howToRead: `${LEARNING_CURVES.howToRead} A line ends where its run is solved.`,
    },
  ],
  limits: [
    "Rates are about √10 apart: an optimiser's true best rate may lie between two of them.",
    "The intervals do not count that other starts might have chosen another rate, where two rates are close.",
    "A failed run counts with its 1000 epochs. Giving up sooner would help most the optimisers that are quick but fail " +
    "often, and may change their order: see the table of cutoffs (Luby, Sinclair & Zuckerman 1993).",
    ENDED_EARLY,
    "All other settings (momentum 0.9, β₂ 0.999, …) are the usual ones and were not tuned.",
    "Four rows in full batch have no gradient noise, which is where Adam is mostly used.",
  ],
  references: ["duchi2011", "kingma2015", "luby1993"],
});
