/** A decision surface: the output of a net over a plane, the contour at ½, and the rows of the truth table. */
import { contourLines, type LineSegment } from "../../chart/contour.ts";
import type { Key } from "../../chart/drawing.ts";
import { SURFACE_KEY } from "../../chart/surface_key.ts";
import { html, replaceChildren, setAttributes, svg } from "../dom.ts";
import { createKey } from "./live_key.ts";
import { NOT_FINITE, outputColors, paint } from "./paint.ts";
import { SIDE } from "./plane.ts";
import { RADIUS } from "./point_labels.ts";

/** Side of the plots in pixels: a multiple of the points of a side. */
export const PLOT_SIZE = 6 * SIDE;

/** Draws a row of the truth table as a circle with its target. */
export function drawRow(x: number, y: number, target: number): SVGGElement {
  const isOne = target >= 0.5;
  const circle = svg("circle", {
    cx: x,
    cy: y,
    r: RADIUS,
    fill: isOne ? "var(--ink)" : "var(--paper)",
    stroke: "var(--ink)",
    "stroke-width": 1.5,
  });
  const label = svg("text", {
    x,
    y: y + 4,
    "text-anchor": "middle",
    "font-size": 12,
    "font-weight": "bold",
    fill: isOne ? "var(--paper)" : "var(--ink)",
  }, String(target));
  return svg("g", {}, circle, label);
}

/** Creates a surface; `show` takes the output at each point of the plane, row by row from the bottom. */
export function createDecisionSurface(
  title: string,
  coordinates: readonly number[],
  rows: readonly { readonly x: number; readonly y: number; readonly target: number }[],
) {
  const canvas = html("canvas", { width: SIDE, height: SIDE });
  const boundary = svg("path", { fill: "none", stroke: "var(--ink)", "stroke-width": 2, "stroke-linecap": "round" });
  const [first, second] = coordinates as [number, number];
  const toPixels = (value: number) => ((value - first) / (second - first) + 0.5) * PLOT_SIZE / SIDE;
  const overlay = svg(
    "svg",
    { viewBox: `0 0 ${PLOT_SIZE} ${PLOT_SIZE}`, "aria-hidden": "true" },
    boundary,
    ...rows.map(({ x, y, target }) => drawRow(toPixels(x), PLOT_SIZE - toPixels(y), target)),
  );
  const label = { role: "img", "aria-label": `${title}: the output of the net over the plane of two inputs` };
  const finiteKey = createKey(SURFACE_KEY), fullKey = createKey(KEY_WITH_NOT_FINITE);
  const keyContainer = html("div", { class: "plane-key" });
  return {
    element: html("div", {}, html("div", { class: "plane", ...label }, canvas, overlay), keyContainer),
    show(outputs: Float64Array) {
      replaceChildren(keyContainer, outputs.every(Number.isFinite) ? finiteKey : fullKey);
      paint(canvas, outputs, (output) => output, outputColors());
      const grid = { xs: coordinates, ys: coordinates, value: (i: number, j: number) => outputs[j * SIDE + i] };
      const segments = contourLines(grid, 0.5);
      setAttributes(boundary, { d: segments.map((segment) => pathOf(segment, toPixels)).join("") });
    },
  };
}

const KEY_WITH_NOT_FINITE: Key = {
  ...SURFACE_KEY,
  entries: [
    ...SURFACE_KEY.entries,
    { label: "not finite", style: { color: NOT_FINITE, dash: [], shape: "square" }, mark: "area" },
  ],
};

function pathOf({ x: x1, y: y1, x2, y2 }: LineSegment, toPixels: (value: number) => number): string {
  const x = (value: number) => toPixels(value).toFixed(1);
  const y = (value: number) => (PLOT_SIZE - toPixels(value)).toFixed(1);
  return `M${x(x1)} ${y(y1)}L${x(x2)} ${y(y2)}`;
}
