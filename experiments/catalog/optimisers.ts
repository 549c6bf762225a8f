import type { PartialConfig } from "../define/factors.ts";
import type { Outcome } from "../define/run.ts";
import { defineTable, type RunRow } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { solvedCurve } from "../statistics/statistics.ts";
import { learningRates, LECTURE, lectureData, NETWORKS, STOP_WHEN_SOLVED } from "./shared/lecture.ts";
import { expectedEpochsWithRestarts, speedTable } from "./shared/speed.ts";
import {
  ENDED_EARLY,
  HOW_TO_READ,
  inMostRuns,
  moreOften,
  postHocLimit,
  solved,
  solvedEpoch,
  sooner,
} from "./shared/wording.ts";

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
  optimizer: { meaning: "optimiser; all settings except the rate are its defaults", levels: OPTIMIZERS },
  learning_rate: learningRates("0.001", "0.01", "0.1", "1", "10"),
} as const;

const bestRates = defineTable({
  meaning: "each optimiser's rates on the first half of the seeds; the best is the one with the fewest expected epochs",
  columns: {
    optimizer: { type: "string", meaning: "optimiser" },
    learning_rate: { type: "string", meaning: "learning rate" },
    seeds: {
      type: "integer",
      meaning: "number of seeds, from 0, that chose the best rate: half of all, rounded down; the others compare",
    },
    expected_epochs: {
      type: "number",
      unit: "epochs",
      meaning: "expected epochs with restarts: epochs of all runs / runs solved; empty if no run is solved",
    },
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
  meaning: "proportion of the second half of the seeds solved by each epoch, each optimiser at its best rate",
  columns: {
    optimizer: { type: "string", meaning: "optimiser" },
    learning_rate: { type: "string", meaning: "its best rate" },
    epoch: { type: "number", unit: "epochs", meaning: "epochs trained" },
    share_solved: { type: "number", unit: "proportion", meaning: "proportion of the runs solved by then" },
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

const ALL_BUT_ADAM = (Object.keys(OPTIMIZERS) as (keyof typeof OPTIMIZERS)[]).filter((name) => name !== "adam");

/** An optimiser at any rate; `isCompared` keeps the best. */
function atAnyRate<const N extends keyof typeof OPTIMIZERS>(optimizer: N) {
  return { optimizer, learning_rate: ALL_RATES };
}

/** The claim that an optimiser is faster than gradient descent, each at its best rate. */
function fasterThanDescent<const N extends keyof typeof OPTIMIZERS>(optimizer: N, name: string, lead = "") {
  return {
    kind: "sooner",
    family: "faster than gradient descent",
    first: atAnyRate(optimizer),
    second: atAnyRate("gradientDescent"),
    filter: isCompared,
    value: solvedEpoch,
    statement: `At its own best rate, ${name} solves XOR in fewer epochs than gradient descent at its own.`,
    wording: sooner(`with ${name}`, "with gradient descent", lead),
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
  base: { ...NETWORKS["two-layer"], ...lectureData("xor"), ...LECTURE, ...STOP_WHEN_SOLVED, batch: "full" },
  factors: FACTORS,
  exclude: [{ optimizer: ALL_BUT_ADAM, learning_rate: "0.001" }],
  featuredCell: { optimizer: "adam", learning_rate: "0.1" },
  replicates: 200,
  curveReplicates: 2,
  tables: { best_rates: bestRates, solved_at_best: solvedAtBest, speed: speedTable(FACTORS) },
  claims: {
    "adam-faster": fasterThanDescent("adam", "Adam", "Each at its best rate, "),
    "adamw-faster": fasterThanDescent("adamw", "AdamW"),
    "rmsprop-faster": fasterThanDescent("rmsprop", "RMSProp"),
    "momentum-faster": fasterThanDescent("momentum", "momentum"),
    "nesterov-faster": fasterThanDescent("nesterov", "Nesterov's momentum"),
    "adagrad-faster": fasterThanDescent("adagrad", "Adagrad"),
    "adam-more-reliable": {
      kind: "difference",
      first: atAnyRate("adam"),
      second: atAnyRate("gradientDescent"),
      filter: isCompared,
      holds: solved,
      statement: "At its own best rate, Adam solves more seeds than gradient descent at its own.",
      wording: moreOften("with Adam", "with gradient descent", "Each at its best rate, "),
    },
    "nesterov-faster-than-momentum": {
      kind: "sooner",
      first: atAnyRate("nesterov"),
      second: atAnyRate("momentum"),
      filter: isCompared,
      value: solvedEpoch,
      statement: "Nesterov's momentum solves XOR in fewer epochs than plain momentum, each at its own best rate.",
      wording: sooner("with Nesterov's momentum", "with plain momentum"),
    },
    "momentum-faster-at-ten": {
      kind: "sooner",
      first: { optimizer: "momentum", learning_rate: "10" },
      second: { optimizer: "gradientDescent", learning_rate: "10" },
      value: solvedEpoch,
      statement: "At rate 10, which is not momentum's best, momentum solves XOR in fewer epochs than gradient descent.",
      wording: sooner("with momentum", "with gradient descent", "At rate 10, "),
    },
    "best-rates-inside": {
      kind: "every",
      table: "best_rates",
      where: { best: true },
      holds: ({ learning_rate }) => Number(learning_rate) < Math.max(...ALL_RATES.map(Number)),
      statement: "No optimiser's best rate is the largest one tried.",
      wording: {
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
      wording: {
        supported: "Adam's best rate is smaller than that of gradient descent.",
        refuted: "Adam's best rate is not smaller than that of gradient descent.",
        undecided: "No rate was tried with Adam.",
      },
    },
    "adam-default-suffices": {
      kind: "proportion",
      where: { optimizer: "adam", learning_rate: "0.001" },
      holds: solved,
      is: "above",
      than: 0.5,
      statement: "At 0.001, the rate that libraries preset, Adam solves most seeds within the epochs.",
      wording: inMostRuns("At 0.001, the rate that libraries preset, Adam solves XOR within the epochs"),
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
        "Each line rises as runs solve XOR, which ends them; they are the half of the seeds that did not choose the rates.",
    },
    {
      kind: "heat",
      x: "learning_rate",
      y: "optimizer",
      title: "Share of runs that solve XOR, by optimiser and rate",
      captionClaims: ["adam-default-suffices", "adam-more-reliable"],
      howToRead: HOW_TO_READ.heat,
    },
    {
      kind: "table",
      table: "best_rates",
      title: "How the best rates were chosen",
      captionClaims: ["best-rates-inside", "adam-wants-smaller-rate"],
      howToRead: "Expected epochs on the seeds that chose; the rate with the fewest is the optimiser's best.",
    },
    {
      kind: "curves",
      y: "mean_squared_error",
      color: "optimizer",
      panel: "learning_rate",
      title: "Learning curves at each rate",
      captionClaims: ["momentum-faster-at-ten"],
      howToRead: `${HOW_TO_READ.curves} A line ends where its run is solved.`,
    },
  ],
  limits: [
    "Rates a factor of ten apart: an optimiser's true best rate may lie between two of them, or beyond the largest.",
    "The intervals are those of the seeds that judge; that other seeds might have chosen another rate, where two " +
    "rates are close, they do not count.",
    ENDED_EARLY,
    "All other settings (momentum 0.9, β₂ 0.999, …) are the usual ones and were not tuned.",
    "Four rows, full batch: nothing here tells of noise, which is where Adam is mostly used.",
    postHocLimit("momentum is faster than gradient descent at rate 10, and that a best rate is the largest one tried,"),
  ],
});

interface FirstHalfResult {
  readonly optimizer: string;
  readonly learning_rate: string;
  readonly seeds: number;
  readonly expected_epochs: number | undefined;
}

/** The result of each cell on the first half of the seeds. */
function firstHalfResults(outcomes: readonly Outcome[]): FirstHalfResult[] {
  const replicates = outcomes.reduce((max, { run }) => Math.max(max, run.replicate + 1), 0);
  const seeds = Math.floor(replicates / 2);
  return Array.from(Map.groupBy(outcomes, ({ run }) => run.cell).values(), (cell) => {
    const { optimizer, learning_rate } = cell[0]!.run.levels as { optimizer: string; learning_rate: string };
    const choosing = cell.filter(({ run }) => run.replicate < seeds);
    return { optimizer, learning_rate, seeds, expected_epochs: expectedEpochsWithRestarts(choosing) };
  });
}
