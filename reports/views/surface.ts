import type { Row } from "../../experiments/columns.ts";
import type { Draw, Key } from "../drawing.ts";
import { color } from "../theme.ts";
import { panelTitle, rowsOfTable, splitBy, tableNamed, words } from "./arrange.ts";
import { contour, type Grid, type Segment } from "./contour.ts";
import { type Layer, plotOf } from "./frame.ts";
import type { NumberScale } from "./scales.ts";

/** About the side of a plot in pixels; its cells are whole pixels wide, or seams show. */
const SIDE = 260;
/** Shades of colour on either side of ½. */
const SHADES = 6;

/** Answers as colour, two hues that meet at ½, the line between them, and the points of the truth table. */
export const drawSurface: Draw<"surface"> = ({ table, x, y, value, panel, target }, report) => {
  const all = rowsOfTable(report, table), panels = splitBy(all, panel);
  return {
    panels: panels.map(([name, rows]) => {
      const grid = gridOf(rows, x, y, value),
        step = stepOf(grid.xs),
        cell = Math.max(1, Math.round(SIDE / grid.xs.length));
      const points = rows.filter((row) => row[target] !== undefined).map((row) => {
        const wanted = row[target] as number, one = wanted >= 0.5;
        return {
          x: row[x] as number,
          y: row[y] as number,
          text: String(wanted),
          fill: one ? color("ink") : color("paper"),
          letter: one ? color("paper") : color("ink"),
        };
      });
      const spec = plotOf({
        x: { scale: axisOf(grid.xs, points.map(({ x }) => x)), title: words(x) },
        y: { scale: axisOf(grid.ys, points.map(({ y }) => y)), title: words(y), grid: false },
        height: cell * grid.ys.length,
        layers: layersOf(strips(grid, step, stepOf(grid.ys)), contour(grid, 0.5), points),
      }, cell * grid.xs.length);
      return { title: panelTitle(panel, name), spec: () => spec };
    }),
    size: "own",
    key: KEY,
    direct: false,
    source: table,
    derived: false,
    columns: tableNamed(report, table).columns,
    rows: all,
    notes: [],
  };
};

const KEY: Key = {
  title: "answer y",
  entries: [
    { name: "near 0", style: { color: "low", dash: [], shape: "square" }, mark: "area" },
    { name: "near 1", style: { color: "high", dash: [], shape: "square" }, mark: "area" },
    { name: "½", style: { color: "ink", dash: [], shape: "square" }, mark: "line" },
  ],
};

function gridOf(rows: readonly Row[], x: string, y: string, value: string): Grid {
  const places = (column: string) => [...new Set(rows.map((row) => row[column] as number))].sort((a, b) => a - b);
  const xs = places(x), ys = places(y);
  const values = new Map(rows.map((row) => [`${row[x]} ${row[y]}`, row[value] as number | undefined]));
  return { xs, ys, value: (i, j) => values.get(`${xs[i]} ${ys[j]}`) };
}

function stepOf(places: readonly number[]): number {
  return places.length > 1 ? (places.at(-1)! - places[0]!) / (places.length - 1) : 1;
}

function axisOf(places: readonly number[], marked: readonly number[]): NumberScale {
  const half = stepOf(places) / 2;
  return {
    type: "linear",
    domain: [places[0]! - half, places.at(-1)! + half],
    ticks: [...new Set(marked)].sort((a, b) => a - b).map((value) => ({ value, label: String(value) })),
  };
}

/** The cells of a grid, those of one shade that lie side by side as one; shade by shade. */
function strips({ xs, ys, value }: Grid, dx: number, dy: number) {
  const found = ys.flatMap((y, j) => {
    const row: { from: number; to: number; shade: number }[] = [];
    xs.forEach((_, i) => {
      const answer = value(i, j);
      if (answer === undefined) return;
      const shade = Math.round((Math.min(1, Math.max(0, answer)) * 2 - 1) * SHADES), last = row.at(-1);
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
  return found.filter(({ shade }) => shade !== 0).sort((a, b) => a.shade - b.shade).map(({ shade, ...at }) => ({
    ...at,
    fill: color(shade < 0 ? "low" : "high"),
    opacity: Math.abs(shade) / SHADES * 0.85,
  }));
}

/** Colours, the line at ½, and the points with their targets. */
function layersOf(cells: readonly object[], boundary: readonly Segment[], points: readonly object[]): Layer[] {
  return [
    {
      data: { values: cells },
      mark: { type: "rect" },
      encoding: {
        x2: { field: "x2" },
        y2: { field: "y2" },
        fill: { field: "fill", type: "nominal", scale: null },
        fillOpacity: { field: "opacity", type: "quantitative", scale: null },
      },
    },
    {
      data: { values: boundary },
      mark: { type: "rule", strokeWidth: 2, strokeCap: "round", color: color("ink") },
      encoding: { x2: { field: "x2" }, y2: { field: "y2" } },
    },
    {
      data: { values: points },
      mark: { type: "point", shape: "circle", size: 260, opacity: 1, strokeWidth: 1.5, stroke: color("ink") },
      encoding: { fill: { field: "fill", type: "nominal", scale: null } },
    },
    {
      data: { values: points },
      mark: { type: "text", baseline: "middle", dy: 0.5, fontWeight: "bold" },
      encoding: {
        text: { field: "text", type: "nominal" },
        color: { field: "letter", type: "nominal", scale: null },
      },
    },
  ] as Layer[];
}
