/** The key to a figure's series. */
import type { Key, KeyEntry } from "./drawing.ts";
import { type Html, markup } from "../page/html.ts";
import { color } from "./theme.ts";

/** A key as HTML; where wide charts name their series themselves, it is for narrow ones alone. */
export function keyHtml({ title, entries }: Key, direct: boolean): Html {
  const items = entries.map((entry) => markup`<li>${swatch(entry)}${entry.name}</li>`);
  return markup`<div class="key${direct ? " narrow" : ""}"><span>${title}:</span><ul>${items}</ul></div>
`;
}

/** Vega's shapes in a box of 12 by 12. */
const SHAPES: Readonly<Record<string, string>> = {
  circle: "M1 6a5 5 0 1 1 10 0a5 5 0 1 1 -10 0Z",
  square: "M1.5 1.5h9v9h-9Z",
  "triangle-up": "M6 1L11.5 10.5H.5Z",
  diamond: "M6 0L11 6L6 12L1 6Z",
  cross: "M4 1h4v3h3v4h-3v3h-4v-3h-3v-4h3Z",
  "triangle-down": "M6 11L11.5 1.5H.5Z",
};

/** A small drawing of a series' mark, 12 pixels high: its width, and the attributes of its one path. */
export function swatchOf({ style, mark }: KeyEntry): {
  readonly width: number;
  readonly path: Readonly<Record<string, string>>;
} {
  const paint = color(style.color), dash = style.dash.join(" ") || "none";
  if (mark === "point") return { width: 12, path: { d: SHAPES[style.shape]!, fill: paint } };
  const path = mark === "line"
    ? { d: "M0 6H24", stroke: paint, "stroke-width": "2.5", "stroke-dasharray": dash }
    // a border, for a field may be as light as the paper
    : { d: "M.5.5h23v11H.5Z", fill: paint, stroke: color("quiet") };
  return { width: 24, path };
}

function swatch(entry: KeyEntry): Html {
  const { width, path } = swatchOf(entry);
  const attributes = Object.entries(path).map(([name, value]) => markup` ${name}="${value}"`);
  return markup`<svg width="${width}" height="12" viewBox="0 0 ${width} 12" aria-hidden="true"><path${attributes}/></svg>`;
}
