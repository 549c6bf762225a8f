/** The curves of figures: from the numbers of a range to the points of a polyline. */

/** The range of a plot. */
export interface Range {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Maps a point of a range to `x,y` in a drawing of a size. */
export function placeIn({ x, y }: Range, width: number, height: number): (px: number, py: number) => string {
  return (px, py) => `${rounded(width * (px - x[0]) / (x[1] - x[0]))},${rounded(height * (y[1] - py) / (y[1] - y[0]))}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The points of a curve over the x of a range. */
export function curveOf(curve: (x: number) => number, range: Range, place: (x: number, y: number) => string): string {
  const [from, to] = range.x;
  const xs = Array.from({ length: 81 }, (_, i) => from + (to - from) * i / 80);
  return xs.map((x) => place(x, curve(x))).join(" ");
}
