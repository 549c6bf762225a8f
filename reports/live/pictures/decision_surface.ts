/** A decision surface: what a net answers over the plane, the line at ½, and the points of the truth table. */
import type { Key } from "../../chart/drawing.ts";
import { contour, type Segment } from "../../chart/contour.ts";
import { SURFACE_KEY } from "../../chart/surface_key.ts";
import { html, refill, set, svg } from "../dom.ts";
import { keyOf } from "./live_key.ts";
import { answerRamp, NOT_FINITE, paint } from "./paint.ts";
import { SIDE } from "./plane.ts";
import { RADIUS } from "./point_names.ts";

/** Side of the plots in pixels: a whole number of them a point. */
export const PLOT = 6 * SIDE;

/** A point of the truth table on a plot. */
export function pointOf(x: number, y: number, target: number) {
  const one = target >= 0.5;
  return svg(
    "g",
    {},
    svg("circle", {
      cx: x,
      cy: y,
      r: RADIUS,
      fill: one ? "var(--ink)" : "var(--paper)",
      stroke: "var(--ink)",
      "stroke-width": 1.5,
    }),
    svg("text", {
      x,
      y: y + 4,
      "text-anchor": "middle",
      "font-size": 12,
      "font-weight": "bold",
      fill: one ? "var(--paper)" : "var(--ink)",
    }, String(target)),
  );
}

/** A surface on the page; `show` takes the answer at each point of the plane. */
export function surfaceOf(
  title: string,
  places: readonly number[],
  points: readonly { readonly x: number; readonly y: number; readonly target: number }[],
) {
  const canvas = html("canvas", { width: SIDE, height: SIDE }),
    line = svg("path", { fill: "none", stroke: "var(--ink)", "stroke-width": 2, "stroke-linecap": "round" });
  const step = places[1]! - places[0]!, x = (value: number) => ((value - places[0]!) / step + 0.5) * PLOT / SIDE;
  const over = svg(
    "svg",
    { viewBox: `0 0 ${PLOT} ${PLOT}`, "aria-hidden": "true" },
    line,
    ...points.map((point) => pointOf(x(point.x), PLOT - x(point.y), point.target)),
  );
  const keyPlace = html("div", { class: "plane-key" }), key = keyOf(SURFACE_KEY), wider = keyOf(WITH_NOT_FINITE);
  const named = { role: "img", "aria-label": `${title}: the net's answer over the plane of two inputs` };
  return {
    element: html("div", {}, html("div", { class: "plane", ...named }, canvas, over), keyPlace),
    show(values: Float64Array) {
      refill(keyPlace, values.every(Number.isFinite) ? key : wider);
      paint(canvas, values, (value) => value, answerRamp());
      const boundary = contour({ xs: places, ys: places, value: (i, j) => values[j * SIDE + i] }, 0.5);
      set(line, { d: boundary.map((piece) => strokeOf(piece, x)).join("") });
    },
  };
}

/** The key where some answers are no numbers. */
const WITH_NOT_FINITE: Key = {
  ...SURFACE_KEY,
  entries: [
    ...SURFACE_KEY.entries,
    { name: "not finite", style: { color: NOT_FINITE, dash: [], shape: "square" }, mark: "area" },
  ],
};

function strokeOf({ x: x1, y: y1, x2, y2 }: Segment, x: (value: number) => number): string {
  const at = (value: number) => x(value).toFixed(1), up = (value: number) => (PLOT - x(value)).toFixed(1);
  return `M${at(x1)} ${up(y1)}L${at(x2)} ${up(y2)}`;
}
