/** Keys to figures: the shapes of points, small drawings of marks, and a key as HTML. */
import { type Html, markup } from "../html.ts";
import type { Key, KeyEntry } from "./drawing.ts";
import { color, type Shape } from "./theme.ts";

/** Half the height of an equilateral triangle with sides of 2. */
const HALF_HEIGHT = 0.8660254037844386;
/** The arm of a cross is this much narrower than its half width. */
const CROSS_ARM = 2.5;

/** The outline of a shape around (0, 0) as Vega draws it, for a size in square pixels; decimals as in our charts. */
export function shapePath(shape: Shape, size: number): string {
  const radius = Math.sqrt(size) / 2;
  const [r, side, h, arm] = [radius, 2 * radius, HALF_HEIGHT * radius, radius / CROSS_ARM].map((length) =>
    Number(length.toFixed(1))
  ) as [number, number, number, number];
  switch (shape) {
    case "circle":
      return `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0`;
    case "square":
      return `M${-r},${-r}h${side}v${side}h${-side}Z`;
    case "triangle-up":
      return `M0,${-h}L${-r},${h}L${r},${h}Z`;
    case "triangle-down":
      return `M0,${h}L${-r},${-h}L${r},${-h}Z`;
    case "diamond":
      return `M${-r},0L0,${-r}L${r},0L0,${r}Z`;
    case "cross":
      return `M${-r},${-arm}L${-r},${arm}L${-arm},${arm}L${-arm},${r}L${arm},${r}L${arm},${arm}` +
        `L${r},${arm}L${r},${-arm}L${arm},${-arm}L${arm},${-r}L${-arm},${-r}L${-arm},${-arm}Z`;
  }
}

/** Size of a point in a key, in square pixels. */
const POINT_SIZE = 100;

/** A small drawing of a series' mark, 12 pixels high: its width, and the attributes of its one path. */
export function swatchOf({ style, mark }: KeyEntry) {
  const paint = color(style.color);
  if (mark === "point") {
    return { width: 12, path: { d: shapePath(style.shape, POINT_SIZE), transform: "translate(6 6)", fill: paint } };
  }
  const dash = style.dash.join(" ") || "none";
  const path = mark === "line"
    ? { d: "M0 6H24", stroke: paint, "stroke-width": "2.5", "stroke-dasharray": dash }
    // with a border, for an area may be as light as the paper
    : { d: "M.5.5h23v11H.5Z", fill: paint, stroke: color("quiet") };
  return { width: 24, path };
}

/**
 * A key as HTML; an entry that explains a series carries its name in `data-series`.
 *
 * Where wide charts name their series beside the lines, the key is for narrow ones only.
 */
export function keyHtml({ title, entries }: Key, direct: boolean): Html {
  const items = entries.map((entry) => {
    const series = entry.series === undefined ? undefined : markup` data-series="${entry.series}"`;
    return markup`<li${series}>${swatchHtml(entry)}${entry.label}</li>`;
  });
  return markup`<div class="key${direct ? " narrow" : ""}"><span>${title}:</span><ul>${items}</ul></div>
`;
}

function swatchHtml(entry: KeyEntry): Html {
  const { width, path } = swatchOf(entry);
  const attributes = Object.entries(path).map(([name, value]) => markup` ${name}="${value}"`);
  return markup`<svg width="${width}" height="12" viewBox="0 0 ${width} 12" aria-hidden="true"><path${attributes}/></svg>`;
}

/** The key to every decision surface, drawn here or in the page. */
export const SURFACE_KEY: Key = {
  title: "output y",
  entries: [
    { label: "near 0", style: { color: "low", dash: [], shape: "square" }, mark: "area" },
    { label: "near 1", style: { color: "high", dash: [], shape: "square" }, mark: "area" },
    { label: "½", style: { color: "ink", dash: [], shape: "square" }, mark: "line" },
  ],
};
