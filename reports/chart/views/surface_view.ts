import { significant } from "../../../experiments/format.ts";
import type { Draw } from "../drawing.ts";
import { color } from "../theme.ts";
import { panelTitle, rowsOfTable, splitBy, tableNamed, words } from "../arrange.ts";
import { contour, type Grid, type Segment } from "../contour.ts";
import { type Layer, plotOf } from "../frame.ts";
import { cellOf, gridOf, stepOf, strips } from "../grid.ts";
import type { NumberScale } from "../scales.ts";
import { SURFACE_KEY } from "../surface_key.ts";

/** Shades of colour on either side of ½. */
const SHADES = 6;

/** Answers as colour, two hues that meet at ½, the line between them, and the points of the truth table. */
export const drawSurface: Draw<"surface"> = ({ table, x, y, value, panel, target }, report) => {
  const all = rowsOfTable(report, table), panels = splitBy(all, panel);
  return {
    panels: panels.map(([name, rows]) => {
      const grid = gridOf(rows, x, y, value), cell = cellOf(grid);
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
        layers: layersOf(colored(grid), contour(grid, 0.5), points),
      }, cell * grid.xs.length);
      return { title: panelTitle(panel, name), spec: () => spec };
    }),
    size: "own",
    key: SURFACE_KEY,
    direct: false,
    source: table,
    derived: false,
    columns: tableNamed(report, table).columns,
    rows: all,
    notes: [`Places without colour answer ½, give or take ${significant(0.25 / SHADES, 1)}.`],
  };
};

function axisOf(places: readonly number[], marked: readonly number[]): NumberScale {
  const half = stepOf(places) / 2;
  return {
    type: "linear",
    domain: [places[0]! - half, places.at(-1)! + half],
    ticks: [...new Set(marked)].sort((a, b) => a - b).map((value) => ({ value, label: String(value) })),
  };
}

/** The cells in two hues that meet at ½; those at ½ itself stay paper. */
function colored(grid: Grid) {
  return strips(grid, (answer) => Math.round((Math.min(1, Math.max(0, answer)) * 2 - 1) * SHADES))
    .filter(({ shade }) => shade !== 0)
    .map(({ shade, ...at }) => ({
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
