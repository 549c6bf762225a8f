/** The key to a drawing of the explorer, as the figures have theirs. */
import type { Key } from "../../chart/drawing.ts";
import { swatchOf } from "../../chart/key_html.ts";
import { html, svg } from "../dom.ts";

/** A key as an element. */
export function keyOf({ title, entries }: Key): HTMLElement {
  const items = entries.map((entry) => {
    const { width, path } = swatchOf(entry), size = { width, height: 12, viewBox: `0 0 ${width} 12` };
    return html("li", {}, svg("svg", { ...size, "aria-hidden": "true" }, svg("path", path)), entry.name);
  });
  return html("div", { class: "key" }, html("span", {}, `${title}:`), html("ul", {}, ...items));
}
