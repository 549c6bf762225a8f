import type { Row } from "../../experiments/define/columns.ts";
import type { Outcome } from "../../experiments/define/run.ts";
import type { EarlierTables, FurtherTable } from "../../experiments/define/tables.ts";
import type { Experiment } from "../../experiments/experiment.ts";

/** The rows of a further table of an experiment; the tables that it reads are computed from the same outcomes. */
export function furtherRows({ tables }: Experiment, name: string, outcomes: readonly Outcome[]): readonly Row[] {
  const rowsOf = (table: FurtherTable) => table.rows(outcomes, rowsOf as EarlierTables);
  return rowsOf(tables[name]!);
}
