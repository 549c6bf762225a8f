/** The types of the columns of an experiment's tables, known without a plan. */
import { type Columns, CURVE_COLUMNS, factorColumn, OUTPUT_PREFIX, RUN_COLUMNS } from "../define/columns.ts";
import type { Experiment } from "../experiment.ts";

/** The types of the columns of an experiment's table, by column; undefined if the table has no such column. */
export function columnTypesOf(experiment: Experiment, table: string): (column: string) => string | undefined {
  const own = ownColumns(experiment, table);
  return (column) => {
    if (isOfRuns(table) && Object.hasOwn(experiment.factors, column)) return factorColumn("").type;
    if (table === "runs" && column.startsWith(OUTPUT_PREFIX)) return "number";
    return Object.hasOwn(own, column) ? own[column]!.type : undefined;
  };
}

/** The names of the columns of an experiment's table, those of outputs apart. */
export function columnNamesOf(experiment: Experiment, table: string): string[] {
  return [...isOfRuns(table) ? Object.keys(experiment.factors) : [], ...Object.keys(ownColumns(experiment, table))];
}

/** The columns of a table, those of factors and outputs apart. */
function ownColumns({ tables }: Experiment, table: string): Columns {
  return { runs: RUN_COLUMNS, curves: CURVE_COLUMNS }[table] ?? tables[table]?.columns ?? {};
}

/** Whether a table has a column for each factor. */
function isOfRuns(table: string): boolean {
  return table === "runs" || table === "curves";
}
