import type { Row } from "../../experiments/columns.ts";
import type { Draw, Key } from "../drawing.ts";
import { color } from "../theme.ts";
import { panelTitle, rowsOfTable, splitBy, tableNamed } from "./arrange.ts";
import { contour, type Grid } from "./contour.ts";
import { type Layer, plotOf } from "./frame.ts";
import { cellOf, gridOf, stepOf, strips } from "./grid.ts";
import { linearScale, type NumberScale } from "./scales.ts";

/** Level lines, evenly spaced over the values of all panels. */
const LEVELS = 8;

/** A value over a plane in shades of one hue, level lines between them, and a path on top. */
export const drawField: Draw<"field"> = ({ table, x, y, xTitle, yTitle, value, valueTitle, panel, path }, report) => {
  const all = rowsOfTable(report, table), paths = splitBy(rowsOfTable(report, path as string), panel);
  const values = all.flatMap((row) => row[value] === undefined ? [] : [row[value] as number]);
  const low = values.reduce((least, one) => Math.min(least, one), Infinity);
  const high = values.reduce((most, one) => Math.max(most, one), -Infinity), band = (high - low) / LEVELS || 1;
  return {
    panels: splitBy(all, panel).map(([name, rows]) => {
      const grid = gridOf(rows, x, y, value), cell = cellOf(grid);
      const places = paths.find(([run]) => run === name)?.[1] ?? [];
      const spec = plotOf({
        x: { scale: axisOf(grid.xs), title: xTitle },
        y: { scale: axisOf(grid.ys), title: yTitle, grid: false },
        height: cell * grid.ys.length,
        layers: layersOf(grid, low, band, places, x, y),
      }, cell * grid.xs.length);
      return { title: panelTitle(panel, name), spec: () => spec };
    }),
    size: "own",
    key: keyOf(valueTitle),
    direct: false,
    source: table,
    derived: false,
    columns: tableNamed(report, table).columns,
    rows: all,
    notes: [],
  };
};

/** Just as long as the grid, so that every cell is a whole number of pixels wide. */
function axisOf(places: readonly number[]): NumberScale {
  const low = places[0]!, high = places.at(-1)!, half = stepOf(places) / 2, scale = linearScale(low, high);
  return {
    ...scale,
    domain: [low - half, high + half],
    ticks: scale.ticks.filter(({ value }) => value >= low && value <= high),
  };
}

function keyOf(title: string): Key {
  return {
    title,
    entries: [
      { name: "low", style: { color: "paper", dash: [], shape: "square" }, mark: "area" },
      { name: "high", style: { color: "heat", dash: [], shape: "square" }, mark: "area" },
      { name: "path", style: { color: "vermillion", dash: [], shape: "circle" }, mark: "line" },
    ],
  };
}

function layersOf(grid: Grid, low: number, band: number, places: readonly Row[], x: string, y: string): Layer[] {
  const shades = strips(grid, (value) => Math.min(LEVELS - 1, Math.floor((value - low) / band)));
  const cells = shades.filter(({ shade }) => shade > 0).map(({ shade, ...at }) => ({
    ...at,
    opacity: shade / LEVELS * 0.9,
  }));
  const lines = Array.from({ length: LEVELS - 1 }, (_, i) => contour(grid, low + (i + 1) * band)).flat();
  const walked = places.map((row, i) => ({ x: row[x], y: row[y], i }));
  return [
    {
      data: { values: cells },
      mark: { type: "rect", color: color("heat") },
      encoding: {
        x2: { field: "x2" },
        y2: { field: "y2" },
        fillOpacity: { field: "opacity", type: "quantitative", scale: null },
      },
    },
    {
      data: { values: lines },
      mark: { type: "rule", strokeWidth: 0.5, color: color("quiet") },
      encoding: { x2: { field: "x2" }, y2: { field: "y2" } },
    },
    {
      data: { values: walked },
      mark: { type: "line", strokeWidth: 2, color: color("vermillion") },
      encoding: { order: { field: "i", type: "quantitative" } },
    },
    {
      data: { values: walked.filter(({ i }) => i === 0 || i === walked.length - 1) },
      mark: { type: "point", shape: "circle", filled: true, size: 60, opacity: 1, color: color("vermillion") },
    },
  ] as Layer[];
}
