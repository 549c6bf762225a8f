import type { Draw, Key, KeyEntry } from "../drawing.ts";
import { axisLines } from "../frame.ts";
import { contourLayer, drawGrids, gridScale, shadesLayer } from "../grid.ts";
import { tableNamed } from "../grouping.ts";
import type { DataRow, Layer, Marks } from "../layer.ts";
import { extent, linearScale, type NumberScale, numeral } from "../scales.ts";
import { color, type SeriesStyle } from "../theme.ts";

/** Shades, evenly spaced over the values of all panels, with a contour line between any two. */
const SHADES = 8;
/** The opacity that the highest value would have. */
const STRONGEST = 0.9;

/** How a path is drawn, and its two ends. */
const PATH: SeriesStyle = { color: "vermillion", dash: [], shape: "circle" };
const ENDS = { start: PATH, end: { ...PATH, shape: "square" } } as const;

/** A value over a plane in shades of one hue, contour lines between them, and a path on top. */
export const drawField: Draw<"field"> = (view, report) => {
  const { table, x, y, xTitle, yTitle, value, valueTitle, panel, path } = view;
  const paths = Map.groupBy(tableNamed(report, String(path)).rows, (row) => row[panel]);
  const [low, high] = extent(tableNamed(report, table).rows.map((row) => row[value] as number | undefined)) ?? [0, 0];
  const band = (high - low) / SHADES || 1;
  const contours = Array.from({ length: SHADES - 1 }, (_, i) => low + (i + 1) * band);
  const shades = contours.map((threshold, k) => ({ threshold, opacity: (k + 1) / SHADES * STRONGEST }));
  const drawing = drawGrids(report, view, (grid, rows) => {
    const axes = {
      x: { scale: scaleOf(grid.xs), title: xTitle },
      y: { scale: scaleOf(grid.ys), title: yTitle, grid: false },
    };
    const points = (paths.get(rows[0]![panel]) ?? []).map((row, order) => ({ x: row[x], y: row[y], order }));
    return {
      ...axes,
      layers: [
        shadesLayer(grid, shades, color("heat")),
        contourLayer(grid, contours, { strokeWidth: 0.5, color: color("quiet") }),
        ...pathLayers(points, { levels: {}, tooltip: axisLines(axes) }),
      ],
    };
  });
  return { ...drawing, key: keyOf(valueTitle, low, high) };
};

/** A scale with ticks at round numbers within the grid. */
function scaleOf(coordinates: readonly number[]): NumberScale {
  const [low, high] = [coordinates[0]!, coordinates.at(-1)!];
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

/** The path and its ends. */
function pathLayers(rows: readonly DataRow[], marks: Marks): Layer[] {
  const endLayer = (rows: readonly DataRow[], { shape, color: hue }: SeriesStyle) => ({
    rows,
    mark: { type: "point", shape, filled: true, size: 80, opacity: 1, color: color(hue) } as const,
    marks,
  });
  return [
    { rows, mark: { type: "line", strokeWidth: 2, color: color(PATH.color) }, channels: ["order"], marks },
    endLayer(rows.slice(0, 1), ENDS.start),
    endLayer(rows.slice(-1), ENDS.end),
  ];
}
