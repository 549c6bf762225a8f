/** The types of the columns of an experiment's tables, known without a plan. */
import { type Columns, CURVE_COLUMNS, factorColumn, OUTPUT_PREFIX, RUN_COLUMNS } from "../define/columns.ts";
import type { Experiment } from "../experiment.ts";

/** The types of the columns of an experiment's table, by column; undefined if the table has no such column. */
export function columnTypesOf(experiment: Experiment, table: string): (column: string) => string | undefined {
  const own: Columns = { runs: RUN_COLUMNS, curves: CURVE_COLUMNS }[table] ?? experiment.tables[table]?.columns ?? {};
  const isOfRuns = table === "runs" || table === "curves";
  return (column) => {
    if (isOfRuns && Object.hasOwn(experiment.factors, column)) return factorColumn("").type;
    if (table === "runs" && column.startsWith(OUTPUT_PREFIX)) return "number";
    return Object.hasOwn(own, column) ? own[column]!.type : undefined;
  };
}
