/**
 * Restarts at the best cutoff: the first half of the starts chooses after how many epochs a run of a setting is given
 * up and started anew, the second half judges.
 */
import type { Columns } from "../../define/columns.ts";
import type { Factor } from "../../define/factors.ts";
import type { Outcome } from "../../define/run.ts";
import type { FurtherTable } from "../../define/tables.ts";
import type { Attempt } from "../../statistics/statistics.ts";
import { choosingStarts, COMPARED } from "./best_rates.ts";
import { attemptsOf, outcomesByCell } from "./outcomes.ts";
import { type FactorColumns, factorColumnsOf, integerColumn, numberColumn } from "./column_builders.ts";

const CHOICE = {
  seeds: integerColumn("number of starts, from 0, that chose: half of all, rounded down"),
  cutoff: numberColumn(
    "epochs after which a run is given up, the number with the fewest expected epochs; empty if no run is solved",
    "epochs",
  ),
  expected_epochs: numberColumn(
    "expected epochs on these starts if each run given up is followed by a new one; empty if no run is solved",
    "epochs",
  ),
} as const satisfies Columns;

/** The limit of experiments with these tables; they cite `luby1993`. */
export const BEST_CUTOFF =
  "A cutoff is the number of epochs after which a run is given up and started anew (Luby, Sinclair & Zuckerman 1993). " +
  "The best one is chosen on the first half of the starts and judged on the second; without such a trial it is not " +
  "known.";

/** The tables of an experiment that restarts each setting at its best cutoff. */
export interface RestartTables<N extends string> {
  /** When a run of each setting is given up. */
  readonly cutoffs: FurtherTable<FactorColumns<N> & typeof CHOICE>;
  /** The second half of the starts, given up at that epoch. */
  readonly restarted: FurtherTable<FactorColumns<N> & typeof COMPARED>;
}

/** The tables for all settings of an experiment with these factors. */
export function restartTables<N extends string>(factors: Readonly<Record<N, Factor>>): RestartTables<N> {
  const keys = factorColumnsOf(factors);
  const cutoffs: RestartTables<N>["cutoffs"] = {
    meaning: "the best cutoff of each setting, after which a run is given up and started anew",
    columns: { ...keys, ...CHOICE },
    key: Object.keys(factors),
    needs: "setting",
    rows: (outcomes) =>
      outcomesByCell(outcomes).map((cell) => {
        const seeds = choosingStarts(cell);
        const choice = bestCutoff(attemptsOf(cell.filter(({ run }) => run.replicate < seeds)));
        return { ...cell[0]!.run.levels, seeds, ...choice };
      }) as never,
  };
  const restarted: RestartTables<N>["restarted"] = {
    meaning: "the second half of the starts, each run given up at the epoch that the first half chose",
    columns: { ...keys, ...COMPARED },
    key: [...Object.keys(factors), "replicate"],
    needs: "setting",
    rows: (outcomes, earlier) => {
      const chosen = earlier(cutoffs) as readonly { readonly cutoff?: number }[];
      return outcomesByCell(outcomes).flatMap((cell, i) => {
        const seeds = choosingStarts(cell);
        return givenUpAt(chosen[i]!.cutoff ?? Infinity, cell.filter(({ run }) => run.replicate >= seeds));
      }) as never;
    },
  };
  return { cutoffs, restarted };
}

/**
 * The number of epochs after which to give up with the fewest expected epochs, the smallest of equal ones.
 *
 * The best is an epoch at which a run is solved: giving up any later only adds to the epochs of the others.
 */
export function bestCutoff(
  attempts: readonly Attempt[],
): { readonly cutoff: number | undefined; readonly expected_epochs: number | undefined } {
  const ascending = [...attempts].sort((a, b) => a.epochs - b.epochs);
  let best: { cutoff: number; expected_epochs: number } | undefined;
  let solved = 0;
  let spent = 0; // by the attempts that have ended after `cutoff` epochs
  for (const [i, attempt] of ascending.entries()) {
    const cutoff = attempt.epochs;
    spent += cutoff;
    if (attempt.solved) solved++;
    const isLast = ascending[i + 1]?.epochs !== cutoff;
    const expected_epochs = (spent + cutoff * (ascending.length - 1 - i)) / solved;
    if (isLast && expected_epochs < (best?.expected_epochs ?? Infinity)) best = { cutoff, expected_epochs };
  }
  return best ?? { cutoff: undefined, expected_epochs: undefined };
}

/** The rows of outcomes whose runs are given up after so many epochs. */
function givenUpAt(cutoff: number, outcomes: readonly Outcome[]) {
  return attemptsOf(outcomes).map(({ solved, epochs }, i) => {
    const { levels, replicate } = outcomes[i]!.run;
    const inTime = solved && epochs <= cutoff;
    const solved_epoch = inTime ? epochs : undefined;
    return { ...levels, replicate, solved: inTime, solved_epoch, epochs: Math.min(epochs, cutoff) };
  });
}
