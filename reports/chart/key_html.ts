/** The key to a figure as HTML. */
import { type Html, markup } from "../html.ts";
import type { Key, KeyEntry } from "./drawing.ts";
import { swatchOf } from "./swatch.ts";

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
