/** Fields of cells: a table's rows as a grid, and the grid as strips of one shade. */
import type { Row } from "../../experiments/define/columns.ts";
import type { Grid } from "./contour.ts";

/** About the side of a plot in pixels; its cells are whole pixels wide, or seams show. */
const SIDE = 260;

/** Cells of one shade that lie side by side, in the grid's own units. */
export interface Strip {
  readonly shade: number;
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

/** The rows of a table as a grid of one column's values over two others. */
export function gridOf(rows: readonly Row[], x: string, y: string, value: string): Grid {
  const places = (column: string) => [...new Set(rows.map((row) => row[column] as number))].sort((a, b) => a - b);
  const xs = places(x), ys = places(y);
  const values = new Map(rows.map((row) => [`${row[x]} ${row[y]}`, row[value] as number | undefined]));
  return { xs, ys, value: (i, j) => values.get(`${xs[i]} ${ys[j]}`) };
}

/** The distance of neighbouring places. */
export function stepOf(places: readonly number[]): number {
  return places.length > 1 ? (places.at(-1)! - places[0]!) / (places.length - 1) : 1;
}

/** The side of a cell in pixels, a whole number. */
export function cellOf({ xs }: Grid): number {
  return Math.max(1, Math.round(SIDE / xs.length));
}

/** The cells of a grid, those of one shade that lie side by side as one; shade by shade. */
export function strips({ xs, ys, value }: Grid, shadeOf: (value: number) => number): Strip[] {
  const dx = stepOf(xs), dy = stepOf(ys);
  const found = ys.flatMap((y, j) => {
    const row: { from: number; to: number; shade: number }[] = [];
    xs.forEach((_, i) => {
      const here = value(i, j);
      if (here === undefined) return;
      const shade = shadeOf(here), last = row.at(-1);
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
  return found.sort((a, b) => a.shade - b.shade);
}
