import { formatPercent } from "../../../experiments/format.ts";
import { columnName, levelName } from "../../wire/display_names.ts";
import type { Draw } from "../drawing.ts";
import { chartOfPlotWidth } from "../frame.ts";
import { addNotes, groupView, levelLine, presentLevels } from "../grouping.ts";
import { layerOf } from "../layer.ts";
import { categoryScale, widestLabel } from "../scales.ts";
import { PROPORTION_COLUMNS, PROPORTION_LINES, proportionsBy } from "../solved_proportion.ts";
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
  // the columns are grouped as series are, though no key can hide them
  const grouping = { ...view, color: view.x };
  const { all, drawing: { seriesFactor: _, ...drawing }, marksOf, ...group } = groupView(
    report,
    "runs",
    grouping,
    "area",
    [view.y, view.x],
  );
  const columns = presentLevels(report, view.x, all);
  const rows = presentLevels(report, view.y, all);
  const { panels, rows: proportions } = proportionsBy(view.y, rows, view.x, group.panels);
  const x = categoryScale(columns.map((level) => levelName(view.x, level)));
  const y = categoryScale(rows.map((level) => levelName(view.y, level)));
  const beside = widestLabel(y.ticks.map(({ label }) => label)) + 24;
  const rate = { title: "runs solved", field: "share", format: "percent" } as const;
  const levelLines = [levelLine(view.x, "series"), levelLine(view.y, "level")];
  const marks = marksOf([...levelLines, rate, ...PROPORTION_LINES], { [view.y]: "level" });
  return {
    ...drawing,
    panels: panels.map(({ title, levels, proportions }) => ({
      title,
      levels,
      chart: ({ width }) => {
        const side = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor((width - beside) / columns.length)));
        const isSlanted = widestLabel(x.ticks.map(({ label }) => label)) > side - 4;
        const write = side >= DECIMAL_WIDTH ? formatPercent : wholePercent;
        const fields = proportions.map((proportion) => {
          const column = columns.indexOf(proportion.series);
          const row = rows.indexOf(proportion.level);
          const place = { x: column - 0.5, x2: column + 0.5, y: row - 0.5, y2: row + 0.5 };
          return { ...proportion, ...place, fillOpacity: opacityOf(proportion.share) };
        });
        const numbers = fields.map(({ x, y, share }) => ({
          x: x + 0.5,
          y: y + 0.5,
          text: write(share),
          color: share >= DARK ? color("paper") : color("ink"),
        }));
        return chartOfPlotWidth({
          x: { scale: x, title: columnName(view.x), bare: true, slanted: isSlanted },
          y: { scale: y, title: columnName(view.y), grid: false, reverse: true },
          height: rows.length * (rows.length < MANY_ROWS ? HEIGHT : LOW_HEIGHT),
          layers: [
            layerOf({
              rows: fields,
              mark: { type: "rect", color: color("heat"), stroke: color("paper"), strokeWidth: 1 },
              channels: ["x2", "y2", "fillOpacity"],
              marks,
            }),
            { rows: numbers, mark: { type: "text", baseline: "middle" }, channels: ["text", "color"] },
          ],
        }, side * columns.length);
      },
    })),
    columns: { ...drawing.columns, ...PROPORTION_COLUMNS },
    rows: proportions,
    notes: addNotes(drawing.notes, [
      proportions.length < panels.length * rows.length * columns.length,
      "Fields left empty were not run.",
    ]),
  };
};
