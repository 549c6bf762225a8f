/** How each kind of view is drawn. */
import type { View } from "../experiments/views.ts";
import type { Draw, Drawing } from "./drawing.ts";
import type { Report } from "./report.ts";
import { drawCurves } from "./views/curves.ts";
import { drawDiagram } from "./views/diagram.ts";
import { drawField } from "./views/field.ts";
import { drawHeat } from "./views/heat.ts";
import { drawLines } from "./views/lines.ts";
import { drawOutputs } from "./views/outputs.ts";
import { drawRates } from "./views/rates.ts";
import { drawSolved } from "./views/solved.ts";
import { drawSurface } from "./views/surface.ts";
import { drawTable } from "./views/table.ts";

/** The kinds of views, each with the function that draws it. */
export const VIEWS: { readonly [K in View["kind"]]: Draw<K> } = {
  rates: drawRates,
  solved: drawSolved,
  curves: drawCurves,
  outputs: drawOutputs,
  heat: drawHeat,
  lines: drawLines,
  surface: drawSurface,
  field: drawField,
  diagram: drawDiagram,
  table: drawTable,
};

/** Draws a view from the tables of its report. */
export function draw(view: View, report: Report): Drawing {
  return (VIEWS[view.kind] as (view: View, report: Report) => Drawing)(view, report);
}
