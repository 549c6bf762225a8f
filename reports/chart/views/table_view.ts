import type { Draw } from "../drawing.ts";
import { rowsOfTable, tableNamed } from "../arrange.ts";

/** The rows of a further table as they stand. */
export const drawTable: Draw<"table"> = ({ table, columns }, report) => {
  const all = tableNamed(report, table).columns;
  return {
    panels: [],
    size: "whole",
    direct: false,
    source: table,
    derived: false,
    columns: columns ? Object.fromEntries(columns.map((name) => [name, all[name]!])) : all,
    rows: rowsOfTable(report, table),
    notes: [],
  };
};
