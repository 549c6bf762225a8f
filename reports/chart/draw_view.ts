/** How each kind of view is drawn. */
import type { View } from "../../experiments/define/view.ts";
import type { Draw, Drawing } from "./drawing.ts";
import type { Report } from "../experiment_report.ts";
import { drawCurves } from "./views/curves_view.ts";
import { drawDiagram } from "./views/diagram_view.ts";
import { drawDots } from "./views/dots_view.ts";
import { drawField } from "./views/field_view.ts";
import { drawHeat } from "./views/heat_view.ts";
import { drawLines } from "./views/lines_view.ts";
import { drawOutputs } from "./views/outputs_view.ts";
import { drawRates } from "./views/rates_view.ts";
import { drawSolved } from "./views/solved_view.ts";
import { drawSurface } from "./views/surface_view.ts";
import { tableDrawing } from "./grouping.ts";

/** The rows of a further table, without a chart. */
const drawTable: Draw<"table"> = ({ table, columns }, report) => {
  const drawing = tableDrawing(report, table);
  const shown = columns && Object.fromEntries(columns.map((name) => [name, drawing.columns[name]!]));
  return { ...drawing, panels: [], ...(shown && { columns: shown }) };
};

/** The kinds of views, each with the function that draws it. */
export const VIEWS: { readonly [K in View["kind"]]: Draw<K> } = {
  rates: drawRates,
  solved: drawSolved,
  curves: drawCurves,
  outputs: drawOutputs,
  heat: drawHeat,
  lines: drawLines,
  dots: drawDots,
  surface: drawSurface,
  field: drawField,
  diagram: drawDiagram,
  table: drawTable,
};

/** Draws a view from the tables of its report. */
export function draw(view: View, report: Report): Drawing {
  return (VIEWS[view.kind] as (view: View, report: Report) => Drawing)(view, report);
}
