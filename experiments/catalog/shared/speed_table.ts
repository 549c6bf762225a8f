/** Reliability and speed of each cell: the proportion of runs solved, and how many epochs that takes. */
import { stepsPerEpoch } from "../../../core/training.ts";
import type { Columns } from "../../define/columns.ts";
import { expectedEpochs, median } from "../../statistics/statistics.ts";
import type { Factor } from "../../define/factors.ts";
import type { FurtherTable } from "../../define/tables.ts";
import type { Outcome } from "../../define/run.ts";
import { attemptsOf, outcomesByCell } from "./outcomes.ts";
import { type FactorColumns, factorColumnsOf, integerColumn, numberColumn } from "./column_builders.ts";

const MEASURES = {
  runs: integerColumn("runs of the cell"),
  solved: integerColumn("runs solved at the end"),
  share_solved: numberColumn("solved / runs", "proportion"),
  median_epochs: numberColumn(
    "median of the epochs to solve, unsolved runs ranked last; empty if half of the runs or more fail",
    "epochs",
  ),
  median_updates: numberColumn("the same in weight updates", "updates"),
  expected_epochs: numberColumn(
    "expected epochs if each failed run is followed by a new one: all epochs spent / runs solved",
    "epochs",
  ),
} as const satisfies Columns;

/** A table with a row for each cell; its first columns are the experiment's factors. */
export function speedTable<N extends string>(
  factors: Readonly<Record<N, Factor>>,
): FurtherTable<FactorColumns<N> & typeof MEASURES> {
  return {
    meaning: "how reliable and how fast each cell is",
    columns: { ...factorColumnsOf(factors), ...MEASURES },
    key: Object.keys(factors),
    needs: "setting",
    rows: (outcomes) => outcomesByCell(outcomes).map((cell) => ({ ...cell[0]!.run.levels, ...speedOf(cell) })) as never,
  };
}

/** Expected epochs until a run is solved if failed runs are restarted; undefined if no run is solved. */
export function expectedEpochsWithRestarts(outcomes: readonly Outcome[]): number | undefined {
  const epochs = expectedEpochs(attemptsOf(outcomes));
  return Number.isFinite(epochs) ? epochs : undefined;
}

function speedOf(cell: readonly Outcome[]) {
  const { estimate } = median(cell.map(({ trained }) => trained.solvedEpoch));
  const epochs = Number.isFinite(estimate) ? estimate : undefined;
  const solved = cell.filter(({ trained }) => trained.solved).length;
  return {
    runs: cell.length,
    solved,
    share_solved: solved / cell.length,
    median_epochs: epochs,
    median_updates: epochs && epochs * stepsPerEpoch(cell[0]!.training),
    expected_epochs: expectedEpochsWithRestarts(cell),
  };
}
