/** The toy's views, drawn. */
import type { View } from "../../../experiments/define/view.ts";
import { draw } from "../../../reports/chart/draw_view.ts";
import type { Drawing } from "../../../reports/chart/drawing.ts";
import type { Chart } from "../../../reports/chart/frame.ts";
import type { DataRow } from "../../../reports/chart/layer.ts";
import { NARROW, SEVERAL, WHOLE } from "../../../reports/page/draw_figures.ts";
import { toy } from "../toy.ts";
import { toyReport } from "../toy_report.ts";

/** The toy's report. */
export const report = toyReport();

/** Every space that a chart may have on a page. */
export const SPACES = [WHOLE, SEVERAL, NARROW].flatMap((width) => [{ width, direct: true }, { width, direct: false }]);

/** The first drawing of a kind. */
export function drawn(kind: View["kind"], more: Record<string, unknown> = {}): Drawing {
  return draw({ ...toy.views.find((view) => view.kind === kind)!, ...more } as View, report);
}

/** The chart of a drawing's first panel. */
export function chartOf({ panels }: Drawing, direct = false): Chart {
  return panels[0]!.chart({ width: WHOLE, direct });
}

/** The rows of its layers. */
export function layersOf(drawing: Drawing): (readonly DataRow[])[] {
  return chartOf(drawing).layers.map(({ rows }) => rows);
}
