/** Tables of where unsolved runs end: what they answer, and how the error surface lies there. */
import { answersOf, meanSquaredError } from "../../../core/train_network.ts";
import { defineTable, type Outcome } from "../../experiment.ts";
import { quantile } from "../../statistics/statistics.ts";
import { restOf } from "../shared/rest.ts";

/** Errors of one state that lie further apart than this are two levels. */
const GAP = 0.01;

const FRACTIONS = [["1/16", 1 / 16], ["1/8", 1 / 8], ["1/6", 1 / 6], ["3/16", 3 / 16], ["1/4", 1 / 4]] as const;

/** Every run that was not solved. */
export const stuck = defineTable({
  meaning: "every run that was not solved at the end: what it answers, and how the error surface lies there",
  columns: {
    setting: { type: "string", meaning: "loss, batch and output bias in words" },
    replicate: { type: "integer", meaning: "the run" },
    state: {
      type: "string",
      meaning: "answers within 0.1 of their target (right), of its opposite (wrong), or between",
    },
    rank: { type: "integer", meaning: "place among the stuck runs of its setting, by mean squared error, from 1" },
    mean_squared_error: { type: "number", meaning: "mean of (d − y)² over the rows at the end" },
    gradient: { type: "number", meaning: "length of the gradient of the loss summed over the rows" },
    step: { type: "number", meaning: "how far one more epoch moves the weights" },
    smallest_eigenvalue: {
      type: "number",
      meaning: "smallest eigenvalue of the Hessian of the loss summed over the rows",
    },
    largest_eigenvalue: { type: "number", meaning: "largest eigenvalue" },
    kind: {
      type: "string",
      meaning:
        "falling: as many epochs again at the last pace would lower the loss by 1 % or more; saddle: a deviation " +
        "along some direction would grow e^10 times meanwhile; flat tail: neither, and the last epoch made the " +
        "weights longer; plateau: neither, and it did not",
    },
  },
  rows: (outcomes) =>
    Array.from(Map.groupBy(outcomes, ({ run }) => run.cell).values(), (cell) => {
      const failed = cell.filter(({ trained }) => !trained.solved && trained.status === "finished").map(stuckRow);
      return failed.sort((a, b) => a.mean_squared_error - b.mean_squared_error || a.replicate - b.replicate)
        .map((row, i) => ({ ...row, rank: i + 1 }));
    }).flat(),
});

/** The levels of error at which unsolved runs end. */
export const levels = defineTable({
  meaning: "the levels at which unsolved runs end: their states, split where errors lie more than 0.01 apart",
  columns: {
    setting: { type: "string", meaning: "loss, batch and output bias in words" },
    state: {
      type: "string",
      meaning: "answers within 0.1 of their target (right), of its opposite (wrong), or between",
    },
    runs: { type: "integer", meaning: "stuck runs at this level" },
    of: { type: "integer", meaning: "runs of the setting, solved ones included" },
    lowest: { type: "number", meaning: "smallest mean squared error" },
    median: { type: "number", meaning: "median mean squared error" },
    highest: { type: "number", meaning: "largest mean squared error" },
    fraction: {
      type: "string",
      meaning: "the fraction that the median is within 0.001 of, if any of 1/16, 1/8, 1/6, 3/16, 1/4",
    },
    kinds: { type: "string", meaning: "how the surface lies there, with the number of runs" },
  },
  rows: (outcomes) => {
    const runs = Map.groupBy(outcomes, ({ run }) => settingOf(run.levels));
    return Array.from(
      Map.groupBy(stuck.rows(outcomes), ({ setting }) => setting!),
      ([setting, rows]) =>
        levelsOf(rows).map((level) => {
          const errors = level.map(({ mean_squared_error }) => mean_squared_error!);
          const kinds = Array.from(
            Map.groupBy(level, ({ kind }) => kind!),
            ([kind, { length }]) => `${kind} ${length}`,
          );
          return {
            setting,
            state: level[0]!.state,
            runs: level.length,
            of: runs.get(setting)!.length,
            lowest: errors[0],
            median: quantile(errors, 0.5),
            highest: errors.at(-1),
            fraction: FRACTIONS.find(([, value]) => Math.abs(quantile(errors, 0.5) - value) < 0.001)?.[0],
            kinds: kinds.join(", "),
          };
        }),
    ).flat();
  },
});

/** A line of the unsolved runs. */
export type Stuck = ReturnType<typeof stuck.rows>[number];

function stuckRow({ run, training, trained }: Outcome) {
  const { parameters } = trained.snapshots.at(-1)!, answers = answersOf(training, parameters);
  const { gradient, step, smallestEigenvalue, largestEigenvalue, kind } = restOf(training, parameters);
  return {
    setting: settingOf(run.levels),
    replicate: run.replicate,
    state: stateOf(answers.map(([y], row) => Math.abs(training.rows[row]!.targets[0]! - y!))),
    mean_squared_error: meanSquaredError(training, answers),
    gradient,
    step,
    smallest_eigenvalue: smallestEigenvalue,
    largest_eigenvalue: largestEigenvalue,
    kind,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  halfSquaredError: "squared error",
  crossEntropy: "cross entropy",
  full: "full batch",
  true: "output bias",
  false: "no output bias",
};

function settingOf({ units, loss, batch, output_bias }: Readonly<Record<string, string>>): string {
  const parts = [loss!, batch!, output_bias!].map((level) => WORDS[level] ?? level);
  return (units === "2" ? parts : [`${units} units`, ...parts]).join(", ");
}

/** Counts answers that are right, between, and wrong. */
function stateOf(errors: readonly number[]): string {
  const right = errors.filter((error) => error < 0.1).length, wrong = errors.filter((error) => error > 0.9).length;
  const counts = [[right, "right"], [errors.length - right - wrong, "between"], [wrong, "wrong"]] as const;
  return counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(", ");
}

/** Rows in the order of their errors, in groups of one state without a gap. */
function levelsOf(rows: readonly Stuck[]): Stuck[][] {
  return Array.from(Map.groupBy(rows, ({ state }) => state).values(), (same) => {
    const groups: Stuck[][] = [];
    for (const row of same) {
      const last = groups.at(-1)?.at(-1);
      if (last && row.mean_squared_error! - last.mean_squared_error! <= GAP) groups.at(-1)!.push(row);
      else groups.push([row]);
    }
    return groups;
  }).flat().sort((a, b) => b[0]!.mean_squared_error! - a[0]!.mean_squared_error!);
}
