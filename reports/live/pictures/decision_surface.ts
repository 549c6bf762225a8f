/** A decision surface: the output of a net over a plane, the contour at ½, and the rows of the truth table. */
import { contourLines } from "../../chart/contour.ts";
import type { Key, KeyEntry } from "../../chart/drawing.ts";
import { SURFACE_KEY, swatchOf } from "../../chart/key.ts";
import { DEFAULT_STYLE } from "../../chart/theme.ts";
import { html, replaceChildren, setAttributes, svg } from "../dom.ts";
import { texts } from "../lab/page_texts.ts";
import { NOT_FINITE, outputColors, paint } from "./paint.ts";
import { SIDE } from "./plane.ts";
import { RADIUS } from "./point_labels.ts";

/** Side of the plots in pixels: a multiple of the points of a side. */
export const PLOT_SIZE = 6 * SIDE;

/** Up to this many rows are circles with their targets; more are dots. */
const MAX_CIRCLES = 40;

/** Draws a row of the data as a circle with its target, or as a dot if there are many rows. */
export function drawRow(x: number, y: number, target: number, rowCount = 1): SVGGElement {
  const [fill, ink] = target >= 0.5 ? ["var(--ink)", "var(--paper)"] : ["var(--paper)", "var(--ink)"];
  const isDot = rowCount > MAX_CIRCLES;
  const circle = { cx: x, cy: y, r: isDot ? 3 : RADIUS, fill, stroke: "var(--ink)", "stroke-width": isDot ? 1 : 1.5 };
  if (isDot) return svg("g", {}, svg("circle", circle));
  const label = { x, y: y + 4, "text-anchor": "middle", "font-size": 12, "font-weight": "bold", fill: ink };
  return svg("g", {}, svg("circle", circle), svg("text", label, String(target)));
}

/** Half the side of the square of a test point, in pixels. */
const SQUARE = 3;

/** Draws a row of the test set as a square, filled if its target is 1. */
function drawTestRow(x: number, y: number, target: number): SVGRectElement {
  const fill = target >= 0.5 ? "var(--ink)" : "var(--paper)";
  const size = { x: x - SQUARE, y: y - SQUARE, width: 2 * SQUARE, height: 2 * SQUARE };
  return svg("rect", { ...size, fill, stroke: "var(--ink)", "stroke-width": 1, opacity: 0.7 });
}

/** A row of the data in the plane. */
interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

/** The key of charts of surfaces, in the language of the page; with an entry for values that are not finite. */
function surfaceKey(hasNotFinite: boolean): Key {
  const { output, near, notFinite: label } = texts.net;
  const [low, high, boundary] = SURFACE_KEY.entries as [KeyEntry, KeyEntry, KeyEntry];
  const notFinite: KeyEntry = { label, style: { ...DEFAULT_STYLE, color: NOT_FINITE }, mark: "area" };
  const entries = [{ ...low, label: near(0) }, { ...high, label: near(1) }, boundary];
  return { title: output, entries: hasNotFinite ? [...entries, notFinite] : entries };
}

/** Creates a surface; `show` takes the output at each point of the plane, row by row from the bottom. */
export function createDecisionSurface(
  title: string,
  coordinates: readonly number[],
  rows: readonly PlanePoint[],
  testRows: readonly PlanePoint[] = [],
) {
  const canvas = html("canvas", { width: SIDE, height: SIDE });
  const boundary = svg("path", { fill: "none", stroke: "var(--ink)", "stroke-width": 2, "stroke-linecap": "round" });
  const [first, second] = coordinates as [number, number];
  const toPixels = (value: number) => ((value - first) / (second - first) + 0.5) * PLOT_SIZE / SIDE;
  const overlay = svg(
    "svg",
    { viewBox: `0 0 ${PLOT_SIZE} ${PLOT_SIZE}`, "aria-hidden": "true" },
    boundary,
    ...testRows.map(({ x, y, target }) => drawTestRow(toPixels(x), PLOT_SIZE - toPixels(y), target)),
    ...rows.map(({ x, y, target }) => drawRow(toPixels(x), PLOT_SIZE - toPixels(y), target, rows.length)),
  );
  const label = { role: "img", "aria-label": texts.net.surfaceLabel(title) };
  const finiteKey = createKey(surfaceKey(false));
  const fullKey = createKey(surfaceKey(true));
  const keyContainer = html("div", { class: "plane-key" });
  return {
    element: html("div", {}, html("div", { class: "plane", ...label }, canvas, overlay), keyContainer),
    show(outputs: Float64Array) {
      replaceChildren(keyContainer, outputs.every(Number.isFinite) ? finiteKey : fullKey);
      paint(canvas, outputs, outputColors());
      const grid = { xs: coordinates, ys: coordinates, value: (i: number, j: number) => outputs[j * SIDE + i] };
      const pointText = (x: number, y: number) => `${toPixels(x).toFixed(1)} ${(PLOT_SIZE - toPixels(y)).toFixed(1)}`;
      const lines = contourLines(grid, 0.5).map(({ x, y, x2, y2 }) => `M${pointText(x, y)}L${pointText(x2, y2)}`);
      setAttributes(boundary, { d: lines.join("") });
    },
  };
}

/** Creates a key. */
export function createKey({ title, entries }: Key): HTMLElement {
  const items = entries.map((entry) => {
    const { width, path } = swatchOf(entry);
    const size = { width, height: 12, viewBox: `0 0 ${width} 12` };
    return html("li", {}, svg("svg", { ...size, "aria-hidden": "true" }, svg("path", path)), entry.label);
  });
  return html("div", { class: "key" }, html("span", {}, `${title}:`), html("ul", {}, ...items));
}
