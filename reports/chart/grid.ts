/** Values on a grid: from the rows of a table, as strips of one shade, and as a figure. */
import type { Row } from "../../experiments/define/columns.ts";
import type { Report } from "../experiment_report.ts";
import { contourLines, type Grid } from "./contour.ts";
import type { Drawing } from "./drawing.ts";
import { type ChartContent, chartOfPlotWidth } from "./frame.ts";
import { tableDrawing, tablePanels } from "./grouping.ts";
import { type Layer, layerOf } from "./layer.ts";
import type { NumberScale } from "./scales.ts";

/** About the side of a plot in pixels; its cells are whole pixels wide, or seams show. */
const SIDE = 260;

/** The parts of a view of a value over a plane. */
type GridView = Readonly<Record<"table" | "x" | "y" | "value" | "panel", string>>;

/** Draws a grid for each panel, its cells whole pixels wide and high; `contentOf` gives its axes and layers. */
export function drawGrids(
  report: Report,
  { table, x, y, value, panel }: GridView,
  contentOf: (grid: Grid, rows: readonly Row[]) => Omit<ChartContent, "height">,
): Drawing {
  const panels = tablePanels(report, table, panel, (rows) => {
    const grid = gridOf(rows, x, y, value);
    const size = Math.max(1, Math.round(SIDE / grid.xs.length));
    const content = { ...contentOf(grid, rows), height: size * grid.ys.length };
    const chart = chartOfPlotWidth(content, size * grid.xs.length);
    return () => chart;
  });
  return { ...tableDrawing(report, table), panels, ownWidth: true };
}

/** The rows of a table as a grid of one column's values over two others. */
function gridOf(rows: readonly Row[], x: string, y: string, value: string): Grid {
  const coordinates = (column: string) => [...new Set(rows.map((row) => row[column] as number))].sort((a, b) => a - b);
  const xs = coordinates(x);
  const ys = coordinates(y);
  const values = new Map(rows.map((row) => [`${row[x]} ${row[y]}`, row[value] as number | undefined]));
  return { xs, ys, value: (i, j) => values.get(`${xs[i]} ${ys[j]}`) };
}

/** The distance of neighbouring coordinates. */
function spacing(coordinates: readonly number[]): number {
  return coordinates.length > 1 ? (coordinates.at(-1)! - coordinates[0]!) / (coordinates.length - 1) : 1;
}

/** A linear scale from the edge of the first cell to that of the last. */
export function gridScale(coordinates: readonly number[], ticks: NumberScale["ticks"]): NumberScale {
  const half = spacing(coordinates) / 2;
  return { type: "linear", domain: [coordinates[0]! - half, coordinates.at(-1)! + half], ticks };
}

/** The cells of a grid in the colour of their shade; those of shade 0 stay paper. */
export function shadesLayer(
  grid: Grid,
  shadeOf: (value: number) => number,
  styleOf: (shade: number) => { readonly fill: string; readonly fillOpacity: number },
): Layer {
  const rows = stripsOf(grid, shadeOf).filter(({ shade }) => shade !== 0)
    .map(({ shade, ...position }) => ({ ...position, ...styleOf(shade) }));
  return layerOf({ rows, mark: { type: "rect" }, channels: ["x2", "y2", "fill", "fillOpacity"] });
}

/** The contour lines of some values, each drawn alike. */
export function contourLayer(grid: Grid, contours: readonly number[], style: Omit<Layer["mark"], "type">): Layer {
  const rows = contours.flatMap((contour) => contourLines(grid, contour));
  return layerOf({ rows, mark: { type: "rule", ...style }, channels: ["x2", "y2"] });
}

/** The cells of a grid, neighbours of one shade joined; shade by shade. */
function stripsOf({ xs, ys, value }: Grid, shadeOf: (value: number) => number) {
  const dx = spacing(xs);
  const dy = spacing(ys);
  const strips = ys.flatMap((y, j) => {
    const row: { from: number; to: number; shade: number }[] = [];
    xs.forEach((_, i) => {
      const current = value(i, j);
      if (current === undefined) return;
      const shade = shadeOf(current);
      const last = row.at(-1);
      if (last && last.shade === shade && last.to === i) last.to = i + 1;
      else row.push({ from: i, to: i + 1, shade });
    });
    return row.map(({ from, to, shade }) => ({
      shade,
      x: xs[0]! + (from - 0.5) * dx,
      x2: xs[0]! + (to - 0.5) * dx,
      y: y - dy / 2,
      y2: y + dy / 2,
    }));
  });
  return strips.sort((a, b) => a.shade - b.shade);
}
