import type { Row } from "../../../experiments/define/columns.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import { columnName } from "../../wire/display_names.ts";
import { contourLines, type Grid, type LineSegment } from "../contour.ts";
import type { Draw } from "../drawing.ts";
import { axisLines } from "../frame.ts";
import { gridChart, gridOf, gridScale, stripsOf } from "../grid.ts";
import { groupView, tableDrawing } from "../grouping.ts";
import { asDrawn, type DataRow, type Layer, layerOf, SPAN, type TooltipLine } from "../layer.ts";
import type { NumberScale } from "../scales.ts";
import { SURFACE_KEY } from "../surface_key.ts";
import { color } from "../theme.ts";

/** Shades of colour on either side of ½. */
const SHADES = 6;

/** Outputs as two hues that meet at ½, the contour line at ½, and the points of the truth table. */
export const drawSurface: Draw<"surface"> = ({ table, x, y, value, panel, target }, report) => {
  const drawing = tableDrawing(report, table);
  return {
    ...drawing,
    panels: groupView(report, table, { panel }, "area").panels.map(({ series: [all], ...head }) => {
      const { rows } = all!;
      const grid = gridOf(rows, x, y, value);
      const points = rows.filter((row) => row[target] !== undefined).map((row) => pointOf(row, x, y, target));
      const axes = {
        x: { scale: scaleOf(grid.xs, points.map(({ x }) => x)), title: columnName(x) },
        y: { scale: scaleOf(grid.ys, points.map(({ y }) => y)), title: columnName(y), grid: false },
      };
      const layers = layersOf(cellsOf(grid), contourLines(grid, 0.5), points, axisLines(axes));
      const chart = gridChart(grid, { ...axes, layers });
      return { ...head, chart: () => chart };
    }),
    ownWidth: true,
    key: SURFACE_KEY,
    notes: [`Places without colour have an output of ½, give or take ${formatSignificant(0.25 / SHADES, 1)}.`],
  };
};

/** A point of the truth table: dark for targets of 1, light for 0. */
function pointOf(row: Row, x: string, y: string, target: string) {
  const wanted = row[target] as number;
  const isOne = wanted >= 0.5;
  return {
    x: row[x] as number,
    y: row[y] as number,
    text: String(wanted),
    fill: isOne ? color("ink") : color("paper"),
    letter: isOne ? color("paper") : color("ink"),
  };
}

/** A scale with ticks at the points. */
function scaleOf(coordinates: readonly number[], points: readonly number[]): NumberScale {
  const values = [...new Set(points)].sort((a, b) => a - b);
  return gridScale(coordinates, values.map((value) => ({ value, label: String(value) })));
}

/** The cells in two hues that meet at ½; those at ½ itself stay paper. */
function cellsOf(grid: Grid): DataRow[] {
  return stripsOf(grid, (output) => Math.round((Math.min(1, Math.max(0, output)) * 2 - 1) * SHADES))
    .filter(({ shade }) => shade !== 0)
    .map(({ shade, ...position }) => ({
      ...position,
      fill: color(shade < 0 ? "low" : "high"),
      opacity: Math.abs(shade) / SHADES * 0.85,
    }));
}

/** Colours, the line at ½, and the points with their targets. */
function layersOf(
  cells: readonly DataRow[],
  boundary: readonly LineSegment[],
  points: readonly ReturnType<typeof pointOf>[],
  position: readonly TooltipLine<"x" | "y">[],
): Layer[] {
  return [
    {
      rows: cells,
      mark: { type: "rect" },
      encoding: { ...SPAN, fill: asDrawn("fill"), fillOpacity: asDrawn("opacity", "quantitative") },
    },
    {
      rows: boundary.map((segment) => ({ ...segment })),
      mark: { type: "rule", strokeWidth: 2, strokeCap: "round", color: color("ink") },
      encoding: SPAN,
    },
    layerOf({
      rows: points,
      mark: { type: "point", shape: "circle", size: 260, opacity: 1, strokeWidth: 1.5, stroke: color("ink") },
      encoding: { fill: asDrawn("fill") },
      marks: { levels: {}, tooltip: [...position, { title: "target", field: "text", format: "text" }] },
    }),
    {
      rows: points,
      mark: { type: "text", baseline: "middle", dy: 0.5, fontWeight: "bold" },
      encoding: { text: { field: "text", type: "nominal" }, color: asDrawn("letter") },
    },
  ];
}
