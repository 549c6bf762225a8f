/** Level lines of a grid. */

/** A straight piece of a level line. */
export interface Segment {
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

/**
 * The line along which a grid's values pass a level, piece by piece, linear between its points.
 *
 * Where a square is a saddle, its two pieces go the way that the mean of its corners says. Source: Lorensen & Cline
 * 1987, "Marching cubes", in two dimensions.
 */
export function contour({ xs, ys, value }: Grid, level: number): Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]] as const;
      const values = corners.map(([i, j]) => value(i, j));
      if (!values.every(Number.isFinite)) continue;
      const crossings = corners.flatMap(([i, j], k) => {
        const next = (k + 1) % 4, [i2, j2] = corners[next]!, a = values[k]! - level, b = values[next]! - level;
        if (a < 0 === b < 0) return [];
        const share = a / (a - b);
        return [{ x: xs[i]! + share * (xs[i2]! - xs[i]!), y: ys[j]! + share * (ys[j2]! - ys[j]!) }];
      });
      if (crossings.length === 2) segments.push(piece(crossings[0]!, crossings[1]!));
      if (crossings.length === 4) {
        const mean = values.reduce((sum: number, value) => sum + value! / 4, 0);
        const turn = (mean < level) === (values[0]! < level) ? 0 : 1;
        // with the first corner's kind in the middle, the pieces cut off the other two corners
        segments.push(piece(crossings[turn === 0 ? 0 : 3]!, crossings[turn === 0 ? 1 : 0]!));
        segments.push(piece(crossings[turn === 0 ? 2 : 1]!, crossings[turn === 0 ? 3 : 2]!));
      }
    }
  }
  return segments;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function piece(a: Point, b: Point): Segment {
  return { x: a.x, y: a.y, x2: b.x, y2: b.y };
}
