/** Grids of numbers as colours on a canvas, in the current colours of the page. */
import type { ColorName } from "../../chart/theme.ts";

/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Maps a number in [0, 1] to a colour. */
export type ColorScale = (fraction: number) => Rgb;

/** The current value of a custom property of the page that holds a colour as #rrggbb. */
export function currentColor(name: string): Rgb {
  const text = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const [r, g, b] = [1, 3, 5].map((from) => parseInt(text.slice(from, from + 2), 16));
  return [r!, g!, b!];
}

/** Saturation at the ends of a scale, as in the figures. */
const MAX_SATURATION = 0.85;

/** Outputs of a net: from one hue at 0 over the colour of the paper at ½ to another hue at 1. */
export function outputColors(): ColorScale {
  const low = currentColor("low"), paper = currentColor("paper"), high = currentColor("high");
  return (fraction) =>
    mix(paper, fraction < 0.5 ? low : high, Math.min(1, Math.abs(2 * fraction - 1)) * MAX_SATURATION);
}

/** Outputs of a hidden unit: from the colour of the paper to one hue. */
export function unitColors(): ColorScale {
  const paper = currentColor("paper"), heat = currentColor("heat");
  return (fraction) => mix(paper, heat, Math.min(1, Math.max(0, fraction)) * MAX_SATURATION);
}

/** The colour of values that are not finite. */
export const NOT_FINITE: ColorName = "rule";

function mix(a: Rgb, b: Rgb, weight: number): Rgb {
  return [a[0] + weight * (b[0] - a[0]), a[1] + weight * (b[1] - a[1]), a[2] + weight * (b[2] - a[2])];
}

/**
 * Paints a square grid, row by row from the bottom, one pixel per point.
 *
 * A canvas with fewer pixels shows every n-th point. `fractionOf` maps a value to [0, 1].
 */
export function paint(
  canvas: HTMLCanvasElement,
  values: Float64Array,
  fractionOf: (value: number) => number,
  colors: ColorScale,
): void {
  const side = canvas.width;
  const context = canvas.getContext("2d")!, image = context.createImageData(side, side);
  const gridSide = Math.sqrt(values.length), stride = (gridSide - 1) / (side - 1);
  const notFinite = currentColor(NOT_FINITE);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const value = values[j * stride * gridSide + i * stride]!;
      const color = Number.isFinite(value) ? colors(fractionOf(value)) : notFinite;
      image.data.set([...color, 255], 4 * ((side - 1 - j) * side + i));
    }
  }
  context.putImageData(image, 0, 0);
}
