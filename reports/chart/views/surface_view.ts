import { formatSignificant } from "../../../experiments/format.ts";
import { columnName } from "../../../experiments/words/display_names.ts";
import type { Draw } from "../drawing.ts";
import { axisLines } from "../frame.ts";
import type { Grid } from "../contour.ts";
import { contourLayer, drawGrids, gridScale, type Shade, shadesLayer } from "../grid.ts";
import { layerOf } from "../layer.ts";
import { type NumberScale, ticksAt } from "../scales.ts";
import { SURFACE_KEY } from "../key.ts";
import { color } from "../theme.ts";

/** Shades of colour on either side of ½, and the opacity of the strongest. */
const SHADES = 16;
const STRONGEST = 0.85;

/** Outputs as two hues that meet at ½, the contour line at ½, and the points of the truth table. */
export const drawSurface: Draw<"surface"> = (view, report) => ({
  ...drawGrids(report, view, (grid, rows) => {
    const points = rows.filter((row) => row[view.target] !== undefined).map((row) => {
      const target = row[view.target] as number;
      const [fill, letter] = target >= 0.5 ? ["ink", "paper"] as const : ["paper", "ink"] as const;
      const place = { x: row[view.x] as number, y: row[view.y] as number };
      return { ...place, text: String(target), fill: color(fill), color: color(letter) };
    });
    const axes = {
      x: { scale: scaleOf(grid.xs, points.map(({ x }) => x)), title: columnName(view.x) },
      y: { scale: scaleOf(grid.ys, points.map(({ y }) => y)), title: columnName(view.y), grid: false },
    };
    return {
      ...axes,
      layers: [
        shadesLayer(negated(grid), shadesFrom(-0.5), color("low")),
        shadesLayer(grid, shadesFrom(0.5), color("high")),
        contourLayer(grid, [0.5], { strokeWidth: 2, strokeCap: "round", color: color("ink") }),
        layerOf({
          rows: points,
          mark: { type: "point", shape: "circle", size: 260, opacity: 1, strokeWidth: 1.5, stroke: color("ink") },
          channels: ["fill"],
          marks: { levels: {}, tooltip: [...axisLines(axes), { title: "target", field: "text", format: "text" }] },
        }),
        layerOf({
          rows: points,
          mark: { type: "text", baseline: "middle", dy: 0.5, fontWeight: "bold" },
          channels: ["text", "color"],
        }),
      ],
    };
  }),
  key: SURFACE_KEY,
  notes: [`Places without colour have an output of ½, give or take ${formatSignificant(0.25 / SHADES, 1)}.`],
});

/** A scale with ticks at the points. */
function scaleOf(coordinates: readonly number[], points: readonly number[]): NumberScale {
  return gridScale(coordinates, ticksAt([...new Set(points)].sort((a, b) => a - b), String));
}

/** Shades of growing values, the first half a shade above a value. */
function shadesFrom(value: number): Shade[] {
  return Array.from({ length: SHADES }, (_, k) => ({
    threshold: value + (k + 0.5) / (2 * SHADES),
    opacity: (k + 1) / SHADES * STRONGEST,
  }));
}

/** A grid with the sign of each value changed: its level sets are where the value is at most a threshold. */
function negated({ xs, ys, value }: Grid): Grid {
  return { xs, ys, value: (i, j) => -(value(i, j) ?? NaN) };
}
