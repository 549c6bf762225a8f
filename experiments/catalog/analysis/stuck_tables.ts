/** Tables of unsolved runs: their outputs at the end, and the error surface there. */
import { meanSquaredError, outputsOf } from "../../../core/train_network.ts";
import { chunksOf } from "../../chunks.ts";
import { quantile } from "../../statistics/statistics.ts";
import { endPointOf } from "./end_point.ts";
import { defineTable } from "../../define/tables.ts";
import { outcomesByCell } from "../shared/outcomes.ts";
import type { Outcome } from "../../define/run.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";

/** Errors further apart than this belong to different levels. */
const MIN_GAP = 0.01;

const FRACTIONS = [["1/16", 1 / 16], ["1/8", 1 / 8], ["1/6", 1 / 6], ["3/16", 3 / 16], ["1/4", 1 / 4]] as const;

const SETTING = textColumn("loss, batch and output bias in words");
const STATE = textColumn("outputs within 0.1 of their target (right), of its opposite (wrong), or between");

/** The runs that were not solved. */
export const stuckRuns = defineTable({
  meaning: "every run that was not solved at the end: its outputs, and the error surface there",
  columns: {
    setting: SETTING,
    replicate: integerColumn("the run"),
    state: STATE,
    rank: integerColumn("place among the stuck runs of its setting, by mean squared error, from 1"),
    mean_squared_error: numberColumn("mean of (d − y)² over the rows at the end"),
    gradient: numberColumn("length of the gradient of the loss summed over the rows"),
    step: numberColumn("distance that one more epoch moves the weights"),
    smallest_eigenvalue: numberColumn("smallest eigenvalue of the Hessian of the loss summed over the rows"),
    largest_eigenvalue: numberColumn("largest eigenvalue"),
    kind: textColumn(
      "falling: as many epochs again at the last pace would lower the loss by 1 % or more; saddle: a deviation " +
        "along some direction would grow e^10 times meanwhile; flat tail: neither, and the last epoch made the " +
        "weights longer; plateau: neither, and it did not",
    ),
  },
  key: ["setting", "replicate"],
  rows: (outcomes) =>
    outcomesByCell(outcomes).flatMap((cell) => {
      const failed = cell.filter(({ trained }) => !trained.solved && trained.status === "finished").map(stuckRow);
      return failed.sort((a, b) => a.mean_squared_error - b.mean_squared_error || a.replicate - b.replicate)
        .map((row, i) => ({ ...row, rank: i + 1 }));
    }),
});

/** The levels of the error at which unsolved runs end. */
export const errorLevels = defineTable({
  meaning: "the levels at which unsolved runs end: their states, split where errors lie more than 0.01 apart",
  columns: {
    setting: SETTING,
    state: STATE,
    runs: integerColumn("stuck runs at this level"),
    of: integerColumn("runs of the setting, solved ones included"),
    lowest: numberColumn("smallest mean squared error"),
    median: numberColumn("median mean squared error"),
    highest: numberColumn("largest mean squared error"),
    fraction: textColumn("the fraction that the median is within 0.001 of, if any of 1/16, 1/8, 1/6, 3/16, 1/4"),
    kinds: textColumn("kinds of end points, with the number of runs"),
  },
  rows: (outcomes, earlier) => {
    const runs = Map.groupBy(outcomes, ({ run }) => settingOf(run.levels));
    const stuck = Map.groupBy(earlier(stuckRuns), ({ setting }) => setting!);
    return [...stuck].flatMap(([setting, rows]) =>
      groupByErrorLevel(rows).map((level) => {
        const errors = level.map(({ mean_squared_error }) => mean_squared_error!);
        const median = quantile(errors, 0.5);
        const kinds = [...Map.groupBy(level, ({ kind }) => kind!)].map(([kind, { length }]) => `${kind} ${length}`);
        return {
          setting,
          state: level[0]!.state,
          runs: level.length,
          of: runs.get(setting)!.length,
          lowest: errors[0],
          median,
          highest: errors.at(-1),
          fraction: FRACTIONS.find(([, value]) => Math.abs(median - value) < 0.001)?.[0],
          kinds: kinds.join(", "),
        };
      })
    );
  },
});

/** A row of the table of unsolved runs. */
export type StuckRun = ReturnType<typeof stuckRuns.rows>[number];

function stuckRow({ run, training, trained }: Outcome) {
  const { parameters } = trained.snapshots.at(-1)!;
  const outputs = outputsOf(training, parameters);
  const { gradient, step, smallestEigenvalue, largestEigenvalue, kind } = endPointOf(training, parameters);
  return {
    setting: settingOf(run.levels),
    replicate: run.replicate,
    state: stateOf(outputs.map(([y], row) => Math.abs(training.rows[row]!.targets[0]! - y!))),
    mean_squared_error: meanSquaredError(training, outputs),
    gradient,
    step,
    smallest_eigenvalue: smallestEigenvalue,
    largest_eigenvalue: largestEigenvalue,
    kind,
  };
}

const LEVEL_NAMES: Readonly<Record<string, string>> = {
  halfSquaredError: "squared error",
  crossEntropy: "cross entropy",
  full: "full batch",
  true: "output bias",
  false: "no output bias",
};

function settingOf({ units, loss, batch, output_bias }: Readonly<Record<string, string>>): string {
  const parts = [loss!, batch!, output_bias!].map((level) => LEVEL_NAMES[level] ?? level);
  return (units === "2" ? parts : [`${units} units`, ...parts]).join(", ");
}

function stateOf(errors: readonly number[]): string {
  const right = errors.filter((error) => error < 0.1).length;
  const wrong = errors.filter((error) => error > 0.9).length;
  return formatState(right, errors.length - right - wrong, wrong);
}

/** The number of outputs that are right, between, and wrong, such as `3 right, 1 wrong`. */
function formatState(right: number, between: number, wrong: number): string {
  const counts = [[right, "right"], [between, "between"], [wrong, "wrong"]] as const;
  return counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(", ");
}

/** The number of outputs between right and wrong in each state that four rows can have. */
export const ROWS_BETWEEN: ReadonlyMap<string, number> = new Map(
  [0, 1, 2, 3, 4].flatMap((right) =>
    [0, 1, 2, 3, 4].filter((between) => right + between <= 4)
      .map((between) => [formatState(right, between, 4 - right - between), between])
  ),
);

/** Groups rows, sorted by error, by state and where errors are further apart than MIN_GAP; largest errors first. */
function groupByErrorLevel(rows: readonly StuckRun[]): StuckRun[][] {
  const isSameLevel = (previous: StuckRun, next: StuckRun) =>
    next.mean_squared_error! - previous.mean_squared_error! <= MIN_GAP;
  return [...Map.groupBy(rows, ({ state }) => state).values()].flatMap((sameState) => chunksOf(sameState, isSameLevel))
    .sort((a, b) => b[0]!.mean_squared_error! - a[0]!.mean_squared_error!);
}
