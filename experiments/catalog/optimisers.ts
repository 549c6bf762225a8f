import type { Outcome } from "../define/run.ts";
import { defineTable, type RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { solvedCurve } from "../statistics/statistics.ts";
import { exactWording, moreOften, mostRuns, postHocLimit, sooner } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { learningRates, levelsOf } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { outcomesByCell } from "./shared/outcomes.ts";
import { expectedEpochsWithRestarts, speedTable } from "./shared/speed_table.ts";
import { HEAT, LEARNING_CURVES } from "./shared/views.ts";

const NAMES = ["gradientDescent", "momentum", "nesterov", "rmsprop", "adam", "adamw", "adagrad"] as const;

type OptimizerName = typeof NAMES[number];

const FACTORS = {
  optimizer: {
    meaning: "optimiser; all settings except the rate are its defaults",
    levels: levelsOf(NAMES, (name) => ({ optimizer: { name } })),
  },
  learning_rate: learningRates("0.001", "0.01", "0.1", "1", "10"),
} as const;

const bestRates = defineTable({
  meaning:
    "each optimiser's rates on the first half of the starts; the best is the one with the fewest expected epochs",
  columns: {
    optimizer: textColumn("optimiser"),
    learning_rate: textColumn("learning rate"),
    seeds: integerColumn(
      "number of starts, from 0, that chose the best rate: half of all, rounded down; the others compare",
    ),
    expected_epochs: numberColumn(
      "expected epochs with restarts: epochs of all runs / runs solved; empty if no run is solved",
      "epochs",
    ),
    best: { type: "boolean", meaning: "whether it is the optimiser's best rate; the first of equal ones" },
  },
  key: ["optimizer", "learning_rate"],
  rows: (outcomes) =>
    firstHalfResults(outcomes).map(({ optimizer, learning_rate, seeds, expected_epochs }, _, all) => {
      const rivals = all.filter((row) => row.optimizer === optimizer);
      const fewest = rivals.reduce((min, row) => Math.min(min, row.expected_epochs ?? Infinity), Infinity);
      const best = rivals.find((row) => row.expected_epochs === fewest)?.learning_rate === learning_rate;
      return { optimizer, learning_rate, seeds, expected_epochs, best };
    }),
});

const solvedAtBest = defineTable({
  meaning: "proportion of the second half of the starts solved by each epoch, each optimiser at its best rate",
  columns: {
    optimizer: textColumn("optimiser"),
    learning_rate: textColumn("its best rate"),
    epoch: numberColumn("epochs trained", "epochs"),
    share_solved: numberColumn("proportion of the runs solved by then", "proportion"),
  },
  rows: (outcomes, earlier) =>
    earlier(bestRates).filter(({ best }) => best).flatMap(({ optimizer, learning_rate, seeds }) => {
      const compared = outcomes.filter(({ run }) =>
        run.levels.optimizer === optimizer && run.levels.learning_rate === learning_rate && run.replicate >= seeds!
      );
      const points = solvedCurve(compared.map(({ trained }) => trained.solvedEpoch))
        .map(({ epoch, estimate }) => ({ optimizer, learning_rate, epoch, share_solved: estimate }));
      // in full batch a step is an epoch
      const end = compared.reduce((max, { training }) => Math.max(max, training.steps), 0);
      return [...points, { ...points.at(-1)!, epoch: end }];
    }),
});

/** Whether a run counts in comparisons: at its optimiser's best rate, and in the half that did not choose the rate. */
function isCompared(
  run: RunRow<typeof FACTORS>,
  { best_rates }: { readonly best_rates: readonly BestRate[] },
): boolean {
  return best_rates.some(({ optimizer, learning_rate, seeds, best }) =>
    best && optimizer === run.optimizer && learning_rate === run.learning_rate && run.replicate! >= seeds!
  );
}

type BestRate = ReturnType<typeof bestRates.rows>[number];
type Rate = keyof typeof FACTORS.learning_rate.levels;
const ALL_RATES = Object.keys(FACTORS.learning_rate.levels) as Rate[];

const ALL_BUT_ADAM = NAMES.filter((name) => name !== "adam");

/** An optimiser at any rate; `isCompared` keeps the best. */
function atAnyRate<const N extends OptimizerName>(optimizer: N) {
  return { optimizer, learning_rate: ALL_RATES };
}

/** The arms of a comparison of two optimisers, each at its best rate. */
function atBestRates<const A extends OptimizerName, const B extends OptimizerName>(
  first: A,
  second: B,
) {
  return { first: atAnyRate(first), second: atAnyRate(second), filter: isCompared } as const;
}

/** The claim that an optimiser is faster than gradient descent. */
function fasterThanDescent<const N extends OptimizerName>(optimizer: N, name: string) {
  return {
    ...sooner("XOR is solved", `with ${name}`, "with gradient descent", "with each at its best rate"),
    ...atBestRates(optimizer, "gradientDescent"),
    family: "faster than gradient descent",
  } as const;
}

/** Does Adam beat gradient descent here? */
export const optimisers = defineExperiment({
  id: "optimisers",
  question: "Does Adam beat gradient descent here?",
  background:
    "An optimiser turns the gradient into a step. A learning rate means something else to each of them, so comparing " +
    "them at one rate compares nothing. Here each has four rates, from 0.01 to 10, and Adam a fifth, 0.001, the " +
    "default of libraries. The first half of the starts chooses the best rate of each (fewest expected epochs with " +
    "restarts); the other half compares them at those rates. Full batch, a net of 3 inputs, 4 hidden units and 1 " +
    "output, XOR; a run ends as soon as it is solved.",
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED, batch: "full" },
  factors: FACTORS,
  exclude: [{ optimizer: ALL_BUT_ADAM, learning_rate: "0.001" }],
  featuredCell: { optimizer: "adam", learning_rate: "0.1" },
  replicates: 200,
  curveReplicates: 2,
  tables: { best_rates: bestRates, solved_at_best: solvedAtBest, speed: speedTable(FACTORS) },
  claims: {
    "adam-faster": fasterThanDescent("adam", "Adam"),
    "adamw-faster": fasterThanDescent("adamw", "AdamW"),
    "rmsprop-faster": fasterThanDescent("rmsprop", "RMSProp"),
    "momentum-faster": fasterThanDescent("momentum", "momentum"),
    "nesterov-faster": fasterThanDescent("nesterov", "Nesterov's momentum"),
    "adagrad-faster": fasterThanDescent("adagrad", "Adagrad"),
    "adam-more-reliable": {
      ...moreOften("XOR is solved", "with Adam", "with gradient descent", "with each at its best rate"),
      ...atBestRates("adam", "gradientDescent"),
    },
    "nesterov-faster-than-momentum": {
      ...sooner("XOR is solved", "with Nesterov's momentum", "with plain momentum", "with each at its best rate"),
      ...atBestRates("nesterov", "momentum"),
    },
    "momentum-faster-at-ten": {
      ...sooner("XOR is solved", "with momentum", "with gradient descent", "at rate 10, not momentum's best"),
      first: { optimizer: "momentum", learning_rate: "10" },
      second: { optimizer: "gradientDescent", learning_rate: "10" },
    },
    "best-rates-inside": {
      kind: "every",
      table: "best_rates",
      where: { best: true },
      holds: ({ learning_rate }) => Number(learning_rate) < Math.max(...ALL_RATES.map(Number)),
      statement: "No optimiser's best rate is the largest one tried.",
      wording: exactWording(
        "No optimiser's best rate is the largest one tried.",
        "For {others} of {n} optimisers our rates stop too soon: the best is the largest one tried; for example: " +
          "{counterexample}.",
      ),
    },
    "adam-wants-smaller-rate": {
      kind: "every",
      table: "best_rates",
      where: { optimizer: "adam", best: true },
      holds: ({ learning_rate }, { best_rates }) =>
        best_rates.some((row) =>
          row.best && row.optimizer === "gradientDescent" && Number(learning_rate) < Number(row.learning_rate)
        ),
      statement: "Adam's best rate is smaller than that of gradient descent.",
      wording: exactWording(
        "Adam's best rate is smaller than that of gradient descent.",
        "Adam's best rate is not smaller than that of gradient descent.",
      ),
    },
    "adam-default-suffices": {
      ...mostRuns("solve XOR within the epochs", "with Adam at 0.001, the default of libraries"),
      where: { optimizer: "adam", learning_rate: "0.001" },
    },
  },
  answer: ["adam-faster", "adam-more-reliable", "best-rates-inside", "adam-default-suffices"],
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
      ],
      howToRead:
        "Each line rises as runs solve XOR and stop; these are the half of the starts that did not choose the rates.",
    },
    {
      ...HEAT,
      x: "learning_rate",
      y: "optimizer",
      title: "Runs that solve XOR, by optimiser and rate",
      captionClaims: ["adam-default-suffices", "adam-more-reliable"],
    },
    {
      kind: "table",
      table: "best_rates",
      title: "How the best rates were chosen",
      captionClaims: ["best-rates-inside", "adam-wants-smaller-rate"],
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
    "Rates are a factor of ten apart: an optimiser's true best rate may lie between two of them, or beyond the largest.",
    "The intervals do not count that other starts might have chosen another rate, where two rates are close.",
    ENDED_EARLY,
    "All other settings (momentum 0.9, β₂ 0.999, …) are the usual ones and were not tuned.",
    "Four rows in full batch have no gradient noise, which is where Adam is mostly used.",
    postHocLimit("that momentum is faster than gradient descent at rate 10, and that a best rate is the largest tried"),
  ],
});

/** The result of each cell on the first half of the starts. */
function firstHalfResults(outcomes: readonly Outcome[]) {
  const replicates = outcomes.reduce((max, { run }) => Math.max(max, run.replicate + 1), 0);
  const seeds = Math.floor(replicates / 2);
  return outcomesByCell(outcomes).map((cell) => {
    const { optimizer, learning_rate } = cell[0]!.run.levels as { optimizer: string; learning_rate: string };
    const choosing = cell.filter(({ run }) => run.replicate < seeds);
    return { optimizer, learning_rate, seeds, expected_epochs: expectedEpochsWithRestarts(choosing) };
  });
}
