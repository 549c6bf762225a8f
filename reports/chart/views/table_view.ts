import type { Draw } from "../drawing.ts";
import { tableDrawing } from "../grouping.ts";

/** The rows of a further table, without a chart. */
export const drawTable: Draw<"table"> = ({ table, columns }, report) => {
  const drawing = tableDrawing(report, table);
  const shown = columns && Object.fromEntries(columns.map((name) => [name, drawing.columns[name]!]));
  return { ...drawing, panels: [], ...(shown && { columns: shown }) };
};
