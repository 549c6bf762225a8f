import { formatPercent } from "../../../experiments/format.ts";
import { columnName, levelName } from "../../wire/display_names.ts";
import type { Draw } from "../drawing.ts";
import { chartOfPlotWidth } from "../frame.ts";
import { groupView, levelLine, presentLevels } from "../grouping.ts";
import { asDrawn, type Layer, layerOf, SPAN, type TooltipLine } from "../layer.ts";
import { categoryScale, widestLabel } from "../scales.ts";
import { PROPORTION_COLUMNS, PROPORTION_LINES, solvedProportion } from "../solved_proportion.ts";
import { color } from "../theme.ts";

/** Bounds of the width of a field in pixels: whole numbers, or seams show. */
const MAX_WIDTH = 76;
const MIN_WIDTH = 32;
/** Height of a field in pixels. */
const HEIGHT = 36;
/** From this number of rows on fields are lower, so that all of them fit on a screen. */
const MANY_ROWS = 10;
const LOW_HEIGHT = 16;
/** From this width on a field has space for a decimal and a unit. */
const DECIMAL_WIDTH = 54;
/** From this proportion on a field is so dark that its number is light. */
export const DARK = 0.72;

/** The opacity of a field. */
export function opacityOf(proportion: number): number {
  return 0.05 + 0.9 * proportion;
}

/** A proportion in whole percent; only none is 0 and only all is 100. */
export function wholePercent(proportion: number): string {
  const nearest = Math.round(100 * proportion);
  return String(proportion > 0 && proportion < 1 ? Math.min(99, Math.max(1, nearest)) : nearest);
}

/** A field per cell, the darker the more runs are solved, with the percentage as text. */
export const drawHeat: Draw<"heat"> = (view, report) => {
  const { all, drawing, notes, ...group } = groupView(report, "runs", view, "area", [view.y, view.x]);
  const columns = presentLevels(report, view.x, all);
  const rows = presentLevels(report, view.y, all);
  const panels = group.panels.map(({ series: [runs], ...head }) => ({
    ...head,
    fields: rows.flatMap((row) =>
      columns.flatMap((column) => {
        const cell = runs!.rows.filter((run) => run[view.x] === column && run[view.y] === row);
        return cell.length > 0 ? [{ column, row, proportion: solvedProportion(cell) }] : [];
      })
    ),
  }));
  const x = categoryScale(columns.map((level) => levelName(view.x, level)));
  const y = categoryScale(rows.map((level) => levelName(view.y, level)));
  const beside = widestLabel(y.ticks.map(({ label }) => label)) + 24;
  const tooltip = [levelLine(view.x, "column"), levelLine(view.y, "row")];
  const count = panels.flatMap(({ fields }) => fields).length;
  return {
    ...drawing,
    derived: true,
    panels: panels.map(({ fields, ...head }) => ({
      ...head,
      chart: ({ width }) => {
        const side = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor((width - beside) / columns.length)));
        const isSlanted = widestLabel(x.ticks.map(({ label }) => label)) > side - 4;
        const placed = fields.map(({ column, row, proportion }) => ({
          ...proportion,
          column,
          row,
          x: columns.indexOf(column) - 0.5,
          x2: columns.indexOf(column) + 0.5,
          y: rows.indexOf(row) - 0.5,
          y2: rows.indexOf(row) + 0.5,
          opacity: opacityOf(proportion.share),
        }));
        return chartOfPlotWidth({
          x: { scale: x, title: columnName(view.x), bare: true, slanted: isSlanted },
          y: { scale: y, title: columnName(view.y), grid: false, reverse: true },
          height: rows.length * (rows.length < MANY_ROWS ? HEIGHT : LOW_HEIGHT),
          layers: [
            layerOf({
              rows: placed,
              mark: { type: "rect", color: color("heat"), stroke: color("paper"), strokeWidth: 1 },
              encoding: { ...SPAN, fillOpacity: asDrawn("opacity", "quantitative") },
              marks: { levels: { [view.x]: "column", [view.y]: "row" }, tooltip: [...tooltip, ...RATE_LINES] },
            }),
            numbersLayer(placed, side >= DECIMAL_WIDTH ? formatPercent : wholePercent),
          ],
        }, side * columns.length);
      },
    })),
    columns: { ...group.columns, ...PROPORTION_COLUMNS },
    rows: panels.flatMap(({ levels, fields }) =>
      fields.map(({ column, row, proportion }) => ({ ...levels, [view.y]: row, [view.x]: column, ...proportion }))
    ),
    notes: count < panels.length * rows.length * columns.length ? [...notes, "Fields left empty were not run."] : notes,
  };
};

const RATE_LINES = [
  { title: "runs solved", field: "share", format: "percent" },
  ...PROPORTION_LINES,
] as const satisfies readonly TooltipLine[];

/** The percentages in the middle of their fields. */
function numbersLayer(
  fields: readonly Readonly<Record<"x" | "y" | "share", number>>[],
  write: (proportion: number) => string,
): Layer {
  return {
    rows: fields.map(({ x, y, share }) => ({
      x: x + 0.5,
      y: y + 0.5,
      text: write(share),
      ink: share >= DARK ? color("paper") : color("ink"),
    })),
    mark: { type: "text", baseline: "middle" },
    encoding: { text: { field: "text", type: "nominal" }, color: asDrawn("ink") },
  };
}
