/** How far the outputs of trained nets are from ½ and from their targets. */
import { outputsOf } from "../../../core/train_network.ts";
import type { Columns, RowOf } from "../../define/columns.ts";
import type { Factor } from "../../define/factors.ts";
import type { Outcome } from "../../define/run.ts";
import type { FurtherTable } from "../../define/tables.ts";
import { type FactorColumns, factorColumnsOf, integerColumn, numberColumn } from "./column_builders.ts";

/** The columns of the errors; all are empty if the run diverged. */
export const ROW_ERROR_COLUMNS = {
  distance_from_half: numberColumn("largest |y − ½| of a row at the end"),
  second_error: numberColumn("second largest |d − y| of a row at the end"),
  max_error: numberColumn("largest |d − y| of a row at the end"),
  right_rows: integerColumn("rows with |d − y| below 0.1 at the end"),
  half_rows: integerColumn("rows with |y − ½| below 0.01 at the end"),
} as const satisfies Columns;

const REPLICATE = { replicate: integerColumn("index of the random start") } as const satisfies Columns;

const NO_ERRORS = {
  distance_from_half: undefined,
  second_error: undefined,
  max_error: undefined,
  right_rows: undefined,
  half_rows: undefined,
} as const;

/** The errors of a run at its end. */
export function rowErrorsOf({ training, trained }: Outcome): RowOf<typeof ROW_ERROR_COLUMNS> {
  if (trained.status === "diverged") return NO_ERRORS;
  const outputs = outputsOf(training, trained.snapshots.at(-1)!.parameters).map(([y]) => y!);
  const errors = outputs.map((y, row) => Math.abs(training.rows[row]!.targets[0]! - y)).sort((a, b) => b - a);
  const distances = outputs.map((y) => Math.abs(y - 0.5));
  return {
    distance_from_half: Math.max(...distances),
    second_error: errors[1],
    max_error: errors[0],
    right_rows: errors.filter((error) => error < 0.1).length,
    half_rows: distances.filter((distance) => distance < 0.01).length,
  };
}

/** A table with the errors of each run that is included; its first columns are the experiment's factors. */
export function rowErrorsTable<N extends string>(
  factors: Readonly<Record<N, Factor>>,
  runs: { readonly meaning: string; readonly isIncluded?: (outcome: Outcome) => boolean },
): FurtherTable<FactorColumns<N> & typeof REPLICATE & typeof ROW_ERROR_COLUMNS> {
  const { meaning, isIncluded = () => true } = runs;
  return {
    meaning,
    columns: { ...factorColumnsOf(factors), ...REPLICATE, ...ROW_ERROR_COLUMNS },
    key: [...Object.keys(factors), "replicate"],
    needs: "run",
    rows: (outcomes) =>
      outcomes.filter(isIncluded).map((outcome) => {
        const { levels, replicate } = outcome.run;
        return { ...levels, replicate, ...rowErrorsOf(outcome) };
      }) as never,
  };
}
