/** Tables of runs that are continued far beyond their first budget, and of those that stay unsolved. */
import { evaluateCheck, stepsPerEpoch, type Training } from "../../../core/training.ts";
import { meanSquaredError, outputsOf } from "../../../core/train_network.ts";
import { chunksOf } from "../../chunks.ts";
import type { Outcome } from "../../define/run.ts";
import { defineTable } from "../../define/tables.ts";
import { quantile } from "../../statistics/statistics.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";
import { outcomesByCell } from "../shared/outcomes.ts";
import { endPointOf } from "../analysis/end_point.ts";

/** A run may train this many times its first budget. */
const CONTINUATION = 10;

/** Multiples of the first budget at which solved runs are counted. */
const MULTIPLES = [0.1, 0.2, 0.5, 1, 2, 3, 4, 5, 7, CONTINUATION] as const;

/** Fahlman's 40-20-40 criterion: an output may lie in the lower or upper 40 % of its range. */
const FAHLMAN_TOLERANCE = 0.4;

/** Errors further apart than this belong to different levels. */
const MIN_GAP = 0.01;
/** An error is at a level if it is closer than this. */
const LEVEL_TOLERANCE = 0.0005;

/** Levels of the mean squared error, by name. */
const LEVELS = {
  "1/16": 1 / 16,
  "1/8": 1 / 8,
  "0.127": 0.127,
  "1/6": 1 / 6,
  "0.171": 0.1712,
  "3/16": 3 / 16,
  "1/4": 1 / 4,
} as const;

/** The level by the number of undecided rows: one or two have the output ½, three 1/3 or 2/3, four ½. */
const LEVEL_BY_ROWS: Readonly<Record<number, string>> = { 1: "1/16", 2: "1/8", 3: "1/6", 4: "1/4" };

const SETTING = textColumn("loss, batch and output bias in words");
const STATE = textColumn("outputs within 0.1 of their target (right), of its opposite (wrong), or between (undecided)");

/** Every run, with the multiple of its first budget that it took. */
export const attempts = defineTable({
  meaning: "every run: when it was solved, as a multiple of its first budget, a tenth of the epochs that it may train",
  columns: {
    setting: SETTING,
    replicate: integerColumn("the start"),
    first_budget: integerColumn("a tenth of the epochs that the run may train", "epochs"),
    solved_epoch: integerColumn("epoch of the first check with all errors below 0.1; empty if unsolved", "epochs"),
    multiple: numberColumn("epochs until solved, as a multiple of the first budget"),
    solved_at_first: { type: "boolean", meaning: "whether it was solved within the first budget" },
  },
  key: ["setting", "replicate"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.map(({ run, training, trained: { solvedEpoch } }) => {
      const first_budget = training.steps / stepsPerEpoch(training) / CONTINUATION;
      return {
        setting: settingOf(run.levels),
        replicate: run.replicate,
        first_budget: Math.floor(first_budget),
        solved_epoch: solvedEpoch,
        multiple: solvedEpoch === undefined ? undefined : solvedEpoch / first_budget,
        solved_at_first: solvedEpoch !== undefined && solvedEpoch <= first_budget,
      };
    }),
});

/** The proportion of runs solved within growing budgets. */
export const budgets = defineTable({
  meaning: "runs of each setting solved within budgets of 0.1 to 10 times the first",
  columns: {
    setting: SETTING,
    multiple: numberColumn("budget / first budget"),
    epochs: numberColumn("budget", "epochs"),
    runs: integerColumn("runs of the setting"),
    solved: integerColumn("runs solved within the budget"),
    share_solved: numberColumn("solved / runs", "proportion"),
  },
  key: ["setting", "multiple"],
  needs: "tables",
  rows: (_, earlier) =>
    [...Map.groupBy(earlier(attempts), ({ setting }) => setting!)].flatMap(([setting, runs]) =>
      MULTIPLES.map((multiple) => {
        const solved = runs.filter((run) => run.multiple !== undefined && run.multiple <= multiple).length;
        const epochs = multiple * runs[0]!.first_budget!;
        return { setting, multiple, epochs, runs: runs.length, solved, share_solved: solved / runs.length };
      })
    ),
});

/** The runs that stay unsolved. */
export const unsolvedRuns = defineTable({
  meaning: "every run that is unsolved after ten times its first budget: its outputs, and the error surface there",
  columns: {
    setting: SETTING,
    replicate: integerColumn("the start"),
    state: STATE,
    rank: integerColumn("place among the unsolved runs of its setting, by mean squared error, from 1"),
    mean_squared_error: numberColumn("mean of (d − y)² over the rows at the end"),
    level: textColumn("1/16, 1/8, 0.127, 1/6, 0.171, 3/16 or 1/4 if the error is within 0.0005 of it"),
    level_of_state: textColumn("the level that goes with its undecided rows: 1/16, 1/8, 1/6 or 1/4 for 1 to 4"),
    within_0_4: { type: "boolean", meaning: "whether all errors are below 0.4: solved by the 40-20-40 criterion" },
    gradient: numberColumn("length of the gradient of the loss summed over the rows"),
    step: numberColumn("distance that one more epoch moves the weights"),
    smallest_eigenvalue: numberColumn("smallest eigenvalue of the Hessian of the loss summed over the rows"),
    largest_eigenvalue: numberColumn("largest eigenvalue"),
    bends_down: {
      type: "boolean",
      meaning: "whether the smallest eigenvalue is below −10⁻¹² times the largest",
    },
  },
  key: ["setting", "replicate"],
  needs: "setting",
  rows: (outcomes) =>
    outcomesByCell(outcomes).flatMap((cell) => {
      const unsolved = cell.filter(({ trained }) => !trained.solved && trained.status === "finished").map(unsolvedRow);
      return unsolved.sort((a, b) => a.mean_squared_error - b.mean_squared_error || a.replicate - b.replicate)
        .map((row, i) => ({ ...row, rank: i + 1 }));
    }),
});

/** A row of the table of unsolved runs. */
type UnsolvedRun = ReturnType<typeof unsolvedRuns.rows>[number];

/** The levels of the error at which unsolved runs end. */
export const errorLevels = defineTable({
  meaning: "the levels at which unsolved runs end: their states, split where errors lie more than 0.01 apart",
  columns: {
    setting: SETTING,
    state: STATE,
    runs: integerColumn("unsolved runs at this level"),
    of: integerColumn("runs of the setting, solved ones included"),
    lowest: numberColumn("smallest mean squared error"),
    median: numberColumn("median mean squared error"),
    highest: numberColumn("largest mean squared error"),
    level: textColumn("the level that the median is within 0.0005 of, as in the table of unsolved runs"),
  },
  rows: (outcomes, earlier) => {
    const runs = Map.groupBy(outcomes, ({ run }) => settingOf(run.levels));
    const unsolved = Map.groupBy(earlier(unsolvedRuns), ({ setting }) => setting!);
    return [...unsolved].flatMap(([setting, rows]) =>
      groupByErrorLevel(rows).map((group) => {
        const errors = group.map(({ mean_squared_error }) => mean_squared_error!);
        const median = quantile(errors, 0.5);
        return {
          setting,
          state: group[0]!.state,
          runs: group.length,
          of: runs.get(setting)!.length,
          lowest: errors[0],
          median,
          highest: errors.at(-1),
          level: levelOf(median),
        };
      })
    );
  },
});

/** The number of runs that each criterion counts as solved. */
export const criteria = defineTable({
  meaning: "runs solved at their end by three criteria; a run ends when it is solved by the first",
  columns: {
    setting: SETTING,
    runs: integerColumn("runs of the setting"),
    within_0_1: integerColumn("runs with all errors below 0.1: the criterion of this suite"),
    within_0_4: integerColumn("runs with all errors below 0.4: the 40-20-40 criterion"),
    all_correct: integerColumn("runs with every output on its target's side of ½"),
  },
  key: ["setting"],
  needs: "setting",
  rows: (outcomes) =>
    outcomesByCell(outcomes).map((cell) => {
      const errors = cell.map(({ training, trained }) => maxErrorAt(training, trained.snapshots.at(-1)!.parameters));
      return {
        setting: settingOf(cell[0]!.run.levels),
        runs: cell.length,
        within_0_1: cell.filter(({ trained }) => trained.solved).length,
        within_0_4: errors.filter((error) => error < FAHLMAN_TOLERANCE).length,
        all_correct: errors.filter((error) => error < 0.5).length,
      };
    }),
});

function maxErrorAt(training: Training, parameters: readonly number[]): number {
  return evaluateCheck(training, parameters).maxError;
}

function unsolvedRow({ run, training, trained }: Outcome) {
  const { parameters } = trained.snapshots.at(-1)!;
  const outputs = outputsOf(training, parameters);
  const errors = outputs.map(([y], row) => Math.abs(training.rows[row]!.targets[0]! - y!));
  const right = errors.filter((error) => error < 0.1).length;
  const wrong = errors.filter((error) => error > 0.9).length;
  const between = errors.length - right - wrong;
  const mean_squared_error = meanSquaredError(training, outputs);
  const { gradient, step, smallestEigenvalue, largestEigenvalue } = endPointOf(training, parameters);
  return {
    setting: settingOf(run.levels),
    replicate: run.replicate,
    state: formatState(right, between, wrong),
    mean_squared_error,
    level: levelOf(mean_squared_error),
    level_of_state: LEVEL_BY_ROWS[between],
    within_0_4: maxErrorAt(training, parameters) < FAHLMAN_TOLERANCE,
    gradient,
    step,
    smallest_eigenvalue: smallestEigenvalue,
    largest_eigenvalue: largestEigenvalue,
    bends_down: smallestEigenvalue < -1e-12 * largestEigenvalue,
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

function levelOf(error: number): string | undefined {
  return Object.entries(LEVELS).find(([, level]) => Math.abs(error - level) < LEVEL_TOLERANCE)?.[0];
}

/** The number of outputs that are right, undecided, and wrong, such as `3 right, 1 wrong`. */
function formatState(right: number, between: number, wrong: number): string {
  const counts = [[right, "right"], [between, "undecided"], [wrong, "wrong"]] as const;
  return counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(", ");
}

/** Groups rows, sorted by error, by state and where errors are further apart than MIN_GAP; largest errors first. */
function groupByErrorLevel(rows: readonly UnsolvedRun[]): UnsolvedRun[][] {
  const isSameLevel = (previous: UnsolvedRun, next: UnsolvedRun) =>
    next.mean_squared_error! - previous.mean_squared_error! <= MIN_GAP;
  return [...Map.groupBy(rows, ({ state }) => state).values()].flatMap((sameState) => chunksOf(sameState, isSameLevel))
    .sort((a, b) => b[0]!.mean_squared_error! - a[0]!.mean_squared_error!);
}
