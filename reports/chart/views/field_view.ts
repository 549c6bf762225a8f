import type { Row } from "../../../experiments/define/columns.ts";
import { contourLines, type Grid } from "../contour.ts";
import type { Draw, Key, KeyEntry } from "../drawing.ts";
import { axisLines } from "../frame.ts";
import { gridChart, gridOf, gridScale, stripsOf } from "../grid.ts";
import { groupView, tableDrawing, tableNamed } from "../grouping.ts";
import { asDrawn, type Layer, layerOf, type Marks, SPAN } from "../layer.ts";
import { extent, linearScale, type NumberScale, numeral } from "../scales.ts";
import { color, type SeriesStyle } from "../theme.ts";

/** Shades, evenly spaced over the values of all panels, with a contour line between any two. */
const SHADES = 8;

/** How a path is drawn, and its two ends. */
const PATH: SeriesStyle = { color: "vermillion", dash: [], shape: "circle" };
const ENDS = { start: PATH, end: { ...PATH, shape: "square" } } as const;

/** A value over a plane in shades of one hue, contour lines between them, and a path on top. */
export const drawField: Draw<"field"> = ({ table, x, y, xTitle, yTitle, value, valueTitle, panel, path }, report) => {
  const drawing = tableDrawing(report, table);
  const paths = Map.groupBy(tableNamed(report, String(path)).rows, (row) => row[panel]);
  const [low, high] = extent(drawing.rows.map((row) => row[value] as number | undefined)) ?? [0, 0];
  const band = (high - low) / SHADES || 1;
  return {
    ...drawing,
    panels: groupView(report, table, { panel }, "area").panels.map(({ series: [all], ...head }) => {
      const { rows } = all!;
      const grid = gridOf(rows, x, y, value);
      const axes = {
        x: { scale: scaleOf(grid.xs), title: xTitle },
        y: { scale: scaleOf(grid.ys), title: yTitle, grid: false },
      };
      const points = (paths.get(rows[0]![panel]) ?? []).map((row, i) => ({ x: row[x], y: row[y], i }));
      const layers = [
        ...fieldLayers(grid, low, band),
        ...pathLayers(points, { levels: {}, tooltip: axisLines(axes) }),
      ];
      const chart = gridChart(grid, { ...axes, layers });
      return { ...head, chart: () => chart };
    }),
    ownWidth: true,
    key: keyOf(valueTitle, low, high),
  };
};

/** A scale with ticks at round numbers within the grid. */
function scaleOf(coordinates: readonly number[]): NumberScale {
  const low = coordinates[0]!;
  const high = coordinates.at(-1)!;
  return gridScale(coordinates, linearScale(low, high).ticks.filter(({ value }) => value >= low && value <= high));
}

/** The key: the lightest and the darkest shade with their values, and the path. */
function keyOf(title: string, low: number, high: number): Key {
  const write = (value: number) => numeral(Number(value.toPrecision(2)));
  return {
    title,
    entries: [
      { label: `lowest, ${write(low)}`, style: { color: "paper", dash: [], shape: "square" }, mark: "area" },
      { label: `highest, ${write(high)}`, style: { color: "heat", dash: [], shape: "square" }, mark: "area" },
      { label: "path", style: PATH, mark: "line" },
      ...Object.entries(ENDS).map(([label, style]): KeyEntry => ({ label, style, mark: "point" })),
    ],
  };
}

/** Shades and the contour lines between them. */
function fieldLayers(grid: Grid, low: number, band: number): Layer[] {
  const strips = stripsOf(grid, (value) => Math.min(SHADES - 1, Math.floor((value - low) / band)));
  const cells = strips.filter(({ shade }) => shade > 0).map(({ shade, ...position }) => ({
    ...position,
    opacity: shade / SHADES * 0.9,
  }));
  const lines = Array.from({ length: SHADES - 1 }, (_, i) => contourLines(grid, low + (i + 1) * band)).flat();
  return [
    {
      rows: cells,
      mark: { type: "rect", color: color("heat") },
      encoding: { ...SPAN, fillOpacity: asDrawn("opacity", "quantitative") },
    },
    {
      rows: lines.map((segment) => ({ ...segment })),
      mark: { type: "rule", strokeWidth: 0.5, color: color("quiet") },
      encoding: SPAN,
    },
  ];
}

interface PathPoint {
  readonly x: Row[string];
  readonly y: Row[string];
  /** Index along the path. */
  readonly i: number;
}

/** The path and its ends. */
function pathLayers(points: readonly PathPoint[], marks: Marks<"x" | "y">): Layer[] {
  const rows = points.map((point) => ({ ...point }));
  const endLayer = (rows: readonly (PathPoint & Record<string, Row[string]>)[], { shape, color: hue }: SeriesStyle) =>
    layerOf({
      rows,
      mark: { type: "point", shape, filled: true, size: 80, opacity: 1, color: color(hue) },
      marks,
    });
  return [
    layerOf({
      rows,
      mark: { type: "line", strokeWidth: 2, color: color(PATH.color) },
      encoding: { order: { field: "i", type: "quantitative" } },
      marks,
    }),
    endLayer(rows.slice(0, 1), ENDS.start),
    endLayer(rows.slice(-1), ENDS.end),
  ];
}
