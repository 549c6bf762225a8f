/** Values on a grid: from the rows of a table, and as strips of one shade. */
import type { Row } from "../../experiments/define/columns.ts";
import type { Grid } from "./contour.ts";
import { type Chart, type ChartContent, chartOfPlotWidth } from "./frame.ts";
import type { DataRow } from "./layer.ts";
import type { NumberScale } from "./scales.ts";

/** About the side of a plot in pixels; its cells are whole pixels wide, or seams show. */
const SIDE = 260;

/** Neighbouring cells of one shade in a row of the grid, in the grid's own units. */
export interface Strip extends DataRow {
  readonly shade: number;
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

/** The rows of a table as a grid of one column's values over two others. */
export function gridOf(rows: readonly Row[], x: string, y: string, value: string): Grid {
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

/** A chart of a grid whose cells are whole pixels wide and high. */
export function gridChart({ xs, ys }: Grid, content: Omit<ChartContent, "height">): Chart {
  const size = Math.max(1, Math.round(SIDE / xs.length));
  return chartOfPlotWidth({ ...content, height: size * ys.length }, size * xs.length);
}

/** The cells of a grid, neighbours of one shade joined; shade by shade. */
export function stripsOf({ xs, ys, value }: Grid, shadeOf: (value: number) => number): Strip[] {
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
    return row.map(({ from, to, shade }): Strip => ({
      shade,
      x: xs[0]! + (from - 0.5) * dx,
      x2: xs[0]! + (to - 0.5) * dx,
      y: y - dy / 2,
      y2: y + dy / 2,
    }));
  });
  return strips.sort((a, b) => a.shade - b.shade);
}
