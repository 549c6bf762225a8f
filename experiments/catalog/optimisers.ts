import { defineExperiment, defineTable, type Outcome, type PartialConfig, type RunRow } from "../experiment.ts";
import { solvedCurve } from "../statistics/statistics.ts";
import { ENDS_WHEN_LEARNED, labels, learningRates, LECTURE, NETWORKS } from "./shared/lecture.ts";
import { restartedEpochs, speeds } from "./shared/speed.ts";
import { ENDED_EARLY, moreOften, mostly, noticed, READING, solved, solvedEpoch, sooner } from "./shared/wording.ts";

const OPTIMIZERS = {
  gradientDescent: { optimizer: { name: "gradientDescent" } },
  momentum: { optimizer: { name: "momentum" } },
  nesterov: { optimizer: { name: "nesterov" } },
  rmsprop: { optimizer: { name: "rmsprop" } },
  adam: { optimizer: { name: "adam" } },
  adamw: { optimizer: { name: "adamw" } },
  adagrad: { optimizer: { name: "adagrad" } },
} as const satisfies Readonly<Record<string, PartialConfig>>;

const FACTORS = {
  optimizer: { meaning: "how the gradient becomes a step; all settings but the rate as usual", levels: OPTIMIZERS },
  learning_rate: learningRates("0.001", "0.01", "0.1", "1", "10"),
} as const;

const bestRates = defineTable({
  meaning: "each optimiser's rates on the first half of the seeds; the best is the one with the fewest expected epochs",
  columns: {
    optimizer: { type: "string", meaning: "optimiser" },
    learning_rate: { type: "string", meaning: "learning rate" },
    seeds: { type: "integer", meaning: "seeds 0, 1, … that chose: half of all, rounded down; the others judge" },
    expected_epochs: {
      type: "number",
      unit: "epochs",
      meaning: "epochs to expect with restarts: all epochs spent / runs solved; empty where no run is solved",
    },
    best: { type: "boolean", meaning: "whether it is the optimiser's best rate; of equal ones the first" },
  },
  rows: (outcomes) =>
    tried(outcomes).map(({ optimizer, learning_rate, seeds, expected_epochs }, _, all) => {
      const rivals = all.filter((row) => row.optimizer === optimizer);
      const least = rivals.reduce((least, row) => Math.min(least, row.expected_epochs ?? Infinity), Infinity);
      const best = rivals.find((row) => row.expected_epochs === least)?.learning_rate === learning_rate;
      return { optimizer, learning_rate, seeds, expected_epochs, best };
    }),
});

const solvedAtBest = defineTable({
  meaning: "share of the other half of the seeds solved by each epoch, each optimiser at its best rate",
  columns: {
    optimizer: { type: "string", meaning: "optimiser" },
    learning_rate: { type: "string", meaning: "its best rate" },
    epoch: { type: "number", unit: "epochs", meaning: "epochs trained" },
    share_solved: { type: "number", unit: "share", meaning: "share of the runs solved by then" },
  },
  rows: (outcomes) => {
    const rates = bestRates.rows(outcomes);
    return rates.filter(({ best }) => best).flatMap(({ optimizer, learning_rate, seeds }) => {
      const judging = outcomes.filter(({ run }) =>
        run.levels.optimizer === optimizer && run.levels.learning_rate === learning_rate && run.replicate >= seeds!
      );
      const place = { optimizer, learning_rate };
      const points = solvedCurve(judging.map(({ trained }) => trained.solvedEpoch))
        .map(({ epoch, estimate }) => ({ ...place, epoch, share_solved: estimate }));
      // in full batch an update is an epoch
      const end = judging.reduce((most, { training }) => Math.max(most, training.steps), 0);
      return [...points, { ...points.at(-1)!, epoch: end }];
    });
  },
});

/** Whether a run is one of those that judge: at its optimiser's best rate, and of the half that did not choose it. */
function judges(run: RunRow<typeof FACTORS>, { best_rates }: { readonly best_rates: readonly BestRate[] }): boolean {
  return best_rates.some(({ optimizer, learning_rate, seeds, best }) =>
    best && optimizer === run.optimizer && learning_rate === run.learning_rate && run.replicate! >= seeds!
  );
}

type BestRate = ReturnType<typeof bestRates.rows>[number];
type Rate = keyof typeof FACTORS.learning_rate.levels;
const ALL_RATES = Object.keys(FACTORS.learning_rate.levels) as Rate[];

/** All but Adam. */
const OTHERS = (Object.keys(OPTIMIZERS) as (keyof typeof OPTIMIZERS)[]).filter((name) => name !== "adam");

/** An optimiser at whichever rate is its best. */
function at<const N extends keyof typeof OPTIMIZERS>(optimizer: N) {
  return { optimizer, learning_rate: ALL_RATES };
}

/** The claim that an optimiser is faster than gradient descent, each at its own best rate. */
function fasterThanDescent<const N extends keyof typeof OPTIMIZERS>(optimizer: N, name: string, lead = "") {
  return {
    kind: "sooner",
    family: "faster than gradient descent",
    first: at(optimizer),
    second: at("gradientDescent"),
    among: judges,
    value: solvedEpoch,
    statement: `At its own best rate, ${name} solves XOR in fewer epochs than gradient descent at its own.`,
    says: sooner(`with ${name}`, "with gradient descent", lead),
  } as const;
}

/** Does Adam beat gradient descent here? */
export const optimisers = defineExperiment({
  id: "optimisers",
  question: "Does Adam beat gradient descent here?",
  background:
    "An optimiser turns the gradient into a step. A learning rate means something else to each of them, so comparing " +
    "them at one rate compares nothing. Here each has four rates, from 0.01 to 10, and Adam a fifth, 0.001, which " +
    "libraries preset for it. The first half of the seeds chooses the best rate of each (fewest expected epochs with " +
    "restarts), and the other half compares them at those rates. Full batch, the lecture's net 3-4-1, XOR; a run ends " +
    "as soon as it is solved.",
  base: { ...NETWORKS["two-layer"], ...labels("xor"), ...LECTURE, ...ENDS_WHEN_LEARNED, batch: "full" },
  factors: FACTORS,
  without: [{ optimizer: OTHERS, learning_rate: "0.001" }],
  start: { optimizer: "adam", learning_rate: "0.1" },
  replicates: 200,
  curves: 2,
  tables: { best_rates: bestRates, solved_at_best: solvedAtBest, speed: speeds(FACTORS) },
  claims: {
    "adam-faster": fasterThanDescent("adam", "Adam", "Each at its best rate, "),
    "adamw-faster": fasterThanDescent("adamw", "AdamW"),
    "rmsprop-faster": fasterThanDescent("rmsprop", "RMSProp"),
    "momentum-faster": fasterThanDescent("momentum", "momentum"),
    "nesterov-faster": fasterThanDescent("nesterov", "Nesterov's momentum"),
    "adagrad-faster": fasterThanDescent("adagrad", "Adagrad"),
    "adam-more-reliable": {
      kind: "difference",
      first: at("adam"),
      second: at("gradientDescent"),
      among: judges,
      holds: solved,
      statement: "At its own best rate, Adam solves more seeds than gradient descent at its own.",
      says: moreOften("with Adam", "with gradient descent", "Each at its best rate, "),
    },
    "nesterov-faster-than-momentum": {
      kind: "sooner",
      first: at("nesterov"),
      second: at("momentum"),
      among: judges,
      value: solvedEpoch,
      statement: "Nesterov's momentum solves XOR in fewer epochs than plain momentum, each at its own best rate.",
      says: sooner("with Nesterov's momentum", "with plain momentum"),
    },
    "momentum-faster-at-ten": {
      kind: "sooner",
      first: { optimizer: "momentum", learning_rate: "10" },
      second: { optimizer: "gradientDescent", learning_rate: "10" },
      value: solvedEpoch,
      statement: "At rate 10, which is not momentum's best, momentum solves XOR in fewer epochs than gradient descent.",
      says: sooner("with momentum", "with gradient descent", "At rate 10, "),
    },
    "best-rates-inside": {
      kind: "every",
      table: "best_rates",
      where: { best: true },
      holds: ({ learning_rate }) => Number(learning_rate) < Math.max(...ALL_RATES.map(Number)),
      statement: "No optimiser's best rate is the largest one tried.",
      says: {
        supported: "No optimiser's best rate is the largest one tried.",
        refuted: "The rates do not reach far enough for all: for {others} of {n} optimisers the best rate is the " +
          "largest one tried, so that a larger one might be better still (one: {counterexample}).",
        undecided: "No rate was tried.",
      },
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
      says: {
        supported: "Adam's best rate is smaller than that of gradient descent.",
        refuted: "Adam's best rate is not smaller than that of gradient descent.",
        undecided: "No rate was tried with Adam.",
      },
    },
    "adam-default-suffices": {
      kind: "share",
      where: { optimizer: "adam", learning_rate: "0.001" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "At 0.001, the rate that libraries preset, Adam solves most seeds within the epochs.",
      says: mostly("At 0.001, the rate that libraries preset, Adam solves XOR within the epochs"),
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
      title: "Share of runs solved by each epoch, each optimiser at its own best rate",
      finding: [
        "adam-faster",
        "adamw-faster",
        "rmsprop-faster",
        "nesterov-faster",
        "momentum-faster",
        "adagrad-faster",
        "nesterov-faster-than-momentum",
      ],
      reading:
        "Each line rises as runs solve XOR, which ends them; they are the half of the seeds that did not choose the rates.",
    },
    {
      kind: "heat",
      x: "learning_rate",
      y: "optimizer",
      title: "Share of runs that solve XOR, by optimiser and rate",
      finding: ["adam-default-suffices", "adam-more-reliable"],
      reading: READING.heat,
    },
    {
      kind: "table",
      table: "best_rates",
      title: "How the best rates were chosen",
      finding: ["best-rates-inside", "adam-wants-smaller-rate"],
      reading: "Expected epochs on the seeds that chose; the rate with the fewest is the optimiser's best.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "optimizer",
      panel: "learning_rate",
      title: "Learning curves at each rate",
      finding: ["momentum-faster-at-ten"],
      reading: `${READING.curves} A line ends where its run is solved.`,
    },
  ],
  limits: [
    "Rates a factor of ten apart: an optimiser's true best rate may lie between two of them, or beyond the largest.",
    "The intervals are those of the seeds that judge; that other seeds might have chosen another rate, where two " +
    "rates are close, they do not count.",
    ENDED_EARLY,
    "All other settings (momentum 0.9, β₂ 0.999, …) are the usual ones and were not tuned.",
    "Four rows, full batch: nothing here tells of noise, which is where Adam is mostly used.",
    noticed("momentum is faster than gradient descent at rate 10, and that a best rate is the largest one tried,"),
  ],
});

interface Tried {
  readonly optimizer: string;
  readonly learning_rate: string;
  readonly seeds: number;
  readonly expected_epochs: number | undefined;
}

/** What the first half of the seeds says of each cell, in the order of the cells. */
function tried(outcomes: readonly Outcome[]): Tried[] {
  const replicates = outcomes.reduce((most, { run }) => Math.max(most, run.replicate + 1), 0);
  const seeds = Math.floor(replicates / 2);
  return Array.from(Map.groupBy(outcomes, ({ run }) => run.cell).values(), (cell) => {
    const { optimizer, learning_rate } = cell[0]!.run.levels as { optimizer: string; learning_rate: string };
    const choosing = cell.filter(({ run }) => run.replicate < seeds);
    return { optimizer, learning_rate, seeds, expected_epochs: restartedEpochs(choosing) };
  });
}
