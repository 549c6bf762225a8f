/** Values on a grid: from the rows of a table, as shades of a colour, and as a figure. */
import type { Row } from "../../experiments/define/columns.ts";
import type { Report } from "../experiment_report.ts";
import { contourLines, type Grid } from "./contour.ts";
import type { Drawing } from "./drawing.ts";
import { type ChartContent, chartOfPlotWidth } from "./frame.ts";
import { tableDrawing, tablePanels } from "./grouping.ts";
import { type Layer, layerOf } from "./layer.ts";
import { levelSetRings } from "./level_sets.ts";
import type { NumberScale } from "./scales.ts";

/** The side of a plot in pixels. */
const SIDE = 260;

/** The parts of a view of a value over a plane. */
type GridView = Readonly<Record<"table" | "x" | "y" | "value" | "panel", string>>;

/** Draws a grid for each panel; `contentOf` gives its axes and layers. */
export function drawGrids(
  report: Report,
  { table, x, y, value, panel }: GridView,
  contentOf: (grid: Grid, rows: readonly Row[]) => Omit<ChartContent, "height">,
): Drawing {
  const panels = tablePanels(report, table, panel, (rows) => {
    const grid = gridOf(rows, x, y, value);
    const height = Math.round(SIDE * grid.ys.length / grid.xs.length);
    const chart = chartOfPlotWidth({ ...contentOf(grid, rows), height }, SIDE);
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

/** A shade: the region where a grid's value is at least a threshold, and its opacity on paper. */
export interface Shade {
  readonly threshold: number;
  readonly opacity: number;
}

/**
 * The shades of a grid in one colour, by growing threshold.
 *
 * Each is drawn over those before it, so it adds only what its opacity lacks.
 */
export function shadesLayer(grid: Grid, shades: readonly Shade[], fill: string): Layer {
  const rows = shades.flatMap(({ threshold, opacity }, k) => {
    const fillOpacity = 1 - (1 - opacity) / (1 - (shades[k - 1]?.opacity ?? 0));
    return levelSetRings(grid, threshold).flatMap((ring, r) =>
      ring.map(({ x, y }, order) => ({ x, y, order, detail: `${k} ${r}`, fill, fillOpacity }))
    );
  });
  const mark = { type: "line", interpolate: "linear-closed", strokeWidth: 0, stroke: "none" } as const;
  return layerOf({ rows, mark, channels: ["detail", "order", "fill", "fillOpacity"] });
}

/** The contour lines of some values, all in one style. */
export function contourLayer(grid: Grid, contours: readonly number[], style: Omit<Layer["mark"], "type">): Layer {
  const rows = contours.flatMap((contour) => contourLines(grid, contour));
  return layerOf({ rows, mark: { type: "rule", ...style }, channels: ["x2", "y2"] });
}
