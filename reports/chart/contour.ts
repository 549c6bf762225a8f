/** Contour lines of values on a grid. */

/** A straight piece of a contour line. */
export interface LineSegment {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/** Values on a grid: `value(i, j)` at `xs[i]`, `ys[j]`, undefined or not finite where there is none. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly value: (i: number, j: number) => number | undefined;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The contour line of one value, segment by segment, linear between grid points.
 *
 * In a square that is a saddle, the mean of its corners decides how the two segments run. Source: Lorensen & Cline
 * 1987, "Marching cubes", in two dimensions.
 */
export function contourLines({ xs, ys, value }: Grid, contour: number): LineSegment[] {
  const segments: LineSegment[] = [];
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]] as const;
      const values = corners.map(([i, j]) => value(i, j));
      if (!values.every(Number.isFinite)) continue;
      const crossings = corners.flatMap(([i, j], k): Point[] => {
        const next = (k + 1) % 4;
        const [i2, j2] = corners[next]!;
        const a = values[k]! - contour;
        const b = values[next]! - contour;
        if (a < 0 === b < 0) return [];
        const fraction = a / (a - b);
        return [{ x: xs[i]! + fraction * (xs[i2]! - xs[i]!), y: ys[j]! + fraction * (ys[j2]! - ys[j]!) }];
      });
      if (crossings.length === 2) segments.push(segment(crossings[0]!, crossings[1]!));
      if (crossings.length === 4) {
        const mean = values.reduce((sum: number, value) => sum + value! / 4, 0);
        const turn = (mean < contour) === (values[0]! < contour) ? 0 : 1;
        // if the middle is on the first corner's side, the segments cut off the other two corners
        segments.push(segment(crossings[turn === 0 ? 0 : 3]!, crossings[turn === 0 ? 1 : 0]!));
        segments.push(segment(crossings[turn === 0 ? 2 : 1]!, crossings[turn === 0 ? 3 : 2]!));
      }
    }
  }
  return segments;
}

function segment(a: Point, b: Point): LineSegment {
  return { x: a.x, y: a.y, x2: b.x, y2: b.y };
}
