import type { Row } from "../../../experiments/define/columns.ts";
import type { Draw, Key, KeyEntry } from "../drawing.ts";
import { color, type Style } from "../theme.ts";
import { panelTitle, rowsOfTable, splitBy, tableNamed } from "../arrange.ts";
import { contour, type Grid } from "../contour.ts";
import { type Layer, plotOf } from "../frame.ts";
import { cellOf, gridOf, stepOf, strips } from "../grid.ts";
import { extent, linearScale, type NumberScale, numeral } from "../scales.ts";

/** Level lines, evenly spaced over the values of all panels. */
const LEVELS = 8;

/** A value over a plane in shades of one hue, level lines between them, and a path on top. */
export const drawField: Draw<"field"> = ({ table, x, y, xTitle, yTitle, value, valueTitle, panel, path }, report) => {
  const all = rowsOfTable(report, table), paths = splitBy(rowsOfTable(report, path as string), panel);
  const [low, high] = extent(all.map((row) => row[value] as number | undefined)) ?? [0, 0];
  const band = (high - low) / LEVELS || 1;
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
    key: keyOf(valueTitle, low, high),
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

/** How a path is drawn, and its two ends. */
const PATH: Style = { color: "vermillion", dash: [], shape: "circle" };
const ENDS = { start: PATH, end: { ...PATH, shape: "square" } } as const;

/** The key: the ends of the shades with their numbers, and the path. */
function keyOf(title: string, low: number, high: number): Key {
  const told = (value: number) => numeral(Number(value.toPrecision(2)));
  return {
    title,
    entries: [
      { name: `lowest, ${told(low)}`, style: { color: "paper", dash: [], shape: "square" }, mark: "area" },
      { name: `highest, ${told(high)}`, style: { color: "heat", dash: [], shape: "square" }, mark: "area" },
      { name: "path", style: PATH, mark: "line" },
      ...Object.entries(ENDS).map(([name, style]): KeyEntry => ({ name, style, mark: "point" })),
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
      mark: { type: "line", strokeWidth: 2, color: color(PATH.color) },
      encoding: { order: { field: "i", type: "quantitative" } },
    },
    endLayer(walked.slice(0, 1), ENDS.start),
    endLayer(walked.slice(-1), ENDS.end),
  ] as Layer[];
}

/** The mark at an end of a path. */
function endLayer(values: readonly object[], { shape, color: hue }: Style) {
  return { data: { values }, mark: { type: "point", shape, filled: true, size: 80, opacity: 1, color: color(hue) } };
}
