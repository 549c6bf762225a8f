/** Colours for charts outside a page, where the page's custom properties are not defined. */
import { color, type ColorName, COLORS } from "./theme.ts";

/** Colours by what charts write for them. */
export type Palette = ReadonlyMap<string, string>;

/** A palette; `valueOf` gives the value of a colour. */
export function paletteOf(valueOf: (name: ColorName) => string): Palette {
  return new Map((Object.keys(COLORS) as ColorName[]).map((name) => [color(name), valueOf(name)]));
}

/** The palette for a light background. */
export const LIGHT_PALETTE: Palette = paletteOf((name) => COLORS[name][0]);

/** A copy of a value with the page's colours replaced by those of a palette. */
export function withColors(value: unknown, palette: Palette): unknown {
  if (typeof value === "string") return palette.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => withColors(item, palette));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withColors(part, palette)]));
}
