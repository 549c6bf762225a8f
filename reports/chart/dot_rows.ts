/** Charts with a row of dots per level, one dot below another per series, their numbers at the right. */
import type { Layer } from "./layer.ts";
import { color } from "./theme.ts";

/** Height of a line of dots, and space between two levels, in pixels. */
const LINE = 16;
const SPACE = 10;

/** Space between the plot and the numbers, in pixels. */
export const NUMBER_GAP = 12;

/** How each dot is drawn. */
export const DOT = { type: "point", filled: true, size: 70, opacity: 1 } as const;

/** The height of a plot in pixels. */
export function rowsHeight(levels: number, series: number): number {
  return levels * (series * LINE + SPACE);
}

/** The place of the k-th of several series in the row of a level. */
export function placeInRow(level: number, k: number, series: number): number {
  return level + (k - (series - 1) / 2) * LINE / (series * LINE + SPACE);
}

/** The numbers of dots, at the right end of the x scale. */
export function numbersLayer(
  dots: readonly { readonly series: string; readonly y: number; readonly text: string }[],
  end: number,
): Layer {
  return {
    rows: dots.map(({ series, y, text }) => ({ series, x: end, y, text })),
    mark: { type: "text", align: "left", baseline: "middle", dx: NUMBER_GAP, color: color("ink") },
    channels: ["text"],
  };
}
