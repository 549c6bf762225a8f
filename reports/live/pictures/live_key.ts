/** The key of a drawing in the explorer, styled like the keys of figures. */
import type { Key } from "../../chart/drawing.ts";
import { swatchOf } from "../../chart/key.ts";
import { html, svg } from "../dom.ts";

/** Creates a key. */
export function createKey({ title, entries }: Key): HTMLElement {
  const items = entries.map((entry) => {
    const { width, path } = swatchOf(entry);
    const size = { width, height: 12, viewBox: `0 0 ${width} 12` };
    return html("li", {}, svg("svg", { ...size, "aria-hidden": "true" }, svg("path", path)), entry.label);
  });
  return html("div", { class: "key" }, html("span", {}, `${title}:`), html("ul", {}, ...items));
}
