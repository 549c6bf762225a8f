import { formatPercent } from "../../../experiments/format.ts";
import { columnName, levelName } from "../../../experiments/words/display_names.ts";
import type { Draw } from "../drawing.ts";
import { type ChartContent, chartOfPlotWidth, LABEL_GAP } from "../frame.ts";
import { addNotes, groupView, levelLine, presentLevels } from "../grouping.ts";
import { type Layer, layerOf } from "../layer.ts";
import { categoryScale, widestLabel } from "../scales.ts";
import { PROPORTION_COLUMNS, PROPORTION_LINES, proportionsBy } from "../solved_proportion.ts";
import { color } from "../theme.ts";

/** Bounds of the width of a field in pixels: whole numbers, or seams show. Wider ones are for wider names. */
const MAX_WIDTH = 112;
const MIN_WIDTH = 32;
/** Space between two names below the fields, in pixels. */
const NAME_GAP = 4;
/** Space at the edges of the chart, in pixels. */
const EDGE = 4;
/** Height of a field in pixels. */
const HEIGHT = 36;
/** With this many rows or more, fields are lower, so that all of them fit on a screen. */
const MANY_ROWS = 10;
/** With many rows and at most this many columns, the rows stand in two blocks side by side. */
const FEW_COLUMNS = 3;
const LOW_HEIGHT = 20;
/** At this width or more, a field has space for a decimal and a unit. */
const DECIMAL_WIDTH = 54;
/** At this proportion or more, a field is so dark that its number is light. */
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
  const group = groupView(report, "runs", { ...view, color: view.x }, "area", [view.y, view.x]);
  const { seriesFactor: _, ...drawing } = group.drawing;
  const columns = presentLevels(report, view.x, group.all);
  const rows = presentLevels(report, view.y, group.all);
  const { panels, rows: proportions } = proportionsBy(report, view.y, rows, view.x, group.panels);
  const x = categoryScale(columns.map((level) => levelName(view.x, level)));
  const left = widestLabel(rows.map((level) => levelName(view.y, level))) + LABEL_GAP + EDGE;
  const nameWidth = widestLabel(x.ticks.map(({ label }) => label));
  const rate = { title: "runs solved", field: "share", format: "percent" } as const;
  const levelLines = [levelLine(view.x, "series"), levelLine(view.y, "level")];
  const marks = group.marksOf([...levelLines, rate, ...PROPORTION_LINES], { [view.y]: "level" });
  return {
    ...drawing,
    panels: inBlocks(panels, rows, columns.length).map(({ proportions, rows, ...head }) => {
      const y = categoryScale(rows.map((level) => levelName(view.y, level)));
      const fields = proportions.map((proportion) => {
        const column = columns.indexOf(proportion.series);
        const row = rows.indexOf(proportion.level);
        const place = { x: column - 0.5, x2: column + 0.5, y: row - 0.5, y2: row + 0.5 };
        return { ...proportion, ...place, fillOpacity: opacityOf(proportion.share) };
      });
      const fieldLayer = layerOf({
        rows: fields,
        mark: { type: "rect", color: color("heat"), stroke: color("paper"), strokeWidth: 1 },
        channels: ["x2", "y2", "fillOpacity"],
        marks,
      });
      return {
        ...head,
        chart: ({ width }) => {
          const name = nameWidth + NAME_GAP;
          const space = Math.max(MIN_WIDTH, Math.floor((width - left - EDGE) / columns.length));
          const side = Math.min(Math.max(MAX_WIDTH, name <= space ? name : 0), space);
          const slanted = name > side;
          // a slanted name ends below the middle of its field
          const overhang = slanted ? Math.ceil(nameWidth * Math.SQRT1_2 - side / 2) : 0;
          const content: ChartContent = {
            x: { scale: x, title: columnName(view.x), bare: true, slanted },
            y: { scale: y, title: columnName(view.y), grid: false, reverse: true },
            height: rows.length * (rows.length < MANY_ROWS ? HEIGHT : LOW_HEIGHT),
            layers: [fieldLayer, numbersLayer(fields, side >= DECIMAL_WIDTH ? formatPercent : wholePercent)],
          };
          return chartOfPlotWidth(content, side * columns.length, { left: Math.max(left, overhang), right: EDGE });
        },
      };
    }),
    columns: { ...drawing.columns, ...PROPORTION_COLUMNS },
    rows: proportions,
    notes: addNotes(drawing.notes, [
      proportions.length < panels.length * rows.length * columns.length,
      "Fields left empty were not run.",
    ]),
  };
};

/** The panels with their rows; a high and narrow one becomes two, which stand side by side. */
function inBlocks<P extends { readonly proportions: readonly { readonly level: string }[] }>(
  panels: readonly P[],
  rows: readonly string[],
  columns: number,
): (P & { readonly rows: readonly string[] })[] {
  const isNarrow = panels.length === 1 && rows.length >= MANY_ROWS && columns <= FEW_COLUMNS;
  const half = Math.ceil(rows.length / 2), blocks = isNarrow ? [rows.slice(0, half), rows.slice(half)] : [rows];
  return panels.flatMap((panel) =>
    blocks.map((rows) => ({
      ...panel,
      rows,
      proportions: panel.proportions.filter(({ level }) => rows.includes(level)),
    }))
  );
}

/** The percentages in the middle of their fields. */
function numbersLayer(
  fields: readonly Readonly<Record<"x" | "y" | "share", number>>[],
  write: (proportion: number) => string,
): Layer {
  const rows = fields.map(({ x, y, share }) => ({
    x: x + 0.5,
    y: y + 0.5,
    text: write(share),
    color: color(share >= DARK ? "paper" : "ink"),
  }));
  return { rows, mark: { type: "text", baseline: "middle" }, channels: ["text", "color"] };
}
