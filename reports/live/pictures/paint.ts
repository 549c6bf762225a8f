/** Grids of numbers as colours on a canvas, in the current colours of the page. */
import type { ColorName } from "../../chart/theme.ts";

/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Maps a number to a colour; numbers outside [0, 1] count as the nearer end. */
type ColorScale = (fraction: number) => Rgb;

/** The current value of a colour of the page, which a custom property holds as #rrggbb. */
export function currentColor(name: ColorName): Rgb {
  const text = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const rgb = parseInt(text.slice(1), 16);
  return [rgb >> 16, rgb >> 8 & 255, rgb & 255];
}

/** Saturation at the ends of a scale, as in the figures. */
const MAX_SATURATION = 0.85;

/** Outputs of a net: from one hue at 0 over the colour of the paper at ½ to another hue at 1. */
export function outputColors(): ColorScale {
  const [low, paper, high] = [currentColor("low"), currentColor("paper"), currentColor("high")];
  return (fraction) => mix(paper, fraction < 0.5 ? low : high, Math.abs(2 * fraction - 1));
}

/** Outputs of a hidden unit: from the colour of the paper to one hue. */
export function unitColors(): ColorScale {
  const [paper, heat] = [currentColor("paper"), currentColor("heat")];
  return (fraction) => mix(paper, heat, fraction);
}

/** The colour of values that are not finite. */
export const NOT_FINITE: ColorName = "rule";

function mix(a: Rgb, b: Rgb, fraction: number): Rgb {
  const weight = Math.min(1, Math.max(0, fraction)) * MAX_SATURATION;
  return [a[0] + weight * (b[0] - a[0]), a[1] + weight * (b[1] - a[1]), a[2] + weight * (b[2] - a[2])];
}

/** Paints a square grid, row by row from the bottom; a canvas with fewer pixels than points shows every n-th point. */
export function paint(canvas: HTMLCanvasElement, values: Float64Array, colorOf: ColorScale): void {
  const side = canvas.width;
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(side, side), { data } = image;
  const gridSide = Math.sqrt(values.length);
  const stride = (gridSide - 1) / (side - 1);
  const notFinite = currentColor(NOT_FINITE);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const value = values[j * stride * gridSide + i * stride]!;
      const [red, green, blue] = Number.isFinite(value) ? colorOf(value) : notFinite;
      const at = 4 * ((side - 1 - j) * side + i);
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
      data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}
