/** Best learning rates: the first half of the starts chooses that of each method, the second half judges the methods. */
import { stepsPerEpoch } from "../../../core/training.ts";
import type { Columns } from "../../define/columns.ts";
import type { Factor } from "../../define/factors.ts";
import type { Outcome } from "../../define/run.ts";
import type { FurtherTable } from "../../define/tables.ts";
import { type FactorColumns, factorColumnsOf, integerColumn, numberColumn } from "./column_builders.ts";
import { outcomesByCell } from "./outcomes.ts";
import { expectedEpochsWithRestarts } from "./speed_table.ts";

const CHOICE = {
  seeds: integerColumn(
    "number of starts, from 0, that chose the best rate: half of all, rounded down; the others compare",
  ),
  expected_epochs: numberColumn(
    "expected epochs with restarts on them: epochs of all runs / runs solved; empty if no run is solved",
    "epochs",
  ),
  best: { type: "boolean", meaning: "whether the rate has the fewest expected epochs; the first of equal ones" },
  inside: { type: "boolean", meaning: "whether both a smaller and a larger rate were tried" },
} as const satisfies Columns;

/** The columns of runs that are compared: those that a claim about expected epochs reads. */
export const COMPARED = {
  replicate: integerColumn("index of the random start"),
  solved: { type: "boolean", meaning: "whether the run was solved" },
  solved_epoch: numberColumn("epochs until it was solved; empty if unsolved", "epochs"),
  epochs: numberColumn("epochs run", "epochs"),
} as const satisfies Columns;

type Keys<M extends string> = FactorColumns<M | "learning_rate">;

/** The tables of an experiment that compares methods, the levels of a factor, each at its own best learning rate. */
export interface BestRateTables<M extends string> {
  /** Each method's rates on the first half of the starts. */
  readonly best_rates: FurtherTable<Keys<M> & typeof CHOICE>;
  /** The second half of the starts, each method at its best rate. */
  readonly at_best_rates: FurtherTable<Keys<M> & typeof COMPARED>;
}

/** The tables for the methods of a factor; `factors` are that one and `learning_rate`. */
export function bestRateTables<M extends string>(
  method: M,
  factors: Readonly<Record<M | "learning_rate", Factor>>,
): BestRateTables<M> {
  const keys = factorColumnsOf(factors) as Keys<M>;
  const best_rates: BestRateTables<M>["best_rates"] = {
    meaning: "each method's rates on the first half of the starts, which choose its best rate",
    columns: { ...keys, ...CHOICE },
    key: [method, "learning_rate"],
    rows: (outcomes) => {
      const seeds = choosingStarts(outcomes);
      const results = outcomesByCell(outcomes).map((cell) => {
        const choosing = cell.filter(({ run }) => run.replicate < seeds);
        return { levels: cell[0]!.run.levels, expected_epochs: expectedEpochsWithRestarts(choosing) };
      });
      return results.map((result) => {
        const rivals = results.filter(({ levels }) => levels[method] === result.levels[method]);
        const fewest = rivals.reduce((min, { expected_epochs = Infinity }) => Math.min(min, expected_epochs), Infinity);
        const distances = rivals.map(({ levels }) =>
          Number(levels.learning_rate) - Number(result.levels.learning_rate)
        );
        return {
          ...result.levels,
          seeds,
          expected_epochs: result.expected_epochs,
          best: rivals.find(({ expected_epochs }) => expected_epochs === fewest) === result,
          inside: distances.some((distance) => distance < 0) && distances.some((distance) => distance > 0),
        };
      }) as never;
    },
  };
  const keyOf = (levels: Readonly<Record<string, string>>) => `${levels[method]}\n${levels.learning_rate}`;
  const at_best_rates: BestRateTables<M>["at_best_rates"] = {
    meaning: "the second half of the starts, each method at the rate that the first half chose",
    columns: { ...keys, ...COMPARED },
    key: [method, "replicate"],
    rows: (outcomes, earlier) => {
      const seeds = choosingStarts(outcomes);
      const isBest = new Set(earlier(best_rates).filter(({ best }) => best).map((row) => keyOf(row as never)));
      return outcomes.filter(({ run }) => run.replicate >= seeds && isBest.has(keyOf(run.levels))).map(
        ({ run, training, trained }) => ({
          ...run.levels,
          replicate: run.replicate,
          solved: trained.solved,
          solved_epoch: trained.solvedEpoch,
          epochs: trained.steps / stepsPerEpoch(training),
        }),
      ) as never;
    },
  };
  return { best_rates, at_best_rates };
}

/** The number of starts that choose: half of all, rounded down. */
export function choosingStarts(outcomes: readonly Outcome[]): number {
  const starts = outcomes.reduce((max, { run }) => Math.max(max, run.replicate + 1), 0);
  return Math.floor(starts / 2);
}
