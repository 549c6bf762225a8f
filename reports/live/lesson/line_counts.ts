/** How many points lines get right: one line, or two whose sides an output unit reads. */

/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** A line through two points. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** A point with the class that it should have. */
export interface Row {
  readonly at: Point;
  readonly target: 0 | 1;
}

/** The four rows of XOR. */
export const XOR_ROWS: readonly Row[] = [
  { at: [0, 0], target: 0 },
  { at: [0, 1], target: 1 },
  { at: [1, 0], target: 1 },
  { at: [1, 1], target: 0 },
];

/** What a unit says on each side of a line, the right side first. */
type Outputs<N extends number> = readonly (0 | 1)[] & { readonly length: N };

/** Twice the area of the triangle of a line and a point: positive where the point is on the line's left. */
export function leftness({ from: [x1, y1], to: [x2, y2] }: Line, [x, y]: Point): number {
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
}

const ONE_LINE: readonly Outputs<2>[] = [[0, 1], [1, 0]];

/** The functions of two sides, 00 01 10 11, that one output unit can compute: all but XOR and XNOR. */
const TWO_LINES: readonly Outputs<4>[] = Array.from({ length: 16 }, (_, bits) => bits)
  .filter((bits) => bits !== 0b0110 && bits !== 0b1001)
  .map((bits) => [bits >> 3, bits >> 2, bits >> 1, bits].map((bit) => bit & 1) as unknown as Outputs<4>);

/** The best that a unit can say of the sides of some lines. */
export interface Count<N extends number> {
  /** The number of points that it gets right. */
  readonly right: number;
  /** What it says by side. */
  readonly outputs: Outputs<N>;
}

/** The best that one line can do. */
export function countOne(line: Line, rows: readonly Row[] = XOR_ROWS): Count<2> {
  return best(ONE_LINE, (at) => sideOf(line, at), rows);
}

/** The best that an output unit can do that reads both lines. */
export function countTwo(first: Line, second: Line, rows: readonly Row[] = XOR_ROWS): Count<4> {
  return best(TWO_LINES, (at) => 2 * sideOf(first, at) + sideOf(second, at), rows);
}

function sideOf(line: Line, at: Point): 0 | 1 {
  return leftness(line, at) > 0 ? 1 : 0;
}

function best<N extends number>(
  candidates: readonly Outputs<N>[],
  side: (at: Point) => number,
  rows: readonly Row[],
): Count<N> {
  const counts = candidates.map((outputs) => ({
    outputs,
    right: rows.filter(({ at, target }) => outputs[side(at)] === target).length,
  }));
  return counts.reduce((most, count) => count.right > most.right ? count : most);
}

/** The part of a convex polygon on the left of a line, or on its right. */
export function halfOf(polygon: readonly Point[], line: Line, isLeft: boolean): Point[] {
  const depth = (point: Point) => isLeft ? leftness(line, point) : -leftness(line, point);
  return polygon.flatMap((point, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [here, there] = [depth(point), depth(next)];
    const kept = here >= 0 ? [point] : [];
    if (here >= 0 === there >= 0) return kept;
    const at = here / (here - there);
    return [...kept, [point[0] + at * (next[0] - point[0]), point[1] + at * (next[1] - point[1])] as const];
  });
}
