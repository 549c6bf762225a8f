import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { solvedCurve } from "../statistics/statistics.ts";
import { bestRateTables } from "./shared/best_rates.ts";
import { exactWording, moreOften, mostRuns, sooner, textOf, timesTheEffort } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { learningRates, levelsOf } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { speedTable } from "./shared/speed_table.ts";
import { HEAT, LEARNING_CURVES } from "./shared/views.ts";

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

const summary = defineTable({
  meaning: "each optimiser at its best rate, on the second half of the starts",
  columns: {
    optimizer: textColumn("optimiser"),
    learning_rate: numberColumn("its best rate"),
    descent_rate: numberColumn("the best rate of gradient descent; empty if it has none"),
    runs: integerColumn("runs compared"),
    solved: integerColumn("runs solved"),
    expected_epochs: numberColumn("expected epochs with restarts; empty if no run is solved", "epochs"),
  },
  key: ["optimizer"],
  needs: "tables",
  rows: (_, earlier) => {
    const byOptimizer = Map.groupBy(earlier(at_best_rates), ({ optimizer }) => optimizer!);
    const descent_rate = byOptimizer.get("gradientDescent")?.[0]?.learning_rate;
    return [...byOptimizer].map(([optimizer, runs]) => {
      const solved = runs.filter(({ solved }) => solved).length;
      const epochs = runs.reduce((sum, { solved_epoch, epochs }) => sum + (solved_epoch ?? epochs!), 0);
      return {
        optimizer,
        learning_rate: Number(runs[0]!.learning_rate),
        descent_rate: descent_rate === undefined ? undefined : Number(descent_rate),
        runs: runs.length,
        solved,
        expected_epochs: solved > 0 ? epochs / solved : undefined,
      };
    });
  },
});

const solvedAtBest = defineTable({
  meaning: "proportion of the second half of the starts solved by each epoch, each optimiser at its best rate",
  columns: {
    optimizer: textColumn("optimiser"),
    learning_rate: textColumn("its best rate"),
    epoch: numberColumn("epochs trained", "epochs"),
    share_solved: numberColumn("proportion of the runs solved by then", "proportion"),
  },
  needs: "tables",
  rows: (_, earlier) =>
    [...Map.groupBy(earlier(at_best_rates), ({ optimizer }) => optimizer!)].flatMap(([optimizer, runs]) => {
      const { learning_rate } = runs[0]!;
      const points = solvedCurve(runs.map(({ solved_epoch }) => solved_epoch))
        .map(({ epoch, estimate }) => ({ optimizer, learning_rate, epoch, share_solved: estimate }));
      const end = runs.reduce((max, { epochs }) => Math.max(max, epochs!), 0);
      return [...points, { ...points.at(-1)!, epoch: end }];
    }),
});

const AT_BEST = "with each at its best rate";
const DESCENT = { optimizer: "gradientDescent" } as const;

/** The claim that an optimiser is clearly faster than gradient descent, where both solve XOR. */
function fasterThanDescent<const N extends OptimizerName>(optimizer: N, name: string) {
  const clause = `XOR is solved sooner with ${name} than with gradient descent from`;
  const measured = `${clause} {wins} of the {n} starts that tell a difference: {estimate} {interval} ({ties} tied)`;
  return {
    kind: "sooner",
    table: "at_best_rates",
    arms: [{ optimizer }, DESCENT],
    value: "solved_epoch",
    is: "above",
    than: 0.75,
    ...textOf(
      AT_BEST,
      `${clause} more than three quarters of the starts`,
      measured,
      `${measured}, not from three quarters`,
      `${measured}. It stays open whether from three quarters`,
    ),
  } as const;
}

/** The claim about the expected epochs of gradient descent as a multiple of another optimiser's. */
function effortOfDescent<const N extends OptimizerName, const R extends EffortRange>(
  optimizer: N,
  name: string,
  range: R,
) {
  const claim = timesTheEffort([{ optimizer }, DESCENT], range, "gradient descent", name, AT_BEST);
  return { ...claim, table: "at_best_rates" } as const;
}

type EffortRange = Parameters<typeof timesTheEffort>[1];

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
      "expected epochs with restarts), and the second half compares.",
      {
        when: { "adam-wants-smaller-rate": "supported" },
        text: "Adam's best rate is smaller than that of gradient descent.",
      },
      {
        when: { "adam-cheaper": "refuted", "adam-more-reliable": "refuted" },
        text: "At its best rate Adam solves XOR less often, from {adam-more-reliable.first_count} starts against " +
          "{adam-more-reliable.second_count} of {adam-more-reliable.n}, and restarts cost more than its speed saves.",
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
  tables: { best_rates, at_best_rates, summary, solved_at_best: solvedAtBest, speed: speedTable(FACTORS) },
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
      statement: "No optimiser's best rate is the smallest or the largest of its grid.",
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
      statement: "Adam's best rate is smaller than that of gradient descent.",
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
        "times Adam’s epochs, counting restarts.",
    },
    {
      when: { "adam-cheaper": "refuted" },
      text: "No: each at its best rate, gradient descent takes only {adam-cheaper.estimate} " +
        "{adam-cheaper.interval} times Adam’s epochs, counting restarts.",
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
    "A failed run counts with its 1,000 epochs; giving up later would cost most the optimisers that fail most often.",
    ENDED_EARLY,
    "All other settings (momentum 0.9, β₂ 0.999, …) are the usual ones and were not tuned.",
    "Four rows in full batch have no gradient noise, which is where Adam is mostly used.",
  ],
  references: ["duchi2011", "kingma2015"],
});
